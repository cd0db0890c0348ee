//! What a page may load and run: the Content Security Policy, and the one script that stands inline.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::source::Source;

/// Runs before the first paint: sets the theme that the reader chose, and says what may become markup or script. It asks for
/// the fonts in its `data-fonts` where they can be there before the first paint: where this script runs within 150 ms of
/// the request for the page. Readers who save data get none. Until the app is there, and where it never comes, it also does what needs no
/// app: `data-does` says what a button does (`theme`, whose three labels stand in `data-labels`, or `print`).
///
/// The default Trusted Types policy serves Leptos's own static templates, which hold neither scripts nor handlers nor
/// addresses, refuses script, and knows two addresses, of the report worker and of the service worker; `'self'` in the header
/// holds their origin.
/// Content from feeds goes through a policy of its own into an inert document (`src/platform/html.rs`).
pub const BOOT_SCRIPT: &str = concat!(
    "{const d=document,r=d.documentElement,k=\"nashra.theme\",themes=[\"\",\"light\",\"dark\"],",
    "now=()=>Math.max(0,themes.indexOf(r.dataset.theme)),",
    "label=b=>b.setAttribute(\"aria-label\",b.title=b.dataset.labels.split(\"|\")[now()]);",
    "r.dataset.boot=\"\";",
    "const line=navigator.connection,[visit]=performance.getEntriesByType(\"navigation\");",
    "if(line?.saveData)r.dataset.save=\"\";",
    "else if(!/[23]g/.test(line?.effectiveType)&&!(performance.now()-visit?.requestStart>=150))",
    "for(const href of d.currentScript.dataset.fonts.split(\" \"))d.head.append(Object.assign(d.createElement(\"link\"),",
    "{rel:\"preload\",as:\"font\",type:\"font/woff2\",crossOrigin:\"\",fetchPriority:\"low\",href}));",
    "try{const t=localStorage.getItem(k);if(themes.indexOf(t)>0)r.dataset.theme=t}catch{}",
    "addEventListener(\"DOMContentLoaded\",()=>d.querySelectorAll(\"[data-does=theme]\").forEach(label));",
    "addEventListener(\"click\",({target})=>{const b=target.closest?.(\"[data-does]\");",
    "if(!b||b.closest(\"[data-state]\"))return;",
    "if(b.dataset.does===\"print\")return print();",
    "const t=themes[(now()+1)%3];",
    "if(t)r.dataset.theme=t;else delete r.dataset.theme;",
    "label(b);",
    "try{t?localStorage.setItem(k,t):localStorage.removeItem(k)}catch{}})}",
    "if(self.trustedTypes)trustedTypes.createPolicy(\"default\",{",
    "createHTML:s=>/<(?:script|iframe|object|embed|base|meta|link|form)|\\s(?:on\\w+|src\\w*|href|action|style)\\s*=/i",
    ".test(s)?null:s,",
    "createScriptURL:s=>/^[^?#]*\\/(?:assets\\/report-worker-[0-9a-f]{12}|sw)\\.js$/.test(s)?s:null})",
);

/// The policy of every page. `style` stands in each; `connect` are origins that feeds come from.
pub fn content_security_policy(style: &str, connect: &BTreeSet<String>) -> String {
    policy(style, connect, "'self'", "frame-ancestors 'self'")
}

/// The policy of what partners embed: the same, in a frame on any page. `origin` is the newsroom's: in a sandbox a page has none of its own,
/// and to WebKit nothing is then `'self'`.
pub fn embed_policy(style: &str, connect: &BTreeSet<String>, origin: &str) -> String {
    let own = ["'self' ", origin].concat();
    policy(style, connect, &own, "frame-ancestors *")
}

fn policy(style: &str, connect: &BTreeSet<String>, own: &str, ancestors: &str) -> String {
    let hash_of = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let (hash, style) = (hash_of(BOOT_SCRIPT), hash_of(style));
    let connect: String = connect
        .iter()
        .flat_map(|origin| [" ", origin.as_str()])
        .collect();
    [
        "default-src 'none'",
        &format!("script-src {own} 'sha256-{hash}' 'wasm-unsafe-eval'"),
        &format!("style-src {own} 'sha256-{style}'"),
        "style-src-attr 'unsafe-inline'",
        &format!("img-src {own} https: data:"),
        "media-src 'self' https:",
        "font-src 'self'",
        &format!("connect-src {own}{connect}"),
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        ancestors,
        "require-trusted-types-for 'script'",
        "trusted-types default nashra-parser",
    ]
    .join("; ")
}

/// The origins that the newsroom's own pages talk to: those of feeds elsewhere, and of the counter of visits.
pub(super) fn page_origins(source: &Source) -> BTreeSet<String> {
    let mut origins = feed_origins(source);
    origins.extend(super::analytics::origin(&source.newsroom));
    origins
}

/// The origins that feeds elsewhere are read from.
pub(super) fn feed_origins(source: &Source) -> BTreeSet<String> {
    let mut origins = BTreeSet::new();
    for language in &source.newsroom.languages {
        for feed in &language.feeds {
            let is_own = feed.as_str().starts_with(source.newsroom.base_url.as_str());
            if let (false, Ok(url)) = (is_own, url::Url::parse(feed.as_str())) {
                origins.insert(url.origin().ascii_serialization());
            }
        }
    }
    origins
}

//! What hosts need besides the files: `_headers` and `_redirects`, and configurations for nginx and Caddy that say the same.
//!
//! They state what `nashra serve` answers: types with their charset, compressed copies, a year for assets and revalidation
//! for all else, the policy, 404 for what is missing, and never a page in the place of a missing file.

mod caddy;
mod nginx;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::embed::FOLDER;
use super::files::{Compression, Output};
use super::policy;
use crate::error::PressError;
use crate::source::Source;

/// Types by extension. Hosts know most of them; a missing one would be taken for bytes to download.
const TYPES: [(&str, &str); 30] = [
    ("text/html; charset=utf-8", "html"),
    ("text/css; charset=utf-8", "css"),
    ("text/javascript; charset=utf-8", "js"),
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/wasm", "wasm"),
    ("text/xml; charset=utf-8", "xml"),
    ("text/plain; charset=utf-8", "txt"),
    ("text/csv; charset=utf-8", "csv"),
    ("text/vtt; charset=utf-8", "vtt"),
    ("text/calendar; charset=utf-8", "ics"),
    ("font/woff2", "woff2"),
    ("image/svg+xml", "svg"),
    ("image/jpeg", "jpg"),
    ("image/jpeg", "jpeg"),
    ("image/png", "png"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    ("image/avif", "avif"),
    ("image/x-icon", "ico"),
    ("application/pdf", "pdf"),
    ("application/zip", "zip"),
    ("audio/mpeg", "mp3"),
    ("audio/mp4", "m4a"),
    ("audio/ogg", "ogg"),
    ("video/mp4", "mp4"),
    ("video/webm", "webm"),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
    ),
];

/// How long an asset with a hashed name may be kept, and how all else is.
pub(crate) const IMMUTABLE: &str = "public, max-age=31536000, immutable";
pub(crate) const REVALIDATE: &str = "no-cache";
/// How long the file at `path`, relative to the newsroom's address, may be kept.
pub(crate) fn caching_of(path: &str) -> &'static str {
    if path.starts_with("assets/") {
        IMMUTABLE
    } else {
        REVALIDATE
    }
}

/// Headers of every answer besides the policy.
pub(crate) const SECURITY: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    CROSS_ORIGIN,
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// Everything here is public and the same for all who ask: the widget reads it from pages of others. Answers that carry nothing else must
/// say so too, or a file that is missing looks like a host that does not answer.
pub(crate) const CROSS_ORIGIN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// What a configuration is made of.
struct Host<'a> {
    /// From `/` to `/`.
    prefix: &'a str,
    policy: &'a str,
    /// Of what partners embed.
    embed_policy: &'a str,
    /// Folders of that, below the prefix.
    embeds: &'a [String],
    /// Where the files lie on this machine.
    folder: &'a str,
    /// Old paths and new ones, both from the host's root.
    redirects: &'a BTreeMap<String, String>,
}

/// The type of a file by its name, as all hosts are told.
pub(crate) fn type_of(path: &str) -> Option<&'static str> {
    let (_, extension) = path.rsplit_once('.')?;
    let known = TYPES.iter().find(|(_, known)| *known == extension);
    known.map(|(name, _)| *name)
}

/// Writes all of them. `out` is the folder as it will be called.
pub(super) fn write(
    source: &Source,
    (prefix, style): (&str, &str),
    redirects: &BTreeMap<String, String>,
    out: &Path,
    output: &Output,
) -> Result<(), PressError> {
    let policy = policy::content_security_policy(style, &policy::page_origins(source));
    let base_url = source.newsroom.base_url.as_str();
    let origin = url::Url::parse(base_url).map(|url| url.origin().ascii_serialization());
    let origin = origin.unwrap_or_default();
    let embed_policy = policy::embed_policy(style, &policy::feed_origins(source), &origin);
    let languages = source.languages.iter();
    let embeds: Vec<String> = languages
        .map(|language| [&language.tag, "/", FOLDER].concat())
        .collect();
    let folder = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let host = Host {
        prefix,
        policy: &policy,
        embed_policy: &embed_policy,
        embeds: &embeds,
        folder: &folder.to_string_lossy(),
        redirects,
    };
    let plain = |path: &str, text: &str| output.write(path, text.as_bytes(), Compression::None);
    plain("_headers", &headers(&host))?;
    plain("_redirects", &redirect_lines(&host))?;
    plain(".nashra/nginx.conf", &nginx::configuration(&host))?;
    plain(".nashra/Caddyfile", &caddy::configuration(&host))?;
    let serve = json!({ "prefix": prefix, "content_security_policy": policy, "embed_policy": embed_policy, "embeds": embeds, "redirects": redirects });
    plain(".nashra/serve.json", &serve.to_string())
}

/// For hosts that read Netlify's format.
fn headers(host: &Host<'_>) -> String {
    let prefix = host.prefix;
    let mut out = format!("{prefix}*\n  Content-Security-Policy: {}\n", host.policy);
    for (name, value) in SECURITY {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    out.push_str(&format!(
        "  Cache-Control: {REVALIDATE}\n\n{prefix}assets/*\n  ! Cache-Control\n  Cache-Control: {IMMUTABLE}\n"
    ));
    for folder in host.embeds {
        out.push_str(&format!(
            "\n{prefix}{folder}*\n  ! Content-Security-Policy\n  Content-Security-Policy: {}\n",
            host.embed_policy
        ));
    }
    out
}

fn redirect_lines(host: &Host<'_>) -> String {
    let lines = host.redirects.iter();
    lines
        .map(|(from, to)| format!("{from} {to} 301\n"))
        .collect()
}

#[cfg(test)]
mod tests;

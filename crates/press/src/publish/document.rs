//! The document around a page: head, the app's root with the page in it, the data block.

use leptos::prelude::{Owner, RenderHtml};
use nashra_app::app::App;
use nashra_app::state::page_data::{Boot, Content, PageData};
use nashra_app::state::session::{Screen, Session, Shown};

use super::assets::Assets;
use super::policy::BOOT_SCRIPT;

/// What the head says besides the page's own data.
pub(super) struct Head<'a> {
    pub(super) assets: &'a Assets,
    /// The newsroom's address, for absolute links.
    pub(super) base_url: &'a str,
    pub(super) prefix: &'a str,
    /// Where search engines should go instead, for copies of a page.
    pub(super) canonical: Option<&'a str>,
    pub(super) is_indexed: bool,
}

/// The whole document.
pub(super) fn document(screen: Screen, page: &PageData, head: &Head<'_>) -> String {
    let language = screen.locale.tag.as_str().to_owned();
    let direction = screen.locale.direction.as_str();
    let boot = Boot {
        prefix: head.prefix.to_owned(),
        newsroom: Some(screen.newsroom.clone()),
        page: Some(without_body(page)),
    };
    let is_page = matches!(screen.shown, Shown::Page(_));
    debug_assert!(is_page, "only pages are published");
    let mut out = String::with_capacity(32 * 1024);
    out.push_str("<!doctype html><html");
    attribute(&mut out, "lang", &language);
    attribute(&mut out, "dir", direction);
    out.push_str("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.push_str("<title>");
    escape(&mut out, &page.title);
    out.push_str("</title>");
    if let Some(description) = &page.description {
        meta(&mut out, "name", "description", description);
    }
    if !head.is_indexed {
        meta(&mut out, "name", "robots", "noindex");
    }
    links(&mut out, page, head);
    if let Some(logo) = &boot
        .newsroom
        .as_ref()
        .and_then(|newsroom| newsroom.logo.as_ref())
    {
        link(&mut out, &[("rel", "icon"), ("href", &logo.url)]);
    }
    meta(&mut out, "property", "og:title", &page.title);
    meta(
        &mut out,
        "property",
        "og:locale",
        &language.replace('-', "_"),
    );
    meta(&mut out, "name", "color-scheme", "light dark");
    out.push_str("<script>");
    out.push_str(BOOT_SCRIPT);
    out.push_str("</script>");
    assets(&mut out, direction, head.assets);
    out.push_str("</head><body><div id=\"nashra\" class=\"app\">");
    out.push_str(&render(screen));
    out.push_str("</div><script type=\"application/json\" id=\"nashra-data\">");
    out.push_str(&data_block(&boot));
    out.push_str("</script></body></html>\n");
    out
}

/// The app's own HTML: what hydration will find.
fn render(screen: Screen) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let session = Session::new(screen);
        leptos::prelude::IntoView::into_view(App(nashra_app::app::AppProps { session })).to_html()
    });
    owner.cleanup();
    html
}

/// The inlined block leaves out the text, which the page itself holds.
fn without_body(page: &PageData) -> PageData {
    let mut page = page.clone();
    if let Content::Item(item) = &mut page.content {
        item.body = None;
    }
    page
}

/// JSON that no HTML parser takes for the end of a script or the beginning of a comment.
fn data_block(boot: &Boot) -> String {
    nashra_feed::json::to_json(boot)
        .replace("</", "<\\/")
        .replace("<!--", "<\\u0021--")
}

fn links(out: &mut String, page: &PageData, head: &Head<'_>) {
    let absolute = |path: &str| match path.strip_prefix(head.prefix) {
        Some(rest) => [head.base_url, rest].concat(),
        None => path.to_owned(),
    };
    if head.is_indexed {
        link(
            out,
            &[
                ("rel", "canonical"),
                ("href", &absolute(head.canonical.unwrap_or(&page.path))),
            ],
        );
    }
    for alternate in &page.alternates {
        let href = absolute(&alternate.path);
        link(
            out,
            &[
                ("rel", "alternate"),
                ("hreflang", &alternate.tag),
                ("href", &href),
            ],
        );
    }
}

fn assets(out: &mut String, body: &str, assets: &Assets) {
    for font in assets.fonts.iter().filter(|font| font.is_needed(body)) {
        let attributes = [
            ("rel", "preload"),
            ("as", "font"),
            ("type", "font/woff2"),
            ("href", &font.path),
            ("crossorigin", ""),
        ];
        link(out, &attributes);
    }
    let css = &assets.css;
    link(
        out,
        &[
            ("rel", "stylesheet"),
            ("href", &css.path),
            ("integrity", &css.integrity),
        ],
    );
    link(
        out,
        &[
            ("rel", "modulepreload"),
            ("href", &assets.app.path),
            ("integrity", &assets.app.integrity),
        ],
    );
    out.push_str("<script type=\"module\"");
    attribute(out, "src", &assets.start.path);
    attribute(out, "integrity", &assets.start.integrity);
    out.push_str("></script>");
}

fn meta(out: &mut String, key: &str, name: &str, content: &str) {
    out.push_str("<meta");
    attribute(out, key, name);
    attribute(out, "content", content);
    out.push('>');
}

fn link(out: &mut String, attributes: &[(&str, &str)]) {
    out.push_str("<link");
    for (name, value) in attributes {
        attribute(out, name, value);
    }
    out.push('>');
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

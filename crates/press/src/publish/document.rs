//! The document around a page: head, the app's root with the page in it, the data block.

use leptos::prelude::{Owner, RenderHtml};
use nashra_app::app::App;
use nashra_app::state::page_data::{Boot, Content, PageData};
use nashra_app::state::session::{Screen, Session};

use super::assets::Assets;
use super::html::{attribute, link, meta, safe_json};
use super::lead;
use super::policy::BOOT_SCRIPT;

/// What the documents of one language share.
pub(super) struct Surroundings<'a> {
    pub(super) assets: &'a Assets,
    pub(super) prefix: &'a str,
    /// Path of the web app manifest.
    pub(super) manifest: &'a str,
    /// Path of the icon for iOS, which reads no manifest.
    pub(super) touch_icon: Option<&'a str>,
}

/// The whole document; `head` is the page's own part of its head.
pub(super) fn document(
    screen: Screen,
    page: &PageData,
    head: &str,
    around: &Surroundings<'_>,
) -> String {
    let language = screen.locale.tag.as_str().to_owned();
    let direction = screen.locale.direction.as_str();
    let boot = Boot {
        prefix: around.prefix.to_owned(),
        newsroom: Some(screen.newsroom.clone()),
        page: Some(without_body(page)),
    };
    let body = render(screen);
    let mut out = String::with_capacity(48 * 1024);
    out.push_str("<!doctype html><html");
    attribute(&mut out, "lang", &language);
    attribute(&mut out, "dir", direction);
    out.push_str("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.push_str(head);
    icons(&mut out, &boot, around);
    meta(&mut out, "name", "color-scheme", "light dark");
    out.push_str("<script>");
    out.push_str(BOOT_SCRIPT);
    out.push_str("</script>");
    assets(&mut out, &body, around.assets);
    out.push_str("</head><body><div id=\"nashra\" class=\"app\">");
    out.push_str(&body);
    out.push_str("</div><script type=\"application/json\" id=\"nashra-data\">");
    out.push_str(&safe_json(&nashra_feed::json::to_json(&boot)));
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

fn icons(out: &mut String, boot: &Boot, around: &Surroundings<'_>) {
    let newsroom = boot.newsroom.as_ref();
    if let Some(logo) = newsroom.and_then(|newsroom| newsroom.logo.as_ref()) {
        link(out, &[("rel", "icon"), ("href", &logo.url)]);
    }
    if let Some(icon) = around.touch_icon {
        link(out, &[("rel", "apple-touch-icon"), ("href", icon)]);
    }
    link(out, &[("rel", "manifest"), ("href", around.manifest)]);
}

/// In the order in which a browser asks for them where a host gives it six connections: what the first paint waits for, the picture
/// that it is judged by, the app; then the fonts, which may be late.
fn assets(out: &mut String, body: &str, assets: &Assets) {
    for css in std::iter::once(&assets.css).chain(&assets.theme) {
        link(
            out,
            &[
                ("rel", "stylesheet"),
                ("href", &css.path),
                ("integrity", &css.integrity),
            ],
        );
    }
    lead::preload(out, body);
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
}

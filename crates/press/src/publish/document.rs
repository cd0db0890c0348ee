//! The document around a page: head, the app's root with the page in it, the data block.

use leptos::prelude::{Owner, RenderHtml};
use nashra_app::app::{App, offline_frame};
use nashra_app::state::page_data::{Boot, Content, PageData};
use nashra_app::state::session::{Screen, Session};

use super::assets::{Asset, Assets};
use super::html::{attribute, link, meta, safe_json};
use super::policy::BOOT_SCRIPT;
use super::{fonts, lead};

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
    let boot = Boot {
        prefix: around.prefix.to_owned(),
        newsroom: Some(screen.newsroom.clone()),
        page: Some(without_body(page)),
    };
    let mut out = begin(&screen, head, around);
    let lang = screen.locale.tag.as_str().to_owned();
    let body = render(screen);
    boot_script(&mut out, &body, &lang, around.assets);
    styles(&mut out, &body, around.assets);
    script(&mut out, &around.assets.start);
    out.push_str("</head><body><div id=\"nashra\" class=\"app\">");
    out.push_str(&body);
    out.push_str("</div><script type=\"application/json\" id=\"nashra-data\">");
    out.push_str(&safe_json(&nashra_feed::json::to_json(&boot)));
    out.push_str("</script></body></html>\n");
    out
}

/// The page that is shown without a network. The app is not in it: it would look for the page of the address.
pub(super) fn offline_document(screen: &Screen, head: &str, around: &Surroundings<'_>) -> String {
    let owner = Owner::new();
    let frame = owner.with(|| offline_frame(screen, Session::new(screen.clone())));
    let mut body = String::new();
    frame.write_html(&mut body);
    owner.cleanup();
    let mut out = begin(screen, head, around);
    boot_script(&mut out, &body, screen.locale.tag.as_str(), around.assets);
    styles(&mut out, &body, around.assets);
    if let Some(retry) = &around.assets.retry {
        script(&mut out, retry);
    }
    out.push_str("</head><body><div class=\"app\">");
    out.push_str(&body);
    out.push_str("</div></body></html>\n");
    out
}

/// Up to the boot script.
fn begin(screen: &Screen, head: &str, around: &Surroundings<'_>) -> String {
    let mut out = String::with_capacity(48 * 1024);
    out.push_str("<!doctype html><html");
    attribute(&mut out, "lang", screen.locale.tag.as_str());
    attribute(&mut out, "dir", screen.locale.direction.as_str());
    out.push_str("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.push_str(head);
    icons(&mut out, screen, around);
    meta(&mut out, "name", "color-scheme", "light dark");
    // The header is a row whose parts make room for those that follow: it is shown when it is whole, or it would move where the
    // page's first piece ends in it.
    link(
        &mut out,
        &[("rel", "expect"), ("href", "#top"), ("blocking", "render")],
    );
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

fn icons(out: &mut String, screen: &Screen, around: &Surroundings<'_>) {
    if let Some(logo) = &screen.newsroom.logo {
        link(out, &[("rel", "icon"), ("href", &logo.url)]);
    }
    if let Some(icon) = around.touch_icon {
        link(out, &[("rel", "apple-touch-icon"), ("href", icon)]);
    }
    link(out, &[("rel", "manifest"), ("href", around.manifest)]);
}

/// The boot script, with the fonts that it asks for where they will be in time: a page may be drawn without them
/// (`font-display: optional`), and on a slow line they would only delay its picture.
fn boot_script(out: &mut String, body: &str, lang: &str, assets: &Assets) {
    let needed = fonts::needed(&assets.fonts, body, lang).into_iter();
    let paths: Vec<&str> = needed.map(|font| &*font.path).collect();
    out.push_str("<script");
    attribute(out, "data-fonts", &paths.join(" "));
    out.push('>');
    out.push_str(BOOT_SCRIPT);
    out.push_str("</script>");
}

/// The style itself, and the picture that the first view is judged by.
fn styles(out: &mut String, body: &str, assets: &Assets) {
    out.push_str("<style>");
    out.push_str(&assets.style);
    out.push_str("</style>");
    if let Some(theme) = &assets.theme {
        link(
            out,
            &[
                ("rel", "stylesheet"),
                ("href", &theme.path),
                ("integrity", &theme.integrity),
            ],
        );
    }
    lead::preload(out, body);
}

fn script(out: &mut String, asset: &Asset) {
    out.push_str("<script type=\"module\"");
    attribute(out, "src", &asset.path);
    attribute(out, "integrity", &asset.integrity);
    out.push_str("></script>");
}

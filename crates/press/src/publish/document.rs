//! The document around a page: head, the app's root with the page in it, the data block.

use leptos::prelude::{Owner, RenderHtml};
use nashra_app::app::{App, offline_frame, plain_frame};
use nashra_app::state::page_data::{Boot, Content, PageData};
use nashra_app::state::session::{Screen, Session};
use nashra_app::view::El;

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
    let beginning = Beginning::of(&screen, around);
    let icons = icons(&screen, around);
    let body = render(screen);
    let mut out = beginning.write(&body, [head, &icons]);
    for asset in [&around.assets.start]
        .into_iter()
        .chain(&around.assets.beacon)
    {
        script(&mut out, asset);
    }
    out.push_str("</head><body><div id=\"nashra\" class=\"app\">");
    out.push_str(&body);
    out.push_str("</div><script type=\"application/json\" id=\"nashra-data\">");
    out.push_str(&safe_json(&nashra_feed::json::to_json(&boot)));
    out.push_str("</script></body></html>\n");
    out
}

/// The page that is shown without a network. The app is not in it: it would look for the page of the address.
pub(super) fn offline_document(screen: &Screen, head: &str, around: &Surroundings<'_>) -> String {
    let retry = around.assets.retry.as_ref();
    standing(screen, offline_frame, head, around, retry)
}

/// A page that runs without the app: `content` in the frame of all pages, with a script of its own if it needs one.
pub(super) fn plain_document(
    screen: &Screen,
    content: El,
    head: &str,
    around: &Surroundings<'_>,
    own_script: Option<&Asset>,
) -> String {
    let make = |screen: &Screen, session| plain_frame(content, screen, session);
    standing(screen, make, head, around, own_script)
}

fn standing(
    screen: &Screen,
    make: impl FnOnce(&Screen, Session) -> El,
    head: &str,
    around: &Surroundings<'_>,
    own_script: Option<&Asset>,
) -> String {
    let owner = Owner::new();
    let frame = owner.with(|| make(screen, Session::new(screen.clone())));
    let mut body = String::new();
    frame.write_html(&mut body);
    owner.cleanup();
    let icons = icons(screen, around);
    let mut out = Beginning::of(screen, around).write(&body, [head, &icons]);
    for asset in own_script.into_iter().chain(&around.assets.beacon) {
        script(&mut out, asset);
    }
    out.push_str("</head><body><div class=\"app\">");
    out.push_str(&body);
    out.push_str("</div></body></html>\n");
    out
}

/// What documents begin with. Up to the end of the style it is the same for all pages of a language that need the same fonts, and is
/// compressed once for all of them (`files/compress/beginning.rs`): what is a page's own comes after it.
struct Beginning<'a> {
    lang: String,
    dir: &'static str,
    assets: &'a Assets,
}

impl<'a> Beginning<'a> {
    fn of(screen: &Screen, around: &Surroundings<'a>) -> Self {
        Self {
            lang: screen.locale.tag.as_str().to_owned(),
            dir: screen.locale.direction.as_str(),
            assets: around.assets,
        }
    }

    /// The document up to the scripts; `heads` are the page's own parts of its head.
    fn write(&self, body: &str, heads: [&str; 2]) -> String {
        let mut out = String::with_capacity(96 * 1024);
        out.push_str("<!doctype html><html");
        attribute(&mut out, "lang", &self.lang);
        attribute(&mut out, "dir", self.dir);
        out.push_str("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        meta(&mut out, "name", "color-scheme", "light dark");
        // The header is a row whose parts make room for those that follow: it is shown when it is whole, or it would move where
        // the page's first piece ends in it.
        link(
            &mut out,
            &[("rel", "expect"), ("href", "#top"), ("blocking", "render")],
        );
        boot_script(&mut out, body, &self.lang, self.assets);
        out.push_str("<style>");
        out.push_str(&self.assets.style);
        out.push_str("</style>");
        heads.into_iter().for_each(|head| out.push_str(head));
        lead::preload(&mut out, body);
        sheets(&mut out, body, self.assets);
        out
    }
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

fn icons(screen: &Screen, around: &Surroundings<'_>) -> String {
    let mut out = String::new();
    if let Some(logo) = &screen.newsroom.logo {
        link(&mut out, &[("rel", "icon"), ("href", &logo.url)]);
    }
    if let Some(icon) = around.touch_icon {
        link(&mut out, &[("rel", "apple-touch-icon"), ("href", icon)]);
    }
    link(&mut out, &[("rel", "manifest"), ("href", around.manifest)]);
    out
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

/// Sheets that are files: of rooms that few pages have, and the newsroom's own.
fn sheets(out: &mut String, body: &str, assets: &Assets) {
    let later = assets.needs_later(body).then_some(&assets.later);
    for sheet in later.into_iter().chain(&assets.theme) {
        link(
            out,
            &[
                ("rel", "stylesheet"),
                ("href", &sheet.path),
                ("integrity", &sheet.integrity),
            ],
        );
    }
}

fn script(out: &mut String, asset: &Asset) {
    out.push_str("<script type=\"module\"");
    attribute(out, "src", &asset.path);
    attribute(out, "integrity", &asset.integrity);
    out.push_str("></script>");
}

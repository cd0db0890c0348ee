//! What partners embed besides the element: a frame for sites that forbid scripts, the page where a partner chooses, and oEmbed files
//! for editors who paste an address. None of it is in a list or a sitemap, and the app never goes there.

mod chooser;
mod oembed;

use nashra_app::view::{El, el};

use super::assets::Asset;
use super::html::{attribute, escape, link, meta};

pub(super) use chooser::chooser;
pub(super) use oembed::oembed;

/// Where all of it stands, below a language; the host says there that any page may frame it.
pub(crate) const FOLDER: &str = "embed/";
/// The frame, in that folder.
pub(super) const FRAME: &str = "embed/frame/";
/// The file beside an item's page that oEmbed asks for.
pub(super) const OEMBED: &str = "oembed.json";

/// The scripts and the style of these pages.
pub(super) struct EmbedAssets {
    pub(super) frame_script: Asset,
    pub(super) frame_style: Asset,
    pub(super) chooser_script: Asset,
}

/// What frame and chooser are made of.
pub(super) struct Place<'a> {
    pub(super) language: &'a str,
    pub(super) direction: &'a str,
    /// Of the newsroom.
    pub(super) title: &'a str,
    /// All news, with its host.
    pub(super) list_url: &'a str,
    pub(super) assets: &'a EmbedAssets,
}

/// The frame's document. Without scripts it is a link to all news.
pub(super) fn frame(place: &Place<'_>) -> String {
    let mut out = beginning(place, place.title);
    // Links lead away from the frame, where the page around lets them.
    out.push_str("<base target=\"_top\">");
    sheet(&mut out, &place.assets.frame_style);
    script(&mut out, &place.assets.frame_script);
    out.push_str("</head><body>");
    el("main")
        .child(fallback(place))
        .child(el("output").attr("hidden", ""))
        .write_html(&mut out);
    out.push_str("</body></html>\n");
    out
}

/// The element, with a link inside for as long as there are no cards.
fn fallback(place: &Place<'_>) -> El {
    el("nashra-releases")
        .attr("lang", place.language.to_owned())
        .child(
            el("a")
                .attr("href", place.list_url.to_owned())
                .text(place.title.to_owned()),
        )
}

fn beginning(place: &Place<'_>, title: &str) -> String {
    let mut out = String::from("<!doctype html><html");
    attribute(&mut out, "lang", place.language);
    attribute(&mut out, "dir", place.direction);
    out.push_str("><head><meta charset=\"utf-8\">");
    meta(
        &mut out,
        "name",
        "viewport",
        "width=device-width, initial-scale=1",
    );
    meta(&mut out, "name", "robots", "noindex");
    meta(&mut out, "name", "color-scheme", "light dark");
    out.push_str("<title>");
    escape(&mut out, title);
    out.push_str("</title>");
    out
}

fn sheet(out: &mut String, asset: &Asset) {
    link(
        out,
        &[
            ("rel", "stylesheet"),
            ("href", &asset.path),
            ("integrity", &asset.integrity),
            ("crossorigin", ""),
        ],
    );
}

fn script(out: &mut String, asset: &Asset) {
    out.push_str("<script type=\"module\"");
    attribute(out, "src", &asset.path);
    attribute(out, "integrity", &asset.integrity);
    out.push_str("></script>");
}

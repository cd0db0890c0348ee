//! Files of an item: what they are, in which language, how large, before anyone clicks. A PDF offers reading first.

use super::icon::{Icon, icon};
use super::section::fact_box;
use crate::state::locale::Locale;
use crate::state::page_data::{AttachmentData, PlayerData};
use crate::view::{El, el};

/// All attachments of an item under a heading.
pub fn attachments(files: Vec<AttachmentData>, heading: String, locale: &Locale) -> El {
    let files = files.into_iter().map(|file| attachment(file, locale));
    fact_box("box attachments", "attachments-heading", heading).child(el("ul").children(files))
}

fn attachment(file: AttachmentData, locale: &Locale) -> El {
    let title = file.title.clone().unwrap_or_else(|| file.kind.clone());
    let download = match &file.size {
        Some(size) => locale.fill("release.downloadWithSize", &[("size", size)]),
        None => locale.text("release.download"),
    };
    let pages = file.n_pages.map(|n| locale.count("report.pages", n));
    let facts = [Some(file.kind), pages, file.language_name];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| el("li").child(el("bdi").text(fact)));
    let pages = file.pages_url;
    let read = file.read_url.map(|url| {
        // Our viewer is a page of ours; what is read elsewhere is not.
        let is_elsewhere = !url.ends_with("/read/");
        el("a")
            .class("button")
            .attr("href", url)
            .attr_if(is_elsewhere, "rel", "external")
            // The start script fetches them where the line is quick.
            .attr_opt("data-pages", pages)
            .child(icon(Icon::Book))
            .text(locale.text("release.readOnline"))
    });
    let player = file.player.map(|data| player(data, &file.url, &title));
    el("li")
        .child(
            el("p")
                .class("attachment-title")
                .attr_opt("lang", file.language)
                .child(el("bdi").text(title)),
        )
        .child(el("ul").class("attachment-facts").children(facts))
        .opt(player)
        .opt(read)
        .child(
            el("a")
                .class("button button-quiet")
                .attr("href", file.url)
                .attr("rel", "external")
                .attr("download", "")
                .child(icon(Icon::Download))
                .text(download),
        )
}

/// Plays in place; nothing is fetched before the reader asks.
fn player(data: PlayerData, url: &str, title: &str) -> El {
    let tracks = data.captions.into_iter().map(|captions| {
        el("track")
            .attr("kind", "captions")
            .attr_opt("srclang", captions.language)
            .attr("label", captions.label)
            .attr("src", captions.url)
    });
    el(if data.is_video { "video" } else { "audio" })
        .class("player")
        .attr("controls", "")
        .attr("preload", "none")
        .attr_if(data.is_video, "playsinline", "")
        .attr("aria-label", title.to_owned())
        .attr("src", url.to_owned())
        .children(tracks)
}

//! What journalists take with them of an item: its photos for web and print, all of them in one archive, its files with their
//! checksums. A page of its own that runs without the app; only comparing checksums needs its few lines of script.

use nashra_app::components::breadcrumbs::breadcrumbs;
use nashra_app::components::picture::{Loading, picture};
use nashra_app::state::locale::Locale;
use nashra_app::state::page_data::{AttachmentData, PhotoData};
use nashra_app::view::{El, el};
use nashra_l10n::{file_size, isolate};

use crate::media::PressFacts;

/// The folder below the page of an item.
pub(super) const FOLDER: &str = "downloads/";
/// Compares copies with checksums.
pub(super) const VERIFY_SCRIPT: &str = include_str!("kit/verify.js");

/// What can be downloaded of an item.
pub(super) struct Kit {
    pub(super) photos: Vec<Photo>,
    /// Address and bytes of the archive.
    pub(super) album: Option<(String, u64)>,
    pub(super) files: Vec<KnownFile>,
}

/// A photo and its sizes.
pub(super) struct Photo {
    pub(super) shown: PhotoData,
    pub(super) rights: Option<String>,
    pub(super) sizes: PressFacts,
    /// Address of the size for the web, where there is one.
    pub(super) web_url: String,
}

/// A file and its checksum, in hex.
pub(super) struct KnownFile {
    pub(super) shown: AttachmentData,
    pub(super) sum: String,
}

/// Of which item the page is.
pub(super) struct Item<'a> {
    pub(super) title: &'a str,
    /// Its language, where it is not the page's.
    pub(super) language: Option<&'a str>,
    pub(super) direction: &'a str,
    /// Names and paths of the pages above, home first, the item's own last.
    pub(super) way: Vec<(String, String)>,
}

/// The page's content.
pub(super) fn page(kit: Kit, item: Item<'_>, locale: &Locale) -> El {
    let title = locale.text("press.title");
    let photos = (!kit.photos.is_empty()).then(|| {
        let album = kit.album.map(|(url, n_bytes)| {
            let label = locale.fill("press.album", &[("size", &size(n_bytes, locale))]);
            download("button", url, label)
        });
        let photos = kit
            .photos
            .into_iter()
            .map(|photo| of_photo(photo, &item, locale));
        part("release.photos", locale)
            .opt(album)
            .child(el("ul").class("kit-photos").children(photos))
    });
    let files = (!kit.files.is_empty()).then(|| {
        let files = kit.files.into_iter().map(|file| of_file(file, locale));
        part("release.attachments", locale)
            .child(el("p").class("meta").text(locale.text("press.verifyHint")))
            .child(
                el("ul")
                    .class("kit-files")
                    .attr("data-same", locale.text("press.same"))
                    .attr("data-differs", locale.text("press.differs"))
                    .attr("data-unreadable", locale.text("press.unreadable"))
                    .children(files),
            )
    });
    el("div")
        .class("wrap kit")
        .child(breadcrumbs(item.way, title.clone(), locale))
        .child(el("h1").class("page-title").text(title))
        .child(
            el("p")
                .class("kit-of")
                .attr_opt("lang", item.language.map(str::to_owned))
                .attr("dir", item.direction.to_owned())
                .text(item.title.to_owned()),
        )
        .opt(photos)
        .opt(files)
}

fn part(key: &'static str, locale: &Locale) -> El {
    el("section")
        .class("kit-part")
        .attr("aria-labelledby", key)
        .child(el("h2").attr("id", key).text(locale.text(key)))
}

fn of_photo(photo: Photo, item: &Item<'_>, locale: &Locale) -> El {
    let sizes = &photo.sizes;
    let url = photo.shown.image.url.clone();
    let link = |key: &str, size: &crate::media::Size, url: String| {
        let number = |px: u32| locale.formats.integer(u64::from(px));
        let (width, height) = (number(size.width_px), number(size.height_px));
        let pixels = locale.fill("press.pixels", &[("width", &width), ("height", &height)]);
        let values = [
            ("pixels", &*pixels),
            ("size", &self::size(size.n_bytes, locale)),
        ];
        el("li").child(download("kit-link", url, locale.fill(key, &values)))
    };
    let web = sizes.web.as_ref();
    let web = web.map(|size| link("press.web", size, photo.web_url));
    // A small original does for both.
    let key = if web.is_some() {
        "press.print"
    } else {
        "press.both"
    };
    let print = link(key, &sizes.print, url);
    let credit = photo.shown.credit.map(|name| match name.contains(':') {
        true => name,
        false => locale.fill("photos.credit", &[("name", &name)]),
    });
    let rights = photo
        .rights
        .map(|rights| locale.fill("press.rights", &[("rights", &isolate(&rights))]));
    let line = |text: String| el("p").class("meta").text(text);
    let caption = photo.shown.caption.map(|text| {
        el("p")
            .attr_opt("lang", item.language.map(str::to_owned))
            .attr("dir", item.direction.to_owned())
            .text(text)
    });
    el("li")
        .child(el("div").class("kit-picture").child(picture(
            photo.shown.image,
            Loading::Lazy,
            "(min-width: 30rem) 12rem, 92vw",
        )))
        .child(
            el("div")
                .opt(caption)
                .opt(credit.map(line))
                .opt(rights.map(line))
                .child(el("ul").class("kit-links").opt(web).child(print)),
        )
}

fn of_file(file: KnownFile, locale: &Locale) -> El {
    let shown = file.shown;
    let title = shown.title.unwrap_or_else(|| shown.kind.clone());
    let facts = [Some(shown.kind), shown.language_name]
        .into_iter()
        .flatten();
    let facts = facts.map(|fact| el("span").child(el("bdi").text(fact)));
    let label = match &shown.size {
        Some(size) => locale.fill("release.downloadWithSize", &[("size", size)]),
        None => locale.text("release.download"),
    };
    let verify = el("label")
        .class("button button-quiet needs-script")
        .child(el("span").text(locale.text("press.verify")))
        .child(
            el("input")
                .class("visually-hidden")
                .attr("type", "file")
                .attr("data-sum", file.sum.clone()),
        );
    el("li")
        .child(
            el("p")
                .class("attachment-title")
                .attr_opt("lang", shown.language)
                .child(el("bdi").text(title)),
        )
        .child(el("p").class("meta").children(facts))
        .child(
            el("dl")
                .child(el("dt").text(locale.fill("press.checksum", &[("algorithm", "SHA-256")])))
                .child(el("dd").child(el("code").attr("dir", "ltr").text(file.sum))),
        )
        .child(
            el("p")
                .class("kit-does")
                .child(download("button button-quiet", shown.url, label))
                .child(verify)
                .child(el("span").attr("role", "status")),
        )
}

fn download(class: &'static str, url: String, label: String) -> El {
    el("a")
        .class(class)
        .attr("href", url)
        .attr("rel", "external")
        .attr("download", "")
        .text(label)
}

/// Bytes as readers meet them.
pub(super) fn size(n_bytes: u64, locale: &Locale) -> String {
    file_size(n_bytes, &*locale.formats, &locale.messages)
}

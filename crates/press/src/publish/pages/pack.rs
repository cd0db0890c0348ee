//! The page of an item as one file that opens from a disk: text, photos and chosen pages of its report, with nothing to fetch.
//!
//! It is made only where the item asks for it, for it holds all its pictures. Its own policy lets nothing in from anywhere.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use nashra_app::components::contact::contact;
use nashra_app::components::date::full_date;
use nashra_app::components::gallery::caption;
use nashra_app::components::prose::prose;
use nashra_app::components::title::titled;
use nashra_app::state::body::Body;
use nashra_app::state::locale::Locale;
use nashra_app::state::page_data::{ImageData, ItemData, PageData, PhotoData, TopicData};
use nashra_app::view::{El, el};
use nashra_feed::Item;
use nashra_l10n::isolate;
use nashra_markup::{Attribute, Element, Markup, Node, Tag};

use super::{Job, Writer, read};
use crate::error::PressError;
use crate::media::scrub;
use crate::publish::files::Compression;
use crate::publish::html::{attribute, escape, meta};
use crate::publish::{fonts, host, kit};

/// The widest picture that goes into the file, in pixels: a text column on a fine screen.
const WIDEST_PX: u32 = 1200;
/// What the style of all pages does not say.
const STYLE: &str = include_str!("pack.css");
const POLICY: &str = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

impl Writer<'_> {
    /// Writes the file, where the item asks for one, and names it.
    pub(super) fn pack(
        &self,
        job: &Job,
        item: &Item,
        data: &ItemData,
        page: &PageData,
        folder: &str,
    ) -> Result<Option<TopicData>, PressError> {
        let Some(numbers) = &item.pack else {
            return Ok(None);
        };
        let html = self.pack_document(job, data, page, numbers);
        let output = self.setting.output;
        output.write(&path(folder), html.as_bytes(), Compression::Page)?;
        let locale = &self.plan.frames[job.frame].locale;
        let size = kit::size(html.len() as u64, locale);
        Ok(Some(TopicData {
            name: locale.fill("pack.link", &[("size", &size)]),
            path: path(&page.path),
        }))
    }

    fn pack_document(
        &self,
        job: &Job,
        data: &ItemData,
        page: &PageData,
        numbers: &[u32],
    ) -> String {
        let frame = &self.plan.frames[job.frame];
        let mut body = String::new();
        let content = self.pack_content(job, data, page, numbers);
        el("div").class("app").child(content).write_html(&mut body);
        let mut out = String::from("<!doctype html><html");
        attribute(&mut out, "lang", frame.locale.tag.as_str());
        attribute(&mut out, "dir", frame.locale.direction.as_str());
        out.push_str("><head><meta charset=\"utf-8\">");
        meta(&mut out, "http-equiv", "Content-Security-Policy", POLICY);
        meta(
            &mut out,
            "name",
            "viewport",
            "width=device-width, initial-scale=1",
        );
        meta(&mut out, "name", "color-scheme", "light dark");
        out.push_str("<title>");
        escape(&mut out, &page.title);
        out.push_str("</title><style>");
        out.push_str(&self.pack_style(&body, frame.locale.tag.as_str()));
        out.push_str(STYLE);
        out.push_str("</style></head><body>");
        out.push_str(&body);
        out.push_str("</body></html>\n");
        out
    }

    fn pack_content(&self, job: &Job, data: &ItemData, page: &PageData, numbers: &[u32]) -> El {
        let frame = &self.plan.frames[job.frame];
        let (locale, newsroom) = (&frame.locale, &frame.newsroom);
        let own = |element: El| {
            let element = element.attr_opt("lang", data.language.clone());
            element.attr("dir", data.direction.clone())
        };
        let title = data.title.as_deref().unwrap_or(&page.title);
        let body = data.body.as_ref().map(|body| {
            let mut nodes = body.markup().nodes.clone();
            self.take_along(&mut nodes);
            Body::new(Markup { nodes })
        });
        let figure = |photo: &PhotoData| self.figure(photo, data, locale);
        let lead = data.lead.as_ref().and_then(figure);
        let shown = data.lead.as_ref().map(|lead| &lead.image.url);
        let photos = data
            .photos
            .iter()
            .filter(|photo| Some(&photo.image.url) != shown);
        let photos: Vec<El> = photos.filter_map(figure).collect();
        let pages = self.report_pages(data, numbers, locale);
        let site = self.site(job.frame);
        let url = isolate(&site.absolute(&page.path));
        let from = locale.fill("pack.from", &[("url", &url)]);
        el("main")
            .class("wrap pack")
            .child(el("p").class("kicker").text(data.label.clone()))
            .child(titled(own(el("h1").class("item-title")), title))
            .child(
                el("p")
                    .class("meta")
                    .child(el("span").text(newsroom.publisher.clone()))
                    .opt(data.published.clone().map(|date| full_date(date, locale))),
            )
            .opt(lead)
            .child(prose(body, data.language.clone(), data.direction.clone()))
            .children(photos)
            .children(pages)
            .opt(contact(newsroom, locale))
            .child(el("p").class("meta item-source").text(from))
    }

    fn figure(&self, photo: &PhotoData, data: &ItemData, locale: &Locale) -> Option<El> {
        let image = self.picture(&photo.image)?;
        let words = caption(
            photo.caption.clone(),
            photo.credit.clone(),
            data.language.clone(),
            data.direction.clone(),
            locale,
        );
        Some(el("figure").child(image).opt(words))
    }

    /// A picture of the newsroom's own, as data; others stay where they are, and out of the file.
    fn picture(&self, image: &ImageData) -> Option<El> {
        let narrow = image
            .srcset
            .as_deref()
            .and_then(|set| widest(set, WIDEST_PX));
        let data = self.data_url(narrow.unwrap_or(&image.url))?;
        let picture = el("img")
            .number("width", image.width)
            .number("height", image.height)
            .attr("alt", image.alt.clone());
        Some(picture.attr("src", data))
    }

    /// Chosen pages of the first report that was taken apart. Numbers beyond its end choose nothing.
    fn report_pages(&self, data: &ItemData, numbers: &[u32], locale: &Locale) -> Vec<El> {
        let mut files = data.attachments.iter();
        let known = files.find_map(|file| read::pages_at(file.pages_url.as_deref()?, self.setting));
        let Some(known) = known else {
            return Vec::new();
        };
        let pages = numbers.iter().filter_map(|number| {
            let page = known
                .pages
                .get(usize::try_from(*number).ok()?.checked_sub(1)?)?;
            let readable = page
                .posters
                .iter()
                .filter(|poster| poster.mime_type == "image/webp");
            let widest = readable.max_by_key(|poster| poster.width_px)?;
            let number = locale.formats.integer(u64::from(*number));
            let name = locale.fill("viewer.page", &[("n", &number)]);
            let image = el("img")
                .attr("alt", name.clone())
                .attr("src", self.data_url(&widest.url)?);
            let figure = el("figure").class("pack-page").child(image);
            Some(figure.child(el("figcaption").text(name)))
        });
        pages.collect()
    }

    /// Pictures become data and paths whole addresses; pictures from elsewhere go. Depth is bounded by `markup` at 64.
    fn take_along(&self, nodes: &mut Vec<Node>) {
        nodes.retain_mut(|node| {
            let Node::Element(element) = node else {
                return true;
            };
            if element.tag == Tag::Img {
                return self.take_picture(element);
            }
            for (name, value) in &mut element.attributes {
                if *name == Attribute::Href && value.starts_with(self.setting.prefix) {
                    let base = self.setting.source.newsroom.base_url.as_str();
                    *value = [base, &value[self.setting.prefix.len()..]].concat();
                }
            }
            self.take_along(&mut element.children);
            true
        });
    }

    fn take_picture(&self, image: &mut Element) -> bool {
        let url = image
            .attribute(Attribute::Src)
            .and_then(|url| self.data_url(url));
        let Some(url) = url else {
            return false;
        };
        let is_kept = |name: Attribute| !matches!(name, Attribute::Src | Attribute::Srcset);
        image.attributes.retain(|(name, _)| is_kept(*name));
        image.attributes.push((Attribute::Src, url));
        true
    }

    /// A file of the newsroom's own as data, as it is published; `None` where it is none or cannot be read.
    fn data_url(&self, url: &str) -> Option<String> {
        let path = url.strip_prefix(self.setting.prefix)?;
        let path = path.split(['?', '#']).next()?;
        let kind = host::type_of(&path.to_ascii_lowercase())?;
        let bytes = fs::read(self.setting.places.file(path)?).ok()?;
        let is_made = self.setting.places.made(path).is_some();
        let bytes = if scrub::is_for(path) && !is_made {
            scrub::scrub(bytes).ok()?
        } else {
            bytes
        };
        Some(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
    }

    /// The style of all pages, with the fonts that this one is set in and no other.
    fn pack_style(&self, body: &str, lang: &str) -> String {
        let assets = self.setting.assets;
        let needed = fonts::needed(&assets.fonts, body, lang);
        let mut out = String::with_capacity(assets.style.len());
        let mut rest = &*assets.style;
        while let Some(at) = rest.find("@font-face") {
            out.push_str(&rest[..at]);
            let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
            let face = &rest[at..end];
            if let Some(font) = needed.iter().find(|font| face.contains(&*font.path)) {
                let path = font.path.strip_prefix(self.setting.prefix);
                let mut files = self.setting.waiting.iter();
                if let Some(file) = files.find(|file| Some(&*file.path) == path) {
                    let data = ["data:font/woff2;base64,", &STANDARD.encode(&*file.bytes)].concat();
                    out.push_str(&face.replace(&font.path, &data));
                }
            }
            rest = &rest[end..];
        }
        out.push_str(rest);
        out
    }
}

/// The path of the file, which is called as the last part of the page's address.
fn path(page: &str) -> String {
    let name = page.trim_end_matches('/').rsplit('/').next();
    [page, name.unwrap_or_default(), ".html"].concat()
}

/// The widest candidate of a `srcset` that is no wider than this.
fn widest(srcset: &str, width_px: u32) -> Option<&str> {
    let candidates = srcset.split(", ").filter_map(|candidate| {
        let (url, width) = candidate.rsplit_once(' ')?;
        Some((width.strip_suffix('w')?.parse::<u32>().ok()?, url))
    });
    let fitting = candidates.filter(|(width, _)| *width <= width_px);
    fitting.max_by_key(|(width, _)| *width).map(|(_, url)| url)
}

#[cfg(test)]
mod tests {
    use super::widest;

    #[test]
    fn the_widest_that_fits_is_taken() {
        let set = "/a.webp 480w, /b.webp 960w, /c.jpg 2400w";
        let check = |width, expect| assert_eq!(widest(set, width), expect, "{width}");
        check(1200, Some("/b.webp"));
        check(2400, Some("/c.jpg"));
        check(200, None);
    }
}

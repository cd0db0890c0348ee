//! Pictures as a page shows them: sizes, derivatives, focus, and what stands in for them.

use nashra_feed::{Item, Kind, Photo, PhotoSource};

use super::Composer;
use super::placeholder::placeholder;
use crate::state::page_data::{ImageData, PhotoData};

impl Composer<'_> {
    /// A photo with its caption.
    pub(super) fn photo_data(&self, photo: &Photo) -> PhotoData {
        PhotoData {
            image: self.image_data(photo),
            caption: photo.caption.clone(),
            credit: photo.credit.clone(),
        }
    }

    /// The picture of an item in a list: its cover, its own picture, or its first photo.
    pub(super) fn card_image(&self, item: &Item) -> Option<ImageData> {
        let cover = item
            .report
            .as_ref()
            .and_then(|report| report.cover.as_ref());
        let mut image = match (cover, &item.image) {
            (Some(cover), _) => self.image_data(cover),
            (None, Some(url)) => self.find_photo(item, url.as_str()),
            (None, None) => self.image_data(item.photos.first()?),
        };
        // Beside the title it only decorates: its description would be read twice.
        image.alt.clear();
        Some(image)
    }

    /// The picture above an item's text: its banner, else its own. A report has its cover, which stands beside the
    /// text.
    pub(super) fn lead_of(&self, item: &Item) -> Option<PhotoData> {
        if item.kind == Kind::Report {
            let image = self.card_image(item)?;
            return Some(PhotoData {
                image,
                caption: None,
                credit: None,
            });
        }
        let url = item.banner_image.as_ref().or(item.image.as_ref());
        let known = url.and_then(|url| {
            item.photos
                .iter()
                .find(|photo| photo.url.as_str() == url.as_str())
        });
        match (known, url) {
            (Some(photo), _) => Some(self.photo_data(photo)),
            (None, Some(url)) => Some(PhotoData {
                image: self.find_photo(item, url.as_str()),
                caption: None,
                credit: None,
            }),
            (None, None) => None,
        }
    }

    /// The picture at `url`, with all that the item says of it elsewhere.
    fn find_photo(&self, item: &Item, url: &str) -> ImageData {
        let mut known = item.photos.iter().chain(&item.pictures);
        let known = known.find(|photo| photo.url.as_str() == url);
        known.map_or_else(
            || ImageData {
                url: self.local(url),
                width: None,
                height: None,
                alt: String::new(),
                srcset: None,
                avif: None,
                focus: None,
                placeholder: None,
            },
            |photo| self.image_data(photo),
        )
    }

    fn image_data(&self, photo: &Photo) -> ImageData {
        ImageData {
            url: self.local(photo.url.as_str()),
            width: photo.size.map(|size| size.width_px),
            height: photo.size.map(|size| size.height_px),
            alt: photo.alt.clone().unwrap_or_default(),
            srcset: self.srcset(photo),
            avif: self.avif(photo),
            focus: photo.focus.map(|[x, y]| percent(x) + " " + &percent(y)),
            placeholder: photo.thumbhash.as_deref().and_then(placeholder),
        }
    }

    /// The derivatives by width, those in AVIF left out; the picture itself among them where none is as wide.
    fn srcset(&self, photo: &Photo) -> Option<String> {
        let mut candidates = self.candidates(photo, false);
        if candidates.is_empty() {
            return None;
        }
        let widest = candidates.iter().map(|(width, _)| *width).max();
        let own = photo.size.filter(|size| Some(size.width_px) > widest);
        candidates.extend(own.map(|size| (size.width_px, self.local(photo.url.as_str()))));
        Some(join(candidates))
    }

    fn avif(&self, photo: &Photo) -> Option<String> {
        let candidates = self.candidates(photo, true);
        (!candidates.is_empty()).then(|| join(candidates))
    }

    /// The derivatives in AVIF, or all others, with their widths.
    fn candidates(&self, photo: &Photo, in_avif: bool) -> Vec<(u32, String)> {
        let sources = photo.sources.iter();
        let sources = sources.filter(|source| is_avif(source) == in_avif);
        sources
            .filter_map(|source| Some((source.width_px?, self.local(source.url.as_str()))))
            .collect()
    }
}

fn is_avif(source: &PhotoSource) -> bool {
    source.mime_type.as_deref() == Some("image/avif")
}

fn join(mut candidates: Vec<(u32, String)>) -> String {
    candidates.sort();
    let candidates: Vec<String> = candidates
        .into_iter()
        // A comma or a space ends a URL in `srcset`; such a file is found by `src`.
        .filter(|(_, url)| !url.contains([',', ' ']))
        .map(|(width, url)| [&url, " ", &width.to_string(), "w"].concat())
        .collect();
    candidates.join(", ")
}

fn percent(share: f64) -> String {
    let tenths = (share * 1000.0).round() as u32;
    [
        &(tenths / 10).to_string(),
        ".",
        &(tenths % 10).to_string(),
        "%",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn writes_percentages_without_floating_dust() {
        assert_eq!(percent(0.5), "50.0%");
        assert_eq!(percent(0.333_333), "33.3%");
        assert_eq!(percent(1.0), "100.0%");
    }
}

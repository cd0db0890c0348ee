//! The photos of one page as the lightbox shows them: their files by width, their words and whose language these are. It
//! refuses to know which of them is open.

use std::sync::Arc;

use nashra_l10n::Direction;

use super::geometry::Size;
use super::slides::File;
use crate::state::locale::Locale;
use crate::state::page_data::{AlternateData, Content, PhotoData};
use crate::state::session::{Screen, Shown};

/// What the lightbox needs of a page.
pub struct Album {
    /// The page's path.
    pub path: String,
    /// The photos in order.
    pub photos: Vec<PhotoData>,
    /// The language of captions.
    pub language: Option<String>,
    /// The direction of captions, and of turning.
    pub direction: Direction,
    /// The title of what they belong to.
    pub title: Option<String>,
    /// The same page in other languages, each with the language's own name.
    pub alternates: Vec<(AlternateData, String)>,
    /// The interface's language.
    pub locale: Locale,
}

impl Album {
    /// The album of the page on the screen, if it has photos.
    pub fn of(screen: &Screen) -> Option<Arc<Self>> {
        let Shown::Page(page) = &screen.shown else {
            return None;
        };
        let Content::Item(item) = &page.content else {
            return None;
        };
        if item.photos.is_empty() {
            return None;
        }
        let own = screen.locale.tag.as_str();
        let alternates = page.alternates.iter().filter(|other| other.tag != own);
        let named = alternates.filter_map(|other| {
            let mut languages = screen.newsroom.languages.iter();
            let language = languages.find(|language| language.tag == other.tag)?;
            Some((other.clone(), language.name.clone()))
        });
        Some(Arc::new(Self {
            path: page.path.clone(),
            photos: item.photos.clone(),
            language: item.language.clone(),
            direction: match &*item.direction {
                "rtl" => Direction::Rtl,
                _ => Direction::Ltr,
            },
            title: item.title.clone(),
            alternates: named.collect(),
            locale: screen.locale.clone(),
        }))
    }

    /// The size that the feed gives a photo.
    pub fn size(&self, index: usize) -> Option<Size> {
        let image = &self.photos.get(index)?.image;
        Some(Size::new(f64::from(image.width?), f64::from(image.height?)))
    }

    /// The files of a photo, the narrowest first; the original is the last.
    pub fn files(&self, index: usize) -> Vec<File> {
        let Some(photo) = self.photos.get(index) else {
            return Vec::new();
        };
        let image = &photo.image;
        let original = File {
            url: image.url.clone(),
            width: image.width.unwrap_or(u32::MAX),
        };
        let mut files = Vec::new();
        let mut has_original = false;
        // Sorted by `compose`, with the original among them where its width is known.
        for text in image.srcset.as_deref().unwrap_or_default().split(',') {
            if let Some(file) = candidate(text) {
                has_original |= file.url == original.url;
                files.push(file);
            }
        }
        if !has_original {
            files.push(original);
        }
        files
    }
}

/// A candidate of a `srcset` as `compose` writes it: a URL without spaces and commas, and a width.
fn candidate(text: &str) -> Option<File> {
    let text = text.strip_prefix(' ').unwrap_or(text);
    let (url, width) = text.rsplit_once(' ')?;
    Some(File {
        url: url.to_owned(),
        width: width.strip_suffix('w')?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::candidate;

    #[test]
    fn reads_the_candidates_that_compose_writes() {
        let check = |text: &str, expect: Option<(&str, u32)>| {
            let file = candidate(text);
            assert_eq!(file.as_ref().map(|file| (&*file.url, file.width)), expect);
        };
        check(" /media/a-640.webp 640w", Some(("/media/a-640.webp", 640)));
        check("/media/a.webp 2x", None);
        check("/media/a.webp", None);
    }
}

//! The photos of one page as the lightbox shows them: their files by width, their words and whose language these are. It
//! refuses to know which of them is open.

use std::sync::Arc;

use nashra_l10n::Direction;

use super::geometry::Size;
use super::slides::File;
use crate::state::locale::Locale;
use crate::state::page_data::{Content, ItemData, LanguageData, PageData, PhotoData};
use crate::state::session::{Screen, Shown};

/// A page with photos, and the screen that it stands on.
pub struct Album {
    screen: Arc<Screen>,
    page: Arc<PageData>,
    /// The direction of captions, and of turning.
    pub direction: Direction,
}

impl Album {
    /// The album of the page on the screen, if it has photos.
    pub fn of(screen: Arc<Screen>) -> Option<Arc<Self>> {
        let Shown::Page(page) = &screen.shown else {
            return None;
        };
        let page = page.clone();
        let album = Self {
            direction: match &*item(&page)?.direction {
                "rtl" => Direction::Rtl,
                _ => Direction::Ltr,
            },
            screen,
            page,
        };
        (!album.photos().is_empty()).then(|| Arc::new(album))
    }

    /// The page's path.
    pub fn path(&self) -> &str {
        &self.page.path
    }

    /// The photos in order. Not inlined: one copy serves all.
    #[inline(never)]
    pub fn photos(&self) -> &[PhotoData] {
        item(&self.page).map_or(&[], |item| &item.photos)
    }

    /// The language of captions.
    pub fn language(&self) -> Option<String> {
        item(&self.page)?.language.clone()
    }

    /// The title of what they belong to.
    pub fn title(&self) -> &str {
        let title = item(&self.page).and_then(|item| item.title.as_deref());
        title.unwrap_or_default()
    }

    /// The interface's language.
    pub fn locale(&self) -> &Locale {
        &self.screen.locale
    }

    /// The same page in another language: its path there. None where it is not there, or is this one.
    pub fn elsewhere(&self, language: &LanguageData) -> Option<&str> {
        let tag = &language.tag;
        let mut others = self.page.alternates.iter();
        let other = others.find(|other| other.tag == *tag)?;
        (self.locale().tag.as_str() != tag).then_some(&other.path)
    }

    /// The newsroom's languages.
    pub fn languages(&self) -> &[LanguageData] {
        &self.screen.newsroom.languages
    }

    /// The size that the feed gives a photo.
    pub fn size(&self, index: usize) -> Option<Size> {
        let image = &self.photos().get(index)?.image;
        Some(Size::new(f64::from(image.width?), f64::from(image.height?)))
    }

    /// The files of a photo, the narrowest first; the original is the last.
    pub fn files(&self, index: usize) -> Vec<File> {
        let Some(photo) = self.photos().get(index) else {
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

/// The item of a page that is one's.
fn item(page: &PageData) -> Option<&ItemData> {
    match &page.content {
        Content::Item(item) => Some(item),
        _ => None,
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

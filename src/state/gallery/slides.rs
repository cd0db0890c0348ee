//! The few photos that stand ready around the current one, and which files each shows and waits for.
//!
//! However long the album, a handful of photos is in the page; a photo gets the narrowest file that its size on the screen
//! asks for, and what is shown stays until the better one is decoded. It refuses to fetch: the view shows its layers,
//! and tells it what became of them.

use std::ops::Range;

use super::geometry::Size;

/// A file of a photo.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Where it is.
    pub url: String,
    /// Its pixels from left to right; [`u32::MAX`] where nobody knows.
    pub width: u32,
}

/// A file in the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layer {
    /// Which.
    pub file: File,
    /// Decoded, so that it shows without a pause.
    pub is_ready: bool,
}

/// A photo in the page.
#[derive(PartialEq, Debug, Default)]
pub struct Slide {
    /// Which photo.
    pub index: usize,
    /// What it shows, and over that what it waits for.
    pub layers: Vec<Layer>,
    /// What could not be loaded.
    broken: Vec<String>,
    /// Counts tries, so that a file is asked for again.
    pub n_tries: u32,
    /// The photo's own pixels, as far as they are known.
    pub size: Option<Size>,
}

impl Slide {
    fn new(index: usize) -> Self {
        Self {
            index,
            ..Self::default()
        }
    }

    /// Whether nothing of it can be shown.
    pub fn is_failed(&self) -> bool {
        self.layers.is_empty() && !self.broken.is_empty()
    }

    /// Whether the best that it asked for is there.
    pub fn is_ready(&self) -> bool {
        self.layers.last().is_some_and(|layer| layer.is_ready)
    }

    /// Asks for the best of `files` for `need` device pixels, unless what is there, or on its way, is as good.
    fn want(&mut self, files: &[File], need: f64) {
        let Some(best) = choose(files, &self.broken, need) else {
            return;
        };
        if self
            .layers
            .iter()
            .any(|layer| layer.file.width >= best.width)
        {
            return;
        }
        // What was on its way and is now too little gives way; what is shown stays.
        self.layers.retain(|layer| layer.is_ready);
        self.layers.push(Layer {
            file: best.clone(),
            is_ready: false,
        });
    }

    /// A file is decoded: it covers all below it. Whether it is one of this photo's.
    fn loaded(&mut self, url: &str) -> bool {
        let Some(at) = self.layers.iter().position(|layer| layer.file.url == url) else {
            return false;
        };
        self.layers[at].is_ready = true;
        self.layers.drain(..at);
        true
    }

    fn failed(&mut self, url: &str) {
        if self.layers.iter().any(|layer| layer.file.url == url) {
            self.layers.retain(|layer| layer.file.url != url);
            self.broken.push(url.to_owned());
        }
    }

    fn retry(&mut self) {
        self.broken.clear();
        self.n_tries += 1;
    }
}

/// The narrowest file that is not broken and at least `need` pixels wide (a pixel in fifty may be missing: nobody sees it), else the
/// widest.
fn choose<'a>(files: &'a [File], broken: &[String], need: f64) -> Option<&'a File> {
    let mut best = None;
    for file in files {
        if !broken.contains(&file.url) {
            best = Some(file);
            if f64::from(file.width) * 1.02 >= need {
                break;
            }
        }
    }
    best
}

/// Photos kept on the way back, and on the way on.
const BEHIND: usize = 1;
const AHEAD: usize = 2;
/// All that are in the page at a time.
pub const MOST: usize = BEHIND + 1 + AHEAD;

/// The photos in the page.
#[derive(PartialEq, Debug, Default)]
pub struct Slides {
    /// In the album's order.
    pub all: Vec<Slide>,
}

impl Slides {
    /// Keeps what stands around `index` of `n` when the reader goes on (or back), and makes room for what is missing.
    pub fn around(&mut self, index: usize, n: usize, goes_back: bool) {
        let span = span(index, n, goes_back);
        let mut old = std::mem::take(&mut self.all);
        self.all = span
            .map(|index| {
                let known = old.iter().position(|slide| slide.index == index);
                known.map_or_else(|| Slide::new(index), |at| old.swap_remove(at))
            })
            .collect();
    }

    /// Puts a file that the page shows already under a photo that has nothing yet.
    pub fn lend(&mut self, index: usize, file: File) {
        if let Some(slide) = self.slide(index)
            && slide.layers.is_empty()
        {
            slide.layers.push(Layer {
                file,
                is_ready: true,
            });
        }
    }

    /// Asks for the best file of a photo.
    pub fn want(&mut self, index: usize, files: &[File], need: f64) {
        if let Some(slide) = self.slide(index) {
            slide.want(files, need);
        }
    }

    /// A file is decoded. The photo whose it is, if that is still in the page: an album may show one file twice.
    pub fn loaded(&mut self, url: &str) -> Option<usize> {
        let mut found = None;
        for slide in &mut self.all {
            if slide.loaded(url) {
                found = Some(slide.index);
            }
        }
        found
    }

    /// A file did not come.
    pub fn failed(&mut self, url: &str) {
        for slide in &mut self.all {
            slide.failed(url);
        }
    }

    /// Forgets what did not come.
    pub fn retry(&mut self, index: usize) {
        if let Some(slide) = self.slide(index) {
            slide.retry();
        }
    }

    /// The photo at `index`, if it is in the page.
    pub fn get(&self, index: usize) -> Option<&Slide> {
        self.all.iter().find(|slide| slide.index == index)
    }

    fn slide(&mut self, index: usize) -> Option<&mut Slide> {
        self.all.iter_mut().find(|slide| slide.index == index)
    }
}

fn span(index: usize, n: usize, goes_back: bool) -> Range<usize> {
    let (before, after) = if goes_back {
        (AHEAD, BEHIND)
    } else {
        (BEHIND, AHEAD)
    };
    index.saturating_sub(before)..(index + after + 1).min(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<File> {
        let file = |width: u32| File {
            url: width.to_string(),
            width,
        };
        vec![file(480), file(960), file(1600), file(2400)]
    }

    #[test]
    fn the_narrowest_file_that_is_wide_enough() {
        #[track_caller]
        fn check(need: f64, expect: u32) {
            let files = files();
            assert_eq!(
                choose(&files, &[], need).map(|file| file.width),
                Some(expect)
            );
        }
        check(1.0, 480);
        check(480.0, 480);
        check(488.0, 480);
        check(500.0, 960);
        check(1601.0, 1600);
        check(9999.0, 2400);
        assert_eq!(choose(&[], &[], 1.0), None);
        let broken = ["480".to_owned()];
        assert_eq!(choose(&files(), &broken, 1.0), files().get(1));
    }

    /// What a slide shows and waits for: `640` is ready, `(960)` is on its way.
    fn shown(slide: &Slide) -> String {
        let layer = |layer: &Layer| match layer.is_ready {
            true => layer.file.url.clone(),
            false => format!("({})", layer.file.url),
        };
        slide.layers.iter().map(layer).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sharper_file_covers_what_is_shown_once_it_is_decoded() {
        let mut slides = Slides::default();
        slides.around(0, 1, false);
        let lent = File {
            url: "thumb".to_owned(),
            width: 300,
        };
        slides.lend(0, lent);
        let check = |slides: &Slides, expect: &str| assert_eq!(shown(&slides.all[0]), expect);
        slides.want(0, &files(), 900.0);
        check(&slides, "thumb (960)");
        assert!(!slides.all[0].is_ready());
        // Zoomed before it came: the better one instead.
        slides.want(0, &files(), 1500.0);
        check(&slides, "thumb (1600)");
        slides.loaded("960");
        check(&slides, "thumb (1600)");
        slides.loaded("1600");
        check(&slides, "1600");
        assert!(slides.all[0].is_ready());
        // Zoomed out: no file is sharper than needed, and none is thrown away.
        slides.want(0, &files(), 400.0);
        check(&slides, "1600");
        slides.want(0, &files(), 5000.0);
        check(&slides, "1600 (2400)");
        slides.failed("2400");
        check(&slides, "1600");
        slides.want(0, &files(), 5000.0);
        check(&slides, "1600");
        assert!(!slides.all[0].is_failed(), "what is shown is no failure");
    }

    #[test]
    fn a_file_that_fails_is_replaced_and_at_last_asked_for_again() {
        let mut slides = Slides::default();
        slides.around(0, 1, false);
        for url in ["960", "1600", "2400"] {
            slides.want(0, &files()[1..], 900.0);
            let wanted = if url == "960" { "(960)" } else { "(1600)" };
            let wanted = if url == "2400" { "(2400)" } else { wanted };
            assert_eq!(shown(&slides.all[0]), wanted);
            slides.failed(url);
        }
        slides.want(0, &files()[1..], 900.0);
        assert!(slides.all[0].is_failed());
        slides.retry(0);
        slides.want(0, &files()[1..], 900.0);
        assert_eq!(shown(&slides.all[0]), "(960)");
        assert_eq!(slides.all[0].n_tries, 1);
    }

    #[test]
    fn a_long_album_keeps_a_handful_of_photos() {
        let mut slides = Slides::default();
        let (mut most, mut layers) = (0, 0);
        let there = (0..500).map(|index| (index, false));
        let back = (0..500).rev().map(|index| (index, true));
        for (index, goes_back) in there.chain(back) {
            slides.around(index, 500, goes_back);
            for near in slides
                .all
                .iter()
                .map(|slide| slide.index)
                .collect::<Vec<_>>()
            {
                slides.want(near, &files(), 900.0);
                slides.loaded("960");
            }
            slides.want(index, &files(), 2000.0);
            slides.loaded("2400");
            most = most.max(slides.all.len());
            layers = layers.max(slides.all.iter().map(|slide| slide.layers.len()).sum());
            assert!(slides.get(index).is_some());
        }
        assert_eq!((most, layers), (MOST, MOST));
    }

    #[test]
    fn what_stands_ready_follows_the_way() {
        #[track_caller]
        fn check(index: usize, n: usize, goes_back: bool, expect: Range<usize>) {
            assert_eq!(span(index, n, goes_back), expect);
        }
        check(5, 10, false, 4..8);
        check(5, 10, true, 3..7);
        check(0, 10, false, 0..3);
        check(9, 10, false, 8..10);
        check(0, 1, true, 0..1);
    }
}

//! What is to be drawn next, and which drawings stay: the app's side of the render queue.
//!
//! What the reader sees comes first, then what comes next in reading, then thumbnails. It never holds pixels: it counts
//! their bytes, and says whose to let go. It never takes a drawing from what is on the screen.

use std::collections::VecDeque;
use std::ops::Range;

use crate::document::PageIndex;
use crate::geometry::{SizePt, page_pixels};

/// Bytes of all drawings that are kept, whatever the number of pages.
pub const MAX_BITMAP_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of one drawing: a page that would need more is drawn at a smaller scale.
pub const MAX_PAGE_BYTES: usize = 32 * 1024 * 1024;
/// Pages behind the reader whose drawings stay: one further away is drawn again in less time than it takes to turn there.
const N_BEHIND: u32 = 1;
/// Requests out at a time: one that is drawn and one that waits, so that the worker is never idle.
const N_OUT: usize = 2;

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be read.
    Page,
    /// To be found by.
    Thumbnail,
}

/// A drawing that somebody should make.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// From 0.
    pub page: PageIndex,
    /// What for.
    pub purpose: Purpose,
    /// Pixels per point.
    pub scale: f32,
}

impl Wish {
    fn is_for(&self, page: PageIndex, purpose: Purpose) -> bool {
        self.page == page && self.purpose == purpose
    }
}

/// Where the reader looks.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Pages on the screen.
    pub visible: Range<PageIndex>,
    /// Whether the reader goes on rather than back.
    pub is_forward: bool,
    /// Pages that are drawn before the reader gets there, in that direction (see [`crate::reading::Mode::n_ahead`]).
    pub n_ahead: u32,
    /// Thumbnails on the screen, and pixels per point of theirs.
    pub thumbnails: Range<PageIndex>,
    /// Pixels per point of thumbnails.
    pub thumbnail_scale: f32,
}

struct Kept {
    page: PageIndex,
    purpose: Purpose,
    scale: f32,
    n_bytes: usize,
    /// When it was last on the screen, by the count of looks.
    seen: u64,
}

/// What came of a drawing that arrived.
#[derive(Debug, Default, PartialEq)]
pub struct Arrival {
    /// Whether it is to be shown, and what for.
    pub shown: Option<Purpose>,
    /// Whose drawings are to be let go for it.
    pub dropped: Vec<(PageIndex, Purpose)>,
}

/// The queue and the memory of one report.
pub struct Schedule {
    sizes: Vec<SizePt>,
    bound_bytes: usize,
    look: Look,
    n_looks: u64,
    generation: u32,
    waiting: VecDeque<Wish>,
    out: Vec<(u32, Wish)>,
    kept: Vec<Kept>,
    broken: Vec<PageIndex>,
}

impl Schedule {
    /// For a report with pages of these sizes.
    pub fn new(sizes: Vec<SizePt>) -> Self {
        Self::with_bound(sizes, MAX_BITMAP_BYTES)
    }

    /// With another bound on all drawings together.
    pub fn with_bound(sizes: Vec<SizePt>, bound_bytes: usize) -> Self {
        Self {
            sizes,
            bound_bytes,
            look: Look::default(),
            n_looks: 0,
            generation: 0,
            waiting: VecDeque::new(),
            out: Vec::new(),
            kept: Vec::new(),
            broken: Vec::new(),
        }
    }

    /// What the reader sees now; `scale` tells the pixels per point of a page. Says whether what was asked before is
    /// to be cancelled: then the generation is a new one.
    pub fn look(&mut self, look: Look, scale: impl Fn(PageIndex) -> f32) -> bool {
        self.n_looks += 1;
        let n_pages = self.sizes.len() as u32;
        let visible = look.visible.start.min(n_pages)..look.visible.end.min(n_pages);
        let ahead = if look.is_forward {
            visible.end..(visible.end + look.n_ahead).min(n_pages)
        } else {
            visible.start.saturating_sub(look.n_ahead)..visible.start
        };
        let mut ahead: Vec<PageIndex> = ahead.collect();
        if !look.is_forward {
            ahead.reverse();
        }
        let page = |page| Wish {
            page,
            purpose: Purpose::Page,
            scale: self.bounded(page, scale(page)),
        };
        let thumbnail = |page| Wish {
            page,
            purpose: Purpose::Thumbnail,
            scale: look.thumbnail_scale,
        };
        let thumbnails = look.thumbnails.start..look.thumbnails.end.min(n_pages);
        let mut wishes: Vec<Wish> = visible.clone().chain(ahead).map(page).collect();
        wishes.extend(thumbnails.map(thumbnail));
        for kept in &mut self.kept {
            let is_seen = visible.contains(&kept.page) && kept.purpose == Purpose::Page;
            if is_seen || look.thumbnails.contains(&kept.page) {
                kept.seen = self.n_looks;
            }
        }
        wishes.retain(|wish| !self.has(wish) && !self.broken.contains(&wish.page));
        // What is out and still wanted goes on; if anything is not, all that wait are cancelled and wanted anew.
        let is_stale = self.out.iter().any(|(_, out)| !wishes.contains(out));
        if is_stale {
            self.generation += 1;
            self.out.clear();
        }
        wishes.retain(|wish| !self.out.iter().any(|(_, out)| out == wish));
        self.waiting = wishes.into();
        self.look = look;
        is_stale
    }

    /// What is far from the screen now: whose drawings are to be let go.
    pub fn let_go(&mut self) -> Vec<(PageIndex, Purpose)> {
        let visible = &self.look.visible;
        let (before, after) = if self.look.is_forward {
            (N_BEHIND, self.look.n_ahead)
        } else {
            (self.look.n_ahead, N_BEHIND)
        };
        let near = visible.start.saturating_sub(before)..visible.end.saturating_add(after);
        let is_far = |kept: &Kept| kept.purpose == Purpose::Page && !near.contains(&kept.page);
        let far = self.kept.extract_if(.., |kept| is_far(kept));
        far.map(|kept| (kept.page, kept.purpose)).collect()
    }

    /// The next drawing to ask for, if there is one and the worker has room. `id` is the request's.
    pub fn next(&mut self, id: u32) -> Option<Wish> {
        if self.out.len() >= N_OUT {
            return None;
        }
        let wish = self.waiting.pop_front()?;
        self.out.push((id, wish));
        Some(wish)
    }

    /// The generation of what is asked now.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// A drawing came for request `id`.
    pub fn arrived(&mut self, id: u32) -> Arrival {
        let Some(at) = self.out.iter().position(|(out, _)| *out == id) else {
            return Arrival::default();
        };
        let (_, wish) = self.out.remove(at);
        let n_bytes = self.n_bytes(&wish);
        self.kept
            .retain(|kept| !wish.is_for(kept.page, kept.purpose));
        self.kept.push(Kept {
            page: wish.page,
            purpose: wish.purpose,
            scale: wish.scale,
            n_bytes,
            seen: self.n_looks,
        });
        Arrival {
            shown: Some(wish.purpose),
            dropped: self.make_room(&wish),
        }
    }

    /// Request `id` failed: that page is not asked for again.
    pub fn failed(&mut self, id: u32) -> Option<PageIndex> {
        let at = self.out.iter().position(|(out, _)| *out == id)?;
        let (_, wish) = self.out.remove(at);
        self.broken.push(wish.page);
        Some(wish.page)
    }

    /// The worker is gone with all that it was asked.
    pub fn worker_died(&mut self) {
        self.generation += 1;
        for (_, wish) in self.out.drain(..).rev() {
            self.waiting.push_front(wish);
        }
    }

    /// Bytes of all drawings that are kept.
    pub fn kept_bytes(&self) -> usize {
        self.kept.iter().map(|kept| kept.n_bytes).sum()
    }

    /// Whether a page stands drawn as sharply as it is wanted.
    pub fn is_sharp(&self, page: PageIndex, scale: f32) -> bool {
        self.has(&Wish {
            page,
            purpose: Purpose::Page,
            scale: self.bounded(page, scale),
        })
    }

    /// Whether a page would be too large to be drawn whole as sharply as `scale` asks.
    pub fn is_bounded(&self, page: PageIndex, scale: f32) -> bool {
        self.bounded(page, scale) < scale * 0.99
    }

    fn has(&self, wish: &Wish) -> bool {
        self.kept.iter().any(|kept| {
            // A hundredth more or less is no difference on a screen.
            wish.is_for(kept.page, kept.purpose)
                && (kept.scale - wish.scale).abs() <= wish.scale * 0.01
        })
    }

    /// The least recently seen go first; what is on the screen stays.
    fn make_room(&mut self, newest: &Wish) -> Vec<(PageIndex, Purpose)> {
        let mut dropped = Vec::new();
        while self.kept_bytes() > self.bound_bytes {
            let can_go = |kept: &&Kept| {
                let is_visible =
                    kept.purpose == Purpose::Page && self.look.visible.contains(&kept.page);
                !is_visible && !newest.is_for(kept.page, kept.purpose)
            };
            let oldest = self.kept.iter().filter(can_go).min_by_key(|kept| kept.seen);
            let Some((page, purpose)) = oldest.map(|kept| (kept.page, kept.purpose)) else {
                break;
            };
            self.kept
                .retain(|kept| !(kept.page == page && kept.purpose == purpose));
            dropped.push((page, purpose));
        }
        dropped
    }

    fn n_bytes(&self, wish: &Wish) -> usize {
        let size = self.sizes.get(wish.page as usize).copied();
        let (width, height) = page_pixels(size.unwrap_or_default(), wish.scale);
        4 * width as usize * height as usize
    }

    /// `scale`, or what keeps the page below its bound; with several pages on the screen, below their share of all.
    fn bounded(&self, page: PageIndex, scale: f32) -> f32 {
        let size = self.sizes.get(page as usize).copied().unwrap_or_default();
        let area = (size.width * size.height).max(1.0);
        let largest = (MAX_PAGE_BYTES.min(self.bound_bytes / 4) as f32 / 4.0 / area).sqrt();
        scale.min(largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A4: SizePt = SizePt {
        width: 595.0,
        height: 842.0,
    };

    fn at(visible: Range<u32>, is_forward: bool) -> Look {
        Look {
            visible,
            is_forward,
            n_ahead: 2,
            ..Look::default()
        }
    }

    /// Asks for all that may be out, and says for which pages.
    fn ask(schedule: &mut Schedule, id: &mut u32) -> Vec<(u32, PageIndex)> {
        std::iter::from_fn(|| {
            *id += 1;
            schedule.next(*id).map(|wish| (*id, wish.page))
        })
        .collect()
    }

    /// All pages in the order in which they are asked for, each answered at once.
    fn order(schedule: &mut Schedule, id: &mut u32) -> Vec<PageIndex> {
        let mut pages = Vec::new();
        loop {
            let asked = ask(schedule, id);
            if asked.is_empty() {
                return pages;
            }
            for (id, page) in asked {
                schedule.arrived(id);
                pages.push(page);
            }
        }
    }

    #[test]
    fn what_is_seen_comes_first() {
        let check = |look: Look, expect: &[u32]| {
            let mut schedule = Schedule::new(vec![A4; 10]);
            schedule.look(look, |_| 1.0);
            assert_eq!(order(&mut schedule, &mut 0), expect);
        };
        check(at(3..5, true), &[3, 4, 5, 6]);
        check(at(3..5, false), &[3, 4, 2, 1]);
        check(at(8..10, true), &[8, 9]);
        check(at(0..1, false), &[0]);
        check(at(20..30, true), &[]);
        let one_ahead = Look {
            n_ahead: 1,
            ..at(3..5, true)
        };
        check(one_ahead, &[3, 4, 5]);
        let thumbnails = Look {
            thumbnails: 0..2,
            thumbnail_scale: 0.2,
            ..at(5..6, true)
        };
        check(thumbnails, &[5, 6, 7, 0, 1]);
    }

    #[test]
    fn what_is_drawn_is_not_drawn_again_but_sharper() {
        let mut schedule = Schedule::new(vec![A4; 3]);
        let mut id = 0;
        schedule.look(at(0..1, true), |_| 1.0);
        assert_eq!(order(&mut schedule, &mut id), [0, 1, 2]);
        assert!(!schedule.look(at(1..2, true), |_| 1.0));
        assert_eq!(order(&mut schedule, &mut id), [0u32; 0]);
        schedule.look(at(1..2, true), |_| 2.0);
        assert_eq!(order(&mut schedule, &mut id), [1, 2]);
        assert!(schedule.is_sharp(1, 2.0));
        assert!(!schedule.is_sharp(0, 2.0));
    }

    #[test]
    fn what_is_no_longer_wanted_is_cancelled_by_its_generation() {
        let mut schedule = Schedule::new(vec![A4; 100]);
        let mut id = 0;
        assert!(!schedule.look(at(0..1, true), |_| 1.0));
        let asked = ask(&mut schedule, &mut id);
        assert_eq!(asked, [(1, 0), (2, 1)]);
        // The same place again: nothing changes.
        assert!(!schedule.look(at(0..1, true), |_| 1.0));
        assert_eq!(schedule.generation(), 0);
        assert!(schedule.look(at(50..51, true), |_| 1.0));
        assert_eq!(schedule.generation(), 1);
        assert_eq!(schedule.arrived(1), Arrival::default());
        assert_eq!(order(&mut schedule, &mut id), [50, 51, 52]);
    }

    #[test]
    fn what_is_far_is_let_go() {
        let mut schedule = Schedule::new(vec![A4; 10]);
        let mut id = 0;
        for page in 0..4 {
            schedule.look(at(page..page + 1, true), |_| 1.0);
            order(&mut schedule, &mut id);
        }
        assert_eq!(schedule.let_go(), [0, 1].map(|page| (page, Purpose::Page)));
        // Whoever turns back has other pages before him.
        schedule.look(at(3..4, false), |_| 1.0);
        assert_eq!(order(&mut schedule, &mut id), [1]);
        assert_eq!(schedule.let_go(), [(5, Purpose::Page)]);
        schedule.look(at(8..10, true), |_| 1.0);
        let far = [2, 3, 4, 1].map(|page| (page, Purpose::Page));
        assert_eq!(schedule.let_go(), far);
        assert_eq!(order(&mut schedule, &mut id), [8, 9]);
        assert_eq!(schedule.let_go(), []);
    }

    #[test]
    fn a_page_that_fails_is_asked_for_once() {
        let mut schedule = Schedule::new(vec![A4; 2]);
        schedule.look(at(0..2, true), |_| 1.0);
        assert!(schedule.next(1).is_some());
        assert_eq!(schedule.failed(1), Some(0));
        assert_eq!(schedule.failed(1), None);
        schedule.look(at(0..2, true), |_| 3.0);
        assert_eq!(order(&mut schedule, &mut 1), [1]);
    }

    #[test]
    fn a_worker_that_died_is_asked_again() {
        let mut schedule = Schedule::new(vec![A4; 4]);
        let mut id = 0;
        schedule.look(at(0..2, true), |_| 1.0);
        assert_eq!(ask(&mut schedule, &mut id), [(1, 0), (2, 1)]);
        schedule.worker_died();
        assert_eq!(order(&mut schedule, &mut id), [0, 1, 2, 3]);
    }

    /// A reader on a sharp screen goes through 500 pages, there and back, at several zooms.
    #[test]
    fn memory_is_bounded_on_a_long_report() {
        let mut schedule = Schedule::new(vec![A4; 500]);
        let (mut id, mut most, mut shown) = (0, 0, std::collections::HashSet::new());
        for scale in [1.5_f32, 3.0, 12.0] {
            for step in 0..998_u32 {
                let page = if step < 499 { step } else { 997 - step };
                schedule.look(at(page..page + 2, step < 499), |_| scale);
                for (id, page) in ask(&mut schedule, &mut id) {
                    let arrival = schedule.arrived(id);
                    assert!(arrival.shown.is_some());
                    shown.insert(page);
                    for (dropped, _) in arrival.dropped {
                        assert!(shown.remove(&dropped), "{dropped} was not there");
                    }
                }
                for (dropped, _) in schedule.let_go() {
                    assert!(shown.remove(&dropped), "{dropped} was not there");
                }
                most = most.max(schedule.kept_bytes());
                assert!(schedule.kept_bytes() <= MAX_BITMAP_BYTES);
                let is_there = |page| shown.contains(&page);
                assert!((page..page + 2).all(is_there), "page {page} is not there");
            }
        }
        assert!(
            most > MAX_BITMAP_BYTES / 2,
            "the memory is not used: {most}"
        );
    }
}

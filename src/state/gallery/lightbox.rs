//! The open lightbox: takes what the reader does, moves the stage, asks for files, keeps the address in step.
//!
//! There is one at a time, as there is one modal dialog. Everything it listens to goes with it. What it looks like is the
//! view's business: it hands out a [`Shown`] and draws upon what the view made of it.

pub mod command;
mod frame;
pub mod input;
pub mod opening;

use std::cell::RefCell;
use std::sync::Arc;

use super::album::Album;
use super::fragment;
use super::geometry::{Point, Size};
use super::slides::{File, Slide, Slides};
use super::stage::Stage;
use crate::platform::events::Listener;
use crate::platform::lightbox::{self as browser, Rect};
use crate::platform::{document, history};
use crate::state::page_data::PhotoData;

/// Two presses within this time are one double tap.
const DOUBLE_TAP_MS: f64 = 300.0;

/// What the lightbox shows now.
pub struct Shown<'a> {
    /// The photos.
    pub album: &'a Album,
    /// The current one.
    pub index: usize,
    /// The one that words and controls are about: a frame after a turn still the one before.
    pub told: usize,
    /// The one whose place in the row is zero.
    pub first: isize,
    /// What they rest in, in CSS pixels.
    pub room: Size,
    /// Those in the page.
    pub slides: &'a [Slide],
    /// Whether the photos go on by themselves.
    pub is_playing: bool,
    /// Whether the photo is larger than whole.
    pub is_zoomed: bool,
    /// Whether the lightbox fills the screen; `None` where it cannot.
    pub is_full_screen: Option<bool>,
    /// Whether words and controls are out of the way.
    pub is_bare: bool,
    /// Whether the link was just copied.
    pub is_copied: bool,
}

impl<'a> Shown<'a> {
    /// The photo that words and controls are about. Not inlined: one copy serves all.
    #[inline(never)]
    pub fn photo(&self) -> &'a PhotoData {
        &self.album.photos()[self.told]
    }
}

/// A view that shows the lightbox in the page until it is dropped.
pub trait View {
    /// Shows the photos, and with `tells` the words and controls too.
    fn show(&mut self, shown: &Shown<'_>, tells: bool);
}

/// Puts a view into the page.
pub type MakeView = fn(&Shown<'_>) -> Box<dyn View>;

thread_local! {
    static OPEN: RefCell<Option<Lightbox>> = const { RefCell::new(None) };
    static PAGE: RefCell<Option<(Arc<Album>, MakeView)>> = const { RefCell::new(None) };
}

struct Lightbox {
    album: Arc<Album>,
    index: usize,
    stage: Stage,
    slides: Slides,
    /// Sizes that no feed told, measured once.
    measured: Vec<(usize, Size)>,
    browser: browser::Lightbox,
    room: Rect,
    /// Whether the last turn went back.
    goes_back: bool,
    /// Whether we made the history entry that Back leaves.
    has_entry: bool,
    is_bare: bool,
    is_copied: bool,
    /// Counts slideshows; `None` while none runs.
    slideshow: Option<u32>,
    n_slideshows: u32,
    /// A press that may become a double tap: when and where.
    tap: Option<(f64, Point)>,
    is_tick_due: bool,
    is_view_due: bool,
    /// Whether only the photos changed since.
    is_row_due: bool,
    /// What the frames of a turn do, one after the other, so that none is late: move (3 to go), bring the next photo (2), tell of it
    /// (1).
    n_frames_to_tell: u8,
    /// The photo that was told of last.
    told: usize,
    /// What the view shows of the zoom.
    was_zoomed: bool,
    /// Frames until it leaves, where the reader asked for that; else 0.
    n_frames_to_stay: u8,
    /// Whether the address still names the photo before.
    is_address_due: bool,
    /// When the first frame after a turn was drawn.
    turned_ms: Option<f64>,
    /// When the last frame was drawn.
    drawn_ms: Option<f64>,
    _resized: Option<Listener>,
    view: Box<dyn View>,
}

/// Runs `with` on the open lightbox, and has it drawn. No generic: one copy serves all.
#[inline(never)]
fn with_open(with: &mut dyn FnMut(&mut Lightbox)) {
    OPEN.with_borrow_mut(|open| {
        if let Some(lightbox) = open {
            with(lightbox);
            lightbox.wake();
        }
    });
}

fn full_screen() -> Option<bool> {
    browser::has_full_screen().then(browser::is_full_screen)
}

/// The file that the page shows already of a photo, and its size.
fn lent(index: usize) -> Option<(File, Size)> {
    let (url, width, height) = browser::thumbnail_file(&fragment::id(index))?;
    let size = Size::new(f64::from(width), f64::from(height));
    Some((File { url, width }, size))
}

impl Lightbox {
    /// A point of the window, from the middle of the room.
    fn point(&self, x: f64, y: f64) -> Point {
        let room = &self.room;
        Point::new(
            x - room.left - room.width / 2.0,
            y - room.top - room.height / 2.0,
        )
    }

    fn size(&self, index: usize) -> Option<Size> {
        let measured = || {
            let known = self.measured.iter().find(|(known, _)| *known == index);
            known.map(|(_, size)| *size)
        };
        self.album.size(index).or_else(measured)
    }

    /// A photo whose size no feed told is as large as its largest file that was seen.
    fn learn(&mut self, index: usize, size: Size) {
        let known = self.size(index);
        if known.is_some_and(|known| known.width >= size.width) || self.album.size(index).is_some()
        {
            return;
        }
        self.measured.retain(|(known, _)| *known != index);
        self.measured.push((index, size));
        if index == self.index {
            self.stage.set_photo(size);
        }
    }

    fn set_room(&mut self) {
        self.room = self.browser.room();
        self.stage.set_room(self.room_size());
        self.is_view_due = true;
    }

    /// Makes the photo at `index`, `by` further than the one before, the current one.
    fn put(&mut self, index: usize, by: isize) {
        let n = self.album.photos().len();
        self.index = index;
        if by != 0 {
            self.goes_back = by < 0;
        }
        // A photo that nobody measured is taken for the room's own shape until it comes.
        if let Some((_, size)) = lent(index) {
            self.learn(index, size);
        }
        let size = self.size(index).unwrap_or(self.room_size());
        self.stage.show(index, n, size, by);
        self.slides.around(index, n, self.goes_back);
        self.is_copied = false;
        // However fast the reader turns, the view is never further behind.
        let is_due = self.is_view_due || by.abs() != 1;
        self.n_frames_to_tell = if is_due { 0 } else { 3 };
        self.is_view_due = true;
    }

    /// Goes on by so many photos, if there are.
    fn turn(&mut self, by: isize) {
        let to = self.index.saturating_add_signed(by);
        let to = to.min(self.album.photos().len() - 1);
        let by = to as isize - self.index as isize;
        if by != 0 && !self.stage.is_leaving() {
            self.put(to, by);
            self.turned_ms = None;
            self.is_address_due = true;
        }
    }

    /// Asks for what the screen needs now: the current photo as it is zoomed, its neighbours whole.
    fn ask(&mut self) {
        let saves_data = document::saves_data();
        let ratio = if saves_data {
            1.0
        } else {
            browser::pixel_ratio()
        };
        let room = self.room_size();
        for at in 0..self.slides.all.len() {
            let index = self.slides.all[at].index;
            let is_current = index == self.index;
            if saves_data && !is_current {
                continue;
            }
            let is_empty = self.slides.all[at].layers.is_empty();
            if let Some((file, size)) = is_empty.then(|| lent(index)).flatten() {
                self.learn(index, size);
                self.slides.lend(index, file);
            }
            let width = match (is_current, self.size(index)) {
                (true, _) => self.stage.width(),
                (false, Some(size)) => size.fitted(room).width,
                (false, None) => room.width,
            };
            self.slides
                .want(index, &self.album.files(index), width * ratio);
        }
    }

    fn room_size(&self) -> Size {
        Size::new(self.room.width, self.room.height)
    }

    /// Where the current photo's thumbnail is.
    fn thumbnail(&self) -> Option<Rect> {
        browser::thumbnail(&fragment::id(self.index))
    }

    /// The middle of a thumbnail, from the middle of the room, and its width.
    fn place_of(&self, rect: &Rect) -> (Point, f64) {
        let middle = self.point(rect.left + rect.width / 2.0, rect.top + rect.height / 2.0);
        (middle, rect.width)
    }

    /// Has the photo go back to its thumbnail and the address to the page's, in the frame after the next.
    fn leave(&mut self) {
        self.slideshow = None;
        // Not in the frame that answers the click: the page may have to scroll.
        self.n_frames_to_stay = 2;
    }

    fn leave_now(&mut self) {
        if self.stage.is_leaving() {
            return;
        }
        let id = fragment::id(self.index);
        if self
            .thumbnail()
            .is_some_and(|thumbnail| !self.browser.is_in_view(&thumbnail))
        {
            document::scroll_to_hash(&["#", &id].concat());
        }
        let to = self.thumbnail().map(|thumbnail| self.place_of(&thumbnail));
        self.stage.leave(to);
        self.is_bare = true;
        self.is_view_due = true;
        if fragment::parse(&history::hash(), usize::MAX).is_none() {
            return;
        }
        if self.has_entry {
            history::back();
        } else {
            history::replace(&fragment::address(&history::href(), None));
        }
    }

    /// Gone: the page has the focus again, on the photo seen last.
    fn finish(self) {
        let id = fragment::id(self.index);
        self.browser.close();
        // The view is taken out of the page before focus can move there.
        drop(self);
        browser::focus_thumbnail(&id);
    }

    /// The current photo's address.
    fn address(&self) -> String {
        fragment::address(&history::href(), Some(self.index))
    }
}

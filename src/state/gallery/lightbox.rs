//! The open lightbox: takes what the reader does, moves the stage, asks for files, keeps the address in step.
//!
//! There is one at a time, as there is one modal dialog. Everything it listens to goes with it. What it looks like is the
//! view's business: it hands out a [`Shown`] and draws upon what the view made of it.

use std::cell::RefCell;
use std::sync::Arc;

use super::album::Album;
use super::fragment;
use super::geometry::{Point, Size};
use super::slides::{File, Slide, Slides};
use super::stage::{Act, Stage};
use crate::platform::events::{Event, Listener};
use crate::platform::lightbox::{self as browser, Drawing, Rect, Thumbnail};
use crate::platform::{self, document, history, pointer, task};

/// How long a photo stands in a slideshow.
const SLIDESHOW_MS: i32 = 5000;
/// Two presses within this time are one double tap.
const DOUBLE_TAP_MS: f64 = 300.0;

/// What the lightbox shows now.
pub struct Shown {
    /// The photos.
    pub album: Arc<Album>,
    /// The current one.
    pub index: usize,
    /// Those in the page, each with its size as far as it is known.
    pub slides: Vec<(Slide, Option<Size>)>,
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

/// What a control asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// Back to the page.
    Close,
    /// By so many photos.
    Turn(isize),
    /// Larger, or whole again.
    ToggleZoom,
    /// The slideshow on or off.
    Play,
    /// Full screen on or off.
    FullScreen,
    /// Other programs.
    Share,
    /// The photo's address to the clipboard.
    CopyLink,
    /// The photo that failed, again.
    Retry,
}

/// A view that shows the lightbox in the page until it is dropped.
pub trait View {
    /// Shows this.
    fn show(&mut self, shown: &Shown);
}

/// Puts a view into the page.
pub type MakeView = fn(&Shown) -> Box<dyn View>;

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
    /// What the view shows of the zoom.
    was_zoomed: bool,
    /// When the last frame was drawn.
    drawn_ms: Option<f64>,
    _listeners: Vec<Listener>,
    view: Box<dyn View>,
}

/// Runs `with` on the open lightbox, and has it drawn.
fn with_open(with: impl FnOnce(&mut Lightbox)) {
    OPEN.with_borrow_mut(|open| {
        if let Some(lightbox) = open {
            with(lightbox);
            lightbox.wake();
        }
    });
}

/// The page on the screen has this album, or none: what is open goes with its page, and the address may name a photo.
pub fn follow(album: Option<Arc<Album>>, make: MakeView) {
    let stays = OPEN.with_borrow(|open| match (open, &album) {
        (Some(open), Some(album)) => open.album.path == album.path,
        _ => false,
    });
    PAGE.set(album.map(|album| (album, make)));
    if !stays {
        // Built before the old one goes, so that the page does not come through between two languages.
        let before = OPEN.take();
        address_changed();
        drop(before);
    }
}

/// The address names another photo, or none any more.
pub fn address_changed() {
    let Some((album, make)) = PAGE.with_borrow(Clone::clone) else {
        return;
    };
    let index = fragment::parse(&history::hash(), album.photos.len());
    let is_open = OPEN.with_borrow(Option::is_some);
    match index {
        Some(index) if is_open => with_open(|open| {
            let by = index as isize - open.index as isize;
            open.turn(by);
        }),
        Some(index) => open(album, index, make, false),
        None => with_open(|open| {
            open.has_entry = false;
            open.leave();
        }),
    }
}

/// Opens the photo whose thumbnail was clicked; other clicks are the browser's.
pub fn clicked(event: &Event) {
    let Some((album, make)) = PAGE.with_borrow(Clone::clone) else {
        return;
    };
    let id = browser::clicked_link(event).unwrap_or_default();
    let Some(index) = fragment::parse(&["#", &id].concat(), album.photos.len()) else {
        return;
    };
    event.prevent_default();
    if OPEN.with_borrow(Option::is_none) {
        history::push(&fragment::address(&history::href(), Some(index)));
        open(album, index, make, true);
    }
}

fn open(album: Arc<Album>, index: usize, make: MakeView, is_clicked: bool) {
    let view = make(&Shown {
        album: album.clone(),
        index,
        slides: Vec::new(),
        is_playing: false,
        is_zoomed: false,
        is_full_screen: full_screen(),
        is_bare: false,
        is_copied: false,
    });
    let Some(browser) = browser::Lightbox::open() else {
        return;
    };
    let has_motion = !browser::wants_less_motion();
    let mut lightbox = Lightbox {
        stage: Stage::new(album.direction, has_motion),
        room: browser.room(),
        album,
        index,
        slides: Slides::default(),
        measured: Vec::new(),
        browser,
        goes_back: false,
        has_entry: is_clicked,
        is_bare: false,
        is_copied: false,
        slideshow: None,
        n_slideshows: 0,
        tap: None,
        is_tick_due: false,
        is_view_due: false,
        was_zoomed: false,
        drawn_ms: None,
        _listeners: listeners(),
        view,
    };
    lightbox.set_room();
    lightbox.put(index, 0);
    if is_clicked && has_motion {
        let from = lightbox
            .thumbnail()
            .filter(|thumbnail| thumbnail.is_in_view);
        let from = from.map(|thumbnail| lightbox.from_thumbnail(&thumbnail));
        lightbox.stage.enter(from);
    }
    // At once, not in the next frame: the photo's file is on its way so much earlier.
    lightbox.show();
    lightbox.draw();
    lightbox.wake();
    OPEN.set(Some(lightbox));
}

/// What the window tells while the lightbox is open.
fn listeners() -> Vec<Listener> {
    let window = document::window_target();
    let resized = window.map(|window| {
        Listener::new(&window, "resize", |_| {
            with_open(|open| {
                open.set_room();
                open.ask();
            });
        })
    });
    resized.into_iter().collect()
}

fn full_screen() -> Option<bool> {
    browser::has_full_screen().then(browser::is_full_screen)
}

/// The file that the page shows already of a photo, and its size.
fn lent(index: usize) -> Option<(File, Size)> {
    let (url, width, height) = browser::thumbnail(&fragment::id(index))?.file?;
    let size = Size::new(f64::from(width), f64::from(height));
    Some((File { url, width }, size))
}

/// A pointer goes down on the stage.
pub fn pressed(event: &Event) {
    let Some(pointer) = pointer::pointer(event).filter(|pointer| pointer.is_first_button) else {
        return;
    };
    pointer::capture(event, pointer.id);
    with_open(|open| {
        open.slideshow = None;
        let at = open.point(pointer.x, pointer.y);
        open.stage.press(pointer.id, at, pointer.time_ms);
    });
}

/// It moves.
pub fn dragged(event: &Event) {
    if let Some(pointer) = pointer::pointer(event) {
        OPEN.with_borrow_mut(|open| {
            // Most moves are a mouse's that holds nothing.
            if let Some(open) = open.as_mut().filter(|open| open.stage.is_held()) {
                let at = open.point(pointer.x, pointer.y);
                open.stage.drag(pointer.id, at, pointer.time_ms);
                open.wake();
            }
        });
    }
}

/// It is lifted.
pub fn released(event: &Event) {
    if let Some(pointer) = pointer::pointer(event) {
        with_open(|open| {
            let at = open.point(pointer.x, pointer.y);
            match open.stage.release(pointer.id, pointer.time_ms) {
                Act::None => {}
                Act::Tap => open.tapped(at, pointer.time_ms, pointer.is_mouse),
                Act::Turn(by) => open.turn(by),
                Act::Close => open.leave(),
            }
            open.ask();
        });
    }
}

/// The browser took it.
pub fn cancelled(_: &Event) {
    with_open(|open| open.stage.cancel());
}

/// The wheel turns over the stage: zooms about the pointer; sideways, and on a zoomed photo, it pans.
pub fn wheeled(event: &Event) {
    event.prevent_default();
    if let Some(wheel) = pointer::wheel(event) {
        with_open(|open| {
            open.slideshow = None;
            let about = open.point(wheel.x, wheel.y);
            if !wheel.is_pinch && wheel.dx.abs() > wheel.dy.abs() {
                open.stage.pan_by(Point::new(-wheel.dx, -wheel.dy));
            } else {
                let strength = if wheel.is_pinch { 0.01 } else { 0.0025 };
                // e to the power of a small number, nearly; a notch of a mouse (100) is a quarter.
                let by = 1.0 + (wheel.dy.abs() * strength).min(1.0);
                open.stage
                    .zoom_by(if wheel.dy < 0.0 { by } else { 1.0 / by }, about);
            }
            open.ask();
        });
    }
}

/// A key is pressed while the dialog has the focus.
pub fn key_pressed(event: &Event) {
    let Some(key) = pointer::key(event) else {
        return;
    };
    with_open(|open| {
        open.is_view_due |= open.is_bare;
        open.is_bare = false;
        if open.key(&key) {
            event.prevent_default();
        }
        open.ask();
    });
}

/// Escape, or a phone's Back where it closes dialogs.
pub fn asked_to_close(event: &Event) {
    event.prevent_default();
    with_open(Lightbox::leave);
}

/// The browser closed the dialog without asking.
pub fn was_closed(_: &Event) {
    let open = OPEN.take();
    if let Some(open) = open {
        open.finish();
    }
}

/// A control was used.
pub fn command(command: Command) {
    with_open(|open| open.command(command));
}

/// A picture of the photo at `index` arrived: shown once it is decoded.
pub fn file_arrived(index: usize, url: String, event: &Event) {
    let decoded = browser::decoded(event);
    task::spawn(async move {
        let pixels = decoded.await;
        with_open(|open| {
            open.slides.loaded(index, &url);
            open.is_view_due = true;
            if let Some((width, height)) = pixels {
                open.learn(index, Size::new(f64::from(width), f64::from(height)));
            }
        });
    });
}

/// It did not.
pub fn file_failed(index: usize, url: &str) {
    with_open(|open| {
        open.slides.failed(index, url);
        open.ask();
    });
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
        if self
            .size(index)
            .is_some_and(|known| known.width >= size.width)
            || self.album.size(index).is_some()
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
        self.stage
            .set_room(Size::new(self.room.width, self.room.height));
        self.is_view_due = true;
    }

    /// Makes the photo at `index`, `by` further than the one before, the current one.
    fn put(&mut self, index: usize, by: isize) {
        let n = self.album.photos.len();
        self.index = index;
        if by != 0 {
            self.goes_back = by < 0;
        }
        // A photo that nobody measured is taken for the room's own shape until it comes.
        if let Some((_, size)) = lent(index) {
            self.learn(index, size);
        }
        let room = Size::new(self.room.width, self.room.height);
        let size = self.size(index).unwrap_or(room);
        self.stage.show(index, n, size, by);
        self.slides.around(index, n, self.goes_back);
        self.is_copied = false;
        self.is_view_due = true;
        self.ask();
    }

    /// Goes on by so many photos, if there are.
    fn turn(&mut self, by: isize) {
        let to = self.index.saturating_add_signed(by);
        let to = to.min(self.album.photos.len() - 1);
        let by = to as isize - self.index as isize;
        if by != 0 && !self.stage.is_leaving() {
            self.put(to, by);
            history::replace(&fragment::address(&history::href(), Some(to)));
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
        let room = Size::new(self.room.width, self.room.height);
        let near: Vec<usize> = self.slides.all.iter().map(|slide| slide.index).collect();
        for index in near {
            let is_current = index == self.index;
            if saves_data && !is_current {
                continue;
            }
            if let Some((file, size)) = lent(index) {
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
        self.is_view_due = true;
    }

    /// A press that was neither a drag nor a pinch: a mouse zooms, or closes beside the photo; a finger clears the view, and
    /// zooms when it taps twice.
    fn tapped(&mut self, at: Point, time_ms: f64, is_mouse: bool) {
        let is_on_photo = self.stage.covers(at);
        if is_mouse {
            if is_on_photo {
                self.stage.toggle_zoom(at);
            } else {
                self.leave();
            }
            return;
        }
        let is_second = self.tap.take().is_some_and(|(before_ms, before)| {
            time_ms - before_ms < DOUBLE_TAP_MS && at.minus(before).length() < 40.0
        });
        if is_second {
            // The first tap's own doing is taken back.
            self.is_bare = !self.is_bare;
            self.stage.toggle_zoom(at);
        } else {
            self.tap = Some((time_ms, at));
            self.is_bare = !self.is_bare;
        }
        self.is_view_due = true;
    }

    /// What a key does; says whether it did anything.
    fn key(&mut self, key: &str) -> bool {
        let on = match self.album.direction {
            nashra_l10n::Direction::Ltr => 1,
            nashra_l10n::Direction::Rtl => -1,
        };
        let n = self.album.photos.len() as isize;
        let pan =
            |x: f64, y: f64| Point::new(x * self.room.width / 4.0, y * self.room.height / 4.0);
        match key {
            "ArrowRight" => {
                if !self.stage.pan_by(pan(-1.0, 0.0)) {
                    self.step_by(on);
                }
            }
            "ArrowLeft" => {
                if !self.stage.pan_by(pan(1.0, 0.0)) {
                    self.step_by(-on);
                }
            }
            "ArrowDown" => {
                self.stage.pan_by(pan(0.0, -1.0));
            }
            "ArrowUp" => {
                self.stage.pan_by(pan(0.0, 1.0));
            }
            "PageDown" => self.step_by(1),
            "PageUp" => self.step_by(-1),
            "Home" => self.step_by(-n),
            "End" => self.step_by(n),
            "+" | "=" => self.stage.zoom_by(1.5, Point::default()),
            "-" => self.stage.zoom_by(1.0 / 1.5, Point::default()),
            "0" => self.stage.zoom_to(1.0, Point::default()),
            "f" => self.command(Command::FullScreen),
            _ => return false,
        }
        true
    }

    /// A turn that the reader asked for, which ends the slideshow.
    fn step_by(&mut self, by: isize) {
        self.slideshow = None;
        self.turn(by);
    }

    fn command(&mut self, command: Command) {
        self.is_view_due = true;
        match command {
            Command::Close => self.leave(),
            Command::Turn(by) => self.step_by(by),
            Command::ToggleZoom => {
                self.stage.toggle_zoom(Point::default());
                self.ask();
            }
            Command::Play => self.play(),
            Command::FullScreen => self.browser.toggle_full_screen(),
            Command::Share => {
                let title = self.album.title.as_deref().unwrap_or_default();
                browser::share(title, &history::href());
            }
            Command::CopyLink => {
                platform::share::copy(&history::href());
                self.is_copied = true;
            }
            Command::Retry => {
                self.slides.retry(self.index);
                self.ask();
            }
        }
    }

    /// Starts the slideshow, or ends it. It waits while the page is hidden, a finger is down, or the photo is still on its way.
    fn play(&mut self) {
        if self.slideshow.take().is_some() {
            return;
        }
        self.n_slideshows += 1;
        let number = self.n_slideshows;
        self.slideshow = Some(number);
        task::spawn(async move {
            loop {
                task::sleep(SLIDESHOW_MS).await;
                let mut goes_on = false;
                with_open(|open| {
                    goes_on = open.slideshow == Some(number);
                    if goes_on && !browser::is_page_hidden() && !open.stage.is_held() {
                        open.go_round();
                    }
                });
                if !goes_on {
                    return;
                }
            }
        });
    }

    /// The next photo, after the last the first, once the current one has been seen.
    fn go_round(&mut self) {
        let slide = self.slides.get(self.index);
        if slide.is_none_or(|slide| slide.is_ready() || slide.is_failed()) {
            let is_last = self.index + 1 == self.album.photos.len();
            self.turn(if is_last { isize::MIN + 1 } else { 1 });
        }
    }

    fn thumbnail(&self) -> Option<Thumbnail> {
        browser::thumbnail(&fragment::id(self.index))
    }

    /// The middle of a thumbnail, from the middle of the room, and its width.
    fn from_thumbnail(&self, thumbnail: &Thumbnail) -> (Point, f64) {
        let rect = &thumbnail.rect;
        let middle = self.point(rect.left + rect.width / 2.0, rect.top + rect.height / 2.0);
        (middle, rect.width)
    }

    /// On the way out: the photo goes back to its thumbnail, the address to the page's.
    fn leave(&mut self) {
        if self.stage.is_leaving() {
            return;
        }
        self.slideshow = None;
        let id = fragment::id(self.index);
        if self
            .thumbnail()
            .is_some_and(|thumbnail| !thumbnail.is_in_view)
        {
            browser::bring_into_view(&id);
        }
        let to = self
            .thumbnail()
            .map(|thumbnail| self.from_thumbnail(&thumbnail));
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

    /// Has the next frame drawn.
    fn wake(&mut self) {
        if !std::mem::replace(&mut self.is_tick_due, true) {
            task::at_next_frame(tick);
        }
    }

    fn draw(&mut self) {
        let frame = self.stage.frame();
        self.browser.draw(&Drawing {
            shift: frame.shift,
            at: (frame.at.x, frame.at.y),
            scale: frame.scale,
            backdrop: frame.backdrop,
        });
    }

    fn show(&mut self) {
        self.is_view_due = false;
        self.was_zoomed = self.stage.is_zoomed();
        let slides = self.slides.all.iter();
        let slides = slides.map(|slide| (slide.clone(), self.size(slide.index)));
        let shown = Shown {
            slides: slides.collect(),
            album: self.album.clone(),
            index: self.index,
            is_playing: self.slideshow.is_some(),
            is_zoomed: self.was_zoomed,
            is_full_screen: full_screen(),
            is_bare: self.is_bare,
            is_copied: self.is_copied,
        };
        self.view.show(&shown);
        self.browser.find_photo();
    }
}

/// A frame: what changed is shown, what moves is drawn.
fn tick(now_ms: f64) {
    let is_gone = OPEN.with_borrow_mut(|open| {
        let Some(open) = open else {
            return false;
        };
        open.is_tick_due = false;
        // The first frame after a rest is as long as any.
        let before_ms = open.drawn_ms.unwrap_or(now_ms - 16.0);
        let moves = open.stage.step((now_ms - before_ms).clamp(1.0, 64.0));
        open.drawn_ms = moves.then_some(now_ms);
        if open.is_view_due || open.was_zoomed != open.stage.is_zoomed() {
            open.show();
        }
        open.draw();
        if moves {
            open.wake();
        }
        open.stage.is_gone()
    });
    if is_gone && let Some(open) = OPEN.take() {
        open.finish();
    }
}

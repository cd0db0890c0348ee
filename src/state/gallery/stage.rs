//! The photo on the stage: turned, panned, pinched, lowered, and what a release of the fingers means.
//!
//! It takes events and answers with an [`Act`]; [`Stage::step`] moves it on, [`Stage::frame`] says what to draw. Points are
//! measured from the middle of the room that the photo rests in. Turning follows the direction of the album. It refuses
//! to know which photo it is: only its size and its neighbours.

use nashra_l10n::Direction;

use super::geometry::{Point, Size, bound, reach};
use super::motion::{Spring, Trail};

mod fingers;
#[cfg(test)]
mod tests;

/// Photos stand this share of the room's width apart; the style sheet says the same (`.lightbox-slide`).
const STEP: f64 = 1.1;
/// Angular frequency of all springs, per millisecond: a turn of the whole room takes a third of a second.
const PULL: f64 = 0.032;
/// That of a row that no finger throws: who presses a key wants the photo, not the way there.
const QUICK_PULL: f64 = 0.064;
/// Places from the middle of the row after which it begins anew, so that no number is too long to draw by.
const FARTHEST: isize = 32;
/// What a finger may move and still be pressing.
const SLOP: f64 = 6.0;
/// A finger this fast (per millisecond) turns to the neighbour however short its way.
const FLICK: f64 = 0.4;
/// Zoom at least this far, whatever the photo's own size.
const MAX_SCALE: f64 = 4.0;
/// A share of the room's height to lower a photo by, or to be carried on to, before it is let go.
const LETTING_GO: f64 = 0.3;

/// What a release asks the lightbox to do.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Act {
    /// Nothing more.
    None,
    /// The finger or mouse only pressed.
    Tap,
    /// Go on by so many photos.
    Turn(isize),
    /// Close.
    Close,
}

/// What to draw.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// The row of photos, from where the one at [`Stage::place`] zero stands in the middle.
    pub row: f64,
    /// The current photo's middle.
    pub at: Point,
    /// The current photo, by its fitted size.
    pub scale: f64,
    /// Opacity of what covers the page.
    pub backdrop: f64,
}

/// What the fingers have taken hold of.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Hold {
    Nothing,
    /// Down, and not moved yet.
    Press(Point),
    /// The row: where the finger and the row were.
    Row(Point, f64),
    /// The zoomed photo: where the finger and the photo were.
    Photo(Point, Point),
    /// The whole photo, on its way out: where the finger and the photo were.
    Lowering(Point, f64),
    /// Two fingers: their middle, how far apart they were, where the photo was and how large.
    Pinch(Point, f64, Point, f64),
}

/// A photo with its neighbours and the fingers on it.
pub struct Stage {
    room: Size,
    direction: Direction,
    /// The current photo's own pixels.
    photo: Size,
    has_before: bool,
    has_after: bool,
    /// Where in the row the current photo stands.
    place: isize,
    /// How hard the row is pulled.
    pull: f64,
    has_motion: bool,
    is_leaving: bool,
    shift: Spring,
    x: Spring,
    y: Spring,
    scale: Spring,
    presence: Spring,
    /// Where the scale changed about last.
    about: Point,
    fingers: Vec<(i32, Point)>,
    hold: Hold,
    trail: Trail,
}

impl Stage {
    /// An empty stage for an album that is read in `direction`. Without motion everything arrives at once; what follows a
    /// finger still follows it.
    pub fn new(direction: Direction, has_motion: bool) -> Self {
        Self {
            room: Size::new(1.0, 1.0),
            direction,
            photo: Size::new(1.0, 1.0),
            has_before: false,
            has_after: false,
            place: 0,
            pull: PULL,
            has_motion,
            is_leaving: false,
            shift: Spring::resting(0.0),
            x: Spring::resting(0.0),
            y: Spring::resting(0.0),
            scale: Spring::resting(1.0),
            presence: Spring::resting(1.0),
            about: Point::default(),
            fingers: Vec::new(),
            hold: Hold::Nothing,
            trail: Trail::default(),
        }
    }

    /// The room's size, at first and after it changed.
    pub fn set_room(&mut self, room: Size) {
        if room.width > 0.0 && room.height > 0.0 && room != self.room {
            self.room = room;
            self.shift.put(0.0);
            self.settle(Point::default());
            for spring in [&mut self.x, &mut self.y, &mut self.scale] {
                spring.put(spring.target);
            }
        }
    }

    /// Puts the photo number `index` of `n` on the stage, whole, `by` photos further than the one before: it slides in from
    /// there if it is the neighbour.
    pub fn show(&mut self, index: usize, n: usize, photo: Size, by: isize) {
        self.has_before = index > 0;
        self.has_after = index + 1 < n;
        self.set_photo(photo);
        let step = self.step_width();
        self.pull = PULL;
        let is_neighbour = by.abs() == 1;
        self.place = if is_neighbour && self.place.abs() < FARTHEST {
            self.place + by
        } else {
            0
        };
        let from = if is_neighbour {
            bound(
                self.shift.at + self.factor() * by as f64 * step,
                -step,
                step,
            )
        } else {
            0.0
        };
        self.shift.at = from;
        let velocity = self.shift.velocity;
        self.shift
            .release(0.0, if from == 0.0 { 0.0 } else { velocity });
        self.x.put(0.0);
        self.y.put(0.0);
        self.scale.put(1.0);
        self.hold = Hold::Nothing;
    }

    /// Has the row arrive in half the time.
    pub fn hurry(&mut self) {
        self.pull = QUICK_PULL;
    }

    /// The current photo's own pixels, where they became known.
    pub fn set_photo(&mut self, photo: Size) {
        if photo.width > 0.0 && photo.height > 0.0 {
            self.photo = photo;
        }
    }

    /// Lets the photo come from its thumbnail: where its middle is, and its width.
    pub fn enter(&mut self, thumbnail: Option<(Point, f64)>) {
        self.presence.put(0.0);
        self.presence.release(1.0, 0.0);
        if let Some((at, width)) = thumbnail {
            self.x.at = at.x;
            self.y.at = at.y;
            self.scale.at = width / self.fitted().width;
        }
    }

    /// Lets the photo go back to its thumbnail, or fade where it is.
    pub fn leave(&mut self, thumbnail: Option<(Point, f64)>) {
        self.is_leaving = true;
        self.hold = Hold::Nothing;
        self.fingers.clear();
        self.presence.release(0.0, 0.0);
        if let Some((at, width)) = thumbnail {
            self.x.release(at.x, 0.0);
            self.y.release(at.y, 0.0);
            self.scale.release(width / self.fitted().width, 0.0);
        }
    }

    /// Zooms to `scale` about a point that stays where it is.
    pub fn zoom_to(&mut self, scale: f64, about: Point) {
        if self.is_leaving || !self.fingers.is_empty() {
            return;
        }
        let scale = bound(scale, 1.0, self.max_scale());
        let by = scale / self.scale.target;
        let limits = self.limits(scale);
        let stay =
            |at: f64, about: f64, limit: f64| bound(about - (about - at) * by, -limit, limit);
        self.x
            .release(stay(self.x.target, about.x, limits.x), self.x.velocity);
        self.y
            .release(stay(self.y.target, about.y, limits.y), self.y.velocity);
        self.scale.release(scale, self.scale.velocity);
    }

    /// Zooms by a factor.
    pub fn zoom_by(&mut self, factor: f64, about: Point) {
        self.zoom_to(self.scale.target * factor, about);
    }

    /// From the whole photo to its own pixels (at least to twice its size), and back.
    pub fn toggle_zoom(&mut self, about: Point) {
        let own = self.photo.width / self.fitted().width;
        let near = bound(own, 2.0, 3.0);
        self.zoom_to(if self.is_zoomed() { 1.0 } else { near }, about);
    }

    /// Moves the zoomed photo; says whether it could.
    pub fn pan_by(&mut self, way: Point) -> bool {
        let limits = self.limits(self.scale.target);
        let x = bound(self.x.target + way.x, -limits.x, limits.x);
        let y = bound(self.y.target + way.y, -limits.y, limits.y);
        let moves = (x - self.x.target).abs() + (y - self.y.target).abs() > 1.0;
        self.x.release(x, self.x.velocity);
        self.y.release(y, self.y.velocity);
        moves
    }

    /// Where in the row the current photo stands, in steps: the row moves under it, and photos keep their places, since a browser
    /// draws anew what changes its place in a row.
    pub fn place(&self) -> isize {
        self.place
    }

    /// Whether the photo is, or will be, larger than whole.
    pub fn is_zoomed(&self) -> bool {
        self.scale.target > 1.01
    }

    /// Whether a finger is on it.
    pub fn is_held(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// Whether it is on its way out.
    pub fn is_leaving(&self) -> bool {
        self.is_leaving
    }

    /// Whether it was on its way out and is gone.
    pub fn is_gone(&self) -> bool {
        self.is_leaving && self.presence.at <= 0.0
    }

    /// Whether a point is on the photo.
    pub fn covers(&self, point: Point) -> bool {
        let (fitted, scale) = (self.fitted(), self.scale.at);
        (point.x - self.x.at).abs() * 2.0 <= fitted.width * scale
            && (point.y - self.y.at).abs() * 2.0 <= fitted.height * scale
    }

    /// How wide the photo is, or will be, when it rests.
    pub fn width(&self) -> f64 {
        self.fitted().width * self.scale.target.max(1.0)
    }

    /// `dt_ms` later; says whether anything still moves.
    pub fn step(&mut self, dt_ms: f64) -> bool {
        let near_scale = 0.25 / self.fitted().width.max(1.0);
        // A pinch that began during a turn lets the row go on.
        let mut moves = false;
        for (spring, near, pull) in [
            (&mut self.shift, 0.25, self.pull),
            (&mut self.x, 0.25, PULL),
            (&mut self.y, 0.25, PULL),
            (&mut self.scale, near_scale, PULL),
            (&mut self.presence, 0.004, PULL),
        ] {
            if self.has_motion {
                moves |= spring.step(dt_ms, pull, near);
            } else {
                spring.put(spring.target);
            }
        }
        moves
    }

    /// What to draw now.
    pub fn frame(&self) -> Frame {
        let scale = self.scale.at;
        // A photo on its way out, lowered or pinched small, uncovers the page.
        let lowered = (self.y.at / self.room.height).abs().min(0.7);
        let small = bound(1.0 - scale, 0.0, 1.0);
        let covering = if scale > 1.01 {
            1.0
        } else {
            (1.0 - lowered) * (1.0 - small)
        };
        Frame {
            row: self.shift.at - self.factor() * self.place as f64 * self.step_width(),
            at: self.at(),
            scale,
            backdrop: bound(self.presence.at * covering, 0.0, 1.0),
        }
    }

    /// 1 where "on" is to the right, -1 where it is to the left.
    fn factor(&self) -> f64 {
        match self.direction {
            Direction::Ltr => 1.0,
            Direction::Rtl => -1.0,
        }
    }

    fn at(&self) -> Point {
        Point::new(self.x.at, self.y.at)
    }

    fn fitted(&self) -> Size {
        self.photo.fitted(self.room)
    }

    fn max_scale(&self) -> f64 {
        MAX_SCALE.max(self.photo.width / self.fitted().width)
    }

    fn step_width(&self) -> f64 {
        self.room.width * STEP
    }

    fn limits(&self, scale: f64) -> Point {
        let fitted = self.fitted();
        Point::new(
            reach(fitted.width * scale, self.room.width),
            reach(fitted.height * scale, self.room.height),
        )
    }
}

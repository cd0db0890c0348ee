//! Fingers on the photo, one or two: what they take hold of, and what their release means. It refuses to move anything when they
//! are gone: the springs do.

use super::{Act, FLICK, Hold, LETTING_GO, SLOP, Stage};
use crate::state::gallery::geometry::{Point, bound, elastic};
use crate::state::gallery::motion::coast;

impl Stage {
    /// A finger or the mouse's button goes down.
    pub fn press(&mut self, id: i32, at: Point, time_ms: f64) {
        if self.is_leaving || self.fingers.len() > 1 {
            return;
        }
        self.lift(id);
        self.fingers.push((id, at));
        // What was on its way is caught.
        for spring in [&mut self.x, &mut self.y, &mut self.scale] {
            spring.put(spring.at);
        }
        match self.pinch() {
            Some((middle, spread)) => {
                self.shift.release(0.0, 0.0);
                self.hold = Hold::Pinch(middle, spread, self.at(), self.scale.at);
            }
            None => {
                self.shift.put(self.shift.at);
                self.hold = Hold::Press(at);
                self.trail.start(time_ms, at);
            }
        }
    }

    /// It moves.
    pub fn drag(&mut self, id: i32, at: Point, time_ms: f64) {
        let Some(finger) = self.fingers.iter_mut().find(|(known, _)| *known == id) else {
            return;
        };
        finger.1 = at;
        self.trail.add(time_ms, at);
        if let Hold::Press(start) = self.hold {
            self.take_hold(start, at);
        }
        match self.hold {
            Hold::Nothing | Hold::Press(_) => {}
            Hold::Row(start, from) => {
                let to = from + at.x - start.x;
                let is_open = if to * self.factor() > 0.0 {
                    self.has_before
                } else {
                    self.has_after
                };
                let limit = if is_open { self.step_width() } else { 0.0 };
                self.shift.put(elastic(to, limit, self.room.width));
            }
            Hold::Photo(start, from) => {
                let way = at.minus(start);
                let limits = self.limits(self.scale.at);
                let soft = |from: f64, way: f64, limit: f64, room: f64| {
                    elastic(from + way, limit.max(from.abs()), room)
                };
                self.x.put(soft(from.x, way.x, limits.x, self.room.width));
                self.y.put(soft(from.y, way.y, limits.y, self.room.height));
            }
            Hold::Lowering(start, from) => self.y.put(from + at.y - start.y),
            Hold::Pinch(start, spread, from, scale) => {
                let Some((middle, now)) = self.pinch() else {
                    return;
                };
                let wanted = self.softened(scale * now / spread);
                let by = wanted / scale;
                self.scale.put(wanted);
                self.x.put(middle.x - (start.x - from.x) * by);
                self.y.put(middle.y - (start.y - from.y) * by);
                self.about = middle;
            }
        }
    }

    /// It is lifted.
    pub fn release(&mut self, id: i32, time_ms: f64) -> Act {
        if !self.lift(id) {
            return Act::None;
        }
        let velocity = self.trail.velocity(time_ms);
        match std::mem::replace(&mut self.hold, Hold::Nothing) {
            Hold::Nothing => Act::None,
            Hold::Press(_) => {
                self.settle(Point::default());
                Act::Tap
            }
            Hold::Row(..) => self.turned(velocity.x),
            Hold::Photo(..) => {
                self.settle(velocity);
                Act::None
            }
            Hold::Lowering(..) => {
                let (there, on) = (self.y.at, coast(velocity.y));
                let enough = self.room.height * LETTING_GO;
                // Thrown back, it stays.
                if (there + on).abs() > enough && there * (there + on) > 0.0 {
                    return Act::Close;
                }
                self.settle(velocity);
                Act::None
            }
            Hold::Pinch(_, _, _, from) => self.pinched(from, time_ms),
        }
    }

    /// The browser took the finger away: nothing is meant by it.
    pub fn cancel(&mut self) {
        self.fingers.clear();
        self.hold = Hold::Nothing;
        self.settle(Point::default());
    }

    /// Forgets a finger; says whether it was known.
    #[inline(never)]
    fn lift(&mut self, id: i32) -> bool {
        let at = self.fingers.iter().position(|(known, _)| *known == id);
        at.map(|at| self.fingers.remove(at)).is_some()
    }

    /// The middle of two fingers and how far apart they are.
    fn pinch(&self) -> Option<(Point, f64)> {
        let [(_, one), (_, other)] = self.fingers.as_slice() else {
            return None;
        };
        Some((one.middle(*other), one.minus(*other).length().max(1.0)))
    }

    /// A scale that gives way beyond its limits.
    fn softened(&self, scale: f64) -> f64 {
        let max = self.max_scale();
        if scale > max {
            max + (scale - max) * 0.15
        } else if scale < 1.0 {
            1.0 - (1.0 - scale) * 0.7
        } else {
            scale
        }
    }

    /// The first way that is long enough says what the finger is after.
    fn take_hold(&mut self, start: Point, at: Point) {
        let way = at.minus(start);
        if way.length() < SLOP {
            return;
        }
        // Only the way beyond that counts, so that nothing jumps.
        let part = SLOP / way.length();
        let start = Point::new(start.x + way.x * part, start.y + way.y * part);
        let is_across = way.x.abs() >= way.y.abs();
        let limit = self.limits(self.scale.at).x;
        // A zoomed photo that shows its edge already is turned by pulling it further inwards.
        let is_at_edge = self.x.at * way.x.signum() >= limit - 1.0;
        let is_zoomed = self.scale.at > 1.01;
        self.hold = if is_across && (!is_zoomed || is_at_edge) {
            Hold::Row(start, self.shift.at)
        } else if is_zoomed {
            Hold::Photo(start, self.at())
        } else {
            Hold::Lowering(start, self.y.at)
        };
    }

    /// The row was let go: on, back, or to where it was.
    fn turned(&mut self, velocity: f64) -> Act {
        let shift = self.shift.at;
        let is_flick = velocity.abs() > FLICK && velocity * shift > 0.0;
        let is_half = shift.abs() > self.room.width / 2.0 && velocity * shift >= 0.0;
        self.shift.release(0.0, velocity);
        self.settle(Point::default());
        // Pulled to the left, what is on the right comes.
        let by = if shift * self.factor() < 0.0 { 1 } else { -1 };
        let is_there = if by > 0 {
            self.has_after
        } else {
            self.has_before
        };
        if is_there && (is_flick || is_half) {
            Act::Turn(by)
        } else {
            Act::None
        }
    }

    /// One of two fingers was lifted: the other goes on with the photo, unless it was pinched small.
    fn pinched(&mut self, from: f64, time_ms: f64) -> Act {
        if from <= 1.01 && self.scale.at < 0.75 {
            return Act::Close;
        }
        match self.fingers.first() {
            Some((_, at)) if self.scale.at > 1.01 && self.scale.at <= self.max_scale() => {
                self.trail.start(time_ms, *at);
                self.hold = Hold::Photo(*at, self.at());
            }
            _ => self.settle(Point::default()),
        }
        Act::None
    }

    /// Lets the photo run to where it may rest, with the speed that it was given.
    pub(super) fn settle(&mut self, velocity: Point) {
        let scale = bound(self.scale.at, 1.0, self.max_scale());
        let by = scale / self.scale.at;
        let limits = self.limits(scale);
        let rest = |at: f64, about: f64, velocity: f64, limit: f64| {
            bound(about - (about - at) * by + coast(velocity), -limit, limit)
        };
        let x = rest(self.x.at, self.about.x, velocity.x, limits.x);
        let y = rest(self.y.at, self.about.y, velocity.y, limits.y);
        self.x.release(x, velocity.x);
        self.y.release(y, velocity.y);
        self.scale.release(scale, 0.0);
    }
}

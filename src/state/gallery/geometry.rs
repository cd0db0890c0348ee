//! Points, sizes and the elastic edge. It refuses to know what moves.

/// A point, or a way from one to another.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The way from `other` to here.
    pub fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    /// Half way to `other`.
    pub fn middle(self, other: Self) -> Self {
        Self::new((self.x + other.x) / 2.0, (self.y + other.y) / 2.0)
    }

    /// How far from the origin.
    pub fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

/// Width and height.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// A size.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// The photo shown whole in `room`, never above its own pixels.
    pub fn fitted(self, room: Self) -> Self {
        let share = (room.width / self.width)
            .min(room.height / self.height)
            .min(1.0);
        Self::new(self.width * share, self.height * share)
    }
}

/// `value`, but neither below `low` nor above `high`. The library's `clamp` can fail, and its message writes floats: 20 KB.
pub fn bound(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

/// How far the middle of something `long` may be from the middle of a room of length `room` before a gap opens.
pub fn reach(long: f64, room: f64) -> f64 {
    ((long - room) / 2.0).max(0.0)
}

/// Where something is that was pulled `value` from the middle and may go `limit` freely: beyond, it follows ever less, and
/// never further than `room`.
pub fn elastic(value: f64, limit: f64, room: f64) -> f64 {
    const SOFTNESS: f64 = 0.55;
    let beyond = value.abs() - limit;
    if beyond <= 0.0 || room <= 0.0 {
        return bound(value, -limit, limit);
    }
    let given = room * SOFTNESS * beyond / (room + SOFTNESS * beyond);
    (limit + given).copysign(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_fits_its_room_and_is_never_blown_up() {
        #[track_caller]
        fn check(photo: [f64; 2], room: [f64; 2], expect: [f64; 2]) {
            let fitted = Size::new(photo[0], photo[1]).fitted(Size::new(room[0], room[1]));
            assert_eq!([fitted.width, fitted.height], expect);
        }
        check([1600.0, 1000.0], [800.0, 800.0], [800.0, 500.0]);
        check([1000.0, 1600.0], [800.0, 800.0], [500.0, 800.0]);
        check([300.0, 200.0], [800.0, 800.0], [300.0, 200.0]);
    }

    #[test]
    fn there_is_reach_only_where_something_is_hidden() {
        assert_eq!(reach(500.0, 800.0), 0.0);
        assert_eq!(reach(1200.0, 800.0), 200.0);
    }

    #[test]
    fn the_edge_is_elastic_on_both_sides_and_never_lets_go() {
        #[track_caller]
        fn check(value: f64, limit: f64, expect: f64) {
            let got = elastic(value, limit, 400.0);
            assert!((got - expect).abs() < 0.05, "{value}: {got}");
        }
        check(50.0, 100.0, 50.0);
        check(-100.0, 100.0, -100.0);
        check(140.0, 100.0, 120.9);
        check(-140.0, 100.0, -120.9);
        check(1e9, 0.0, 400.0);
        let (near, far) = (elastic(120.0, 100.0, 400.0), elastic(400.0, 100.0, 400.0));
        assert!(near > 100.0 && far > near && far < 400.0);
    }
}

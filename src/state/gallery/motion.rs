//! How things go on when the fingers are gone: their speed, where it would carry them, and a spring that brings them there.
//! It refuses to know what they are.

use super::geometry::Point;

/// A critically damped spring: it takes over whatever speed there is, arrives without swinging, and is exact for any step,
/// so a late frame changes nothing.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spring {
    /// Where it is now.
    pub at: f64,
    /// Where it rests.
    pub target: f64,
    /// Per millisecond.
    pub velocity: f64,
}

impl Spring {
    /// At rest.
    pub const fn resting(at: f64) -> Self {
        Self {
            at,
            target: at,
            velocity: 0.0,
        }
    }

    /// Puts it there, at rest.
    pub fn put(&mut self, at: f64) {
        *self = Self::resting(at);
    }

    /// Lets it run to `target` with the speed it is given.
    pub fn release(&mut self, target: f64, velocity: f64) {
        self.target = target;
        self.velocity = velocity;
    }

    /// `dt_ms` later. `pull` is its angular frequency per millisecond; within `near` of the target, and slow, it is there.
    /// Says whether it still moves.
    pub fn step(&mut self, dt_ms: f64, pull: f64, near: f64) -> bool {
        let offset = self.at - self.target;
        let push = self.velocity + pull * offset;
        let fade = decay(pull * dt_ms);
        self.at = self.target + (offset + push * dt_ms) * fade;
        self.velocity = (self.velocity - pull * push * dt_ms) * fade;
        let is_there = (self.at - self.target).abs() < near && self.velocity.abs() * 16.0 < near;
        if is_there {
            self.put(self.target);
        }
        !is_there
    }
}

/// e to the power of -x for x ≥ 0, by the fourth power of a short series (within 0.3 % where it matters): no library.
fn decay(x: f64) -> f64 {
    let quarter = x / 4.0;
    let series = 1.0 + quarter * (1.0 + quarter * (0.5 + quarter / 6.0));
    let square = series * series;
    1.0 / (square * square)
}

/// How far a speed (per millisecond) would carry something that loses 0.5 % of it each millisecond.
pub fn coast(velocity: f64) -> f64 {
    velocity * 199.0
}

/// Where a finger has been lately.
#[derive(Clone, Default, Debug)]
pub struct Trail(Vec<(f64, Point)>);

/// What is older says nothing about the speed now.
const WINDOW_MS: f64 = 60.0;

impl Trail {
    /// Begins anew.
    pub fn start(&mut self, time_ms: f64, point: Point) {
        self.0.clear();
        self.0.push((time_ms, point));
    }

    /// The finger is here now.
    pub fn add(&mut self, time_ms: f64, point: Point) {
        self.forget(time_ms);
        self.0.push((time_ms, point));
    }

    fn forget(&mut self, now_ms: f64) {
        self.0.retain(|(time_ms, _)| now_ms - time_ms <= WINDOW_MS);
    }

    /// The speed at `now_ms`, per millisecond: 0 for a finger that has come to rest.
    pub fn velocity(&mut self, now_ms: f64) -> Point {
        self.forget(now_ms);
        match (self.0.first(), self.0.last()) {
            (Some((start_ms, start)), Some((end_ms, end))) if end_ms > start_ms => {
                let way = end.minus(*start);
                let time_ms = now_ms - start_ms;
                Point::new(way.x / time_ms, way.y / time_ms)
            }
            _ => Point::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As lively as the photo's own.
    const PULL: f64 = 0.03;

    #[test]
    fn a_spring_arrives_at_its_target_from_anywhere() {
        for (at, velocity) in [(300.0, 0.0), (-300.0, 3.0), (10.0, -8.0), (0.0, 2.0)] {
            let mut spring = Spring::resting(at);
            spring.release(0.0, velocity);
            let mut time_ms = 0.0;
            while spring.step(16.0, PULL, 0.25) {
                time_ms += 16.0;
                assert!(
                    time_ms < 600.0,
                    "{at} at {velocity} is on its way for too long"
                );
            }
            assert_eq!(spring, Spring::resting(0.0));
        }
    }

    #[test]
    fn without_a_push_it_never_swings_past() {
        let mut spring = Spring::resting(500.0);
        spring.release(0.0, 0.0);
        let mut before = spring.at;
        while spring.step(7.0, PULL, 0.25) {
            assert!(spring.at >= 0.0 && spring.at <= before, "{spring:?}");
            before = spring.at;
        }
    }

    #[test]
    fn late_frames_do_not_change_where_it_is() {
        let mut fine = Spring::resting(500.0);
        fine.release(0.0, -1.0);
        let mut coarse = fine;
        for _ in 0..48 {
            fine.step(1.0, PULL, 0.0);
        }
        coarse.step(48.0, PULL, 0.0);
        assert!(
            (fine.at - coarse.at).abs() < 1.0,
            "{} {}",
            fine.at,
            coarse.at
        );
        coarse.step(10_000.0, PULL, 0.25);
        assert!(
            coarse.at.abs() < 0.25,
            "a second without frames: {coarse:?}"
        );
    }

    #[test]
    fn speed_is_that_of_the_last_moments() {
        #[track_caller]
        fn check(samples: &[(f64, f64)], now_ms: f64, expect: f64) {
            let mut trail = Trail::default();
            trail.start(samples[0].0, Point::new(samples[0].1, 0.0));
            for (time_ms, x) in &samples[1..] {
                trail.add(*time_ms, Point::new(*x, 0.0));
            }
            let got = trail.velocity(now_ms).x;
            assert!((got - expect).abs() < 1e-9, "{samples:?}: {got}");
        }
        check(&[(0.0, 0.0), (20.0, 40.0), (40.0, 80.0)], 40.0, 2.0);
        check(&[(0.0, 0.0), (20.0, -40.0), (40.0, -80.0)], 40.0, -2.0);
        // Slow at first: what is older than the window is forgotten.
        check(&[(0.0, 0.0), (500.0, 10.0), (510.0, 40.0)], 510.0, 3.0);
        // Held still before it was lifted.
        check(&[(0.0, 0.0), (20.0, 40.0)], 200.0, 0.0);
        check(&[(0.0, 0.0), (20.0, 40.0)], 50.0, 0.8);
        check(&[(0.0, 7.0)], 5.0, 0.0);
    }
}

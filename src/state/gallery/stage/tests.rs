use super::*;

const ROOM: Size = Size::new(400.0, 800.0);
/// Fits as 400 x 250: 4 times smaller than its own pixels.
const WIDE: Size = Size::new(1600.0, 1000.0);

fn stage(direction: Direction, index: usize, n: usize) -> Stage {
    let mut stage = Stage::new(direction, true);
    stage.set_room(ROOM);
    stage.show(index, n, WIDE, 0);
    stage
}

fn settled(stage: &mut Stage) -> Frame {
    for _ in 0..200 {
        if !stage.step(16.0) {
            return stage.frame();
        }
    }
    panic!("still moving: {:?}", stage.frame());
}

/// One finger along `points`, 16 ms apart; held for `rest_ms` before it is lifted.
fn swipe(stage: &mut Stage, points: &[(f64, f64)], rest_ms: f64) -> Act {
    let mut time_ms = 0.0;
    for (at, (x, y)) in points.iter().enumerate() {
        let point = Point::new(*x, *y);
        if at == 0 {
            stage.press(1, point, time_ms);
        } else {
            stage.drag(1, point, time_ms);
        }
        time_ms += 16.0;
    }
    stage.release(1, time_ms - 16.0 + rest_ms)
}

/// Two fingers from `start` to `end`, each a pair of points, in ten steps.
fn pinch(stage: &mut Stage, start: [(f64, f64); 2], end: [(f64, f64); 2]) -> Act {
    let at = |finger: usize, step: f64| {
        let (from, to) = (start[finger], end[finger]);
        let part = step / 10.0;
        Point::new(
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        )
    };
    stage.press(1, at(0, 0.0), 0.0);
    stage.press(2, at(1, 0.0), 0.0);
    for step in 1..=10 {
        let (step, time_ms) = (f64::from(step), f64::from(step) * 16.0);
        stage.drag(1, at(0, step), time_ms);
        stage.drag(2, at(1, step), time_ms);
    }
    let first = stage.release(1, 176.0);
    match (first, stage.release(2, 300.0)) {
        (Act::None, then) => then,
        (first, _) => first,
    }
}

#[test]
fn a_swipe_turns_in_reading_direction() {
    #[track_caller]
    fn check(direction: Direction, index: usize, points: &[(f64, f64)], rest_ms: f64, expect: Act) {
        let mut stage = stage(direction, index, 3);
        assert_eq!(swipe(&mut stage, points, rest_ms), expect, "{points:?}");
    }
    let (left, right) = (
        [(100.0, 0.0), (60.0, 2.0), (20.0, 4.0)],
        [(0.0, 0.0), (40.0, 2.0), (80.0, 4.0)],
    );
    use Direction::{Ltr, Rtl};
    check(Ltr, 1, &left, 0.0, Act::Turn(1));
    check(Ltr, 1, &right, 0.0, Act::Turn(-1));
    check(Rtl, 1, &left, 0.0, Act::Turn(-1));
    check(Rtl, 1, &right, 0.0, Act::Turn(1));
    // Nothing there.
    check(Ltr, 0, &right, 0.0, Act::None);
    check(Ltr, 2, &left, 0.0, Act::None);
    check(Rtl, 0, &left, 0.0, Act::None);
    check(Rtl, 2, &right, 0.0, Act::None);
    // Held still before it was lifted: only more than half of the room counts.
    check(Ltr, 1, &left, 300.0, Act::None);
    let far = [(180.0, 0.0), (60.0, 0.0), (-50.0, 0.0)];
    check(Ltr, 1, &far, 300.0, Act::Turn(1));
    check(Rtl, 1, &far, 300.0, Act::Turn(-1));
    // Back the way it came.
    let back = [180.0, 0.0, -80.0, -80.0, -40.0, 0.0, 40.0].map(|x| (x, 0.0));
    check(Ltr, 1, &back, 0.0, Act::None);
    // A press.
    check(Ltr, 1, &[(0.0, 0.0), (2.0, 3.0)], 0.0, Act::Tap);
}

#[test]
fn a_turn_goes_on_from_where_the_finger_left_it() {
    for (direction, sign) in [(Direction::Ltr, 1.0), (Direction::Rtl, -1.0)] {
        let mut stage = stage(direction, 1, 3);
        let points = [(sign * 100.0, 0.0), (sign * 20.0, 0.0), (sign * -60.0, 0.0)];
        assert_eq!(swipe(&mut stage, &points, 0.0), Act::Turn(1));
        let row = stage.frame().row;
        stage.show(2, 3, WIDE, 1);
        let jump = stage.frame().row - row;
        assert!(jump.abs() < 1e-9, "jumped by {jump}");
        let mut before = row * sign;
        while stage.step(16.0) {
            let now = stage.frame().row * sign;
            assert!(now < before, "the row goes on, and never back");
            before = now;
        }
        let rests = stage.frame().row + sign * 440.0;
        assert!(stage.place() == 1 && rests.abs() < 1e-9, "{rests}");
        // Far away the row begins anew, under a photo that stands where it stood.
        stage.show(200, 300, WIDE, 198);
        assert_eq!((stage.place(), stage.frame().row), (0, 0.0));
    }
}

#[test]
fn however_long_the_album_the_row_stays_short() {
    let mut stage = stage(Direction::Rtl, 0, 500);
    for index in 1..500 {
        stage.show(index, 500, WIDE, 1);
        let from = stage.frame().row - stage.place() as f64 * 440.0;
        assert!((from + 440.0).abs() < 1e-9, "{index} comes from {from}");
        settled(&mut stage);
        assert!(stage.place() <= 32);
    }
}

#[test]
fn beyond_the_last_photo_the_row_gives_way_and_comes_back() {
    for (direction, index) in [(Direction::Ltr, 0), (Direction::Rtl, 2)] {
        let mut stage = stage(direction, index, 3);
        stage.press(1, Point::new(-150.0, 0.0), 0.0);
        stage.drag(1, Point::new(-100.0, 0.0), 16.0);
        stage.drag(1, Point::new(100.0, 0.0), 32.0);
        let pulled = stage.frame().row;
        assert!(pulled > 20.0 && pulled < 120.0, "{pulled}");
        assert_eq!(stage.release(1, 300.0), Act::None);
        assert_eq!(settled(&mut stage).row, 0.0);
    }
}

#[test]
fn a_vertical_drag_closes_either_way() {
    #[track_caller]
    fn check(points: &[(f64, f64)], rest_ms: f64, expect: Act) {
        assert_eq!(
            swipe(&mut stage(Direction::Rtl, 1, 3), points, rest_ms),
            expect,
            "{points:?}"
        );
    }
    check(&[(0.0, 0.0), (0.0, 40.0), (0.0, 80.0)], 0.0, Act::Close);
    check(&[(0.0, 0.0), (0.0, -40.0), (0.0, -80.0)], 0.0, Act::Close);
    check(&[(0.0, 0.0), (0.0, 40.0), (0.0, 80.0)], 300.0, Act::None);
    check(&[(0.0, 0.0), (0.0, 150.0), (0.0, 300.0)], 300.0, Act::Close);
    let back = [0.0, 300.0, 300.0, 300.0, 300.0, 150.0].map(|y| (0.0, y));
    check(&back, 0.0, Act::None);
    let mut stage = stage(Direction::Ltr, 1, 3);
    stage.press(1, Point::default(), 0.0);
    stage.drag(1, Point::new(0.0, 10.0), 16.0);
    stage.drag(1, Point::new(30.0, 210.0), 32.0);
    let frame = stage.frame();
    assert_eq!((frame.at, frame.row), (Point::new(0.0, 204.0), 0.0));
    assert!(frame.backdrop < 0.8, "the page comes through");
    assert_eq!(stage.release(1, 400.0), Act::None);
    assert_eq!(settled(&mut stage).backdrop, 1.0);
}

#[test]
fn a_pinch_zooms_about_the_fingers() {
    let mut stage = stage(Direction::Ltr, 1, 3);
    // The fingers' middle is right above the middle of the room, and wanders.
    let start = [(60.0, -40.0), (140.0, -40.0)];
    stage.press(1, Point::new(60.0, -40.0), 0.0);
    stage.press(2, Point::new(140.0, -40.0), 0.0);
    stage.drag(1, Point::new(30.0, -60.0), 16.0);
    stage.drag(2, Point::new(190.0, -60.0), 16.0);
    let frame = stage.frame();
    assert_eq!(frame.scale, 2.0);
    // What was under the fingers' middle (100, -40) is under it now (110, -60).
    let under = Point::new(
        100.0 * frame.scale + frame.at.x,
        -40.0 * frame.scale + frame.at.y,
    );
    assert_eq!(under, Point::new(110.0, -60.0));
    stage.cancel();
    // Never beyond four times, never off its edges.
    stage.show(1, 3, WIDE, 0);
    assert_eq!(
        pinch(&mut stage, start, [(-900.0, -40.0), (900.0, -40.0)]),
        Act::None
    );
    let frame = settled(&mut stage);
    assert_eq!(frame.scale, 4.0);
    assert!(
        frame.at.x.abs() <= 600.0 && frame.at.y.abs() <= 100.0,
        "{frame:?}"
    );
}

#[test]
fn a_pinch_to_small_closes_and_a_timid_one_comes_back() {
    let apart = [(-100.0, 0.0), (100.0, 0.0)];
    let mut small = stage(Direction::Ltr, 1, 3);
    assert_eq!(
        pinch(&mut small, apart, [(-20.0, 0.0), (20.0, 0.0)]),
        Act::Close
    );
    let mut timid = stage(Direction::Ltr, 1, 3);
    assert_eq!(
        pinch(&mut timid, apart, [(-90.0, 0.0), (90.0, 0.0)]),
        Act::None
    );
    let frame = settled(&mut timid);
    assert_eq!(
        (frame.scale, frame.at, frame.backdrop),
        (1.0, Point::default(), 1.0)
    );
}

#[test]
fn a_zoomed_photo_is_panned_to_its_edges_and_then_turned() {
    let mut stage = stage(Direction::Ltr, 1, 3);
    stage.zoom_to(2.0, Point::default());
    settled(&mut stage);
    // 800 x 500 in 400 x 800: 200 to either side, nothing up or down.
    assert_eq!(
        swipe(
            &mut stage,
            &[(0.0, 0.0), (-10.0, 0.0), (-60.0, 40.0)],
            400.0
        ),
        Act::None
    );
    let frame = settled(&mut stage);
    assert_eq!((frame.at, frame.scale), (Point::new(-54.0, 0.0), 2.0));
    // Thrown, it runs to the edge.
    assert_eq!(
        swipe(&mut stage, &[(0.0, 0.0), (-30.0, 0.0), (-90.0, 0.0)], 0.0),
        Act::None
    );
    assert_eq!(settled(&mut stage).at, Point::new(-200.0, 0.0));
    // Over the edge, it gives way.
    stage.press(1, Point::default(), 0.0);
    stage.drag(1, Point::new(10.0, 0.0), 16.0);
    stage.drag(1, Point::new(-200.0, 0.0), 32.0);
    let over = stage.frame().at.x;
    assert!(over < -200.0 && over > -330.0, "{over}");
    stage.release(1, 400.0);
    assert_eq!(settled(&mut stage).at.x, -200.0);
    // From the edge, the row.
    assert_eq!(
        swipe(&mut stage, &[(0.0, 0.0), (-40.0, 0.0), (-80.0, 0.0)], 0.0),
        Act::Turn(1)
    );
}

#[test]
fn double_tap_wheel_and_keys_zoom_about_a_point() {
    let mut stage = stage(Direction::Ltr, 1, 3);
    let corner = Point::new(150.0, 100.0);
    stage.toggle_zoom(corner);
    let frame = settled(&mut stage);
    // Its own pixels would be 4; 3 is near enough.
    assert_eq!((frame.scale, frame.at.x), (3.0, -300.0));
    stage.toggle_zoom(corner);
    assert_eq!(settled(&mut stage).scale, 1.0);
    for _ in 0..3 {
        stage.zoom_by(1.5, Point::default());
    }
    assert_eq!(settled(&mut stage).scale, 3.375);
    stage.zoom_by(9.0, Point::default());
    assert_eq!(settled(&mut stage).scale, 4.0);
    stage.zoom_by(0.1, Point::new(180.0, 0.0));
    let frame = settled(&mut stage);
    assert_eq!((frame.scale, frame.at), (1.0, Point::default()));
    assert!(
        !stage.pan_by(Point::new(100.0, 0.0)),
        "a whole photo does not pan"
    );
    stage.zoom_to(2.0, Point::default());
    assert!(stage.pan_by(Point::new(100.0, 0.0)));
    assert_eq!(settled(&mut stage).at, Point::new(100.0, 0.0));
    assert!(stage.pan_by(Point::new(200.0, 0.0)));
    assert!(!stage.pan_by(Point::new(200.0, 0.0)), "at its edge");
}

#[test]
fn it_comes_from_its_thumbnail_and_goes_back() {
    let mut stage = stage(Direction::Ltr, 1, 3);
    let thumbnail = Some((Point::new(-100.0, 300.0), 100.0));
    stage.enter(thumbnail);
    let frame = stage.frame();
    assert_eq!(
        (frame.at, frame.scale, frame.backdrop),
        (Point::new(-100.0, 300.0), 0.25, 0.0)
    );
    let frame = settled(&mut stage);
    assert_eq!(
        (frame.at, frame.scale, frame.backdrop),
        (Point::default(), 1.0, 1.0)
    );
    stage.leave(thumbnail);
    assert!(!stage.is_gone());
    stage.press(1, Point::default(), 0.0);
    assert!(!stage.is_held(), "what leaves is not caught");
    let frame = settled(&mut stage);
    assert_eq!((frame.scale, frame.backdrop), (0.25, 0.0));
    assert!(stage.is_gone());
}

#[test]
fn without_motion_everything_arrives_at_once() {
    let mut stage = Stage::new(Direction::Rtl, false);
    stage.set_room(ROOM);
    stage.show(0, 3, WIDE, 0);
    stage.enter(Some((Point::new(-100.0, 300.0), 100.0)));
    assert!(!stage.step(16.0));
    assert_eq!((stage.frame().scale, stage.frame().backdrop), (1.0, 1.0));
    stage.show(1, 3, WIDE, 1);
    stage.step(16.0);
    assert_eq!(stage.frame().row, ROOM.width * 1.1);
    // The finger is still followed.
    stage.press(1, Point::default(), 0.0);
    stage.drag(1, Point::new(-10.0, 0.0), 16.0);
    stage.drag(1, Point::new(-50.0, 0.0), 32.0);
    stage.step(16.0);
    assert_eq!(stage.frame().row, ROOM.width * 1.1 - 44.0);
}

#[test]
fn a_smaller_room_keeps_the_photo_in_it() {
    let mut stage = stage(Direction::Ltr, 1, 3);
    stage.zoom_to(4.0, Point::new(-200.0, 0.0));
    settled(&mut stage);
    stage.set_room(Size::new(800.0, 300.0));
    let frame = stage.frame();
    // 480 x 300 by 4 is 1920 x 1200: 560 and 450.
    assert!(
        frame.at.x.abs() <= 560.0 && frame.at.y.abs() <= 450.0,
        "{frame:?}"
    );
    assert_eq!(stage.width(), 1920.0);
}

#[test]
fn a_key_turns_in_half_the_time() {
    let time_ms = |is_quick: bool| {
        let mut stage = stage(Direction::Ltr, 0, 3);
        stage.show(1, 3, WIDE, 1);
        if is_quick {
            stage.hurry();
        }
        let mut n_ms = 1;
        while stage.step(1.0) {
            n_ms += 1;
        }
        n_ms
    };
    let (slow, quick) = (time_ms(false), time_ms(true));
    assert!(quick * 2 <= slow + 2 && quick > 100, "{quick} of {slow}");
}

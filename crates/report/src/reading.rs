//! How a reader moves through a report: modes, turning, zoom, and the names of places.
//!
//! The page progression decides where a turn leads, never the language of the interface. It knows no pixels and no keys
//! of any browser but by their names.

use std::ops::Range;

use crate::document::PageIndex;
use crate::geometry::SizePt;
use crate::text::TextDirection;

/// How pages stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// One below the other.
    #[default]
    Continuous,
    /// One at a time.
    Single,
    /// Two facing pages at a time; the cover stands alone.
    Spread,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Continuous, Self::Single, Self::Spread];

    /// Its name in attributes and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Continuous => "continuous",
            Self::Single => "single",
            Self::Spread => "spread",
        }
    }

    /// Reads a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == name)
    }

    /// The pages that are turned to together with `page`, of `n_pages`.
    pub fn together(self, page: PageIndex, n_pages: u32) -> Range<PageIndex> {
        let page = page.min(n_pages.saturating_sub(1));
        let first = match self {
            Self::Spread if page > 0 => page - (page + 1) % 2,
            _ => page,
        };
        let length = if self == Self::Spread && first > 0 {
            2
        } else {
            1
        };
        first..(first + length).min(n_pages.max(1))
    }

    /// How many pages beyond those on the screen are drawn before the reader gets there: what the next turn shows, and where no part of that
    /// is seen yet, one more.
    pub fn n_ahead(self, n_visible: usize) -> u32 {
        if self == Self::Continuous && n_visible > 1 {
            1
        } else {
            2
        }
    }
}

/// A finger that goes less far across a page, in CSS pixels, ...
const SWIPE_PX: f32 = 48.0;
/// ... or takes longer, in milliseconds, does not mean to turn it.
const SWIPE_MS: f64 = 1000.0;

/// A turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To what comes before.
    Back,
    /// To what comes after.
    On,
    /// To the first page.
    First,
    /// To the last page.
    Last,
}

impl Turn {
    /// The turn that a key (UI Events, `key`) asks for in a report of this progression: the arrow points at the page
    /// that lies there on paper.
    pub fn of_key(key: &str, progression: TextDirection) -> Option<Self> {
        let is_rtl = progression == TextDirection::Rtl;
        Some(match key {
            "ArrowLeft" if is_rtl => Self::On,
            "ArrowRight" if is_rtl => Self::Back,
            "ArrowLeft" => Self::Back,
            "ArrowRight" => Self::On,
            _ => return None,
        })
    }

    /// The turn that a finger asks for which went `right` and `down` CSS pixels (negative: left, up) within `ms` milliseconds: it pulls
    /// the page in that lies on the other side. Slow ways and those along the page are no turns.
    pub fn of_swipe(right: f32, down: f32, ms: f64, progression: TextDirection) -> Option<Self> {
        if right.abs() < SWIPE_PX || right.abs() < 2.0 * down.abs() || ms > SWIPE_MS {
            return None;
        }
        let is_on = (right > 0.0) == (progression == TextDirection::Rtl);
        Some(if is_on { Self::On } else { Self::Back })
    }

    /// The page it leads to.
    pub fn leads_from(self, page: PageIndex, mode: Mode, n_pages: u32) -> PageIndex {
        let last = n_pages.saturating_sub(1);
        let here = mode.together(page, n_pages);
        match self {
            Self::Back => mode.together(here.start.saturating_sub(1), n_pages).start,
            Self::On => here.end.min(mode.together(last, n_pages).start),
            Self::First => 0,
            Self::Last => mode.together(last, n_pages).start,
        }
    }
}

/// How pages are turned round on the screen, in quarters clockwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rotation {
    /// As in the file.
    #[default]
    Upright,
    /// A quarter to the right.
    Right,
    /// Upside down.
    Over,
    /// A quarter to the left.
    Left,
}

impl Rotation {
    /// A quarter further.
    pub fn next(self) -> Self {
        match self {
            Self::Upright => Self::Right,
            Self::Right => Self::Over,
            Self::Over => Self::Left,
            Self::Left => Self::Upright,
        }
    }

    /// Its name in attributes: degrees.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upright => "0",
            Self::Right => "90",
            Self::Over => "180",
            Self::Left => "270",
        }
    }

    /// Whether what was wide is high.
    pub fn is_sideways(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    /// The side of a page that lies across the screen.
    pub fn across(self, size: SizePt) -> f32 {
        if self.is_sideways() {
            size.height
        } else {
            size.width
        }
    }

    /// A place on the turned page, in shares of its shown width and height, as shares of the page itself.
    pub fn untwist(self, x: f32, y: f32) -> (f32, f32) {
        match self {
            Self::Upright => (x, y),
            Self::Right => (y, 1.0 - x),
            Self::Over => (1.0 - x, 1.0 - y),
            Self::Left => (1.0 - y, x),
        }
    }
}

/// How large pages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Zoom {
    /// As wide as there is room.
    #[default]
    Width,
    /// Wholly on the screen.
    Page,
    /// In percent; 100 is the size on paper.
    Percent(u16),
}

/// What is offered, in percent.
pub const ZOOM_STEPS: [u16; 11] = [25, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400];

impl Zoom {
    /// Its name in attributes.
    pub fn name(self) -> String {
        match self {
            Self::Width => "width".to_owned(),
            Self::Page => "page".to_owned(),
            Self::Percent(percent) => percent.to_string(),
        }
    }

    /// Reads a name; a percentage is kept within what is offered.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "width" => Some(Self::Width),
            "page" => Some(Self::Page),
            _ => {
                let percent: u16 = name.parse().ok()?;
                Some(Self::Percent(percent.clamp(ZOOM_STEPS[0], 400)))
            }
        }
    }

    /// As near to `percent` as is offered.
    pub fn of_percent(percent: f32) -> Self {
        let [least, .., most] = ZOOM_STEPS;
        // A number that is no size, as where a page has no width yet, is the least.
        Self::Percent((percent.round() as u16).clamp(least, most))
    }

    /// The next step from what is shown now (in percent, whatever the zoom is called).
    pub fn step(shown_percent: f32, is_in: bool) -> Self {
        // A step that would not be seen is none.
        let is_beyond = |step: &&u16| {
            let step = f32::from(**step);
            if is_in {
                step > shown_percent * 1.02
            } else {
                step < shown_percent * 0.98
            }
        };
        let mut steps = ZOOM_STEPS.iter();
        let found = if is_in {
            steps.find(is_beyond)
        } else {
            steps.rfind(is_beyond)
        };
        let last = ZOOM_STEPS[if is_in { ZOOM_STEPS.len() - 1 } else { 0 }];
        Self::Percent(found.copied().unwrap_or(last))
    }
}

/// The page that `#page=12` names (RFC 8118, section 3), from 0; beyond the end it is the last.
pub fn page_of_hash(hash: &str, n_pages: u32) -> Option<PageIndex> {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let mut parameters = hash.split('&');
    let number: u32 = parameters.find_map(|part| part.strip_prefix("page=")?.parse().ok())?;
    number
        .checked_sub(1)
        .map(|page| page.min(n_pages.saturating_sub(1)))
}

/// The words that `#page=12&search=words` names (RFC 8118, section 3), still percent-encoded.
pub fn phrase_of_hash(hash: &str) -> Option<&str> {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    hash.split('&')
        .find_map(|part| part.strip_prefix("search="))
}

/// The fragment that names a page, with its `#`.
pub fn hash_of_page(page: PageIndex) -> String {
    ["#", &id_of_page(page)].concat()
}

/// The name of a page within the document, so that its fragment leads there without any script.
pub fn id_of_page(page: PageIndex) -> String {
    ["page=", &(page + 1).to_string()].concat()
}

/// The page that a reader means by what they typed, its digits already ASCII: a label of the report if it has such a
/// page, else a page number.
pub fn page_named<'a>(
    typed: &str,
    labels: impl IntoIterator<Item = &'a str>,
    n_pages: u32,
) -> Option<PageIndex> {
    let typed = typed.trim();
    let by_label = labels
        .into_iter()
        .position(|label| !typed.is_empty() && label.eq_ignore_ascii_case(typed));
    if let Some(page) = by_label {
        return u32::try_from(page).ok();
    }
    let number: u32 = typed.parse().ok()?;
    number.checked_sub(1).filter(|page| *page < n_pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_next_turn_shows_is_drawn_ahead() {
        for (mode, n_visible, expect) in [
            (Mode::Continuous, 0, 2),
            (Mode::Continuous, 1, 2),
            (Mode::Continuous, 2, 1),
            (Mode::Continuous, 3, 1),
            (Mode::Single, 1, 2),
            (Mode::Spread, 2, 2),
        ] {
            assert_eq!(mode.n_ahead(n_visible), expect, "{mode:?} {n_visible}");
        }
    }

    #[test]
    fn spreads_keep_the_cover_alone() {
        let check = |mode: Mode, page, n_pages, expect: Range<u32>| {
            assert_eq!(mode.together(page, n_pages), expect, "{mode:?} {page}");
        };
        check(Mode::Spread, 0, 5, 0..1);
        check(Mode::Spread, 1, 5, 1..3);
        check(Mode::Spread, 2, 5, 1..3);
        check(Mode::Spread, 4, 5, 3..5);
        check(Mode::Spread, 3, 4, 3..4);
        check(Mode::Spread, 9, 4, 3..4);
        check(Mode::Single, 2, 5, 2..3);
        check(Mode::Continuous, 0, 0, 0..1);
    }

    #[test]
    fn arrows_point_at_pages() {
        use TextDirection::{Ltr, Rtl};
        let check = |key: &str, progression, expect| {
            assert_eq!(Turn::of_key(key, progression), expect, "{key}");
        };
        check("ArrowLeft", Rtl, Some(Turn::On));
        check("ArrowRight", Rtl, Some(Turn::Back));
        check("ArrowLeft", Ltr, Some(Turn::Back));
        check("ArrowRight", Ltr, Some(Turn::On));
        check("ArrowUp", Ltr, None);
    }

    #[test]
    fn fingers_pull_pages_in() {
        use TextDirection::{Ltr, Rtl};
        let check = |right, down, ms, progression, expect| {
            assert_eq!(
                Turn::of_swipe(right, down, ms, progression),
                expect,
                "{right} {down} {ms} {progression:?}"
            );
        };
        check(-90.0, 10.0, 200.0, Ltr, Some(Turn::On));
        check(90.0, -10.0, 200.0, Ltr, Some(Turn::Back));
        check(90.0, 10.0, 200.0, Rtl, Some(Turn::On));
        check(-90.0, 10.0, 200.0, Rtl, Some(Turn::Back));
        check(-20.0, 0.0, 200.0, Ltr, None);
        check(-90.0, 80.0, 200.0, Ltr, None);
        check(-90.0, 10.0, 1100.0, Ltr, None);
    }

    #[test]
    fn turns_end_at_both_covers() {
        let check = |turn: Turn, page, mode, n_pages, expect| {
            assert_eq!(
                turn.leads_from(page, mode, n_pages),
                expect,
                "{turn:?} {page}"
            );
        };
        check(Turn::On, 0, Mode::Single, 3, 1);
        check(Turn::On, 2, Mode::Single, 3, 2);
        check(Turn::Back, 0, Mode::Single, 3, 0);
        check(Turn::On, 0, Mode::Spread, 6, 1);
        check(Turn::On, 1, Mode::Spread, 6, 3);
        check(Turn::On, 3, Mode::Spread, 5, 3);
        check(Turn::Back, 4, Mode::Spread, 6, 1);
        check(Turn::Back, 1, Mode::Spread, 6, 0);
        check(Turn::Last, 0, Mode::Spread, 5, 3);
        check(Turn::First, 4, Mode::Spread, 5, 0);
    }

    #[test]
    fn four_quarters_are_a_turn() {
        let mut rotation = Rotation::Upright;
        for (degrees, corner) in [
            ("0", (0.0, 0.0)),
            // What is seen at the top left of a page turned to the right is its lower left corner.
            ("90", (0.0, 1.0)),
            ("180", (1.0, 1.0)),
            ("270", (1.0, 0.0)),
        ] {
            assert_eq!(rotation.as_str(), degrees);
            assert_eq!(rotation.untwist(0.0, 0.0), corner, "{degrees}");
            rotation = rotation.next();
        }
        assert_eq!(rotation, Rotation::Upright);
    }

    #[test]
    fn zoom_goes_by_steps() {
        let check = |shown, is_in, expect| {
            assert_eq!(Zoom::step(shown, is_in), Zoom::Percent(expect), "{shown}");
        };
        check(100.0, true, 125);
        check(100.0, false, 75);
        check(99.5, true, 125);
        check(161.0, true, 175);
        check(161.0, false, 150);
        check(400.0, true, 400);
        check(10.0, false, 25);
        for zoom in [Zoom::Width, Zoom::Page, Zoom::Percent(150)] {
            assert_eq!(Zoom::parse(&zoom.name()), Some(zoom));
        }
        assert_eq!(Zoom::parse("9000"), Some(Zoom::Percent(400)));
        assert_eq!(Zoom::parse("wide"), None);
    }

    #[test]
    fn deep_links_read_back() {
        let check = |hash: &str, expect| assert_eq!(page_of_hash(hash, 20), expect, "{hash}");
        check("#page=12", Some(11));
        check("page=1", Some(0));
        check("#zoom=80&page=3", Some(2));
        check("#page=99", Some(19));
        check("#page=0", None);
        check("#page=x", None);
        check("", None);
        assert_eq!(phrase_of_hash("#page=3&search=a%20b"), Some("a%20b"));
        assert_eq!(phrase_of_hash("#page=3"), None);
        for page in 0..20 {
            assert_eq!(page_of_hash(&hash_of_page(page), 20), Some(page));
        }
    }

    #[test]
    fn pages_go_by_label_first() {
        let labels = ["i", "ii", "1", "2", "A-1"];
        let check = |typed: &str, expect| {
            assert_eq!(page_named(typed, labels, 5), expect, "{typed}");
        };
        check("ii", Some(1));
        check("1", Some(2));
        check(" a-1 ", Some(4));
        check("5", Some(4));
        check("6", None);
        check("0", None);
        check("", None);
        check("iv", None);
    }
}

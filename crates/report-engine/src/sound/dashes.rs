//! How many dashes a content cuts its lines into: the library makes each of them, however short and however many.
//!
//! It never follows forms: each is counted by itself.

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Number};

/// What the library makes of a length of zero.
const LEAST_LENGTH: f32 = 0.01;
/// Outlines of letters shown by one operator, in their own units, as a guess.
const TEXT_LENGTH: f64 = 1_000.0;

/// The dashes in a unit of length: none where lines are whole.
#[derive(Clone, Copy, Default)]
pub(super) struct Density(f64);

impl Density {
    pub(super) fn of(dashes: &Array<'_>) -> Self {
        let (mut n, mut length) = (0.0, 0.0);
        for dash in dashes.iter::<f32>() {
            n += 1.0;
            length += f64::from(if dash == 0.0 {
                LEAST_LENGTH
            } else {
                dash.abs()
            });
        }
        Self(if n == 0.0 { 0.0 } else { n / length })
    }

    pub(super) fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    fn is_none(self) -> bool {
        self.0 == 0.0
    }
}

/// Dashes of all lines of a content. `from_states` is the densest that its graphics states can set.
pub(super) fn count(content: &[u8], from_states: Density) -> f64 {
    if from_states.is_none() && !may_set_dashes(content) {
        return 0.0;
    }
    let mut walk = Walk {
        density: from_states,
        ..Walk::default()
    };
    let mut saved = Vec::new();
    let mut operations = TypedIter::new(content);
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::SaveState(_) => saved.push(walk.density),
            TypedInstruction::RestoreState(_) => walk.density = saved.pop().unwrap_or(from_states),
            TypedInstruction::DashPattern(dashes) => {
                walk.density = Density::of(dashes.0).max(from_states);
            }
            TypedInstruction::MoveTo(to) => walk.at = point(&to.0, &to.1),
            TypedInstruction::LineTo(to) => walk.line(point(&to.0, &to.1)),
            // No curve is longer than the way over its control points.
            TypedInstruction::CubicTo(to) => {
                walk.line(point(&to.0, &to.1));
                walk.line(point(&to.2, &to.3));
                walk.line(point(&to.4, &to.5));
            }
            TypedInstruction::CubicStartTo(to) => {
                walk.line(point(&to.0, &to.1));
                walk.line(point(&to.2, &to.3));
            }
            TypedInstruction::CubicEndTo(to) => {
                walk.line(point(&to.0, &to.1));
                walk.line(point(&to.2, &to.3));
            }
            TypedInstruction::RectPath(rect) => {
                walk.at = point(&rect.0, &rect.1);
                let (width, height) = point(&rect.2, &rect.3);
                walk.length += 2.0 * (width.abs() + height.abs());
            }
            TypedInstruction::StrokePath(_)
            | TypedInstruction::FillAndStrokeNonZero(_)
            | TypedInstruction::FillAndStrokeEvenOdd(_) => walk.stroke(1.0),
            // The way back is no longer than the way there.
            TypedInstruction::CloseAndStrokePath(_)
            | TypedInstruction::CloseFillAndStrokeNonZero(_)
            | TypedInstruction::CloseFillAndStrokeEvenOdd(_) => walk.stroke(2.0),
            // Only dashes that no producer writes matter here: letters are seldom stroked.
            TypedInstruction::ShowText(_)
            | TypedInstruction::ShowTexts(_)
            | TypedInstruction::NextLineAndShowText(_)
            | TypedInstruction::ShowTextWithParameters(_)
                if walk.density.0 > 100.0 =>
            {
                walk.n_dashes += TEXT_LENGTH * walk.density.0;
            }
            TypedInstruction::EndPath(_)
            | TypedInstruction::FillPathNonZero(_)
            | TypedInstruction::FillPathNonZeroCompatibility(_)
            | TypedInstruction::FillPathEvenOdd(_) => walk.length = 0.0,
            _ => {}
        }
    }
    walk.n_dashes
}

#[derive(Default)]
struct Walk {
    density: Density,
    at: (f64, f64),
    length: f64,
    n_dashes: f64,
}

impl Walk {
    fn line(&mut self, to: (f64, f64)) {
        self.length += (to.0 - self.at.0).abs() + (to.1 - self.at.1).abs();
        self.at = to;
    }

    fn stroke(&mut self, times: f64) {
        self.n_dashes += times * self.length * self.density.0;
        self.length = 0.0;
    }
}

fn point(x: &Number, y: &Number) -> (f64, f64) {
    (x.as_f64(), y.as_f64())
}

/// Whether the operator `d` may stand in it: most contents need no second look.
fn may_set_dashes(content: &[u8]) -> bool {
    let mut rest = content;
    while let Some(at) = rest.iter().position(|&byte| byte == b'd') {
        let before = at.checked_sub(1).and_then(|before| rest.get(before));
        let after = rest.get(at + 1);
        let is_apart = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if is_apart(before) && is_apart(after) {
            return true;
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_counted_by_length() {
        let check = |content: &str, expect: f64| {
            let counted = count(content.as_bytes(), Density::default());
            assert!((counted - expect).abs() < 0.01, "{content}: {counted}");
        };
        check("0 0 m 100 0 l S", 0.0);
        check("[2 3] 0 d 0 0 m 100 0 l S", 40.0);
        check("[5] 0 d 0 0 m 100 0 l S", 20.0);
        check("q [2 3] 0 d Q 0 0 m 100 0 l S", 0.0);
        check("[5] 0 d 0 0 100 50 re S 0 0 m 100 0 l f S", 60.0);
        check("[0] 0 d 0 0 m 1 0 l S", 100.0);
        check("[1] 0 d 0 0 m 1 1 2 2 3 3 c s", 12.0);
        check("[] 0 d 0 0 m 1 0 l S", 0.0);
    }
}

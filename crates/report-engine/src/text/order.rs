//! The logical order of a line, from what is seen.
//!
//! The bidi algorithm (UAX 9) goes from logical to visual; here it is run backwards, which leaves some numbers
//! between scripts undecided: there the file's own order decides. It never reorders letters inside a unit.

use unicode_bidi::{BidiInfo, Level};

use super::units::{Unit, is_mark, is_rtl_letter};

/// The places of units that stand from left to right, in logical order, with whether each reads right to left.
pub(crate) fn logical(visual: &[Unit], is_rtl: bool) -> Vec<(usize, bool)> {
    let mut places: Vec<usize> = (0..visual.len()).collect();
    if is_rtl {
        places.reverse();
    }
    let kinds: Vec<char> = visual.iter().map(representative).collect();
    let line: String = places
        .iter()
        .map(|&place| decided(visual, &kinds, place, is_rtl))
        .collect();
    let base = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(&line, Some(base));
    let mut levels: Vec<u8> = line
        .char_indices()
        .map(|(at, _)| info.levels[at].number())
        .collect();
    levels.resize(places.len(), base.number());
    // Undo rule L2 from the base level up: what the display turned around is turned back.
    let lowest = base.number() + 1;
    let highest = levels.iter().copied().max().unwrap_or(0);
    let mut line: Vec<(usize, u8)> = places.into_iter().zip(levels).collect();
    for level in (lowest..=highest).rev() {
        for run in line.chunk_by_mut(|a, b| (a.1 >= level) == (b.1 >= level)) {
            if run.first().is_some_and(|first| first.1 >= level) {
                run.reverse();
            }
        }
    }
    line.into_iter()
        .map(|(place, level)| (place, level % 2 == 1))
        .collect()
}

/// One character that stands for a unit in the bidi algorithm.
fn representative(unit: &Unit) -> char {
    let strong = unit
        .text
        .chars()
        .find(|c| is_rtl_letter(*c) || c.is_alphabetic() && !is_mark(*c));
    let first = unit.text.chars().find(|c| !is_mark(*c)).unwrap_or(' ');
    let c = strong.unwrap_or(first);
    // A paragraph separator would end the line here.
    if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
        ' '
    } else {
        c
    }
}

/// Numbers between scripts are seen the same in two orders: "Windows 10" in a right-to-left line may be read
/// from either end. The file's order tells when it runs along with the word beside.
fn decided(visual: &[Unit], kinds: &[char], place: usize, is_rtl: bool) -> char {
    let kind = kinds[place];
    // What the file marks as another language was set as a stretch of its own.
    let is_foreign = |p: usize| {
        let is_eastern = matches!(kinds[p], '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
        visual[p].said_rtl == Some(false) && !is_eastern
    };
    let is_inside =
        || place > 0 && is_foreign(place - 1) && visual.len() > place + 1 && is_foreign(place + 1);
    if is_rtl && is_foreign(place) && (!visual[place].is_space() || is_inside()) {
        return 'a';
    }
    let is_digit = |p: usize| kinds.get(p).is_some_and(|kind| kind.is_numeric());
    if is_rtl && kind == '+' && is_digit(place + 1) && !place.checked_sub(1).is_some_and(is_digit) {
        return 'a';
    }
    if !kind.is_numeric() {
        return kind;
    }
    let seq = visual[place].seq;
    let is_digit_part =
        |place: &usize| !kinds[*place].is_alphabetic() && !kinds[*place].is_whitespace();
    if is_rtl {
        if !kind.is_ascii_digit() {
            return kind;
        }
        // A plus at the left end is seen there only where the number was set apart from its line.
        let mut left = (0..=place)
            .rev()
            .take_while(|&p| !kinds[p].is_alphabetic())
            .take(24);
        let starts_with_plus = left.any(|p| {
            kinds[p] == '+'
                && kinds.get(p + 1).is_some_and(char::is_ascii_digit)
                && p.checked_sub(1).is_none_or(|p| !kinds[p].is_numeric())
        });
        if starts_with_plus {
            return 'a';
        }
        // To the left: the rest of the number, one space, then a Latin letter written before it?
        let mut left = (0..place)
            .rev()
            .skip_while(is_digit_part)
            .skip_while(|&p| kinds[p].is_whitespace());
        let joins = left.next().is_some_and(|p| {
            kinds[p].is_alphabetic()
                && !is_rtl_letter(kinds[p])
                && visual[p].seq < seq
                && seq - visual[p].seq < 24
        });
        if joins { 'a' } else { kind }
    } else {
        let mut right = (place + 1..visual.len())
            .skip_while(is_digit_part)
            .skip_while(|&p| kinds[p].is_whitespace());
        let joins = right
            .next()
            .is_some_and(|p| is_rtl_letter(kinds[p]) && visual[p].seq < seq);
        if joins { '٠' } else { kind }
    }
}

/// Brackets that read right to left are coded as seen by some producers, and as meant by others.
/// Positive when pairs come as meant, negative when they come as seen.
pub(crate) fn bracket_vote<'a>(rtl_texts: impl Iterator<Item = &'a str>) -> i32 {
    let mut vote = 0;
    let mut open = 0;
    let mut closed = 0;
    for c in rtl_texts.flat_map(str::chars) {
        if !matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '«' | '»') {
            continue;
        }
        if mirrored(c).1 {
            if closed > 0 {
                vote -= 1;
                closed -= 1;
            } else {
                open += 1;
            }
        } else if open > 0 {
            vote += 1;
            open -= 1;
        } else {
            closed += 1;
        }
    }
    vote
}

/// The text with its brackets turned around.
pub(crate) fn with_mirrored(text: &str) -> String {
    text.chars().map(|c| mirrored(c).0).collect()
}

/// The other bracket of the pair, and whether this one opens.
fn mirrored(c: char) -> (char, bool) {
    match c {
        '(' => (')', true),
        ')' => ('(', false),
        '[' => (']', true),
        ']' => ('[', false),
        '{' => ('}', true),
        '}' => ('{', false),
        '«' => ('»', true),
        '»' => ('«', false),
        '‹' => ('›', true),
        '›' => ('‹', false),
        '<' => ('>', true),
        '>' => ('<', false),
        other => (other, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lays a logical line out by the bidi algorithm, as any producer would, and reads it back.
    #[test]
    fn what_is_laid_out_is_read_back() {
        let check = |text: &str, is_rtl: bool| {
            let base = if is_rtl { Level::rtl() } else { Level::ltr() };
            let info = BidiInfo::new(text, Some(base));
            let levels: Vec<Level> = text.char_indices().map(|(at, _)| info.levels[at]).collect();
            let order = BidiInfo::reorder_visual(&levels);
            let chars: Vec<char> = text.chars().collect();
            let visual: Vec<Unit> = order
                .iter()
                .enumerate()
                .map(|(x, &seq)| Unit {
                    text: chars[seq].to_string(),
                    x0: x as f64,
                    x1: x as f64 + 1.0,
                    y: 0.0,
                    size: 1.0,
                    seq,
                    turns: 0,
                    has_advance: true,
                    is_replaced: false,
                    owner: None,
                    said_rtl: None,
                    is_artifact: false,
                })
                .collect();
            let read: String = logical(&visual, is_rtl)
                .iter()
                .map(|&(place, _)| visual[place].text.as_str())
                .collect();
            assert_eq!(read, text);
        };
        check("صدر التقرير في 15 سبتمبر 2020 بعد اجتماع", true);
        check("نظام Windows 10 متاح الآن", true);
        check("بلغ المعدل 12.5% في عام 2021", true);
        check("من ٢٠١٩ إلى ٢٠٢٣ (انظر الجدول)", true);
        check("الهاتف 00216-71-555 أو البريد info@example.org", true);
        check("report of سبتمبر 2020 in full", false);
        check("the word نشرة means bulletin", false);
        check("plain text, 12 pages", false);
        check("מחיר 15 שקלים (כולל)", true);
    }
}

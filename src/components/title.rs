//! Titles as they are set.

use crate::view::{El, el};

/// `element` with `title` in it. Its first range of numbers stays on one line: 8–10, ٢٠١٨–٢٠٢٠.
pub fn titled(element: El, title: &str) -> El {
    let Some((before, range, after)) = split_range(title) else {
        return element.text(title.to_owned());
    };
    let element = element
        .text(before.to_owned())
        .child(el("span").class("range").text(range.to_owned()));
    if after.is_empty() {
        return element;
    }
    element.text(after.to_owned())
}

/// The first two numbers with a dash between them, and what is before and after them.
fn split_range(text: &str) -> Option<(&str, &str, &str)> {
    // The digits of our languages; tables of all others weigh more than this file.
    let is_digit = |character| matches!(character, '0'..='9' | '٠'..='٩' | '۰'..='۹');
    let (left, right) = text.split_once('–')?;
    let before = left.trim_end_matches(is_digit);
    let after = right.trim_start_matches(is_digit);
    let range = &text[before.len()..text.len() - after.len()];
    let has_both = before.len() < left.len() && after.len() < right.len();
    has_both.then_some((before, range, after))
}

#[cfg(test)]
mod tests {
    use super::split_range;

    #[test]
    fn ranges_of_numbers_are_found() {
        assert_eq!(
            split_range("in Istanbul, 8–10 December"),
            Some(("in Istanbul, ", "8–10", " December"))
        );
        assert_eq!(
            split_range("خطة العمل ٢٠١٨–٢٠٢٠"),
            Some(("خطة العمل ", "٢٠١٨–٢٠٢٠", ""))
        );
        for other in [
            "",
            "–",
            "8–",
            "–8",
            "8–a",
            "a–8",
            "2020 – 2021",
            "2020-2021",
        ] {
            assert_eq!(split_range(other), None, "{other}");
        }
    }
}

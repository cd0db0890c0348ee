//! Running heads and page numbers, found by comparing neighbouring pages.
//!
//! It never removes them: they are marked, and the reader of the text decides.

use std::rc::Rc;

use nashra_report::text::{Block, BlockRole, PageText};

/// Furniture stands in this part of the page, at head and foot.
const MARGIN_SHARE: f32 = 0.12;

pub(crate) fn mark(text: &mut PageText, near: &[Rc<PageText>], height: f32) {
    for block in &mut text.blocks {
        if !matches!(block.role, BlockRole::Paragraph | BlockRole::RunningHead) {
            continue;
        }
        let is_marginal = is_marginal(block, height);
        let is_number = is_page_number(&block.text());
        if block.role == BlockRole::RunningHead {
            if is_number {
                block.role = BlockRole::PageNumber;
            }
            continue;
        }
        if !is_marginal || block.lines.len() > 2 {
            continue;
        }
        let pattern = pattern(block);
        let repeats = near.iter().any(|page| {
            page.blocks
                .iter()
                .any(|other| same_place(block, other) && self::pattern(other) == pattern)
        });
        if repeats {
            block.role = if is_number {
                BlockRole::PageNumber
            } else {
                BlockRole::RunningHead
            };
        }
    }
}

fn is_marginal(block: &Block, height: f32) -> bool {
    let mut words = block.words();
    words.all(|word| {
        word.rect.bottom() < height * MARGIN_SHARE || word.rect.y > height * (1.0 - MARGIN_SHARE)
    })
}

fn same_place(one: &Block, other: &Block) -> bool {
    let top = |block: &Block| block.words().next().map(|word| word.rect.y);
    matches!((top(one), top(other)), (Some(a), Some(b)) if (a - b).abs() < 3.0)
}

/// The text with every number the same.
fn pattern(block: &Block) -> String {
    let mut out = String::new();
    for c in block.text().chars() {
        let c = if c.is_numeric() { '0' } else { c };
        if c != '0' || !out.ends_with('0') {
            out.push(c);
        }
    }
    out
}

fn is_page_number(text: &str) -> bool {
    let is_roman =
        !text.is_empty() && text.len() < 7 && text.chars().all(|c| "ivxlcIVXLC".contains(c));
    let is_digits = text.chars().any(char::is_numeric) && !text.chars().any(char::is_alphabetic);
    is_roman || is_digits && text.chars().count() < 12
}

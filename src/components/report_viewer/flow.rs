//! A page's text as text of the site: headings, paragraphs, lists and tables that fit any screen.
//!
//! Running heads and page numbers are furniture of the printed page and are left out.

use nashra_report::text::{Block, BlockRole, PageText, TextMapping};

use super::Words;
use crate::view::{El, el};

/// The page's name and its text, or that it has none.
pub fn page(name: &str, text: Option<&PageText>, language: Option<&str>, words: &Words) -> El {
    let heading = el("h2").text(nashra_l10n::fill(
        words.messages.get("viewer.page"),
        &[("n", name)],
    ));
    let text = text.filter(|text| text.mapping != TextMapping::Missing);
    let pieces = text.map(|text| pieces(text, language)).unwrap_or_default();
    let nothing = pieces
        .is_empty()
        .then(|| el("p").text(words.text("viewer.noText")));
    el("div")
        .class("viewer-flow-page")
        .child(heading)
        .opt(nothing)
        .child(el("div").class("prose").children(pieces))
}

/// What a run of blocks becomes together.
#[derive(Clone, Copy, PartialEq)]
enum Run {
    Alone,
    List,
    Table,
    /// Numbers without a word: what a chart is labelled with.
    Figures,
}

fn run_of(block: &Block) -> Run {
    match block.role {
        BlockRole::ListItem => Run::List,
        BlockRole::TableCell => Run::Table,
        BlockRole::Paragraph if !block.text().contains(char::is_alphabetic) => Run::Figures,
        _ => Run::Alone,
    }
}

fn pieces(text: &PageText, language: Option<&str>) -> Vec<El> {
    let blocks: Vec<&Block> = text
        .blocks
        .iter()
        .filter(|block| block.role.is_content())
        .collect();
    let runs = blocks.chunk_by(|a, b| run_of(a) != Run::Alone && run_of(a) == run_of(b));
    let piece = |run: &[&Block]| match run {
        [block, ..] if run_of(block) == Run::List => {
            let items = run.iter().map(|block| filled("li", block, language));
            directed("ul", block).children(items)
        }
        [block, ..] if run_of(block) == Run::Figures => {
            let figures: Vec<String> = run.iter().map(|block| block.text()).collect();
            directed("p", block)
                .class("viewer-figures")
                .text(figures.join("  "))
        }
        [block, ..] if run_of(block) == Run::Table => table(run, block, language),
        [block, ..] => filled(tag_of(block.role), block, language),
        [] => el("p"),
    };
    runs.map(piece).collect()
}

fn tag_of(role: BlockRole) -> &'static str {
    match role {
        // The page's own title is a first heading, its name a second.
        BlockRole::Heading(0 | 1) => "h3",
        BlockRole::Heading(2) => "h4",
        BlockRole::Heading(_) => "h5",
        _ => "p",
    }
}

/// Cells that stand beside each other are a row.
fn table(cells: &[&Block], first: &Block, language: Option<&str>) -> El {
    let stands_beside = |a: &&Block, b: &&Block| {
        let middle = |block: &Block| {
            let rect = block.words().map(|word| word.rect);
            rect.reduce(|a, b| a.union(&b))
                .map(|rect| (rect.y, rect.bottom()))
        };
        match (middle(a), middle(b)) {
            (Some((top, bottom)), Some((other_top, other_bottom))) => {
                top < other_bottom && other_top < bottom
            }
            _ => true,
        }
    };
    let rows = cells.chunk_by(stands_beside).map(|row| {
        let cells = row.iter().map(|block| filled("td", block, language));
        el("tr").children(cells)
    });
    let body = el("tbody").children(rows);
    directed("div", first)
        .class("table-scroll")
        .attr("tabindex", "0")
        .child(el("table").child(body))
}

fn directed(tag: &'static str, block: &Block) -> El {
    el(tag).attr("dir", block.direction.as_str())
}

fn filled(tag: &'static str, block: &Block, language: Option<&str>) -> El {
    let language = block.language.as_deref().or(language).map(str::to_owned);
    directed(tag, block)
        .attr_opt("lang", language)
        .text(block.text())
}

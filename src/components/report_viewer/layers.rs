//! What lies over a drawn page: its text, to be selected and read aloud; its links; the places that were found.
//!
//! Places are percentages of the page and letters are sized by its width, so that nothing is laid out again at another zoom. They
//! are given from the page's left edge, whatever the direction: a page on the screen is a picture, and is never mirrored.

use nashra_report::document::{Link, LinkTarget, PageIndex};
use nashra_report::geometry::{RectPt, SizePt, decimal};
use nashra_report::reading::hash_of_page;
use nashra_report::text::{Block, Line, PageText, TextMapping};

use super::Words;
use crate::view::{El, el};

/// The text of a page, a piece for each line, in reading order.
pub fn text(page: &PageText, size: SizePt, language: Option<&str>) -> El {
    let mut pieces = Vec::new();
    // Letters nobody can name are not offered: copied, they would be noise.
    if page.mapping != TextMapping::Missing {
        for (at, block) in page.blocks.iter().enumerate() {
            let lines = block.lines.iter().filter(|line| !line.words.is_empty());
            pieces.extend(lines.map(|line| piece(at, block, line, size, language)));
        }
    }
    el("div")
        .class("viewer-text")
        .attr("data-layer", "text")
        .attr("dir", "ltr")
        .children(pieces)
}

fn piece(at: usize, block: &Block, line: &Line, size: SizePt, language: Option<&str>) -> El {
    let place = line
        .words
        .iter()
        .map(|word| word.rect)
        .reduce(|whole, rect| whole.union(&rect))
        .unwrap_or_default();
    let mut text = String::new();
    for word in &line.words {
        text.push_str(&word.text);
        if word.space_after {
            text.push(' ');
        }
    }
    let goes_on = !text.ends_with(' ');
    let block_language = block.language.as_deref().or(language).map(str::to_owned);
    let width = (place.width / size.width.max(1.0) * 10_000.0).round() as u32;
    let letters = ["font-size:", &share(place.height, size.width), "cqw"].concat();
    el("span")
        .attr("data-block", at.to_string())
        .attr_if(goes_on, "data-joined", "")
        .attr_opt("lang", block_language)
        .attr("dir", block.direction.as_str())
        // How wide the line is on paper, in ten-thousandths of the page: the viewer stretches the letters to it.
        .attr("data-width", width.to_string())
        .attr("style", [start(&place, size), letters].concat())
        .text(text.trim_end().to_owned())
}

/// The places of a phrase; the one that the reader stands at is marked.
pub fn hits<'a>(rects: impl IntoIterator<Item = (&'a RectPt, bool)>, size: SizePt) -> El {
    let marks = rects.into_iter().map(|(rect, is_current)| {
        el("span")
            .class("viewer-hit")
            .attr_if(is_current, "data-current", "")
            .attr("style", whole(rect, size))
    });
    el("div")
        .class("viewer-hits")
        .attr("data-layer", "hits")
        .attr("dir", "ltr")
        .attr("aria-hidden", "true")
        .children(marks)
}

/// What is said on a page that could not be drawn.
pub fn broken(page: PageIndex, words: &Words) -> El {
    el("p")
        .class("viewer-broken")
        .attr("data-layer", "broken")
        .attr("dir", "auto")
        .text(words.with_number("viewer.brokenPage", "n", page + 1))
}

/// Links, named by the words they lie over.
pub fn links(links: &[Link], page: Option<&PageText>, size: SizePt, words: &Words) -> El {
    let links = links.iter().map(|link| {
        let (href, other) = match &link.target {
            LinkTarget::Page { page, .. } => (
                hash_of_page(*page),
                words.with_number("viewer.page", "n", page + 1),
            ),
            LinkTarget::Url(url) => (url.clone(), url.clone()),
        };
        let is_elsewhere = matches!(link.target, LinkTarget::Url(_));
        let over = page.map(|page| words_over(page, &link.rect));
        let name = over.filter(|name| !name.is_empty()).unwrap_or(other);
        el("a")
            .attr("href", href)
            .attr_if(is_elsewhere, "rel", "external noopener")
            .attr("aria-label", name)
            .attr("style", whole(&link.rect, size))
    });
    el("div")
        .class("viewer-links")
        .attr("data-layer", "links")
        .attr("dir", "ltr")
        .children(links)
}

fn words_over(page: &PageText, rect: &RectPt) -> String {
    let words = page.blocks.iter().flat_map(Block::words);
    let is_over = |inner: &RectPt| {
        let (x, y) = (inner.x + inner.width / 2.0, inner.y + inner.height / 2.0);
        (rect.x..=rect.right()).contains(&x) && (rect.y..=rect.bottom()).contains(&y)
    };
    let over = words.filter(|word| is_over(&word.rect));
    let over: Vec<&str> = over.map(|word| &*word.text).collect();
    over.join(" ")
}

/// Where a place begins.
fn start(rect: &RectPt, size: SizePt) -> String {
    let (x, y) = (share(rect.x, size.width), share(rect.y, size.height));
    ["inset-inline-start:", &x, "%;inset-block-start:", &y, "%;"].concat()
}

fn whole(rect: &RectPt, size: SizePt) -> String {
    let (width, height) = (
        share(rect.width, size.width),
        share(rect.height, size.height),
    );
    let extent = ["inline-size:", &width, "%;block-size:", &height, "%"].concat();
    [start(rect, size), extent].concat()
}

/// Hundredths of `whole`, to two digits: a tenth of a pixel on a wide screen.
fn share(part: f32, whole: f32) -> String {
    let hundredths = (part / whole.max(1.0) * 10_000.0).round() / 100.0;
    decimal(hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nashra_report::text::{TextDirection, Word};

    const PAGE: SizePt = SizePt {
        width: 200.0,
        height: 400.0,
    };

    fn html(element: El) -> String {
        let mut out = String::new();
        element.write_html(&mut out);
        out
    }

    fn page() -> PageText {
        let word = |text: &str, x, space_after| Word {
            text: text.into(),
            rect: RectPt {
                x,
                y: 40.0,
                width: 20.0,
                height: 10.0,
            },
            space_after,
        };
        let words = vec![word("نشرة", 60.0, true), word("أولى", 20.0, true)];
        let block = Block {
            direction: TextDirection::Rtl,
            lines: vec![
                Line { words },
                Line::default(),
                Line {
                    words: vec![word("co", 0.0, false)],
                },
            ],
            ..Block::default()
        };
        PageText {
            blocks: vec![block],
            ..PageText::default()
        }
    }

    #[test]
    fn lines_stand_where_they_are_printed() {
        assert_eq!(
            html(text(&page(), PAGE, Some("ar"))),
            "<div class=\"viewer-text\" data-layer=\"text\" dir=\"ltr\">\
             <span data-block=\"0\" lang=\"ar\" dir=\"rtl\" data-width=\"3000\" \
             style=\"inset-inline-start:10%;inset-block-start:10%;font-size:5cqw\">نشرة أولى</span>\
             <span data-block=\"0\" data-joined=\"\" lang=\"ar\" dir=\"rtl\" data-width=\"1000\" \
             style=\"inset-inline-start:0%;inset-block-start:10%;font-size:5cqw\">co</span></div>"
        );
        let unknown = PageText {
            mapping: TextMapping::Missing,
            ..page()
        };
        assert!(!html(text(&unknown, PAGE, None)).contains("span"));
    }

    #[test]
    fn links_are_named_by_their_words() {
        let words = Words {
            messages: std::sync::Arc::new(nashra_l10n::Messages::new([(
                "viewer.page",
                "Page {{n}}",
            )])),
            digits: nashra_l10n::NumberingSystem::Latn,
        };
        let check = |x: f32, target: LinkTarget, expect: &str| {
            let link = Link {
                rect: RectPt {
                    x,
                    y: 40.0,
                    width: 20.0,
                    height: 10.0,
                },
                target,
            };
            let html = html(links(&[link], Some(&page()), PAGE, &words));
            assert!(html.contains(expect), "{html}");
        };
        let inner = LinkTarget::Page { page: 4, y: None };
        check(60.0, inner.clone(), "href=\"#page=5\" aria-label=\"نشرة\"");
        check(150.0, inner, "aria-label=\"Page 5\"");
        let url = "https://a.example/".to_owned();
        check(
            150.0,
            LinkTarget::Url(url),
            "rel=\"external noopener\" aria-label=\"https://a.example/\"",
        );
    }
}

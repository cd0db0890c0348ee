//! Which blocks of a text and of its translation say the same: after Gale and Church, "A Program for Aligning Sentences in Bilingual
//! Corpora" (Computational Linguistics 19, 1993), with blocks for sentences.
//!
//! Translations keep lengths in proportion and kinds of blocks as they are; that is all it goes by. It refuses to look at words.

use std::ops::Range;

use nashra_markup::{Element, Markup, Node, Tag};

/// Blocks of one text beside those of the other; one of them may be empty.
pub(super) type Row = [Range<usize>; 2];

/// How blocks may meet, and what it costs that they do so: one with one is the rule.
const STEPS: [([usize; 2], f64); 6] = [
    ([1, 1], 0.0),
    ([1, 2], 2.3),
    ([2, 1], 2.3),
    ([2, 2], 4.4),
    ([1, 0], 4.5),
    ([0, 1], 4.5),
];
/// Variance of a translation's length, a character (the paper's s²).
const VARIANCE: f64 = 6.8;
/// What it costs that a heading meets a paragraph.
const OTHER_KIND: f64 = 12.0;

/// The rows of two texts; `None` where less than half of the blocks have something beside them.
pub(super) fn rows(texts: [&Markup; 2]) -> Option<Vec<Row>> {
    let blocks = texts.map(|text| text.nodes.iter().map(Block::of).collect::<Vec<_>>());
    let total = |blocks: &[Block]| {
        blocks
            .iter()
            .map(|block| block.length)
            .sum::<f64>()
            .max(1.0)
    };
    let ratio = total(&blocks[1]) / total(&blocks[0]);
    let [n, m] = [blocks[0].len(), blocks[1].len()];
    // The least cost of having come this far in both texts, and by which step.
    let mut best = vec![vec![(f64::INFINITY, [0, 0]); m + 1]; n + 1];
    best[0][0].0 = 0.0;
    for i in 0..=n {
        for j in 0..=m {
            for (step, penalty) in STEPS {
                let Some(from) = i.checked_sub(step[0]).zip(j.checked_sub(step[1])) else {
                    continue;
                };
                let sides = [&blocks[0][from.0..i], &blocks[1][from.1..j]];
                let cost = best[from.0][from.1].0 + penalty + apart(sides, ratio);
                if cost < best[i][j].0 {
                    best[i][j] = (cost, step);
                }
            }
        }
    }
    let mut rows = Vec::new();
    let (mut i, mut j) = (n, m);
    while i + j > 0 {
        let step = best[i][j].1;
        rows.push([i - step[0]..i, j - step[1]..j]);
        (i, j) = (i - step[0], j - step[1]);
    }
    rows.reverse();
    let met = rows.iter().filter(|[a, b]| !a.is_empty() && !b.is_empty());
    let met: usize = met.map(|[a, b]| a.len() + b.len()).sum();
    (met * 2 >= n + m && met > 0).then_some(rows)
}

/// What is known of a block.
struct Block {
    kind: Kind,
    /// Characters.
    length: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Text,
    List,
    Other,
}

impl Block {
    fn of(node: &Node) -> Self {
        let kind = match node {
            Node::Element(Element { tag, .. }) => match tag {
                Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => Kind::Heading,
                Tag::Ul | Tag::Ol | Tag::Dl => Kind::List,
                Tag::Figure | Tag::Table | Tag::Hr | Tag::Pre => Kind::Other,
                _ => Kind::Text,
            },
            Node::Text(_) => Kind::Text,
        };
        let text = Markup {
            nodes: vec![node.clone()],
        };
        let length = text.plain_text().chars().count() as f64;
        Self { kind, length }
    }
}

/// How unlikely it is that two runs of blocks say the same: of their lengths the paper's measure, squared and without its table.
fn apart([a, b]: [&[Block]; 2], ratio: f64) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let length = |blocks: &[Block]| blocks.iter().map(|block| block.length).sum::<f64>();
    let (long, other) = (length(a) * ratio, length(b));
    let deviation = (other - long) / (VARIANCE * long.max(other).max(1.0)).sqrt();
    let pairs = a
        .iter()
        .flat_map(|a| b.iter().map(move |b| a.kind != b.kind));
    let n_other_kind = pairs.filter(|is_other| *is_other).count();
    deviation * deviation / 2.0 + OTHER_KIND * n_other_kind as f64
}

#[cfg(test)]
mod tests {
    use super::rows;
    use nashra_markup::{Context, Markup};

    fn read(html: &str) -> Markup {
        let context = Context {
            base_url: None,
            id_prefix: "",
            resolve: &|_, url| Some(url.to_owned()),
        };
        nashra_markup::read_html(html, &context)
    }

    #[track_caller]
    fn check(first: &str, second: &str, expect: Option<&[([usize; 2], [usize; 2])]>) {
        let rows = rows([&read(first), &read(second)]);
        let rows = rows.map(|rows| {
            let rows = rows.into_iter();
            rows.map(|[a, b]| ([a.start, a.end], [b.start, b.end]))
                .collect::<Vec<_>>()
        });
        assert_eq!(rows.as_deref(), expect, "{first} {second}");
    }

    const LONG: &str = "<p>The census covered every household of the twelve provinces, and for the first time those of the islands as well.</p>";
    const LONG_AR: &str = "<p>شمل التعداد جميع الأسر المعيشية في المحافظات الاثنتي عشرة، وشمل للمرة الأولى أسر الجزر أيضًا.</p>";

    #[test]
    fn the_same_blocks_meet() {
        let first = ["<h2>What it says</h2>", LONG, "<p>Short.</p>"].concat();
        let second = ["<h2>ما جاء فيه</h2>", LONG_AR, "<p>قصير.</p>"].concat();
        let expect = [0, 1, 2].map(|n| ([n, n + 1], [n, n + 1]));
        check(&first, &second, Some(&expect));
    }

    #[test]
    fn a_paragraph_that_was_cut_in_two_meets_both() {
        let half = "<p>شمل التعداد جميع الأسر المعيشية في المحافظات الاثنتي عشرة.</p>";
        let rest = "<p>وشمل للمرة الأولى أسر الجزر أيضًا، وهي إحدى وعشرون.</p>";
        let first = [LONG, "<h2>Next</h2>"].concat();
        let second = [half, rest, "<h2>التالي</h2>"].concat();
        check(&first, &second, Some(&[([0, 1], [0, 2]), ([1, 2], [2, 3])]));
    }

    #[test]
    fn what_one_text_lacks_stands_alone() {
        let first = [LONG, "<h2>Tables</h2>", LONG].concat();
        let second = [LONG_AR, LONG_AR].concat();
        check(
            &first,
            &second,
            Some(&[([0, 1], [0, 1]), ([1, 2], [1, 1]), ([2, 3], [1, 2])]),
        );
    }

    #[test]
    fn a_summary_is_no_translation() {
        check(&[LONG; 9].concat(), "<p>ملخص.</p>", None);
        check("", "<p>نص</p>", None);
    }
}

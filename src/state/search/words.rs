//! Words of a query and where they stand in folded text.
//!
//! No stemming: a word is found by its beginning. In Arabic the particles و ف ب ك ل and the article are written with the word
//! that follows, so a word may also begin behind them.

use nashra_l10n::fold;

/// Words that are looked for; more are left out.
const MAX_WORDS: usize = 8;
/// Letters that must stay of a word when its article goes.
const MIN_LETTERS: usize = 3;
/// Letters of the longest run of particles: و, the article, ب, the article.
const MAX_PARTICLES: usize = 6;

/// What a reader looks for, folded.
pub struct Query {
    words: Vec<String>,
    together: String,
}

impl Query {
    /// Cuts what was typed into words. The article of an Arabic word is left out: «التقرير» finds «تقرير» too.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let mut words: Vec<String> = Vec::new();
        for word in folded
            .split(|c| !is_letter(c))
            .filter(|word| !word.is_empty())
        {
            let word = without_article(word).to_owned();
            if !words.contains(&word) && words.len() < MAX_WORDS {
                words.push(word);
            }
        }
        Self {
            words,
            together: folded,
        }
    }

    /// The words, none twice.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All that was typed, folded.
    pub(super) fn together(&self) -> &str {
        &self.together
    }
}

/// Whether `word` begins a word of folded text.
pub(super) fn stands_in(text: &str, word: &str) -> bool {
    places(text, word).next().is_some()
}

/// Where `word` begins a word of folded text, as byte offsets.
pub(super) fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let found = text.match_indices(word).map(|(at, _)| at);
    found.filter(move |at| begins(text, *at))
}

/// Whether a word of the folded text begins at `at`, or behind particles.
fn begins(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let start = before.trim_end_matches(is_letter).len();
    let prefix = before.get(start..).unwrap_or_default();
    prefix.is_empty() || are_particles(prefix)
}

/// و or ف, then ب, ك or ل, then the article; any of them may be missing.
fn are_particles(prefix: &str) -> bool {
    let rest = prefix.strip_prefix(['و', 'ف']).unwrap_or(prefix);
    let rest = rest.strip_prefix("ال").unwrap_or(rest);
    let rest = rest.strip_prefix(['ب', 'ك', 'ل']).unwrap_or(rest);
    let rest = rest
        .strip_prefix("ال")
        .or(rest.strip_prefix('ل'))
        .unwrap_or(rest);
    rest.is_empty()
}

/// The words that begin inside a folded `word`, behind its particles: what an index that finds beginnings must hold besides it.
pub fn behind_particles(word: &str) -> impl Iterator<Item = &str> {
    let run = word.trim_start_matches(|c| !is_letter(c));
    let run = run.split(|c| !is_letter(c)).next().unwrap_or_default();
    let begins = run.starts_with(['و', 'ف', 'ب', 'ك', 'ل', 'ا']);
    let inside = run.char_indices().skip(1).take(MAX_PARTICLES);
    inside
        .filter(move |(at, _)| begins && are_particles(&run[..*at]))
        .map(move |(at, _)| &run[at..])
        .filter(|rest| rest.chars().count() >= MIN_LETTERS)
}

/// Whether a folded `word` of a text is what a word of the query means: it begins with it, behind particles or not, or both have
/// most of their beginning in common, as two forms of one word do.
pub fn is_meant(word: &str, asked: &str) -> bool {
    let same = |word: &str| {
        let pairs = word.chars().zip(asked.chars());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let n_needed = asked.chars().count().saturating_sub(3).max(MIN_LETTERS);
    stands_in(word, asked)
        || std::iter::once(word)
            .chain(behind_particles(word))
            .any(|word| same(word) >= n_needed)
}

fn without_article(word: &str) -> &str {
    let bare = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
    bare.filter(|bare| bare.chars().count() >= MIN_LETTERS)
        .unwrap_or(word)
}

/// Letters and digits; signs that fold away need not be known.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_queries_into_words() {
        let check =
            |typed: &str, expect: &[&str]| assert_eq!(Query::new(typed).words(), expect, "{typed}");
        check("", &[]);
        check("  «التَّعاون»، الجنوب ", &["تعاون", "جنوب"]);
        check("للتقارير", &["تقارير"]);
        // Too short to lose its article.
        check("الفن", &["الفن"]);
        check("South-South South", &["south"]);
        check("l’agenda 2020–2021", &["l", "agenda", "2020", "2021"]);
        check(
            "a b c d e f g h i j",
            &["a", "b", "c", "d", "e", "f", "g", "h"],
        );
    }

    #[test]
    fn knows_the_words_behind_particles() {
        let check = |word: &str, expect: &[&str]| {
            let found: Vec<&str> = behind_particles(word).collect();
            assert_eq!(found, expect, "{word}");
        };
        check("والتقرير", &["التقرير", "تقرير"]);
        check("«بالتعاون»", &["التعاون", "تعاون"]);
        check("وزاره", &["زاره"]);
        check("الفن", &[]);
        check("report", &[]);
        check("—", &[]);
    }

    #[test]
    fn tells_forms_of_a_word_from_other_words() {
        let check = |word: &str, asked: &str, expect: bool| {
            assert_eq!(is_meant(word, asked), expect, "{word} for {asked}");
        };
        check("elections,", "election", true);
        check("election", "elections", true);
        check("studies", "study", true);
        check("والتقرير", "تقرير", true);
        check("والتقرير", "تقريرا", true);
        // An index that finds nothing takes the longest word that the question begins with.
        check("19", "1999", false);
        check("z", "zzzz", false);
        check("في", "فيضانات", false);
    }

    #[test]
    fn finds_words_where_they_begin() {
        let check = |text: &str, word: &str, expect: bool| {
            assert_eq!(
                stands_in(&fold(text), &fold(word)),
                expect,
                "{word} in {text}"
            );
        };
        check("the chart", "art", false);
        check("the artist", "art", true);
        check("(art)", "art", true);
        check("وبالتعاون", "تعاون", true);
        check("فللتعاون", "تعاون", true);
        check("كالتعاون", "تعاون", true);
        check("التعاونيات", "تعاون", true);
        check("متعاون", "تعاون", false);
        check("والتعاون", "التعاون", true);
    }
}

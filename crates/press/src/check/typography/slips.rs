//! Slips in a text, the first of each kind. It knows letters and signs, and nothing of where the text stands.

use std::collections::BTreeSet;

/// Something that is set otherwise in this language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    /// What stands there, with a little of what is around it.
    pub(super) found: String,
    /// The same as it should be.
    pub(super) suggestion: String,
}

/// So many letters are shown on both sides.
const AROUND: usize = 12;

const NO_BREAK: char = '\u{A0}';
const NARROW_NO_BREAK: char = '\u{202F}';

/// The first slip of each kind in a text of a language (a primary subtag).
pub(super) fn slips(text: &str, language: &str) -> Vec<Slip> {
    let text = Text {
        letters: text.chars().collect(),
        is_arabic: matches!(language, "ar" | "fa" | "ur" | "ku" | "ps" | "ckb"),
        language,
    };
    let addresses = text.addresses();
    let mut found: Vec<Slip> = Vec::new();
    for at in 0..text.letters.len() {
        if addresses.contains(&at) {
            continue;
        }
        for (code, message, n_letters, instead) in text.at(at) {
            if !found.iter().any(|slip| slip.code == code) {
                found.push(text.slip(code, message, at, n_letters, &instead));
            }
        }
    }
    found.extend(text.digits(&addresses));
    found
}

struct Text<'a> {
    letters: Vec<char>,
    is_arabic: bool,
    language: &'a str,
}

/// A kind, what is the matter, how many letters from here on are meant, and what stands in their place.
type Found = (&'static str, &'static str, usize, String);

impl Text<'_> {
    /// What begins here.
    fn at(&self, at: usize) -> Vec<Found> {
        let letter = self.get(at);
        let (before, after) = (
            at.checked_sub(1).map_or('\n', |at| self.get(at)),
            self.get(at + 1),
        );
        let mut found = Vec::new();
        let mut add = |code, message, n, instead: String| found.push((code, message, n, instead));
        if letter == ' ' && after == ' ' {
            let n = (at..).take_while(|at| self.get(*at) == ' ').count();
            add(
                "double-space",
                "There are several spaces where one is enough.",
                n,
                " ".to_owned(),
            );
        }
        if letter == '.'
            && after == '.'
            && self.get(at + 2) == '.'
            && before != '.'
            && self.get(at + 3) != '.'
        {
            add("three-dots", "Three dots are one sign.", 3, "…".to_owned());
        }
        if letter == '"' {
            let [open, close] = self.quotes();
            let is_open = !before.is_alphanumeric() && !is_end(before);
            let sign = if is_open { open } else { close };
            add(
                "straight-quotes",
                "These quotes are those of typewriters.",
                1,
                sign.to_owned(),
            );
        }
        if letter == '\'' && before.is_alphabetic() && after.is_alphabetic() && !self.is_arabic {
            add(
                "straight-apostrophe",
                "This apostrophe is that of typewriters.",
                1,
                "’".to_owned(),
            );
        }
        if let (true, Some(sign)) = (self.is_arabic && is_arabic(before), arabic_sign(letter)) {
            add(
                "latin-punctuation",
                "This sign is Latin, in Arabic text.",
                1,
                sign.to_string(),
            );
        }
        let is_own =
            |sign: char| ",.".contains(sign) || (self.language != "fr" && ";:!?،؛؟".contains(sign));
        // `.5`, `.gitignore` and `...` begin with their dot.
        let next = self.get(at + 2);
        if letter == ' ' && is_own(after) && !next.is_alphanumeric() && next != '.' {
            add(
                "space-before",
                "No space stands before this sign.",
                2,
                after.to_string(),
            );
        }
        if ",;،؛؟!".contains(letter) && before.is_alphabetic() && after.is_alphabetic() {
            add(
                "no-space-after",
                "A space stands behind this sign.",
                1,
                format!("{letter} "),
            );
        }
        if is_arabic(letter) && is_latin(after) || is_latin(letter) && is_arabic(after) {
            add(
                "glued",
                "Arabic and Latin letters stand together without a space.",
                2,
                format!("{letter} {after}"),
            );
        }
        if self.language == "fr" {
            found.extend(french(letter, before, after));
        }
        found
    }

    /// Digits of several kinds in one text.
    fn digits(&self, addresses: &BTreeSet<usize>) -> Option<Slip> {
        let kind = |letter: char| match letter {
            '0'..='9' => Some(0),
            '\u{660}'..='\u{669}' => Some(1),
            '\u{6F0}'..='\u{6F9}' => Some(2),
            _ => None,
        };
        let mut places: [Vec<usize>; 3] = Default::default();
        for (at, letter) in self.letters.iter().enumerate() {
            if let Some(kind) = kind(*letter).filter(|_| !addresses.contains(&at)) {
                places[kind].push(at);
            }
        }
        let mut kinds: Vec<&Vec<usize>> = places.iter().filter(|it| !it.is_empty()).collect();
        kinds.sort_by_key(|it| it.len());
        let (rare, common) = (kinds.first()?, kinds.last()?);
        let start = *rare.first().filter(|_| kinds.len() > 1)?;
        let zero = match kind(self.get(*common.first()?))? {
            0 => '0',
            1 => '\u{660}',
            _ => '\u{6F0}',
        };
        let end = (start..).find(|at| !is_number(self.get(*at)))?;
        let instead = self.letters[start..end].iter().map(|digit| {
            let value = match kind(*digit) {
                Some(0) => u32::from(*digit) - u32::from('0'),
                Some(1) => u32::from(*digit) - 0x660,
                _ => u32::from(*digit) - 0x6F0,
            };
            char::from_u32(u32::from(zero) + value).unwrap_or(*digit)
        });
        let instead: String = instead.collect();
        let message = "Digits of several kinds stand in one text.";
        Some(self.slip("mixed-digits", message, start, end - start, &instead))
    }

    /// The places of letters in addresses and names of files.
    fn addresses(&self) -> BTreeSet<usize> {
        let mut places = BTreeSet::new();
        let mut start = 0;
        for at in 0..=self.letters.len() {
            if !self.get(at).is_whitespace() && at < self.letters.len() {
                continue;
            }
            let word: String = self.letters[start..at].iter().collect();
            let inner = word.trim_end_matches(['.', ',', ')', '،']);
            let is_file = inner.rsplit_once('.').is_some_and(|(stem, end)| {
                !stem.is_empty() && end.is_ascii() && (2..=5).contains(&end.len())
            });
            if word.contains("://") || word.contains('@') || word.contains('/') || is_file {
                places.extend(start..at);
            }
            start = at + 1;
        }
        places
    }

    /// The letter at a place; the end of a line behind the last.
    fn get(&self, at: usize) -> char {
        self.letters.get(at).copied().unwrap_or('\n')
    }

    fn quotes(&self) -> [&'static str; 2] {
        match self.language {
            "fr" => ["«\u{A0}", "\u{A0}»"],
            "de" => ["„", "“"],
            "es" | "it" | "pt" | "ru" => ["«", "»"],
            _ if self.is_arabic => ["«", "»"],
            _ => ["“", "”"],
        }
    }

    fn slip(
        &self,
        code: &'static str,
        message: &'static str,
        at: usize,
        n_letters: usize,
        instead: &str,
    ) -> Slip {
        let end = (at + n_letters).min(self.letters.len());
        let from = at.saturating_sub(AROUND);
        let to = (end + AROUND).min(self.letters.len());
        let part = |from: usize, to: usize| self.letters[from..to].iter().collect::<String>();
        Slip {
            code,
            message,
            found: part(from, to),
            suggestion: [&part(from, at), instead, &part(end, to)].concat(),
        }
    }
}

/// French sets `; ! ? : »` apart, by spaces that do not break, and what stands behind `«`: narrow ones before `; ! ?`, whole ones elsewhere
/// (Imprimerie nationale, "Lexique des règles typographiques").
fn french(letter: char, before: char, after: char) -> Option<Found> {
    const MESSAGE: &str = "In French a space that does not break stands here.";
    let is_set = |space: char| matches!(space, NO_BREAK | NARROW_NO_BREAK);
    let is_double = letter == ' ' && ";!?:»".contains(after);
    if is_double {
        return Some(("french-space", MESSAGE, 1, space_before(after).to_string()));
    }
    let is_bare = ";!?»".contains(letter) || (letter == ':' && !is_number(after));
    if is_bare && before.is_alphanumeric() {
        return Some((
            "french-space",
            MESSAGE,
            1,
            format!("{}{letter}", space_before(letter)),
        ));
    }
    if letter == '«' && !is_set(after) {
        let n = if after == ' ' { 2 } else { 1 };
        return Some(("french-space", MESSAGE, n, format!("«{NO_BREAK}")));
    }
    None
}

fn space_before(sign: char) -> char {
    if ";!?".contains(sign) {
        NARROW_NO_BREAK
    } else {
        NO_BREAK
    }
}

fn arabic_sign(sign: char) -> Option<char> {
    match sign {
        ',' => Some('،'),
        ';' => Some('؛'),
        '?' => Some('؟'),
        _ => None,
    }
}

/// Signs that close something, behind which quotes close too.
fn is_end(letter: char) -> bool {
    ".,;:!?…،؛؟)]»”’%".contains(letter)
}

fn is_number(letter: char) -> bool {
    letter.is_numeric()
}

fn is_arabic(letter: char) -> bool {
    letter.is_alphabetic() && matches!(letter, '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}')
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic() && letter < '\u{250}'
}

#[cfg(test)]
mod tests;

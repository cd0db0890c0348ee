//! Language tags as RFC 5646 (BCP 47) spells them, in canonical case.
//!
//! Well-formedness only: the registry of subtags is not here, so `xx` is a language and deprecated
//! tags (`iw`) are not replaced. The irregular grandfathered tags (`i-klingon`) are refused.

use crate::numbering::NumberingSystem;

/// A well-formed language tag: `ar`, `pa-Arab-PK`, `fr-CA`, `ar-u-nu-latn`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LanguageTag {
    text: String,
    language_len: u8,
    /// Where the script subtag starts; 0 when there is none.
    script_at: u8,
    /// Where the region subtag starts and ends; equal when there is none.
    region: (u8, u8),
}

impl LanguageTag {
    /// Reads a tag in any letter case; `None` when it is not well-formed (RFC 5646, section 2.1), when a
    /// variant or an extension singleton is repeated (section 2.2.9), or beyond 100 bytes.
    pub fn parse(input: &str) -> Option<Self> {
        if input.len() > 100 || !input.is_ascii() {
            return None;
        }
        let text = input.to_ascii_lowercase();
        let mut tag = Scan::new(&text)?.tag()?;
        // RFC 5646, section 2.1.1: Titlecase scripts, UPPERCASE regions, all else lowercase.
        let script_at = usize::from(tag.script_at);
        let region = usize::from(tag.region.0)..usize::from(tag.region.1);
        let recase = |(at, c): (usize, char)| {
            let is_upper = region.contains(&at) || script_at > 0 && at == script_at;
            if is_upper { c.to_ascii_uppercase() } else { c }
        };
        tag.text = text.char_indices().map(recase).collect();
        Some(tag)
    }

    /// The tag in canonical case, fit for `lang` and `hreflang`.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The primary language subtag, lowercase: `ar` of `ar-EG`.
    pub fn language(&self) -> &str {
        self.slice(0, usize::from(self.language_len))
    }

    /// The script subtag, if the tag spells one: `Arab` of `pa-Arab`.
    pub fn script(&self) -> Option<&str> {
        let start = usize::from(self.script_at);
        (start > 0).then(|| self.slice(start, start + 4))
    }

    /// The region subtag, if the tag spells one: `MA` of `ar-MA`, `001` of `en-001`.
    pub fn region(&self) -> Option<&str> {
        let (start, end) = self.region;
        (end > start).then(|| self.slice(usize::from(start), usize::from(end)))
    }

    /// The value of a key of the `-u-` extension (RFC 6067), such as `arab` for `nu`.
    pub fn unicode_keyword(&self, key: &str) -> Option<&str> {
        let (start, end) = self.keyword_place(key)?;
        Some(self.slice(start, end))
    }

    /// This tag with the digits spelled out, for `Intl` and ICU4X: `ar` becomes `ar-u-nu-arab`.
    /// Engines disagree on the digits of a bare `ar`, so a locale is never passed on without them.
    pub fn with_numbering(&self, system: NumberingSystem) -> String {
        let text_end = self.text.len();
        let (start, end, lead) = if let Some((start, end)) = self.keyword_place("nu") {
            (start, end, "")
        } else if let Some((_, end)) = self.unicode_extension() {
            (end, end, "-nu-")
        } else {
            let end = self.private_use_at().unwrap_or(text_end);
            (end, end, "-u-nu-")
        };
        [
            self.slice(0, start),
            lead,
            system.as_str(),
            self.slice(end, text_end),
        ]
        .concat()
    }

    /// Where the value of a `-u-` key starts and ends.
    fn keyword_place(&self, key: &str) -> Option<(usize, usize)> {
        let (start, end) = self.unicode_extension()?;
        let mut at = start;
        let mut is_value = false;
        for subtag in self.slice(start, end).split('-') {
            if is_value {
                return (subtag.len() > 2).then_some((at, at + subtag.len()));
            }
            is_value = subtag == key;
            at += subtag.len() + 1;
        }
        None
    }

    /// Where the subtags after `-u-` start and end.
    fn unicode_extension(&self) -> Option<(usize, usize)> {
        let limit = self.private_use_at().unwrap_or(self.text.len());
        let start = find_singleton(self.slice(0, limit), b'u')? + 3;
        let mut end = start;
        for subtag in self.slice(start, limit).split('-') {
            if subtag.len() == 1 {
                break;
            }
            end += subtag.len() + 1;
        }
        Some((start, end - 1))
    }

    /// A slice without a panic path, which would cost more in wasm than the slice itself.
    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    fn private_use_at(&self) -> Option<usize> {
        find_singleton(&self.text, b'x')
    }
}

impl std::fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// One pass over the subtags of a lowercase tag.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Option<Self> {
        let well_cut = text
            .split('-')
            .all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
        well_cut.then_some(Self { text, at: 0 })
    }

    /// The subtag at hand, or an empty one after the last.
    fn peek(&self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or("");
        rest.split('-').next().unwrap_or("")
    }

    /// Steps over the subtag at hand and tells where it started.
    fn take(&mut self) -> usize {
        let start = self.at;
        self.at += self.peek().len() + 1;
        start
    }

    fn tag(mut self) -> Option<LanguageTag> {
        let language = self.peek();
        if !is_alpha(language) || language.len() < 2 {
            return None;
        }
        self.take();
        let mut tag = LanguageTag {
            text: String::new(),
            language_len: language.len() as u8,
            script_at: 0,
            region: (0, 0),
        };
        if language.len() < 4 {
            for _ in 0..3 {
                if self.peek().len() == 3 && is_alpha(self.peek()) {
                    self.take();
                }
            }
        }
        if self.peek().len() == 4 && is_alpha(self.peek()) {
            tag.script_at = self.take() as u8;
        }
        let region = self.peek();
        let is_number = region.bytes().all(|b| b.is_ascii_digit());
        if region.len() == 2 && is_alpha(region) || region.len() == 3 && is_number {
            let start = self.take();
            tag.region = (start as u8, (start + region.len()) as u8);
        }
        self.variants()?;
        self.extensions()?;
        (self.at > self.text.len()).then_some(tag)
    }

    fn variants(&mut self) -> Option<()> {
        let first = self.at;
        loop {
            let variant = self.peek();
            let starts_with_digit = variant.bytes().next().is_some_and(|b| b.is_ascii_digit());
            if !(variant.len() >= 5 || variant.len() == 4 && starts_with_digit) {
                return Some(());
            }
            if self.text[first..self.at]
                .split('-')
                .any(|seen| seen == variant)
            {
                return None;
            }
            self.take();
        }
    }

    fn extensions(&mut self) -> Option<()> {
        let mut seen = Vec::new();
        while self.peek().len() == 1 {
            let singleton = self.peek().as_bytes()[0];
            let is_private = singleton == b'x';
            if seen.contains(&singleton) {
                return None;
            }
            seen.push(singleton);
            self.take();
            let first = self.at;
            while !self.peek().is_empty() && (is_private || self.peek().len() > 1) {
                self.take();
            }
            if self.at == first {
                return None;
            }
        }
        Some(())
    }
}

/// Where `-u-` or `-x-` stands in a tag.
fn find_singleton(text: &str, singleton: u8) -> Option<usize> {
    text.as_bytes()
        .windows(3)
        .position(|three| three == [b'-', singleton, b'-'])
}

fn is_alpha(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_well_formed_tags_and_refuses_others() {
        let check = |input: &str, expect: Option<(&str, &str, Option<&str>, Option<&str>)>| {
            let tag = LanguageTag::parse(input);
            let got = tag
                .as_ref()
                .map(|t| (t.as_str(), t.language(), t.script(), t.region()));
            assert_eq!(got, expect, "{input}");
        };
        check("ar", Some(("ar", "ar", None, None)));
        check("AR-eg", Some(("ar-EG", "ar", None, Some("EG"))));
        check(
            "PA-arab-pk",
            Some(("pa-Arab-PK", "pa", Some("Arab"), Some("PK"))),
        );
        check("en-001", Some(("en-001", "en", None, Some("001"))));
        check(
            "zh-cmn-Hans-CN",
            Some(("zh-cmn-Hans-CN", "zh", Some("Hans"), Some("CN"))),
        );
        check("de-CH-1996", Some(("de-CH-1996", "de", None, Some("CH"))));
        check("sl-rozaj-biske", Some(("sl-rozaj-biske", "sl", None, None)));
        check("ar-U-NU-Latn", Some(("ar-u-nu-latn", "ar", None, None)));
        check(
            "fr-x-House-Style",
            Some(("fr-x-house-style", "fr", None, None)),
        );
        check(
            "en-a-bbb-x-a-ccc",
            Some(("en-a-bbb-x-a-ccc", "en", None, None)),
        );
        for bad in [
            "",
            "a",
            "-",
            "ar-",
            "-ar",
            "ar--EG",
            "ar_EG",
            "1a",
            "ar-u",
            "ar-x",
            "en-abcdefghi",
            "de-1996-1996",
            "en-a-bb-a-cc",
            "i-klingon",
            "عربي",
            "ar EG",
            "en-US-GB",
            "ar-Arab-Latn",
        ] {
            check(bad, None);
        }
        check(&format!("ar-x{}", "-abcdefgh".repeat(20)), None);
    }

    #[test]
    fn spells_out_the_digits() {
        let check = |input: &str, expect: &str| {
            let tag = LanguageTag::parse(input).map(|t| t.with_numbering(NumberingSystem::Arab));
            assert_eq!(tag.as_deref(), Some(expect), "{input}");
        };
        check("ar", "ar-u-nu-arab");
        check("ar-u-nu-latn", "ar-u-nu-arab");
        check("ar-u-ca-gregory", "ar-u-ca-gregory-nu-arab");
        check("ar-u-nu-latn-x-nu-abc", "ar-u-nu-arab-x-nu-abc");
        check("ar-u-ca-gregory-t-fr", "ar-u-ca-gregory-nu-arab-t-fr");
        check("ar-x-u-nu", "ar-u-nu-arab-x-u-nu");
    }
}

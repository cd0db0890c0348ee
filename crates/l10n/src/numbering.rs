//! Decimal digits by the names of CLDR numbering systems.
//!
//! Positional decimal systems only; and only digits are replaced, never separators or signs.

use crate::tag::LanguageTag;

macro_rules! systems {
    ($($(#[$doc:meta])* $name:ident $code:literal $zero:literal,)*) => {
        /// A set of ten digits, named as in `-u-nu-` (CLDR `numberingSystems`, type `numeric`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum NumberingSystem { $($(#[$doc])* $name,)* }

        impl NumberingSystem {
            /// All systems known here.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name for `-u-nu-`, such as `arabext`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The digit nought; the other nine follow it in Unicode.
            pub fn zero(self) -> char {
                match self { $(Self::$name => $zero,)* }
            }
        }
    };
}

systems! {
    /// 0123456789
    Latn "latn" '0',
    /// ٠١٢٣٤٥٦٧٨٩
    Arab "arab" '٠',
    /// ۰۱۲۳۴۵۶۷۸۹, of Persian and its neighbours
    Arabext "arabext" '۰',
    /// ०१२३४५६७८९
    Deva "deva" '०',
    /// ০১২৩৪৫৬৭৮৯
    Beng "beng" '০',
    /// ၀၁၂၃၄၅၆၇၈၉
    Mymr "mymr" '၀',
    /// ߀߁߂߃߄߅߆߇߈߉
    Nkoo "nkoo" '߀',
    /// ᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙
    Olck "olck" '᱐',
    /// 𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙
    Adlm "adlm" '𞥐',
}

/// Digits other than Latin ones, and Latin ones where the language has others elsewhere (CLDR 49). A script or
/// region goes before its bare language.
const DEFAULTS: &str = "ar=arab ar-AE=latn ar-DZ=latn ar-EH=latn ar-LY=latn ar-MA=latn ar-TN=latn ckb=arab sd=arab \
    sd-Arab=arab sd-IN=latn fa=arabext ps=arabext ks=arabext mzn=arabext lrc=arabext pa-Arab=arabext pa-PK=arabext \
    uz-Arab=arabext uz-AF=arabext ur-IN=arabext bgc=deva bho=deva mr=deva ne=deva raj=deva sa=deva as=beng bn=beng \
    bn-IN=latn mni=beng my=mymr nqo=nkoo sat=olck ff-Adlm=adlm";

impl NumberingSystem {
    /// Reads a name such as `arab`; `None` for a system not known here.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|system| system.as_str() == name)
    }

    /// The digits of a tag: its own `-u-nu-`, else the default below. CLDR's `defaultNumberingSystem`
    /// (version 49) is followed except for a bare `ar`, on which CLDR versions and engines disagree
    /// (version 49 says `latn`, and `arab` for most regions): here it takes `arab`. Arabic of Algeria, Libya,
    /// Morocco, Tunisia, Western Sahara and the Emirates takes `latn`.
    pub fn for_tag(tag: &LanguageTag) -> Self {
        if let Some(system) = tag.unicode_keyword("nu").and_then(Self::parse) {
            return system;
        }
        let lookup = |language: &str, subtag: Option<&str>| {
            let key = match subtag {
                Some(subtag) => [language, "-", subtag, "="].concat(),
                None => [language, "="].concat(),
            };
            DEFAULTS
                .split(' ')
                .find_map(|entry| Self::parse(entry.strip_prefix(key.as_str())?))
        };
        let language = tag.language();
        let by_subtag =
            |subtag: Option<&str>| subtag.and_then(|subtag| lookup(language, Some(subtag)));
        let system = by_subtag(tag.script())
            .or_else(|| by_subtag(tag.region()))
            .or_else(|| lookup(language, None));
        // `ar-Latn` is not written with the digits of `Arab`; a system's name begins with its script's.
        let fits = |system: &Self| {
            let name = system.as_str().as_bytes();
            tag.script()
                .is_none_or(|script| script.as_bytes().eq_ignore_ascii_case(&name[..4]))
        };
        system.filter(fits).unwrap_or(Self::Latn)
    }

    /// The text with each of `0` to `9` replaced by this system's digit; all else stays.
    pub fn digits(self, text: &str) -> String {
        // Most texts have none, and Latin ones are in place already.
        if self == Self::Latn || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return text.to_owned();
        }
        let zero = self.zero() as u32;
        let digit = |c: char| {
            c.to_digit(10)
                .and_then(|n| char::from_u32(zero + n))
                .unwrap_or(c)
        };
        text.chars().map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_digits_from_the_tag() {
        let check = |tag: &str, expect: &str| {
            let tag = LanguageTag::parse(tag);
            let got = tag
                .as_ref()
                .map(NumberingSystem::for_tag)
                .map(NumberingSystem::as_str);
            assert_eq!(got, Some(expect), "{tag:?}");
        };
        check("ar", "arab");
        check("ar-EG", "arab");
        check("ar-MA", "latn");
        check("ar-AE", "latn");
        check("ar-u-nu-latn", "latn");
        check("ar-MA-u-nu-arab", "arab");
        check("ar-Latn", "latn");
        check("ar-Arab-MA", "latn");
        check("sd-Arab-IN", "arab");
        check("fa-Arab", "arabext");
        check("fa", "arabext");
        check("ur", "latn");
        check("ur-IN", "arabext");
        check("pa-Arab", "arabext");
        check("pa", "latn");
        check("mr", "deva");
        check("hi", "latn");
        check("en", "latn");
        check("fr-u-nu-klingon", "latn");
    }

    #[test]
    fn replaces_digits_only() {
        let check = |system: NumberingSystem, text: &str, expect: &str| {
            assert_eq!(system.digits(text), expect);
            assert_eq!(NumberingSystem::parse(system.as_str()), Some(system));
        };
        check(NumberingSystem::Latn, "2,1", "2,1");
        check(NumberingSystem::Arab, "2020, A4", "٢٠٢٠, A٤");
        check(NumberingSystem::Arabext, "16:00", "۱۶:۰۰");
        check(NumberingSystem::Adlm, "10", "𞥑𞥐");
        assert_eq!(NumberingSystem::parse("roman"), None);
    }
}

//! Whether a language tag or a time zone's name is well formed, and the tag's canonical spelling.
//! Refuses to know which languages or zones exist: a newsroom may write in one that no table of ours lists.

/// The tag in canonical case, or `None` when it is not well formed (RFC 5646, section 2.1; case by 2.1.1).
/// An underscore is read as a hyphen, as many feeds write `en_US`. Irregular grandfathered tags are refused.
pub fn language_tag(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut stage = Stage::Language;
    let mut singletons: u128 = 0;
    let mut wants_more = false;
    for part in text.trim().split(['-', '_']) {
        if part.is_empty() || part.len() > 8 || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        let lower = part.to_ascii_lowercase();
        let alphabetic = part.bytes().all(|b| b.is_ascii_alphabetic());
        let starts_with_digit = part.as_bytes()[0].is_ascii_digit();
        let mut spelling = lower.clone();
        stage = match (stage, part.len()) {
            (Stage::Language, 2 | 3) if alphabetic => Stage::Extlang(0),
            (Stage::Language, 4..) if alphabetic => Stage::Script,
            // `x-…`: a tag for private use as a whole.
            (Stage::Language, 1) if lower == "x" => Stage::Private,
            (Stage::Language, _) => return None,
            (Stage::Private, _) => Stage::Private,
            (Stage::Extension, 2..) => Stage::Extension,
            (Stage::Extlang(n), 3) if alphabetic && n < 3 => Stage::Extlang(n + 1),
            (Stage::Extlang(_) | Stage::Script, 4) if alphabetic => {
                spelling[..1].make_ascii_uppercase();
                Stage::Region
            }
            (Stage::Extlang(_) | Stage::Script | Stage::Region, 2) if alphabetic => {
                spelling.make_ascii_uppercase();
                Stage::Variant
            }
            (Stage::Extlang(_) | Stage::Script | Stage::Region, 3)
                if part.bytes().all(|b| b.is_ascii_digit()) =>
            {
                Stage::Variant
            }
            (_, 5..) => Stage::Variant,
            (_, 4) if starts_with_digit => Stage::Variant,
            (_, 1) if !wants_more => {
                // Each singleton at most once; what follows `x` is private.
                let bit = 1u128 << (lower.as_bytes()[0] - b'0');
                if singletons & bit != 0 {
                    return None;
                }
                singletons |= bit;
                if lower == "x" {
                    Stage::Private
                } else {
                    Stage::Extension
                }
            }
            _ => return None,
        };
        // A singleton announces at least one more subtag; `x` may be followed by subtags of any length.
        wants_more = part.len() == 1 && (lower == "x" || matches!(stage, Stage::Extension));
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&spelling);
    }
    (!wants_more).then_some(out)
}

/// The part of a tag that the next subtag may still be.
#[derive(Clone, Copy)]
enum Stage {
    Language,
    /// After the language, with so many extended language subtags read.
    Extlang(u8),
    Script,
    Region,
    Variant,
    Extension,
    Private,
}

/// Whether a name is written as the IANA time zone database writes its names (`Area/Location`, `UTC`,
/// `Etc/GMT+3`). Whether there is such a zone, the tools that know the database say.
pub fn is_time_zone_name(name: &str) -> bool {
    name.len() <= 64
        && name.split('/').all(|part| {
            let bytes = part.as_bytes();
            bytes.first().is_some_and(u8::is_ascii_alphabetic)
                && bytes
                    .iter()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        let check = |input: &str, expect: Option<&str>| {
            assert_eq!(language_tag(input).as_deref(), expect, "{input:?}");
        };
        check("ar", Some("ar"));
        check("AR", Some("ar"));
        check("en_us", Some("en-US"));
        check("zh-hant-tw", Some("zh-Hant-TW"));
        check("zh-cmn-hans-cn", Some("zh-cmn-Hans-CN"));
        check("es-419", Some("es-419"));
        check("ckb-Arab", Some("ckb-Arab"));
        check(
            "ar-u-nu-arab-ca-islamic-umalqura",
            Some("ar-u-nu-arab-ca-islamic-umalqura"),
        );
        check("de-1996", Some("de-1996"));
        check("sl-rozaj-biske", Some("sl-rozaj-biske"));
        check("az-Arab-x-AZE-derbend", Some("az-Arab-x-aze-derbend"));
        check("x-whatever", Some("x-whatever"));
        check("x-a-b", Some("x-a-b"));
        check("en-x-a", Some("en-x-a"));
        check("qzz", Some("qzz"));
        check("abcdefgh", Some("abcdefgh"));
        check("", None);
        check("a", None);
        check("x", None);
        check("en-", None);
        check("en--US", None);
        check("en-u", None);
        check("en-u-x-a", None);
        check("en-u-nu-latn-u-ca-gregory", None);
        check("Arabic language", None);
        check("العربية", None);
        check("en-US-GB", None);
        check("ar-SA-Arab", None);
        check("123", None);
        check("abcdefghi", None);
        check("en\u{0}", None);
    }

    #[test]
    fn time_zones() {
        let check =
            |input: &str, expect: bool| assert_eq!(is_time_zone_name(input), expect, "{input:?}");
        check("Europe/Istanbul", true);
        check("America/Argentina/Buenos_Aires", true);
        check("America/Port-au-Prince", true);
        check("Etc/GMT+3", true);
        check("UTC", true);
        check("", false);
        check("GMT+03:00", false);
        check("Europe/", false);
        check("../etc/passwd", false);
        check("+03", false);
        check("أوروبا/إسطنبول", false);
    }
}

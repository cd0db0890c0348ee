//! Which fonts a page asks for before its first paint: those that its text is set in, and no other.
//!
//! A face that is found missing only when the text is laid out comes too late: either it is never used
//! (`font-display: optional`), or lines move by the width of a space. It reads the page as rendered and never guesses by language.

/// A font file of the app.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Font {
    pub(super) script: Script,
    pub(super) weight: Weight,
    /// From the host's root.
    pub(super) path: String,
}

/// What letters a font file holds; all hold spaces, digits and signs, but for the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Script {
    Arabic,
    /// With the letters that only Persian, Urdu, Kurdish and others have.
    ArabicFull,
    /// The letters of English.
    Latin,
    /// The accented letters of Western Europe, and rarer signs.
    Latin1,
}

/// How strong its strokes are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Weight {
    Regular,
    Bold,
}

const ALL: [(Script, Weight, &str); 8] = [
    (
        Script::Arabic,
        Weight::Regular,
        "nashra-sans-arabic-400.woff2",
    ),
    (Script::Arabic, Weight::Bold, "nashra-sans-arabic-600.woff2"),
    (
        Script::ArabicFull,
        Weight::Regular,
        "nashra-sans-arabic-full-400.woff2",
    ),
    (
        Script::ArabicFull,
        Weight::Bold,
        "nashra-sans-arabic-full-600.woff2",
    ),
    (
        Script::Latin,
        Weight::Regular,
        "nashra-sans-latin-400.woff2",
    ),
    (Script::Latin, Weight::Bold, "nashra-sans-latin-600.woff2"),
    (
        Script::Latin1,
        Weight::Regular,
        "nashra-sans-latin-1-400.woff2",
    ),
    (
        Script::Latin1,
        Weight::Bold,
        "nashra-sans-latin-1-600.woff2",
    ),
];

/// Of how many letters one makes a script worth waiting for. The names of other languages, an address and the title of a document are
/// no text: they may stand in the system's letters at first.
const LETTERS_PER_ONE: usize = 8;
/// Accents are few in any text.
const MIN_ACCENTS: usize = 24;

/// The languages written in Arabic script that need more than the letters of Arabic; `style/base.css` has the same list.
const FULL: [&str; 8] = ["fa", "ur", "ckb", "ps", "sd", "ug", "ks", "pa-Arab"];

impl Font {
    /// The font of a file by its name, if it is one that first views need: Latin Extended is fetched where a page uses it.
    pub(super) fn new(name: &str, path: &str) -> Option<Self> {
        let (script, weight, _) = ALL.into_iter().find(|(_, _, known)| *known == name)?;
        Some(Self {
            script,
            weight,
            path: path.to_owned(),
        })
    }
}

/// The fonts that a page needs at once: those that its text is set in, by the rules of `style/base.css`.
pub(super) fn needed<'a>(fonts: &'a [Font], html: &str, lang: &str) -> Vec<&'a Font> {
    let own = own_script(lang);
    let has_much = |is_its: fn(char) -> bool| {
        let (its, all) = text_of(html)
            .filter(|letter| letter.is_alphabetic())
            .fold((0, 0), |(its, all), letter| {
                (its + usize::from(is_its(letter)), all + 1)
            });
        its * LETTERS_PER_ONE > all
    };
    let accents = text_of(html).filter(|letter| is_accented(*letter));
    let has_accents = accents.count() >= MIN_ACCENTS;
    let is_needed = |font: &&Font| {
        let (is_its, has_its): (fn(char) -> bool, bool) = match font.script {
            // Every page has a title, and every title letters of its language.
            script if script == own => return true,
            Script::ArabicFull => return false,
            // The full one serves it, too.
            Script::Arabic if own == Script::ArabicFull => return false,
            Script::Arabic => (is_arabic, has_much(is_arabic)),
            Script::Latin => (is_latin, has_much(is_latin)),
            Script::Latin1 => (is_accented, has_accents),
        };
        has_its && (font.weight == Weight::Regular || bold_text_of(html).any(is_its))
    };
    fonts.iter().filter(is_needed).collect()
}

fn own_script(lang: &str) -> Script {
    let is = |tag: &str| {
        lang.strip_prefix(tag)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    if is("ar") {
        Script::Arabic
    } else if FULL.into_iter().any(is) {
        Script::ArabicFull
    } else {
        Script::Latin
    }
}

/// The letters of the font, not of the script: what it lacks comes from the system in any case.
fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
}

/// Accented letters: of the signs beside them none carries a line.
fn is_accented(letter: char) -> bool {
    ('\u{c0}'..='\u{ff}').contains(&letter) || matches!(letter, '\u{152}' | '\u{153}')
}

/// The characters between tags.
fn text_of(html: &str) -> impl Iterator<Item = char> + '_ {
    html.split('<')
        .filter_map(|piece| piece.split_once('>'))
        .flat_map(|(_, text)| text.chars())
}

/// The characters in headings and the like, which are bold by the style sheet.
fn bold_text_of(html: &str) -> impl Iterator<Item = char> + '_ {
    ["h1", "h2", "h3", "strong", "b", "th"]
        .into_iter()
        .flat_map(move |tag| {
            let close = ["</", tag, ">"].concat();
            let open = ["<", tag].concat();
            html.match_indices(&open)
                .filter_map(|(at, open)| {
                    let rest = html.get(at + open.len()..)?;
                    rest.starts_with([' ', '>'])
                        .then(|| rest.split_once(&close).map_or(rest, |(inside, _)| inside))
                })
                .flat_map(|inside| {
                    inside
                        .split('<')
                        .filter_map(|piece| piece.split('>').next_back())
                })
                .flat_map(str::chars)
                .collect::<Vec<_>>()
        })
}

#[cfg(test)]
mod tests {
    use super::{ALL, Font, Script, Weight, needed};

    #[test]
    fn pages_ask_for_the_fonts_they_use() {
        let fonts: Vec<Font> = ALL
            .into_iter()
            .filter_map(|(_, _, name)| Font::new(name, name))
            .collect();
        let check = |lang: &str, html: &str, expect: &[(Script, Weight)]| {
            let needed = needed(&fonts, html, lang).into_iter();
            let needed: Vec<_> = needed.map(|font| (font.script, font.weight)).collect();
            assert_eq!(needed, expect, "{lang}: {html}");
        };
        let both = |script| [(script, Weight::Regular), (script, Weight::Bold)];
        let (arabic, full) = (both(Script::Arabic), both(Script::ArabicFull));
        let latin = both(Script::Latin);
        check("en", "<h1>News</h1><p>text</p>", &latin);
        check("en", "<p title=\"نشرة\">text</p>", &latin);
        check("tr-TR", "<h1>Haberler</h1>", &latin);
        // Languages to choose from.
        let choice = "<li>العربية</li><li>English</li><li>Français</li>";
        let english = "<h1>News of the centre</h1><p>Key figures of production were released today in the capital.</p>";
        check("en", &[choice, english].concat(), &latin);
        let text = "<p>صدر بالفرنسية كتاب الأرقام الرئيسة في الإنتاج</p>".repeat(3);
        let text = &*text;
        check("ar", &[choice, text].concat(), &arabic);
        check("ar-TN", text, &arabic);
        check("fa", text, &full);
        // Another language's text.
        check("en", text, &[&arabic[..1], &latin[..]].concat());
        let title = "<h2 lang=\"ar\"><a href=\"/\">الأخبار</a></h2>";
        check("en", &[text, title].concat(), &[arabic, latin].concat());
        check("ar", english, &[arabic, latin].concat());
        check(
            "ar",
            "<header>News</header><hr>text",
            &[&arabic[..], &latin[..1]].concat(),
        );
        check("ckb", english, &[full, latin].concat());
        let french = [&latin[..], &both(Script::Latin1)[..1]].concat();
        check("fr", &"<p>été à l’œuvre</p>".repeat(6), &french);
        let bold = "<h1>Été</h1>".repeat(12);
        check("fr", &bold, &[latin, both(Script::Latin1)].concat());
    }

    #[test]
    fn the_style_has_the_same_languages() {
        let style = include_str!("../../../../style/base.css");
        let list = super::FULL.map(|tag| format!("[lang|=\"{tag}\"]"));
        assert!(style.contains(&format!(":is({}) {{", list.join(", "))));
    }

    #[test]
    fn other_files_are_no_first_fonts() {
        assert!(Font::new("nashra-sans-latin-ext-400.woff2", "x").is_none());
    }
}

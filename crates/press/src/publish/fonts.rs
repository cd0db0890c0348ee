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

/// What letters a font file holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Script {
    Arabic,
    /// The letters of English with spaces, digits and punctuation, which texts in all scripts use.
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

const ALL: [(Script, Weight, &str); 6] = [
    (
        Script::Arabic,
        Weight::Regular,
        "nashra-sans-arabic-400.woff2",
    ),
    (Script::Arabic, Weight::Bold, "nashra-sans-arabic-600.woff2"),
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

/// The name of another language among the page's links is no text: it may stand in the system's letters at first.
const MIN_LETTERS: usize = 24;

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

    /// Whether the page with this body needs the font at once.
    pub(super) fn is_needed(&self, html: &str) -> bool {
        match (self.script, self.weight) {
            // Every page has a title, and every title a space.
            (Script::Latin, _) => true,
            (Script::Arabic, Weight::Regular) => has_many(text_of(html), is_arabic),
            (Script::Arabic, Weight::Bold) => bold_text_of(html).any(is_arabic),
            (Script::Latin1, Weight::Regular) => has_many(text_of(html), is_latin_1),
            (Script::Latin1, Weight::Bold) => bold_text_of(html).any(is_latin_1),
        }
    }
}

/// The letters of the font, not of the script: what it lacks comes from the system in any case.
fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// Accented letters: of the signs beside them none carries a line.
fn is_latin_1(letter: char) -> bool {
    ('\u{c0}'..='\u{ff}').contains(&letter) || matches!(letter, '\u{152}' | '\u{153}')
}

fn has_many(mut text: impl Iterator<Item = char>, is_its: fn(char) -> bool) -> bool {
    text.by_ref()
        .filter(|letter| is_its(*letter))
        .nth(MIN_LETTERS - 1)
        .is_some()
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
    use super::{Font, Script, Weight};

    #[test]
    fn pages_ask_for_the_fonts_they_use() {
        let check = |html: &str, expect: &[(Script, Weight)]| {
            let needed: Vec<(Script, Weight)> = super::ALL
                .into_iter()
                .filter_map(|(_, _, name)| Font::new(name, name))
                .filter(|font| font.is_needed(html))
                .map(|font| (font.script, font.weight))
                .collect();
            assert_eq!(needed, expect, "{html}");
        };
        let latin = [
            (Script::Latin, Weight::Regular),
            (Script::Latin, Weight::Bold),
        ];
        let with = |more: &[(Script, Weight)]| [more, &latin].concat();
        let arabic = (Script::Arabic, Weight::Regular);
        check("<h1>News</h1><p>text</p>", &latin);
        check("<p title=\"نشرة\">text</p>", &latin);
        // Languages to choose from, and a text.
        check(
            "<h1 class=\"x\">News</h1><li>العربية</li><li>Français</li>",
            &latin,
        );
        let text = "<p>صدر بالفرنسية كتاب الأرقام الرئيسة في الإنتاج</p>";
        check(text, &with(&[arabic]));
        let both = with(&[arabic, (Script::Arabic, Weight::Bold)]);
        check(
            &[text, "<h2 lang=\"ar\"><a href=\"/\">الأخبار</a></h2>"].concat(),
            &both,
        );
        check(
            &[text, "<header>الأخبار <b>مهم</b></header>"].concat(),
            &both,
        );
        check(
            &["<hr><header>الأخبار</header>", text].concat(),
            &with(&[arabic]),
        );
        let french = [&latin[..], &[(Script::Latin1, Weight::Regular)]].concat();
        check(&"<p>été à l’œuvre</p>".repeat(6), &french);
    }

    #[test]
    fn other_files_are_no_first_fonts() {
        assert!(Font::new("nashra-sans-latin-ext-400.woff2", "x").is_none());
    }
}

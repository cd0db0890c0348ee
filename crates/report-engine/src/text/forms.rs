//! Presentation forms folded back to the letters they stand for (Unicode, blocks FB00 to FEFF).
//!
//! It never touches anything else: compatibility characters of other kinds keep their meaning.

/// A text with presentation forms as plain letters, and without controls that only steer layout.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match of_form(c) {
            Some(letters) => out.push_str(letters),
            None if is_layout_control(c) => {}
            None => out.push(c),
        }
    }
    out
}

/// A letter that Unicode takes apart into a carrier and a hamza, madda or the like (canonical decompositions).
pub(crate) fn parts(c: char) -> Option<(char, char)> {
    let found = PARTS.iter().find(|(whole, ..)| *whole == c)?;
    Some((found.1, found.2))
}

/// The letter that a carrier and its mark make.
pub(crate) fn whole(carrier: char, mark: char) -> Option<char> {
    let found = PARTS
        .iter()
        .find(|parts| (parts.1, parts.2) == (carrier, mark))?;
    Some(found.0)
}

const PARTS: [(char, char, char); 8] = [
    ('آ', 'ا', '\u{653}'),
    ('أ', 'ا', '\u{654}'),
    ('ؤ', 'و', '\u{654}'),
    ('إ', 'ا', '\u{655}'),
    ('ئ', 'ي', '\u{654}'),
    ('ۀ', 'ە', '\u{654}'),
    ('ۂ', 'ہ', '\u{654}'),
    ('ۓ', 'ے', '\u{654}'),
];

/// Bidi marks and embeddings: the order is ours to find. Joiners stay, they are spelling.
fn is_layout_control(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn of_form(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    if !(0xFB00..=0xFEFF).contains(&code) {
        return None;
    }
    let (start, letters) = FORMS.iter().rev().find(|(start, _)| *start <= code)?;
    letters.split(' ').nth((code - start) as usize)
}

/// Runs of code points and their letters (Unicode 15 NFKC, without the spaces and tatweels that carry marks).
#[rustfmt::skip]
const FORMS: &[(u32, &str)] = &[
    (0xFB00, "ff fi fl ffi ffl st st"),
    (0xFB1D, "י\u{5B4}"),
    (0xFB1F, "ײ\u{5B7} ע א ד ה כ ל ם ר ת + ש\u{5C1} ש\u{5C2} ש\u{5BC}\u{5C1} ש\u{5BC}\u{5C2} א\u{5B7} א\u{5B8}\x20\
        א\u{5BC} ב\u{5BC} ג\u{5BC} ד\u{5BC} ה\u{5BC} ו\u{5BC} ז\u{5BC}"),
    (0xFB38, "ט\u{5BC} י\u{5BC} ך\u{5BC} כ\u{5BC} ל\u{5BC}"),
    (0xFB3E, "מ\u{5BC}"),
    (0xFB40, "נ\u{5BC} ס\u{5BC}"),
    (0xFB43, "ף\u{5BC} פ\u{5BC}"),
    (0xFB46, "צ\u{5BC} ק\u{5BC} ר\u{5BC} ש\u{5BC} ת\u{5BC} ו\u{5B9} ב\u{5BF} כ\u{5BF} פ\u{5BF} אל ٱ ٱ ٻ ٻ ٻ ٻ پ پ\x20\
        پ پ ڀ ڀ ڀ ڀ ٺ ٺ ٺ ٺ ٿ ٿ ٿ ٿ ٹ ٹ ٹ ٹ ڤ ڤ ڤ ڤ ڦ ڦ ڦ ڦ ڄ ڄ ڄ ڄ ڃ ڃ ڃ ڃ چ چ چ چ ڇ ڇ ڇ ڇ ڍ ڍ ڌ ڌ ڎ ڎ ڈ ڈ\x20\
        ژ ژ ڑ ڑ ک ک ک ک گ گ گ گ ڳ ڳ ڳ ڳ ڱ ڱ ڱ ڱ ں ں ڻ ڻ ڻ ڻ ۀ ۀ ہ ہ ہ ہ ھ ھ ھ ھ ے ے ۓ ۓ"),
    (0xFBD3, "ڭ ڭ ڭ ڭ ۇ ۇ ۆ ۆ ۈ ۈ ۇٴ ۋ ۋ ۅ ۅ ۉ ۉ ې ې ې ې ى ى ئا ئا ئە ئە ئو ئو ئۇ ئۇ ئۆ ئۆ ئۈ ئۈ ئې ئې ئې ئى ئى ئى\x20\
        ی ی ی ی ئج ئح ئم ئى ئي بج بح بخ بم بى بي تج تح تخ تم تى تي ثج ثم ثى ثي جح جم حج حم خج خح خم سج سح سخ\x20\
        سم صح صم ضج ضح ضخ ضم طح طم ظم عج عم غج غم فج فح فخ فم فى في قح قم قى قي كا كج كح كخ كل كم كى كي لج\x20\
        لح لخ لم لى لي مج مح مخ مم مى مي نج نح نخ نم نى ني هج هم هى هي يج يح يخ يم يى يي ذ\u{670} ر\u{670}\x20\
        ى\u{670} \u{64C}\u{651} \u{64D}\u{651} \u{64E}\u{651} \u{64F}\u{651} \u{650}\u{651} \u{651}\u{670}\x20\
        ئر ئز ئم ئن ئى ئي بر بز بم بن بى بي تر تز تم تن تى تي ثر ثز ثم ثن ثى ثي فى في قى قي كا كل كم كى كي\x20\
        لم لى لي ما مم نر نز نم نن نى ني ى\u{670} ير يز يم ين يى يي ئج ئح ئخ ئم ئه بج بح بخ بم به تج تح تخ\x20\
        تم ته ثم جح جم حج حم خج خم سج سح سخ سم صح صخ صم ضج ضح ضخ ضم طح ظم عج عم غج غم فج فح فخ فم قح قم كج\x20\
        كح كخ كل كم لج لح لخ لم له مج مح مخ مم نج نح نخ نم نه هج هم ه\u{670} يج يح يخ يم يه ئم ئه بم به تم\x20\
        ته ثم ثه سم سه شم شه كل كم لم نم نه يم يه \u{64E}\u{651} \u{64F}\u{651} \u{650}\u{651} طى طي عى عي\x20\
        غى غي سى سي شى شي حى حي جى جي خى خي صى صي ضى ضي شج شح شخ شم شر سر صر ضر طى طي عى عي غى غي سى سي شى\x20\
        شي حى حي جى جي خى خي صى صي ضى ضي شج شح شخ شم شر سر صر ضر شج شح شخ شم سه شه طم سج سح سخ شج شح شخ طم\x20\
        ظم ا\u{64B} ا\u{64B}"),
    (0xFD50, "تجم تحج تحج تحم تخم تمج تمح تمخ جمح جمح حمي حمى سحج سجح سجى سمح سمح سمج سمم سمم صحح صحح صمم شحم شحم\x20\
        شجي شمخ شمخ شمم شمم ضحى ضخم ضخم طمح طمح طمم طمي عجم عمم عمم عمى غمم غمي غمى فخم فخم قمح قمم لحم لحي\x20\
        لحى لجج لجج لخم لخم لمح لمح محج محم محي مجح مجم مخج مخم"),
    (0xFD92, "مجخ همج همم نحم نحى نجم نجم نجى نمي نمى يمم يمم بخي تجي تجى تخي تخى تمي تمى جمي جحى جمى سخى صحي شحي\x20\
        ضحي لجي لمي يحي يجي يمي ممي قمي نحي قمح لحم عمي كمي نجح مخي لجم كمم لجم نجح جحي حجي مجي فمي بحي كمم\x20\
        عجم صمم سخي نجي"),
    (0xFDF0, "صلے قلے الله اكبر محمد صلعم رسول عليه وسلم صلى صلىاللهعليهوسلم جلجلاله ریال"),
    (0xFE70, "\u{64B} \u{64B} \u{64C}"),
    (0xFE74, "\u{64D}"),
    (0xFE76, "\u{64E} \u{64E} \u{64F} \u{64F} \u{650} \u{650} \u{651} \u{651} \u{652} \u{652} ء آ آ أ أ ؤ ؤ إ إ ئ\x20\
        ئ ئ ئ ا ا ب ب ب ب ة ة ت ت ت ت ث ث ث ث ج ج ج ج ح ح ح ح خ خ خ خ د د ذ ذ ر ر ز ز س س س س ش ش ش ش ص ص ص\x20\
        ص ض ض ض ض ط ط ط ط ظ ظ ظ ظ ع ع ع ع غ غ غ غ ف ف ف ف ق ق ق ق ك ك ك ك ل ل ل ل م م م م ن ن ن ن ه ه ه ه و\x20\
        و ى ى ي ي ي ي لآ لآ لأ لأ لإ لإ لا لا"),
];

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn forms() {
        let check = |text: &str, expect: &str| assert_eq!(plain(text), expect);
        check("\u{FEFB}", "لا");
        check("\u{FE8D}\u{FEDF}\u{FECC}", "الع");
        check("ﬁn ﬂoor", "fin floor");
        check("\u{FDF2}", "الله");
        check("\u{FE76}", "\u{64E}");
        check("\u{FB2A}", "ש\u{5C1}");
        check("a\u{200F}b", "ab");
        check("½ ٣", "½ ٣");
    }
}

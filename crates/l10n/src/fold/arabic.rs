//! Arabic letters as a searcher types them, and presentation forms back to letters.
//!
//! Spelling only: no stemming, no article or prefix is cut off.

/// U+FB50 to U+FBB1, U+FBD3 to U+FBE9 and U+FE80 to U+FEF4: one folded letter of two bytes each.
const LETTERS_A: &str = "\
    ااٻٻٻٻپپپپڀڀڀڀٺٺٺٺٿٿٿٿٹٹٹٹڤڤڤڤڦڦڦڦڄڄڄڄڃڃڃڃچچچچڇڇڇڇڍڍڌڌڎڎڈڈژژڑڑككككگگگگڳڳڳڳڱڱڱڱںںڻڻڻڻههههههههههےے\
    ےے";
const LETTERS_A_MORE: &str = "ڭڭڭڭۇۇۆۆۈۈۇۋۋۅۅۉۉېېېېيي";
const LETTERS_B: &str = "\
    ءااااووااييييااببببههتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللل\
    لممممننننههههوويييييي";

/// Ligatures, folded (Unicode compatibility decompositions): from U+FBEA, U+FC00, U+FD50, U+FD92, U+FDF0.
const LIGATURES_FBEA: &str = "يا|يا|يه|يه|يو|يو|يۇ|يۇ|يۆ|يۆ|يۈ|يۈ|يې|يې|يې|يي|يي|يي|ي|ي|ي|ي";
const LIGATURES_FC00: &str = "\
    يج|يح|يم|يي|يي|بج|بح|بخ|بم|بي|بي|تج|تح|تخ|تم|تي|تي|ثج|ثم|ثي|ثي|جح|جم|حج|حم|خج|خح|خم|سج|سح|سخ|سم|\
    صح|صم|ضج|ضح|ضخ|ضم|طح|طم|ظم|عج|عم|غج|غم|فج|فح|فخ|فم|في|في|قح|قم|قي|قي|كا|كج|كح|كخ|كل|كم|كي|كي|لج|\
    لح|لخ|لم|لي|لي|مج|مح|مخ|مم|مي|مي|نج|نح|نخ|نم|ني|ني|هج|هم|هي|هي|يج|يح|يخ|يم|يي|يي|ذ|ر|ي|||||||ير|\
    يز|يم|ين|يي|يي|بر|بز|بم|بن|بي|بي|تر|تز|تم|تن|تي|تي|ثر|ثز|ثم|ثن|ثي|ثي|في|في|قي|قي|كا|كل|كم|كي|كي|\
    لم|لي|لي|ما|مم|نر|نز|نم|نن|ني|ني|ي|ير|يز|يم|ين|يي|يي|يج|يح|يخ|يم|يه|بج|بح|بخ|بم|به|تج|تح|تخ|تم|\
    ته|ثم|جح|جم|حج|حم|خج|خم|سج|سح|سخ|سم|صح|صخ|صم|ضج|ضح|ضخ|ضم|طح|ظم|عج|عم|غج|غم|فج|فح|فخ|فم|قح|قم|كج|\
    كح|كخ|كل|كم|لج|لح|لخ|لم|له|مج|مح|مخ|مم|نج|نح|نخ|نم|نه|هج|هم|ه|يج|يح|يخ|يم|يه|يم|يه|بم|به|تم|ته|\
    ثم|ثه|سم|سه|شم|شه|كل|كم|لم|نم|نه|يم|يه||||طي|طي|عي|عي|غي|غي|سي|سي|شي|شي|حي|حي|جي|جي|خي|خي|صي|صي|\
    ضي|ضي|شج|شح|شخ|شم|شر|سر|صر|ضر|طي|طي|عي|عي|غي|غي|سي|سي|شي|شي|حي|حي|جي|جي|خي|خي|صي|صي|ضي|ضي|شج|شح|\
    شخ|شم|شر|سر|صر|ضر|شج|شح|شخ|شم|سه|شه|طم|سج|سح|سخ|شج|شح|شخ|طم|ظم|ا|ا";
const LIGATURES_FD50: &str = "\
    تجم|تحج|تحج|تحم|تخم|تمج|تمح|تمخ|جمح|جمح|حمي|حمي|سحج|سجح|سجي|سمح|سمح|سمج|سمم|سمم|صحح|صحح|صمم|شحم|\
    شحم|شجي|شمخ|شمخ|شمم|شمم|ضحي|ضخم|ضخم|طمح|طمح|طمم|طمي|عجم|عمم|عمم|عمي|غمم|غمي|غمي|فخم|فخم|قمح|قمم|\
    لحم|لحي|لحي|لجج|لجج|لخم|لخم|لمح|لمح|محج|محم|محي|مجح|مجم|مخج|مخم";
const LIGATURES_FD92: &str = "\
    مجخ|همج|همم|نحم|نحي|نجم|نجم|نجي|نمي|نمي|يمم|يمم|بخي|تجي|تجي|تخي|تخي|تمي|تمي|جمي|جحي|جمي|سخي|صحي|\
    شحي|ضحي|لجي|لمي|يحي|يجي|يمي|ممي|قمي|نحي|قمح|لحم|عمي|كمي|نجح|مخي|لجم|كمم|لجم|نجح|جحي|حجي|مجي|فمي|\
    بحي|كمم|عجم|صمم|سخي|نجي";
const LIGATURES_FDF0: &str =
    "صلے|قلے|الله|اكبر|محمد|صلعم|رسول|عليه|وسلم|صلي|صلي الله عليه وسلم|جل جلاله|ريال";

/// Whether a character is left out: vowel signs, Quranic signs, the tatweel.
pub(super) fn is_mark(c: u32) -> bool {
    matches!(
        c,
        0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x670 | 0x674 | 0x6D6..=0x6DC | 0x6DF..=0x6E8 | 0x6EA..=0x6ED
            | 0x897..=0x89F | 0x8C9..=0x8E1 | 0x8E3..=0x8FF | 0xFBB2..=0xFBC2 | 0xFE70..=0xFE7F
            | 0x10EFA..=0x10EFF
    )
}

/// The letter that a searcher may have typed instead: alef for its hamza, madda and wasla forms, ya for
/// alef maqsura and Persian ya, ha for ta marbuta and the several shapes of ha. The hamza on the line stays.
pub(super) fn letter(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ؤ' | 'ٶ' => 'و',
        'ٷ' => 'ۇ',
        'ى' | 'ی' | 'ئ' | 'ٸ' => 'ي',
        'ۓ' => 'ے',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ہ' | 'ۂ' | 'ۀ' | 'ھ' | 'ە' | 'ۃ' => 'ه',
        '٫' => '.',
        '٬' => ',',
        '٪' => '%',
        _ => c,
    }
}

/// The letters of a presentation form; `None` when it is none.
pub(super) fn presentation(c: u32) -> Option<&'static str> {
    let (forms, first) = match c {
        0xFB50..=0xFBB1 => return single(LETTERS_A, c - 0xFB50),
        0xFBD3..=0xFBE9 => return single(LETTERS_A_MORE, c - 0xFBD3),
        0xFE80..=0xFEF4 => return single(LETTERS_B, c - 0xFE80),
        0xFEF5..=0xFEFC => return Some("لا"),
        0xFBEA..=0xFBFF => (LIGATURES_FBEA, 0xFBEA),
        0xFC00..=0xFD3D => (LIGATURES_FC00, 0xFC00),
        0xFD50..=0xFD8F => (LIGATURES_FD50, 0xFD50),
        0xFD92..=0xFDC7 => (LIGATURES_FD92, 0xFD92),
        0xFDF0..=0xFDFC => (LIGATURES_FDF0, 0xFDF0),
        _ => return None,
    };
    forms.split('|').nth((c - first) as usize)
}

fn single(letters: &'static str, index: u32) -> Option<&'static str> {
    let at = index as usize * 2;
    letters.get(at..at + 2)
}

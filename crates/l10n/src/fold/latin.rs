//! Latin, Greek and Cyrillic letters without case and marks.
//!
//! Only letters of living orthographies: polytonic Greek in composed form, phonetic alphabets and
//! mathematical letters stay as they are.

/// U+00C0 to U+024F, one byte a letter: its base letter (Unicode decompositions, stroked letters by eye),
/// `.` for itself, `>` for the next code point, a capital for two letters (see [`pair`]).
const LATIN: &str = "\
    aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTyaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiiiIIjjkk.llllllllllnnnnnnn>.ooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    ..>.>..>...>.....>......>.......oo>.>..>....>..uu..>.>..>...>.......DDDLLLNNNaaiioouuuuuuuuuu.aa\
    aaAA>.ggkkoooo..jDDDgg..nnaaAAooaaaaeeeeiiiioooorrrruuuusstt>.hh..>.>.aaeeooooooooyy.......>....\
    .>....>.>.>.>.>.";

/// U+1E00 to U+1EFF, in the same form.
const LATIN_ADDITIONAL: &str = "\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr\
    ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy>.>.>.";

/// Capitals of `LATIN` whose small letters stand elsewhere, each before its small letter.
const FAR_PAIRS: &str = "ƁɓƆɔƉɖƊɗƎǝƏəƐɛƓɠƔɣƖɩƗɨƜɯƝɲƟɵƦʀƩʃƮʈƱʊƲʋƷʒǮʒǯʒǶƕǷƿȠƞȺⱥȽƚȾⱦɃƀɄʉɅʌ";

/// U+0386 to U+03CE without case and tonos; final sigma is sigma.
const GREEK: &str = "α·εηι΋ο΍υωιαβγδεζηθικλμνξοπρ΢στυφχψωιυαεηιυαβγδεζηθικλμνξοπρσστυφχψωιυουω";

/// Puts the folded form of a Latin, Greek, Cyrillic or Armenian letter into `out`; `false` when it is
/// none of these. Dotted and dotless i of Turkish fold to `i` alike, so that every spelling of
/// Istanbul is found from every keyboard.
pub(super) fn fold(c: char, out: &mut String) -> bool {
    let code = c as usize;
    let folded = match code {
        0xC0..=0x24F => return table(LATIN, code - 0xC0, c, out),
        0x1E00..=0x1EFF => return table(LATIN_ADDITIONAL, code - 0x1E00, c, out),
        0x386..=0x3CE => GREEK.chars().nth(code - 0x386),
        // Marks are dropped, so й must meet its decomposed spelling: и.
        0x400 | 0x401 | 0x450 | 0x451 => Some('е'),
        0x403 | 0x453 => Some('г'),
        0x407 | 0x457 => Some('і'),
        0x40C | 0x45C => Some('к'),
        0x40D | 0x419 | 0x439 | 0x45D => Some('и'),
        0x40E | 0x45E => Some('у'),
        0x402..=0x40F => char::from_u32(code as u32 + 80),
        0x410..=0x42F => char::from_u32(code as u32 + 32),
        0x460..=0x480 | 0x48A..=0x4BE | 0x4D0..=0x52E => char::from_u32(code as u32 | 1),
        0x4C0 => Some('\u{4CF}'),
        0x4C1..=0x4CD => char::from_u32((code as u32 + 1) & !1),
        0x531..=0x556 => char::from_u32(code as u32 + 48),
        0xFB00..=0xFB06 => {
            out.push_str(["ff", "fi", "fl", "ffi", "ffl", "st", "st"][code - 0xFB00]);
            return true;
        }
        _ => return false,
    };
    out.push(folded.unwrap_or(c));
    true
}

fn table(table: &str, index: usize, c: char, out: &mut String) -> bool {
    match table.as_bytes().get(index).copied().unwrap_or(b'.') {
        b'.' => {
            let mut pairs = FAR_PAIRS.chars();
            while let (Some(capital), Some(small)) = (pairs.next(), pairs.next()) {
                if capital == c {
                    out.push(small);
                    return true;
                }
            }
            out.push(c);
        }
        b'>' => out.extend(char::from_u32(c as u32 + 1)),
        code => match pair(code) {
            "" => out.push(char::from(code)),
            two => out.push_str(two),
        },
    }
    true
}

fn pair(code: u8) -> &'static str {
    match code {
        b'A' => "ae",
        b'D' => "dz",
        b'I' => "ij",
        b'L' => "lj",
        b'N' => "nj",
        b'O' => "oe",
        b'S' => "ss",
        b'T' => "th",
        _ => "",
    }
}

//! What stands in for a picture until it comes: a gradient of three colours along the side that changes most, read from its
//! ThumbHash. It refuses to be a picture: the whole hash as one would be some forty times the bytes in every page.

/// The placeholder of a hash in base64, as a CSS `background`; `None` where it is no hash. A hash with transparency gives its
/// average colour.
///
/// The hash is a cosine transform: averaged over the rows, only the terms along the columns are left, and the other way round. At
/// the beginning, the middle and the end the first two of these are whole numbers, so no cosine is asked for.
/// Format: <https://evanw.github.io/thumbhash/>.
pub(super) fn placeholder(thumbhash: &str) -> Option<String> {
    let bytes = base64(thumbhash)?;
    let head = number(bytes.get(..3)?);
    let share = |shift: u32, bits: u32| f64::from(head >> shift & ((1 << bits) - 1));
    let average = [
        share(0, 6) / 63.0,
        share(6, 6) / 31.5 - 1.0,
        share(12, 6) / 31.5 - 1.0,
    ];
    let has_alpha = head >> 23 == 1;
    let along = bytes.get(3..5).filter(|_| !has_alpha).and_then(|second| {
        let second = number(second);
        let channels = Channels {
            nibbles: &bytes[5..],
            is_landscape: second >> 15 == 1,
            shorter: (second & 7).max(3) as usize,
        };
        let chroma = |shift: u32| f64::from(second >> shift & 63) / 63.0 * 1.25;
        channels.along([share(18, 5) / 31.0, chroma(3), chroma(9)])
    });
    let Some((is_across, terms)) = along else {
        return Some(colour(average));
    };
    let at = |first: f64, second: f64| {
        let value = |channel: usize| {
            average[channel] + 2.0 * (first * terms[channel][0] + second * terms[channel][1])
        };
        colour([value(0), value(1), value(2)])
    };
    let direction = if is_across { "90deg," } else { "" };
    let stops = [at(1.0, 1.0), at(0.0, -1.0), at(-1.0, 1.0)].join(",");
    Some(["linear-gradient(", direction, &stops, ")"].concat())
}

/// The varying part of a hash without transparency: lightness, then two of colour, four bits a term.
struct Channels<'a> {
    nibbles: &'a [u8],
    is_landscape: bool,
    /// Terms along the shorter side; the longer has 7.
    shorter: usize,
}

impl Channels<'_> {
    /// Whether more changes across than down, and then the first two terms of each channel along that way.
    fn along(&self, scales: [f64; 3]) -> Option<(bool, [[f64; 2]; 3])> {
        let (nx, ny) = if self.is_landscape {
            (7, self.shorter)
        } else {
            (self.shorter, 7)
        };
        let sizes = [(nx, ny), (3, 3), (3, 3)];
        let (mut across, mut down) = ([[0.0; 2]; 3], [[0.0; 2]; 3]);
        let mut start = 0;
        for (channel, (nx, ny)) in sizes.into_iter().enumerate() {
            let row = |cy: usize| (nx * (ny - cy)).div_ceil(ny);
            let term = |at: usize| Some((self.nibble(start + at)? / 7.5 - 1.0) * scales[channel]);
            across[channel] = [term(0)?, term(1)?];
            // The first row lacks its first term, the average.
            let second = row(0) - 1;
            down[channel] = [term(second)?, term(second + row(1))?];
            start += (0..ny).map(row).sum::<usize>() - 1;
        }
        let change =
            |terms: &[[f64; 2]; 3]| terms.iter().flatten().map(|term| term * term).sum::<f64>();
        let is_across = change(&across) > change(&down);
        Some((is_across, if is_across { across } else { down }))
    }

    fn nibble(&self, at: usize) -> Option<f64> {
        let byte = self.nibbles.get(at / 2)?;
        Some(f64::from(byte >> (at % 2 * 4) & 15))
    }
}

/// Bytes, the lowest first.
fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .rev()
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// Lightness, yellow to blue, red to green as `#rgb`: nobody sees more of a blur.
fn colour([level, p, q]: [f64; 3]) -> String {
    let blue = level - 2.0 / 3.0 * p;
    let red = (3.0 * level - blue + q) / 2.0;
    let green = red - q;
    let mut colour = String::from("#");
    colour.extend([red, green, blue].map(|channel| {
        let digit = (channel.clamp(0.0, 1.0) * 15.0).round() as u32;
        char::from_digit(digit, 16).unwrap_or('0')
    }));
    colour
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut n_bits) = (Vec::new(), 0u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((bits >> n_bits) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn a_hash_becomes_a_gradient_or_a_colour() {
        let check = |hash: &str, expect: Option<&str>| {
            assert_eq!(placeholder(hash).as_deref(), expect, "{hash}");
        };
        // Bytes ff 07 02: level 63, p 31, q 32, nothing more: white.
        check("/wcC", Some("#fff"));
        check("", None);
        check("????", None);
        // Cut short.
        check("15cJDIJP", Some("#476"));
        // Of the sample, as the reference implementation has them: stars on green, and a dusk over the sea.
        check(
            "15cJDIJPd3eKh3h0eIhfm/W3Wg==",
            Some("linear-gradient(90deg,#586,#586,#043)"),
        );
        check(
            "pfcNG4R5d3d5iAeIiHmAmAc=",
            Some("linear-gradient(#568,#dcb,#457)"),
        );
    }
}

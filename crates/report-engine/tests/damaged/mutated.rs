//! Reports of the sample and of the corpus with bytes changed by a fixed sequence of random numbers: the same files
//! at every run. It refuses to change more than one kind of thing at once.

use std::fs;
use std::path::Path;

const REPORTS: [&str; 4] = [
    "../../sample/media/reports/youth-en.pdf",
    "../../sample/media/reports/yearbook.pdf",
    "tests/corpus/chromium-mixed.pdf",
    "tests/corpus/weasyprint-ar.pdf",
];
const N_OF_EACH: usize = 4;

/// Marsaglia's xorshift: deterministic on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

pub(crate) fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    REPORTS.into_iter().flat_map(|name| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let source = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ source.len() as u64);
        let mut files = Vec::new();
        for round in 0..N_OF_EACH {
            for (kind, change) in KINDS {
                let mut bytes = source.clone();
                change(&mut bytes, &mut random);
                files.push((format!("{name} {kind} {round}"), bytes));
            }
        }
        files
    })
}

type Change = fn(&mut Vec<u8>, &mut Random);

const KINDS: [(&str, Change); 6] = [
    ("cut", |bytes, random| {
        let end = random.below(bytes.len());
        bytes.truncate(end);
    }),
    ("without a middle", |bytes, random| {
        let start = random.below(bytes.len());
        let end = (start + random.below(20_000)).min(bytes.len());
        bytes.drain(start..end);
    }),
    ("with bits flipped", |bytes, random| {
        for _ in 0..bytes.len() / 2_000 {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
    }),
    ("with other digits", |bytes, random| {
        // Lengths, offsets, object numbers, sizes, coordinates.
        for _ in 0..400 {
            let at = random.below(bytes.len());
            if let Some(digit) = bytes[at..]
                .iter_mut()
                .take(400)
                .find(|b| b.is_ascii_digit())
            {
                *digit = b'0' + random.below(10) as u8;
            }
        }
    }),
    ("with names exchanged", |bytes, random| {
        for _ in 0..60 {
            let at = random.below(bytes.len());
            if let Some(slash) = bytes[at..].iter().position(|&b| b == b'/')
                && let Some(byte) = bytes.get_mut(at + slash + 1)
            {
                *byte = b"ABCDFKLMNPRSTWX"[random.below(15)];
            }
        }
    }),
    ("with a stretch copied over another", |bytes, random| {
        for _ in 0..8 {
            let length = 1 + random.below(600).min(bytes.len() / 4);
            let (from, to) = (
                random.below(bytes.len() - length),
                random.below(bytes.len() - length),
            );
            bytes.copy_within(from..from + length, to);
        }
    }),
];

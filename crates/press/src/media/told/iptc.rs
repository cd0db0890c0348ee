//! IPTC's Information Interchange Model (version 4.2), as Photoshop puts it into JPEGs: records of a number, a length and a text.
//!
//! It refuses lengths that lead out of the file, and what stands behind them.

use super::Told;

const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const IRB: &[u8] = b"8BIM";
/// Photoshop's number for IPTC's records.
const RECORDS: u16 = 0x0404;
/// What 1:90 says where texts are UTF-8.
const UTF_8: &[u8] = b"\x1b%G";

/// The records in a segment of Photoshop's.
pub(super) fn records(segment: &[u8]) -> Option<Vec<u8>> {
    let mut rest = segment.strip_prefix(PHOTOSHOP)?;
    loop {
        let (id, after) = rest.strip_prefix(IRB)?.split_first_chunk::<2>()?;
        // The name with its length, and the data, are each padded to an even number of bytes.
        let name = usize::from(*after.first()?) + 1;
        let after = after.get(name + name % 2..)?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        if u16::from_be_bytes(*id) == RECORDS {
            return Some(data.to_vec());
        }
        rest = after.get(length + length % 2..)?;
    }
}

/// What the records say.
pub(super) fn read(records: &[u8]) -> Told {
    let mut told = Told::default();
    let mut is_utf_8 = false;
    let mut rest = records;
    while let [0x1C, record, number, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((data, after)) = after.split_at_checked(length) else {
            break;
        };
        rest = after;
        let text = || text(data, is_utf_8);
        match (record, number) {
            (1, 90) => is_utf_8 = data == UTF_8,
            (2, 80) => told.creators.extend(text()),
            (2, 110) => told.credit_line = text(),
            (2, 116) => told.rights.extend(text().map(|text| (String::new(), text))),
            (2, 120) => told
                .captions
                .extend(text().map(|text| (String::new(), text))),
            _ => {}
        }
    }
    told
}

/// Where nobody says which letters are meant, most programs write UTF-8 or Latin.
fn text(data: &[u8], is_utf_8: bool) -> Option<String> {
    let text = match std::str::from_utf8(data) {
        Ok(text) => text.to_owned(),
        Err(_) if is_utf_8 => String::from_utf8_lossy(data).into_owned(),
        Err(_) => data.iter().copied().map(char::from).collect(),
    };
    let text = text.trim_matches(['\0', ' ', '\n', '\r']);
    (!text.is_empty()).then(|| text.to_owned())
}

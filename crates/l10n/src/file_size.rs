//! File sizes as readers meet them before a download.
//!
//! Decimal units (1 kB = 1000 bytes), as file managers and network meters show them; binary units never.

use crate::formats::Formats;
use crate::messages::{Messages, fill};

const UNITS: [&str; 3] = ["units.kilobyte", "units.megabyte", "units.gigabyte"];

/// A size with its unit, rounded to what matters: `512 bytes`, `38 kB`, `2.1 MB`; `٢٫١ ميغابايت`, `2,1 Mo`.
/// The space before the unit is U+00A0 in all three languages.
pub fn file_size(bytes: u64, formats: &dyn Formats, messages: &Messages) -> String {
    if bytes < 1000 {
        let template = messages.plural("units.byte", formats.plural(bytes));
        return fill(template, &[("count", &formats.integer(bytes))]);
    }
    let mut unit = 0;
    let mut value = bytes as f64 / 1000.0;
    // 999.5 would be shown as 1000, which the next unit says better.
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    let max_fraction_digits = u8::from(value < 9.95);
    let value = formats.decimal(value, max_fraction_digits);
    fill(messages.get(UNITS[unit]), &[("value", &value)])
}

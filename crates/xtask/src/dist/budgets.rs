//! The budgets of the design, in one table. It refuses to measure: sizes come in, a verdict goes out.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::XtaskError;
use crate::{house, stamp};

/// Brotli bytes by key.
pub(super) type Sizes = BTreeMap<&'static str, u64>;

/// A line of the table. 1 KB is 1000 bytes.
struct Budget {
    key: &'static str,
    what: &'static str,
    limit: u64,
    aim: u64,
}

const fn budget(key: &'static str, what: &'static str, limit: u64, aim: u64) -> Budget {
    Budget {
        key,
        what,
        limit,
        aim,
    }
}

const BUDGETS: [Budget; 9] = [
    // 110,000 and what the photo gallery may add, 15,000. The report viewer is a module of its own, below.
    budget("app", "app code to interactive", 125_000, 110_000),
    // Fetched where a page must be composed from the feed; never before a published page is interactive. Search and what
    // languages lend one another made it 139 KB, reports read online another two: to be brought down again.
    budget("live", "live module, on demand", 150_000, 80_000),
    // Fetched where a report is read: its views and all that they need by themselves (docs/decisions/0015).
    budget("viewer", "report viewer, on demand", 95_000, 60_000),
    budget("css", "CSS", 14_000, 10_000),
    budget("fonts", "fonts before first view", 60_000, 45_000),
    budget("release_html", "HTML of a release", 14_000, 10_000),
    budget("widget", "widget, all code", 50_000, 40_000),
    budget("widget_loader", "widget loader script", 2_000, 1_500),
    budget("report_engine", "report engine (worker)", 900_000, 424_000),
];

/// Prints the table, writes `target/budgets.json`, fails above a limit.
pub(super) fn report(sizes: &Sizes) -> Result<(), XtaskError> {
    println!("{}", table(sizes));
    let flat: Map<String, Value> = sizes
        .iter()
        .map(|(key, size)| ((*key).to_owned(), Value::from(*size)))
        .collect();
    let file = house::target().join("budgets.json");
    stamp::write_file(&file, format!("{:#}\n", Value::Object(flat)).as_bytes())?;
    let above = above(sizes);
    if above.is_empty() {
        Ok(())
    } else {
        Err(XtaskError::AboveLimit(above))
    }
}

fn table(sizes: &Sizes) -> String {
    let mut table = format!(
        "\n{:<26} {:>9} {:>9} {:>9}   (bytes, brotli 11)",
        "what", "size", "limit", "aim"
    );
    for Budget {
        key,
        what,
        limit,
        aim,
    } in BUDGETS
    {
        let (size, verdict) = match sizes.get(key) {
            None => ("-".to_owned(), "not there yet"),
            Some(size) if *size > limit => (size.to_string(), "ABOVE THE LIMIT"),
            Some(size) if *size > aim => (size.to_string(), "within the limit"),
            Some(size) => (size.to_string(), "within the aim"),
        };
        table += &format!("\n{what:<26} {size:>9} {limit:>9} {aim:>9}   {verdict}");
    }
    table
}

fn above(sizes: &Sizes) -> Vec<String> {
    let over = |b: &Budget| {
        sizes
            .get(b.key)
            .filter(|size| **size > b.limit)
            .map(|size| (b.what, *size, b.limit))
    };
    BUDGETS
        .iter()
        .filter_map(over)
        .map(|(what, size, limit)| format!("{what}: {size} bytes, limit {limit}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sizes: &[(&'static str, u64)], expect: &[&str]) {
        assert_eq!(above(&sizes.iter().copied().collect()), expect);
    }

    #[test]
    fn only_what_is_above_its_limit_fails() {
        check(&[], &[]);
        check(&[("app", 125_000), ("css", 1)], &[]);
        check(
            &[("app", 125_001)],
            &["app code to interactive: 125001 bytes, limit 125000"],
        );
        check(&[("unknown", u64::MAX)], &[]);
    }
}

//! The text of the corpus against its sources, by word error rate; see `docs/report-text.md` for the peers.
//!
//! It never runs a producer: the PDFs are kept beside their expected text.

use std::fs;
use std::path::Path;

use nashra_report_engine::Document;

/// Errors (words inserted, deleted or replaced) for a word of the source.
fn word_error_rate(truth: &str, found: &str) -> f64 {
    let truth: Vec<&str> = truth.split_whitespace().collect();
    let found: Vec<&str> = found.split_whitespace().collect();
    let mut row: Vec<usize> = (0..=found.len()).collect();
    for (i, word) in truth.iter().enumerate() {
        let mut above = row[0];
        row[0] = i + 1;
        for (j, other) in found.iter().enumerate() {
            let replaced = above + usize::from(word != other);
            above = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(above + 1);
        }
    }
    row[found.len()] as f64 / truth.len().max(1) as f64
}

/// The marks of a letter in canonical order, which is all that normalisation (NFC) changes in these texts.
fn normal(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for run in chars.chunk_by_mut(|a, b| is_mark(*a) && is_mark(*b)) {
        run.sort_unstable();
    }
    chars.into_iter().collect()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}')
}

fn text_of(path: &Path) -> String {
    let document = Document::open(fs::read(path).expect("corpus file"), "").expect("corpus opens");
    let mut session = document.session();
    let pages = (0..document.n_pages()).map(|page| session.text(page).expect("corpus page").text());
    pages.collect::<Vec<_>>().join("\n")
}

#[test]
fn text_equals_its_source() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut n_files = 0;
    let mut failures = Vec::new();
    for entry in fs::read_dir(&folder).expect("corpus folder") {
        let path = entry.expect("corpus entry").path();
        if path.extension().is_none_or(|extension| extension != "pdf") {
            continue;
        }
        n_files += 1;
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .to_owned();
        let truth = fs::read_to_string(path.with_extension("txt")).expect("expected text");
        let rate = word_error_rate(&normal(&truth), &normal(&text_of(&path)));
        let is_tagged =
            name.starts_with("typst") || name.starts_with("chromium-") && !name.contains("plain");
        let limit = if is_tagged { 0.01 } else { 0.03 };
        if rate > limit {
            failures.push(format!("{name}: {:.1} % of words wrong", rate * 100.0));
        }
    }
    assert!(n_files >= 12, "the corpus is incomplete: {n_files} files");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

//! The text of the corpus against its sources, by word error rate; see `docs/report-text.md` for the peers
//! (`cargo xtask bench text`).
//!
//! It never runs a producer: the PDFs are kept beside their expected text.

use std::fs;
use std::path::Path;

use nashra_report_engine::Document;

/// Words; the dots that lead to a page number are none.
fn words(text: &str) -> Vec<&str> {
    let is_word = |word: &&str| word.chars().any(|c| c != '.');
    text.split_whitespace().filter(is_word).collect()
}

/// Errors (words inserted, deleted or replaced) for a word of the source.
fn word_error_rate(truth: &str, found: &str) -> f64 {
    let (truth, found) = (words(truth), words(found));
    let n_truth = truth.len().max(1);
    // What agrees at both ends needs no table.
    let n_same = truth.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let (truth, found) = (&truth[n_same..], &found[n_same..]);
    let ends = truth.iter().rev().zip(found.iter().rev());
    let n_same = ends.take_while(|(a, b)| a == b).count();
    let (truth, found) = (
        &truth[..truth.len() - n_same],
        &found[..found.len() - n_same],
    );
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
    row[found.len()] as f64 / n_truth as f64
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

/// The report's text without running heads and page numbers.
fn text_of(path: &Path) -> String {
    let document = Document::open(fs::read(path).expect("corpus file"), "").expect("corpus opens");
    let mut session = document.session();
    let mut out = String::new();
    for page in 0..document.n_pages() {
        let text = session.text(page).expect("corpus page");
        for block in text.blocks.iter().filter(|block| block.role.is_content()) {
            out += &block.text();
            out.push('\n');
        }
    }
    out
}

fn check(pdf: &Path, expected: &Path, is_tagged: bool) -> Option<String> {
    let truth = fs::read_to_string(expected).expect("expected text");
    let rate = word_error_rate(&normal(&truth), &normal(&text_of(pdf)));
    let limit = if is_tagged { 0.01 } else { 0.03 };
    let name = pdf.display();
    (rate > limit).then(|| format!("{name}: {:.1} % of words wrong", rate * 100.0))
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
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_tagged =
            name.starts_with("typst") || name.starts_with("chromium-") && !name.contains("plain");
        failures.extend(check(&path, &path.with_extension("txt"), is_tagged));
    }
    assert!(n_files >= 12, "the corpus is incomplete: {n_files} files");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The sample newsroom's reports, against texts that `samples/truth.py` takes from their Typst sources.
#[test]
fn sample_reports_read_as_they_were_written() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut n_files = 0;
    let mut failures = Vec::new();
    for entry in fs::read_dir(home.join("tests/samples")).expect("texts of the samples") {
        let text = entry.expect("a text").path();
        if text.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        n_files += 1;
        let name = text.with_extension("pdf");
        let reports = home.join("../../sample/media/reports");
        failures.extend(check(
            &reports.join(name.file_name().unwrap_or_default()),
            &text,
            true,
        ));
    }
    assert_eq!(n_files, 7, "the sample has seven reports");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

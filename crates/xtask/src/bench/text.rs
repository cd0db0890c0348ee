//! `bench text`: the text of PDFs against what was written, by word error rate: ours, poppler's `pdftotext` and
//! PDF.js's `getTextContent`. It writes the table of `docs/report-text.md`; it refuses to round a loss away.

use std::path::{Path, PathBuf};

use super::row::{Peer, Quartiles, Row};
use super::{Setting, npm};
use crate::error::XtaskError;
use crate::{house, shell, stamp};

mod rate;

const PDFJS: &str = "pdfjs-dist";
const READ: &str = include_str!("text/pdfjs.mjs");
const FOLDERS: [(&str, &str); 2] = [
    (
        "crates/report-engine/tests/corpus",
        "crates/report-engine/tests/corpus",
    ),
    ("crates/report-engine/tests/samples", "sample/media/reports"),
];

/// A PDF and what it should read as.
struct Case {
    name: String,
    pdf: PathBuf,
    truth: String,
    is_tagged: bool,
}

impl Case {
    /// Word error rates in percent.
    fn limit(&self) -> f64 {
        if self.is_tagged { 1.0 } else { 3.0 }
    }

    fn is_rtl(&self) -> bool {
        let n_rtl = self
            .truth
            .chars()
            .filter(|c| matches!(c, '\u{5D0}'..='\u{6FF}'))
            .count();
        n_rtl * 4 > self.truth.chars().count()
    }
}

/// Two rows a file: ours beside each peer, to be no worse on files that read right to left.
pub(super) fn rows(_: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    let packages = npm::install("pdf")?;
    let pdfjs = packages.of(PDFJS).join("legacy/build/pdf.mjs");
    let script = house::target().join("bench/npm/nashra-text.mjs");
    stamp::write_file(&script, READ.as_bytes())?;
    shell::run(shell::cargo().args([
        "build",
        "-q",
        "-p",
        "nashra-report-engine",
        "--example",
        "text",
    ]))?;
    let ours = house::built("debug", "examples/text");
    let version = shell::read(shell::command("sh").args(["-c", "pdftotext -v 2>&1 | head -n 1"]))?;
    let poppler = version.replace("version ", "");
    let js = packages.label(PDFJS)?.replace(PDFJS, "PDF.js");
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for case in cases()? {
        let rate = |read: &mut std::process::Command| -> Result<f64, XtaskError> {
            Ok(rate::word_errors(&case.truth, &shell::read(read)?) * 100.0)
        };
        let own = rate(shell::command(&ours).arg(&case.pdf))?;
        let theirs = [
            (
                &poppler,
                rate(shell::command("pdftotext").arg(&case.pdf).arg("-"))?,
            ),
            (
                &js,
                rate(
                    shell::command("node")
                        .arg(&script)
                        .arg(&pdfjs)
                        .arg(&case.pdf),
                )?,
            ),
        ];
        for (name, rate) in &theirs {
            rows.push(Row {
                what: case.name.clone(),
                unit: "%",
                ours: flat(own),
                most: Some(case.limit()),
                peer: Some(Peer {
                    name: (*name).clone(),
                    theirs: flat(*rate),
                    limit: case.is_rtl().then_some(1.0),
                }),
                n: 1,
            });
        }
        lines.push((case, [own, theirs[0].1, theirs[1].1]));
    }
    write_table(&lines, &[&poppler, &js])?;
    Ok(rows)
}

fn flat(median: f64) -> Quartiles {
    Quartiles {
        median,
        q1: median,
        q3: median,
    }
}

fn cases() -> Result<Vec<Case>, XtaskError> {
    let mut cases = Vec::new();
    for (texts, pdfs) in FOLDERS {
        let texts = house::root().join(texts);
        for file in stamp::files_below(&texts)? {
            let Some(name) = file
                .file_stem()
                .filter(|_| file.extension().is_some_and(|e| e == "txt"))
            else {
                continue;
            };
            let name = name.to_string_lossy().into_owned();
            let pdf = house::root().join(pdfs).join(format!("{name}.pdf"));
            let truth = std::fs::read_to_string(&file).map_err(XtaskError::io(&file))?;
            let info = shell::read(shell::command("pdfinfo").arg(&pdf))?;
            let is_tagged = info
                .lines()
                .any(|line| line.starts_with("Tagged:") && line.ends_with("yes"));
            cases.push(Case {
                name,
                pdf,
                truth,
                is_tagged,
            });
        }
    }
    Ok(cases)
}

/// Replaces what stands between the marks of the document.
fn write_table(lines: &[(Case, [f64; 3])], peers: &[&str]) -> Result<(), XtaskError> {
    let mut table = format!(
        "| file | tagged | words | ours | {} |\n|---|---|---|---|---|---|\n",
        peers.join(" | ")
    );
    for (case, [own, one, two]) in lines {
        let tagged = if case.is_tagged { "yes" } else { "no" };
        let n_words = rate::words(&case.truth).count();
        table += &format!(
            "| {} | {tagged} | {n_words} | {own:.1} | {one:.1} | {two:.1} |\n",
            case.name
        );
    }
    let mean = |column: usize| {
        lines.iter().map(|(_, rates)| rates[column]).sum::<f64>() / lines.len().max(1) as f64
    };
    table += &format!(
        "| mean | | | {:.1} | {:.1} | {:.1} |\n",
        mean(0),
        mean(1),
        mean(2)
    );
    let path = house::root().join("docs/report-text.md");
    let text = std::fs::read_to_string(&path).map_err(XtaskError::io(&path))?;
    const MARKS: [&str; 2] = ["<!-- table -->\n", "<!-- end of table -->"];
    let (Some((head, rest)), Some((_, tail))) =
        (text.split_once(MARKS[0]), text.split_once(MARKS[1]))
    else {
        return Err(XtaskError::shape(
            &path,
            "the marks of the table are missing",
        ));
    };
    debug_assert!(rest.contains(MARKS[1]));
    write_if_new(
        &path,
        &text,
        &[head, MARKS[0], &table, MARKS[1], tail].concat(),
    )
}

fn write_if_new(path: &Path, old: &str, new: &str) -> Result<(), XtaskError> {
    if old == new {
        Ok(())
    } else {
        stamp::write_file(path, new.as_bytes())
    }
}

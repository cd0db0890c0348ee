//! A report as lines for people and as JSON for tools. Refuses colours: editors keep reports in files.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Report, Severity};

/// For people: file by file, each finding with its place, what it means and what to do.
pub fn as_text(report: &Report) -> String {
    let mut out = String::new();
    let mut file = None;
    for finding in &report.findings {
        if file != Some(&finding.file) {
            let _ = writeln!(out, "{}", finding.file);
            file = Some(&finding.file);
        }
        let place = match finding.line {
            Some(line) => format!("line {line}"),
            None if finding.pointer.is_empty() => "the file".to_owned(),
            None => finding.pointer.clone(),
        };
        let value = finding
            .value
            .as_ref()
            .map_or_else(String::new, |value| format!("  {value:?}"));
        let _ = writeln!(out, "  {} {place}{value}", finding.severity.as_str());
        let _ = writeln!(out, "    {} {}", finding.message, finding.advice);
    }
    let count = |severity| {
        report
            .findings
            .iter()
            .filter(|it| it.severity == severity)
            .count()
    };
    let summary = &report.summary;
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{} errors, {} warnings, {} hints; {} items in {} languages, {} feed files, {} files of {} KB, {} addresses elsewhere not asked",
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Hint),
        summary.n_items,
        summary.n_languages,
        summary.n_feed_files,
        summary.n_files,
        summary.n_bytes.div_ceil(1000),
        summary.n_elsewhere,
    );
    out
}

/// For tools. `nashra_check` is the version of this form.
pub fn as_json(report: &Report) -> Value {
    let finding = |it: &super::Finding| {
        json!({
            "severity": it.severity.as_str(),
            "file": it.file,
            "pointer": it.pointer,
            "line": it.line,
            "code": it.code,
            "message": it.message,
            "advice": it.advice,
            "value": it.value,
        })
    };
    let summary = &report.summary;
    json!({
        "nashra_check": 1,
        "origin": report.origin,
        "summary": {
            "languages": summary.n_languages,
            "feed_files": summary.n_feed_files,
            "items": summary.n_items,
            "files": summary.n_files,
            "bytes": summary.n_bytes,
            "elsewhere": summary.n_elsewhere,
        },
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

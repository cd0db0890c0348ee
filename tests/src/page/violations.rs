//! Violations of the content security policy, as the engine reports them. It refuses an empty answer
//! that proves nothing: a violation of its own must arrive first.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use super::Page;
use crate::{HarnessError, Patience, poll};

/// One report (CSP Level 3, section 5.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// `script-src-elem`, `require-trusted-types-for`, …
    pub directive: String,
    /// What was blocked: an address, `inline`, `eval`, `trusted-types-sink`.
    pub blocked: String,
    /// Where, as far as the engine tells: page or script, line, sample.
    pub place: String,
}

/// The host of the violations that we cause; `.invalid` never resolves (RFC 2606).
const PROBE: &str = "nashra-probe-";

impl Page<'_> {
    /// All violations that the engine reported for this site so far.
    ///
    /// A font from a host that no policy of ours allows is asked for; when its report has arrived, so
    /// have those before it.
    ///
    /// # Errors
    /// `Timeout` when that report does not come: then no policy is in force on the page.
    pub fn csp_violations(&self) -> Result<Vec<Violation>, HarnessError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let host = format!("{PROBE}{}.invalid", COUNT.fetch_add(1, Ordering::Relaxed));
        self.eval(&format!(
            "new FontFace('probe', 'url(http://{host}/probe)').load().catch(() => {{}})"
        ))?;
        poll(
            Patience::Page,
            "a report of our own violation (is there a policy?)",
            || {
                Ok(self
                    .site
                    .reports()
                    .iter()
                    .any(|report| report.to_string().contains(&host))
                    .then_some(()))
            },
        )?;
        let reports = self.site.reports();
        Ok(reports
            .iter()
            .map(violation)
            .filter(|violation| !violation.blocked.contains(PROBE))
            .collect())
    }
}

fn violation(report: &Value) -> Violation {
    let body = &report["csp-report"];
    let field = |name: &str| body[name].as_str().unwrap_or_default();
    let directive = match field("effective-directive") {
        "" => field("violated-directive"),
        directive => directive,
    };
    let source = match field("source-file") {
        "" => field("document-uri"),
        file => file,
    };
    Violation {
        directive: directive.to_owned(),
        blocked: field("blocked-uri").to_owned(),
        place: format!(
            "{source}:{} {}",
            body["line-number"],
            field("script-sample")
        )
        .trim_end()
        .to_owned(),
    }
}

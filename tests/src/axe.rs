//! axe-core's rules on the page that is shown. The rules run through the driver, which no content security policy binds, so the
//! page stays under its own. It refuses to say what a finding is worth: each counts.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::engine::tools_dir;
use crate::page::Page;
use crate::{HarnessError, Session};

/// The rules' file in the folder that npm fills.
pub const FILE: &str = "node_modules/axe-core/axe.min.js";

/// The folder's name among the tools: `axe-core-VERSION`.
#[must_use]
pub fn folder() -> String {
    let manifest = include_str!("../axe/package.json");
    let manifest: Value = serde_json::from_str(manifest).unwrap_or_default();
    let version = manifest["dependencies"]["axe-core"].as_str();
    format!("axe-core-{}", version.unwrap_or_default())
}

/// axe takes text for an icon when its first letter is drawn otherwise in its word than alone, and passes over it: that is all
/// Arabic, since its letters join (4.14, `isIconLigature`, by comparing pixels of a canvas). We have no icon fonts, so while the
/// rules run every such picture is the same.
const SEE_ARABIC: &str = "
    const canvas = CanvasRenderingContext2D.prototype, { getImageData, measureText } = canvas;
    canvas.getImageData = (x, y, width, height) =>
        ({ data: new Uint8ClampedArray(4 * Math.ceil(width) * Math.ceil(height)).fill(255) });
    canvas.measureText = () => ({ width: 30 });
    const seen = () => Object.assign(canvas, { getImageData, measureText });";

/// Which rules are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.0, 2.1 and 2.2, A and AA, and what axe calls best practice.
    All,
    /// Contrast alone: all that a theme can change.
    Contrast,
}

impl Rules {
    fn options(self) -> Value {
        match self {
            Self::All => json!({
                "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                // Off by default in this version, though its tag is asked for.
                "rules": { "target-size": { "enabled": true } },
                "resultTypes": ["violations", "incomplete"],
            }),
            Self::Contrast => json!({
                "runOnly": { "type": "rule", "values": ["color-contrast"] },
                "resultTypes": ["violations", "incomplete"],
            }),
        }
    }
}

impl Page<'_> {
    /// What the rules find on the page as it stands, a line each: rule, element, reason. Contrast that they cannot judge counts,
    /// but for that of letters which lie unseen over the picture of themselves: their colours are a report's own. So
    /// are the places and sizes of links on its pages (WCAG 2.5.8, "essential"): the outline leads to the same, and pages can be enlarged.
    ///
    /// # Errors
    /// `Missing` when axe-core is not installed, `Shape` with axe's own error, and the driver's.
    pub fn axe(&self, rules: Rules) -> Result<Vec<String>, HarnessError> {
        self.axe_within("html", rules)
    }

    /// The same for what a selector names alone: an open menu, without the page that it covers.
    ///
    /// # Errors
    /// As `axe`.
    pub fn axe_within(&self, selector: &str, rules: Rules) -> Result<Vec<String>, HarnessError> {
        let file = tools_dir().join(folder()).join(FILE);
        let there = self.eval("return !!window.axe?.run")? == true;
        if !there {
            load(&self.browser.session, &file)?;
        }
        let script = format!(
            "{SEE_ARABIC} const found = await axe.run({selector}, {options}).finally(seen); \
             const isOnPaper = (target) => document.querySelector(target[0])?.closest('[data-layer=text], .viewer-links'); \
             return [...found.violations, ...found.incomplete].flatMap(({{ id, nodes }}) => nodes \
                 .filter(({{ target }}) => !['color-contrast', 'target-size'].includes(id) || !isOnPaper(target)) \
                 .map(({{ target, failureSummary }}) => \
                 `${{id}}: ${{target.join(' ')}}: ${{failureSummary.replace(/\\s+/g, ' ')}}`))",
            selector = json!(selector),
            options = rules.options()
        );
        let found = self.eval_async(&script)?;
        let lines = found.as_array().into_iter().flatten();
        Ok(lines
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect())
    }
}

fn load(session: &Session, file: &PathBuf) -> Result<(), HarnessError> {
    let source = std::fs::read_to_string(file)
        .map_err(|_| HarnessError::Missing(file.display().to_string()))?;
    session.post("execute/sync", &json!({ "script": source, "args": [] }))?;
    Ok(())
}

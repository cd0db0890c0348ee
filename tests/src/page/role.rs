//! Finding elements by what they are and what they are called, as the engine's accessibility tree says.
//! It refuses hidden elements, which no reader can reach.

use serde_json::json;

use super::{Element, Page};
use crate::{HarnessError, Patience, poll};

impl Page<'_> {
    /// The one visible element with this role (`link`, `button`, `heading`, …) and accessible name,
    /// waiting for it to come.
    ///
    /// # Errors
    /// `NotFound` when there is none in time (with the names that there are), or more than one.
    pub fn by_role(&self, role: &str, name: &str) -> Result<Element<'_>, HarnessError> {
        let ask = || match self.all_by_role(role, name) {
            Ok(found) => Ok(Some(found).filter(|found| !found.is_empty())),
            // WebKitGTK's driver, where an element goes while it is handed over.
            Err(error) if is_gone(&error) => Ok(None),
            Err(error) => Err(error),
        };
        match poll(Patience::Page, "an element", ask) {
            Ok(mut found) if found.len() == 1 => found.pop().ok_or_else(|| none(role, name, "")),
            Ok(found) => Err(HarnessError::NotFound(format!(
                "{} of role {role} named {name:?}",
                found.len()
            ))),
            Err(HarnessError::Timeout(_)) => Err(none(role, name, &self.names(role)?.join(", "))),
            Err(error) => Err(error),
        }
    }

    /// All of that role and name, in document order; at once, without waiting.
    ///
    /// # Errors
    /// The driver's.
    pub fn all_by_role(&self, role: &str, name: &str) -> Result<Vec<Element<'_>>, HarnessError> {
        let all = self.with_names(role)?;
        Ok(all
            .into_iter()
            .filter(|(_, known)| known == name)
            .map(|(element, _)| element)
            .collect())
    }

    /// The accessible names of all visible elements of a role, in document order.
    ///
    /// # Errors
    /// The driver's.
    pub fn names(&self, role: &str) -> Result<Vec<String>, HarnessError> {
        Ok(self
            .with_names(role)?
            .into_iter()
            .map(|(_, name)| name)
            .collect())
    }

    fn with_names(&self, role: &str) -> Result<Vec<(Element<'_>, String)>, HarnessError> {
        let found = self.eval_with(CANDIDATES, &[json!(selector(role))])?;
        let mut named = Vec::new();
        for candidate in found.as_array().into_iter().flatten() {
            let Some(element) = Element::from_json(&self.browser.session, &candidate["element"])
            else {
                continue;
            };
            let known = match element.computed_role() {
                // An engine that has its own word for a role it was given by name means the same.
                Ok(computed) => computed.eq_ignore_ascii_case(role) || candidate["role"] == role,
                Err(error) if is_unknown(&error) => true,
                Err(error) if is_gone(&error) => false,
                Err(error) => return Err(error),
            };
            if !known {
                continue;
            }
            let name = match element.computed_label() {
                Ok(label) => label,
                Err(error) if is_unknown(&error) => {
                    candidate["name"].as_str().unwrap_or_default().to_owned()
                }
                Err(error) if is_gone(&error) => continue,
                Err(error) => return Err(error),
            };
            named.push((
                element,
                name.split_whitespace().collect::<Vec<_>>().join(" "),
            ));
        }
        Ok(named)
    }
}

/// Elements that can have a role, from HTML-AAM's mapping; the engine has the last word.
fn selector(role: &str) -> String {
    let native = match role {
        "link" => "a[href], area[href]",
        "button" => "button, summary, input[type=button], input[type=submit]",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "img" | "image" => "img, svg",
        "list" => "ul, ol",
        "listitem" => "li",
        "navigation" => "nav",
        "main" => "main",
        "banner" => "header",
        "contentinfo" => "footer",
        "article" => "article",
        "region" => "section",
        "search" => "search",
        "searchbox" => "input[type=search]",
        "textbox" => "input, textarea",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "combobox" => "select, input[list]",
        "dialog" => "dialog",
        "table" => "table",
        "status" => "output",
        "time" => "time",
        "figure" => "figure",
        _ => "",
    };
    let given = format!("[role~=\"{role}\"]");
    if native.is_empty() {
        given
    } else {
        format!("{native}, {given}")
    }
}

/// Visible candidates, each with its `role` attribute and a name for engines that do not compute one
/// (a part of accname 1.2: labelledby, label, alt, content).
const CANDIDATES: &str = "
    const byIds = ids => ids.split(/\\s+/).map(id => document.getElementById(id)?.textContent ?? '').join(' ');
    const named = e => e.ariaLabel
        || (e.getAttribute('aria-labelledby') && byIds(e.getAttribute('aria-labelledby')))
        || e.getAttribute('alt') || (e.labels?.length && e.labels[0].textContent)
        || (['NAV', 'MAIN', 'UL', 'OL'].includes(e.tagName) ? '' : e.textContent) || e.title || '';
    const seen = e => e.checkVisibility
        ? e.checkVisibility({ visibilityProperty: true }) : e.getClientRects().length > 0;
    return [...document.querySelectorAll(arguments[0])]
        .filter(e => seen(e) && !e.closest('[aria-hidden=true], [inert]'))
        .map(element => ({ element, role: element.getAttribute('role') ?? '', name: named(element) }))";

fn is_unknown(error: &HarnessError) -> bool {
    matches!(error, HarnessError::Driver { code, .. } if code == "unknown command" || code == "unknown method")
}

fn is_gone(error: &HarnessError) -> bool {
    matches!(error, HarnessError::Driver { code, .. } if code == "stale element reference")
}

fn none(role: &str, name: &str, there_are: &str) -> HarnessError {
    HarnessError::NotFound(format!("no {role} named {name:?}; there are: {there_are}"))
}

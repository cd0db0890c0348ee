//! A style sheet as the oldest browsers that we style for would take it: Chrome 99, Firefox 97, Safari 15.4 at once, so what any
//! of the three does not know is gone. Features by the compatibility tables of MDN. It refuses to put anything in their place.

use crate::css::{Css, read};

/// At-rules that none, or not all, of them know: left out with all they hold.
const AT_RULES: [&str; 9] = [
    "@container",
    "@starting-style",
    "@scope",
    "@property",
    "@view-transition",
    "@position-try",
    "@font-palette-values",
    "@function",
    "@supports",
];
/// Parts of selectors; one that is not known takes its whole rule with it.
const SELECTORS: [&str; 11] = [
    ":has(",
    ":dir(",
    ":popover-open",
    ":user-valid",
    ":user-invalid",
    ":modal",
    ":open",
    ":state(",
    "::details-content",
    "::view-transition",
    "&",
];
/// Properties, with all that begin so.
const PROPERTIES: [&str; 30] = [
    "container",
    "content-visibility",
    "contain-intrinsic",
    "text-wrap",
    "white-space-collapse",
    "text-box",
    "text-size-adjust",
    "field-sizing",
    "interpolate-size",
    "anchor",
    "position-",
    "inset-area",
    "view-transition",
    "animation-timeline",
    "scroll-timeline",
    "view-timeline",
    "animation-composition",
    "scrollbar-width",
    "scrollbar-color",
    "scrollbar-gutter",
    "overscroll-behavior-inline",
    "accent-color",
    "hyphenate",
    "translate",
    "rotate",
    "scale",
    "zoom",
    "margin-trim",
    "font-palette",
    "math-depth",
];
/// Descriptors of `@font-face` that Safari 15.4 passes over, so that its fallback faces have sizes of their own.
const FONT_DESCRIPTORS: [&str; 4] = [
    "size-adjust",
    "ascent-override",
    "descent-override",
    "line-gap-override",
];
/// Parts of values.
const VALUES: [&str; 28] = [
    "light-dark(",
    "color-mix(",
    "oklch(",
    "oklab(",
    "lch(",
    "lab(",
    "color(",
    "dvh",
    "svh",
    "lvh",
    "dvi",
    "svi",
    "dvb",
    "svb",
    "cqi",
    "cqw",
    "cqb",
    "rlh",
    "1lh",
    "rcap",
    "subgrid",
    "inline-size style",
    "attr(data-",
    "sibling-index(",
    "if(",
    "round(",
    "linear(",
    "anchor(",
];
/// Values of one property alone.
const PAIRS: [(&str, &str); 3] = [
    // Firefox 101, Chrome 105.
    ("contain", "inline-size"),
    // Safari 16.
    ("overflow", "clip"),
    ("text-wrap", "pretty"),
];

/// The sheet without what those browsers do not know.
#[must_use]
pub fn for_older_browsers(sheet: &str) -> String {
    kept(read(sheet), "")
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn kept(rules: Vec<Css>, inside: &str) -> Vec<Css> {
    rules
        .into_iter()
        .filter_map(|rule| match rule {
            Css::Block {
                prelude,
                children,
                line,
            } => is_known_prelude(&prelude).then(|| Css::Block {
                children: kept(children, &prelude),
                prelude,
                line,
            }),
            Css::Declaration { name, value, line } => {
                is_known(&name, &value, inside).then_some(Css::Declaration { name, value, line })
            }
            statement @ Css::Statement(_) => Some(statement),
        })
        .collect()
}

fn is_known_prelude(prelude: &str) -> bool {
    if prelude.starts_with('@') {
        // Safari 16.4 was its first with ranges in media queries.
        let is_range = prelude.starts_with("@media") && prelude.contains(['<', '>']);
        return !is_range && !AT_RULES.iter().any(|rule| prelude.starts_with(rule));
    }
    !SELECTORS.iter().any(|part| prelude.contains(part))
}

fn is_known(name: &str, value: &str, inside: &str) -> bool {
    if inside.starts_with("@font-face") {
        return !FONT_DESCRIPTORS.contains(&name);
    }
    // A custom property takes anything; what cannot be used shows where it is used.
    let is_custom = name.starts_with("--");
    let is_property = is_custom || !PROPERTIES.iter().any(|known| name.starts_with(known));
    let is_value = is_custom || !VALUES.iter().any(|part| value.contains(part));
    is_property && is_value && !PAIRS.contains(&(name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_features_are_left_out() {
        #[track_caller]
        fn check(input: &str, expect: &str) {
            assert_eq!(for_older_browsers(input), expect, "{input}");
        }
        check("a{height:100vh;height:100dvh}", "a{height:100vh;}");
        check("@layer a{b:has(c){d:e}f{g:h}}", "@layer a{f{g:h;}}");
        check(":dir(rtl){--x:1}[dir=rtl]{--x:1}", "[dir=rtl]{--x:1;}");
        check("@container (width>1px){a{b:c}}d{e:f}", "d{e:f;}");
        check(
            "@media (width<9px){a{b:c}}@media (max-width:9px){a{b:c}}",
            "@media (max-width:9px){a{b:c;}}",
        );
        check(
            "a{contain:inline-size;contain:layout}",
            "a{contain:layout;}",
        );
        check("a{color:red;color:light-dark(red,blue)}", "a{color:red;}");
        check(
            "@font-face{font-family:x;size-adjust:9%}",
            "@font-face{font-family:x;}",
        );
        check(
            "a{text-wrap:balance;transform:rotate(1deg)}",
            "a{transform:rotate(1deg);}",
        );
    }
}

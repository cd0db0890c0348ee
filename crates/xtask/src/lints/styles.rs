//! What `style/` may say: one sheet for both directions, colours from the options alone, no ids, no `!important`. The sheets are
//! read as they are written, before anything is lowered.

use nashra_browser_tests::css::{Css, read};

use super::{name, sources};

/// Properties that name a side or a physical axis.
const PHYSICAL: [&str; 24] = [
    "left",
    "right",
    "top",
    "bottom",
    "width",
    "height",
    "min-width",
    "min-height",
    "max-width",
    "max-height",
    "margin-left",
    "margin-right",
    "margin-top",
    "margin-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "padding-bottom",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
    "scroll-padding-right",
    "border-spacing-left",
    "background-position-x",
];
/// Shorthands whose four values are top, right, bottom, left.
const FOUR_SIDES: [&str; 8] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "scroll-margin",
    "scroll-padding",
];
/// Properties whose values may name a side.
const SIDED_VALUES: [&str; 12] = [
    "text-align",
    "text-align-last",
    "float",
    "clear",
    "justify-content",
    "justify-items",
    "justify-self",
    "caption-side",
    "background-position",
    "object-position",
    "transform-origin",
    "mask-position",
];
/// Functions that move or turn along the inline axis; their argument must follow the direction.
const TURNING: [&str; 8] = [
    "translateX(",
    "translate(",
    "translate3d(",
    "scaleX(",
    "rotate(",
    "skewX(",
    "skew(",
    "matrix(",
];
/// Where raw colours stand: the options tier.
const TOKENS: &str = "style/tokens.css";
/// Words that are colours to a reader of CSS; `transparent`, `currentColor` and the system's own are none of ours.
const COLOUR_WORDS: [&str; 20] = [
    "black", "white", "red", "green", "blue", "gray", "grey", "silver", "navy", "teal", "orange",
    "gold", "purple", "brown", "yellow", "maroon", "olive", "lime", "crimson", "beige",
];
const COLOUR_FUNCTIONS: [&str; 10] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color(",
];

struct Lint<'a> {
    file: &'a str,
    found: Vec<String>,
    n_dir_rules: usize,
}

impl Lint<'_> {
    fn say(&mut self, line: usize, what: impl AsRef<str>) {
        self.found
            .push(format!("{}:{line}: {}", self.file, what.as_ref()));
    }

    fn rules(&mut self, rules: &[Css], selector: &str) {
        for rule in rules {
            match rule {
                Css::Block {
                    prelude,
                    children,
                    line,
                } => {
                    if !prelude.starts_with('@') {
                        self.selector(prelude, children, *line);
                    }
                    self.rules(children, prelude);
                }
                Css::Declaration { name, value, line } => {
                    self.declaration(name, value, selector, *line);
                }
                Css::Statement(_) => {}
            }
        }
    }

    fn selector(&mut self, selector: &str, children: &[Css], line: usize) {
        if outside_strings(selector).contains('#') {
            self.say(line, format!("an id: {selector}"));
        }
        let is_dir = selector.contains(":dir(") || selector.contains("[dir");
        if !is_dir {
            return;
        }
        let is_factor =
            |rule: &Css| matches!(rule, Css::Declaration { name, .. } if name == "--dir-factor");
        if self.file != TOKENS || !children.iter().all(is_factor) {
            self.say(line, format!("a direction's own rule: {selector}"));
        }
        if selector.contains(":dir(rtl)") {
            self.n_dir_rules += 1;
        }
    }

    fn declaration(&mut self, name: &str, value: &str, selector: &str, line: usize) {
        let name = name.to_ascii_lowercase();
        if value.contains("!important") {
            self.say(line, format!("!important on {name}"));
        }
        let side = name.starts_with("border-")
            && ["-left", "-right", "-top", "-bottom"]
                .iter()
                .any(|side| name.contains(side));
        if PHYSICAL.contains(&name.as_str()) || side {
            self.say(line, format!("a physical property: {name}"));
        }
        if SIDED_VALUES.contains(&name.as_str()) && has_side(value) {
            self.say(line, format!("a physical value: {name}: {value}"));
        }
        if FOUR_SIDES.contains(&name.as_str()) && has_unequal_sides(value) {
            self.say(line, format!("two sides that differ: {name}: {value}"));
        }
        if name == "border-radius" && !value.contains('/') && parts(value).len() > 1 {
            self.say(line, format!("corners that differ: {name}: {value}"));
        }
        if matches!(
            name.as_str(),
            "transform" | "translate" | "rotate" | "scale"
        ) {
            self.transform(&name, value, line);
        }
        if value.contains("gradient(") && value.contains("to ") && has_side(value) {
            self.say(line, format!("a gradient to a side: {value}"));
        }
        self.colour(&name, value, selector, line);
    }

    fn transform(&mut self, name: &str, value: &str, line: usize) {
        let turns = name == "rotate" || TURNING.iter().any(|function| value.contains(function));
        // `--turn` is how the reader turned a page of a report, which is a picture.
        let is_meant = ["--dir-factor", "--turn"]
            .iter()
            .any(|name| value.contains(name));
        if turns && !is_meant {
            self.say(
                line,
                format!("a turn without --dir-factor: {name}: {value}"),
            );
        }
    }

    fn colour(&mut self, name: &str, value: &str, selector: &str, line: usize) {
        // The first tier of the tokens: plain values of the root, none of which names another token.
        let is_option = self.file == TOKENS
            && selector == ":root"
            && name.starts_with("--")
            && !value.contains("var(");
        if is_option {
            return;
        }
        let value = outside_strings(value);
        let has_hex = value.split('#').skip(1).any(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 4 | 6 | 8)
        });
        let has_function = COLOUR_FUNCTIONS
            .iter()
            .any(|function| value.contains(function));
        let has_word = value
            .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .any(|word| COLOUR_WORDS.contains(&word));
        if has_hex || has_function || has_word {
            self.say(line, format!("a raw colour: {name}: {value}"));
        }
    }
}

/// A text without its strings and `url()`s.
fn outside_strings(text: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    for character in text.chars() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, _) => out.push(character),
        }
    }
    out
}

fn has_side(value: &str) -> bool {
    value
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .any(|word| matches!(word, "left" | "right"))
}

/// The parts of a value, functions whole.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for character in value.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(character);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn has_unequal_sides(value: &str) -> bool {
    match parts(value).as_slice() {
        [_, right, _, left] => right != left,
        _ => false,
    }
}

fn findings(file: &str, text: &str) -> (Vec<String>, usize) {
    let mut lint = Lint {
        file,
        found: Vec::new(),
        n_dir_rules: 0,
    };
    lint.rules(&read(text), "");
    (lint.found, lint.n_dir_rules)
}

#[test]
fn one_sheet_serves_both_directions() {
    let mut found = Vec::new();
    let mut n_dir_rules = 0;
    for (file, text) in sources("style", ".css") {
        let (more, n) = findings(&name(&file), &text);
        found.extend(more);
        n_dir_rules += n;
    }
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(n_dir_rules, 1, "one :dir(rtl) rule in the whole project");
}

#[test]
fn it_can_fail() {
    #[track_caller]
    fn check(text: &str, expect: &str) {
        let (found, _) = findings("style/a.css", text);
        let found = found.join("; ");
        match expect {
            "" => assert_eq!(found, "", "{text}"),
            expect => assert!(found.contains(expect), "{text}: {found:?}"),
        }
    }
    check(".a{margin-left:1px}", "a physical property: margin-left");
    check(".a{left:0}", "a physical property: left");
    check(".a{border-top-left-radius:1px}", "a physical property");
    check(".a{width:1px}", "a physical property: width");
    check(
        "@media (max-width: 9rem){.a{text-align:right}}",
        "a physical value",
    );
    check(".a{float:left}", "a physical value");
    check(".a{object-position:left 20% top}", "a physical value");
    check(".a{margin:0 1px 0 2px}", "two sides that differ");
    check(".a{border-radius:1px 0 0 1px}", "corners that differ");
    check(
        ".a{transform:translateX(4px)}",
        "a turn without --dir-factor",
    );
    check(".a{transform:rotate(45deg)}", "a turn without --dir-factor");
    check(
        ".a{background:linear-gradient(to right,var(--x),var(--y))}",
        "a gradient to a side",
    );
    check("[dir=rtl] .a{margin:0}", "a direction's own rule");
    check(".a:dir(rtl){margin:0}", "a direction's own rule");
    check("#a{margin:0}", "an id");
    check(".a{margin:0!important}", "!important");
    check(".a{color:#123}", "a raw colour");
    check(".a{box-shadow:0 1px 2px #0003}", "a raw colour");
    check(".a{color:white}", "a raw colour");
    check(".a{--own:rgb(0 0 0 / 20%)}", "a raw colour");
    check(".a{margin:0 1px 0 1px;padding:1px 2px}", "");
    check(
        ".a{text-align:start;inset-inline-start:0;inline-size:1px}",
        "",
    );
    check(
        ".a{transform:scaleX(var(--dir-factor)) translateY(-25%)}",
        "",
    );
    check(".a{color:var(--color-text);border-color:transparent}", "");
    check("a[href$=\"#x\"]{color:currentColor}", "");
    check("@media (max-width: 9rem){.a{inline-size:1px}}", "");
    check(".a{content:\"left #123\"}", "");
    let (found, n) = findings(
        TOKENS,
        ":root{--white:#fff;--c:var(--white)}[dir=rtl]{--dir-factor:-1}:dir(rtl){--dir-factor:-1}",
    );
    assert_eq!((found, n), (Vec::new(), 1));
    let (found, _) = findings(TOKENS, ":root{--c:light-dark(var(--white),#000)}");
    assert_eq!(found.len(), 1, "a decision with a raw value: {found:?}");
}

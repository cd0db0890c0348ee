//! A style sheet as blocks and declarations, for tests that ask what stands in it or leave a part of it out. It refuses
//! to know what any of it means.

use std::fmt;

/// A part of a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Css {
    /// `prelude { … }`: a rule, or an at-rule with a block.
    Block {
        /// Selector, or `@media …`.
        prelude: String,
        /// What stands between the braces.
        children: Vec<Css>,
        /// Line of the opening brace, from 1.
        line: usize,
    },
    /// `name: value`, without its semicolon.
    Declaration {
        /// As written.
        name: String,
        /// As written.
        value: String,
        /// Line of its end, from 1.
        line: usize,
    },
    /// `@import …` or `@layer a, b`, without its semicolon.
    Statement(String),
}

/// Reads a style sheet. Comments are dropped; what is not closed ends with the text, as CSS Syntax says.
#[must_use]
pub fn read(text: &str) -> Vec<Css> {
    let mut reader = Reader {
        characters: text.chars().peekable(),
        line: 1,
    };
    let mut rules = Vec::new();
    // A closing brace that nothing opened ends no sheet.
    while reader.characters.peek().is_some() {
        rules.extend(reader.children());
    }
    rules
}

struct Reader<'a> {
    characters: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
}

impl Reader<'_> {
    /// Everything up to the brace that closes this block, or the end.
    fn children(&mut self) -> Vec<Css> {
        let mut children = Vec::new();
        let mut part = String::new();
        let mut depth = 0_u32;
        while let Some(character) = self.next() {
            match character {
                '"' | '\'' => self.string(character, &mut part),
                '\\' => {
                    part.push(character);
                    part.extend(self.next());
                }
                '/' if self.characters.peek() == Some(&'*') => self.comment(),
                '(' | '[' => {
                    depth += 1;
                    part.push(character);
                }
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    part.push(character);
                }
                ';' if depth == 0 => children.extend(statement(&mut part, self.line)),
                '{' if depth == 0 => {
                    let line = self.line;
                    children.push(Css::Block {
                        prelude: squeezed(&std::mem::take(&mut part)),
                        children: self.children(),
                        line,
                    });
                }
                '}' if depth == 0 => break,
                other => part.push(other),
            }
        }
        children.extend(statement(&mut part, self.line));
        children
    }

    fn next(&mut self) -> Option<char> {
        let character = self.characters.next();
        self.line += usize::from(character == Some('\n'));
        character
    }

    fn string(&mut self, quote: char, part: &mut String) {
        part.push(quote);
        while let Some(character) = self.next() {
            part.push(character);
            match character {
                '\\' => part.extend(self.next()),
                other if other == quote => return,
                _ => {}
            }
        }
    }

    fn comment(&mut self) {
        self.next();
        let mut last = ' ';
        while let Some(character) = self.next() {
            if (last, character) == ('*', '/') {
                return;
            }
            last = character;
        }
    }
}

fn statement(part: &mut String, line: usize) -> Option<Css> {
    let text = squeezed(&std::mem::take(part));
    if text.is_empty() {
        return None;
    }
    match text.split_once(':') {
        Some((name, value)) if !text.starts_with('@') => Some(Css::Declaration {
            name: name.trim().to_owned(),
            value: value.trim().to_owned(),
            line,
        }),
        _ => Some(Css::Statement(text)),
    }
}

/// One space for every run of white space outside strings; strings of our sheets hold none that matters.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Css {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Block {
                prelude, children, ..
            } => {
                write!(f, "{prelude}{{")?;
                children.iter().try_for_each(|child| write!(f, "{child}"))?;
                f.write_str("}")
            }
            Self::Declaration { name, value, .. } => write!(f, "{name}:{value};"),
            Self::Statement(text) => write!(f, "{text};"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_read_and_written() {
        #[track_caller]
        fn check(input: &str, expect: &str) {
            let written: String = read(input).iter().map(ToString::to_string).collect();
            assert_eq!(written, expect, "{input}");
        }
        check("a{b:c}", "a{b:c;}");
        check("a { b : c ; d: e }", "a{b:c;d:e;}");
        check(
            "@layer x,y;@media (a:b){c{d:e}}",
            "@layer x,y;@media (a:b){c{d:e;}}",
        );
        check("a{b:url(x;y{z)}", "a{b:url(x;y{z);}");
        check(
            "a::before{content:\"}/*;\"}",
            "a::before{content:\"}/*;\";}",
        );
        check("/* a{b:c} */d{e:f}", "d{e:f;}");
        check("a:hover{b:c}", "a:hover{b:c;}");
        check("a{b:c", "a{b:c;}");
        check("}a{b:c}", "a{b:c;}");
        check("a{--b: ;}", "a{--b:;}");
    }
}

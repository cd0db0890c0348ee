//! What is wrong with a folder of texts, with the place and what to do. Refuses to be without advice.

use std::fmt;

/// One thing that keeps a folder from being published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the newsroom's folder.
    pub file: String,
    /// The line, from 1; absent where it is about the file as a whole.
    pub line: Option<usize>,
    /// A name for tools.
    pub code: &'static str,
    /// What is the matter: one sentence.
    pub message: String,
    /// What to do.
    pub advice: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {} {}", self.message, self.advice)
    }
}

/// What was found in one file.
pub(super) struct Log<'a> {
    pub(super) file: &'a str,
    pub(super) problems: &'a mut Vec<Problem>,
}

impl Log<'_> {
    /// Notes a problem.
    pub(super) fn add(
        &mut self,
        line: impl Into<Option<usize>>,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: line.into(),
            code,
            message: message.into(),
            advice: advice.into(),
        });
    }
}

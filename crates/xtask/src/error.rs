//! What can stop an xtask command. It carries what the person at the terminal needs to go on; it
//! refuses to hold library error types, since nobody matches on them here.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum XtaskError {
    /// A file or folder could not be read or written.
    Io {
        path: PathBuf,
        cause: std::io::Error,
    },
    /// A program could not be started; usually it is not installed.
    Start {
        program: String,
        cause: std::io::Error,
    },
    /// A program ran and said no.
    Failed { program: String, status: String },
    /// Packages that this user may not install; they are named.
    Packages(Vec<&'static str>),
    /// A stylesheet does not parse.
    Style(String),
    /// Something another tool wrote does not have the agreed shape.
    Shape { path: PathBuf, what: String },
    /// Sizes or ratios above their limits, one line each.
    AboveLimit(Vec<String>),
    /// The counts of failed tests are already printed.
    TestsFailed,
    /// No bench has that name; the known ones.
    UnknownBench(Vec<&'static str>),
    /// A browser could not be driven.
    Browser(String),
}

impl XtaskError {
    /// Names the path in an I/O error.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Io { path, cause }
    }

    /// A file that another tool wrote differs from the agreed shape.
    pub(crate) fn shape(path: &Path, what: impl fmt::Display) -> Self {
        Self::Shape {
            path: path.to_owned(),
            what: what.to_string(),
        }
    }
}

impl fmt::Display for XtaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Start { program, cause } => write!(f, "could not start `{program}`: {cause}"),
            Self::Failed { program, status } => write!(f, "`{program}` failed ({status})"),
            Self::Packages(names) => write!(
                f,
                "needs packages that only an administrator can install; please run\n  apt-get install {}\n\
                 (or the packages of the same programs elsewhere) and try again",
                names.join(" ")
            ),
            Self::Style(what) => write!(f, "style: {what}"),
            Self::Shape { path, what } => write!(f, "{}: {what}", path.display()),
            Self::AboveLimit(lines) => write!(f, "above the limit:\n  {}", lines.join("\n  ")),
            Self::TestsFailed => write!(f, "tests failed"),
            Self::UnknownBench(names) => {
                write!(f, "no such bench; there are: {}", names.join(", "))
            }
            Self::Browser(what) => write!(f, "browser: {what}"),
        }
    }
}

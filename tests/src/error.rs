//! What can go wrong between a test and a browser. It refuses to describe a wrong page: that is an
//! assertion's business.

use std::fmt;

/// Why the harness could not do what a test asked.
#[derive(Debug)]
pub enum HarnessError {
    /// An engine, a driver or the display is not installed or does not start.
    Missing(String),
    /// A file, process or socket failed us.
    Io(String, std::io::Error),
    /// The driver did not answer as HTTP.
    Transport(String),
    /// The driver answered with a WebDriver error: its code (`no such element`, ...) and message.
    Driver {
        /// The error code of the WebDriver specification, section 6.6.
        code: String,
        /// The driver's words.
        message: String,
    },
    /// Something that was waited for did not come.
    Timeout(String),
    /// No element, or more than one, has the role and name.
    NotFound(String),
    /// An answer of another shape than the specification's.
    Shape(String),
}

impl HarnessError {
    /// Names what was being done in an I/O error.
    pub fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |cause| Self::Io(what, cause)
    }

    /// Whether the driver says that the browser itself is gone.
    #[must_use]
    pub fn is_browser_gone(&self) -> bool {
        matches!(self, Self::Driver { code, .. } if code == "invalid session id")
    }
}

impl fmt::Display for HarnessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(f, "missing: {what} (run `cargo xtask setup --tests`)"),
            Self::Io(what, cause) => write!(f, "{what}: {cause}"),
            Self::Transport(what) => write!(f, "driver: {what}"),
            Self::Driver { code, message } => write!(f, "{code}: {message}"),
            Self::Timeout(what) => write!(f, "waited in vain for {what}"),
            Self::NotFound(what) | Self::Shape(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for HarnessError {}

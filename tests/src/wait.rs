//! The one place that waits. It asks again until the answer comes, and refuses to wait a fixed time.

use std::time::{Duration, Instant};

use crate::HarnessError;

/// How long to go on asking.
#[derive(Debug, Clone, Copy)]
pub enum Patience {
    /// For what a page does by itself: 20 s. In a whole run two cases of 482 waited ten in vain, which passed alone; why was not found.
    Page,
    /// For an answer that a test holds back, which must outlast the app's own patience: 30 s.
    Held,
    /// For a program to start, or for the app to lose its patience: 60 s.
    Start,
}

impl Patience {
    fn limit(self) -> Duration {
        match self {
            Self::Page => Duration::from_secs(20),
            Self::Held => Duration::from_secs(30),
            Self::Start => Duration::from_secs(60),
        }
    }
}

/// Asks until there is an answer.
///
/// # Errors
/// `Timeout` naming `what`, or the first error of `ask`.
pub fn poll<T>(
    patience: Patience,
    what: &str,
    mut ask: impl FnMut() -> Result<Option<T>, HarnessError>,
) -> Result<T, HarnessError> {
    let deadline = Instant::now() + patience.limit();
    loop {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        if Instant::now() > deadline {
            return Err(HarnessError::Timeout(what.to_owned()));
        }
        // Only keeps the question from using up the processor that the answer needs.
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

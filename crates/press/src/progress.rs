//! How far long work has come: bars on a terminal, nothing elsewhere. What was done is the caller's to say.

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Bars on standard error.
pub struct Progress(MultiProgress);

/// One kind of work.
pub struct Bar(ProgressBar);

impl Progress {
    /// Drawn where standard error is a terminal.
    #[must_use]
    pub fn on_terminal() -> Self {
        Self(MultiProgress::with_draw_target(ProgressDrawTarget::stderr()))
    }

    /// Never drawn.
    #[must_use]
    pub fn hidden() -> Self {
        Self(MultiProgress::with_draw_target(ProgressDrawTarget::hidden()))
    }

    /// A bar of `length` steps.
    #[must_use]
    pub fn bar(&self, what: &'static str, length: usize) -> Bar {
        let style = ProgressStyle::with_template("{msg:>10} [{bar:40}] {pos}/{len} {eta}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(length as u64).with_style(style.progress_chars("=> "));
        Bar(self.0.add(bar.with_message(what)))
    }
}

impl Bar {
    /// Some steps further.
    pub fn advance(&self, steps: usize) {
        self.0.inc(steps as u64);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

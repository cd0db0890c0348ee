//! The line behind which the PDF library may break: its panic is an error of one page, not of the process.
//!
//! In WebAssembly a panic ends the module; there the app starts the worker again. It never hides a panic: the hook
//! has printed it by then.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work`; none when it panics. What it may have left half done must not be used again.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

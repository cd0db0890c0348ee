//! The same work on every core. It refuses to share out anything: each thread takes what is next by itself.

use std::thread;

use crate::error::PressError;

/// Runs `work` once on each core; what each made, or the first error. A thread that panics is an error.
pub(crate) fn on_every_core<T: Send>(
    work: impl Fn() -> Result<T, PressError> + Sync,
) -> Result<Vec<T>, PressError> {
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads).map(|_| scope.spawn(&work)).collect();
        // All are waited for, whichever failed.
        let made: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or(Err(PressError::Broken)))
            .collect();
        made.into_iter().collect()
    })
}

//! The report engine: a PDF's pages as pixels and as true text, the same natively and in the worker.
//!
//! The only crate that knows the PDF library; no type of that library leaves it.

mod document;
mod error;
mod guard;
#[cfg(feature = "publish")]
pub mod publish;
mod render;
mod sound;
mod supplies;
mod text;

pub use document::{Document, Session};
pub use error::{OpenError, PageError};
pub use render::{Bitmap, MAX_PIXELS};
pub use supplies::Supplies;

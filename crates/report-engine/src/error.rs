//! What can go wrong, as the caller would act on it.
//!
//! It never carries words for readers: those come from the interface's own messages.

use std::fmt;

/// Why a file was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// A password is needed, or the one given is wrong.
    Password,
    /// It is encrypted in a way that the engine does not know.
    UnsupportedEncryption,
    /// It is no PDF, or too damaged to find its pages.
    Invalid,
    /// It has no pages.
    Empty,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password => "the file asks for another password",
            Self::UnsupportedEncryption => "the file's encryption is not supported",
            Self::Invalid => "the file is not a readable PDF",
            Self::Empty => "the file has no pages",
        })
    }
}

impl std::error::Error for OpenError {}

/// Why one page was not drawn or read; the other pages may well be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageError {
    /// There is no page of that index.
    NoSuchPage,
    /// The pixels asked for are none, or more than [`crate::MAX_PIXELS`].
    BadSize,
    /// Its content breaks the PDF library.
    Broken,
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchPage => "no such page",
            Self::BadSize => "the page cannot be drawn at that size",
            Self::Broken => "the page is too damaged",
        })
    }
}

impl std::error::Error for PageError {}

//! Values as bytes and back: the form in which messages and texts cross to the worker.
//!
//! It never trusts the bytes: what is cut or impossible is an error, and no length is believed before it is there.

/// The bytes are not what they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError;

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the message cannot be read")
    }
}

impl std::error::Error for DecodeError {}

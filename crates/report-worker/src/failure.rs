//! The engine's errors as the app hears of them. It never carries a text.

use nashra_report::protocol::{Failure, ResponseKind};
use nashra_report_engine::{OpenError, PageError};

pub(crate) fn opening(error: OpenError) -> ResponseKind {
    ResponseKind::Failed(match error {
        OpenError::Password => Failure::Password,
        OpenError::UnsupportedEncryption => Failure::UnsupportedEncryption,
        OpenError::Invalid => Failure::Invalid,
        OpenError::Empty => Failure::Empty,
    })
}

pub(crate) fn page(error: PageError) -> ResponseKind {
    ResponseKind::Failed(match error {
        PageError::NoSuchPage => Failure::NoSuchPage,
        PageError::BadSize => Failure::BadSize,
        PageError::Broken => Failure::BrokenPage,
    })
}

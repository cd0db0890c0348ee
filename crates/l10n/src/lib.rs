//! Languages as the rest of the house needs them: tags, direction, digits, plural categories, messages
//! and folding for search.
//!
//! This room holds no calendar, collation or number data and never asks a browser for any: whatever needs
//! CLDR at run time stands behind [`Formats`], which `press` implements with ICU4X and `platform` with `Intl`.

mod tag;

mod direction;

mod first_strong;

mod numbering;

mod plural;

mod messages;

mod formats;

mod file_size;

mod months;

mod fold;

pub use direction::Direction;
pub use file_size::file_size;
pub use first_strong::first_strong;
pub use fold::{fold, fold_with_map, source_range};
pub use formats::{CivilDate, DateInput, DateStyle, Formats};
pub use messages::{Messages, Part, fill, isolate, parts};
pub use months::MonthNames;
pub use numbering::NumberingSystem;
pub use plural::PluralCategory;
pub use tag::LanguageTag;

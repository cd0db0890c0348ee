//! Views of records: each shows what it is given and decides nothing. `foo.rs` goes with `style/components/foo.css`.
//!
//! Functions from data and locale to a tree ([`crate::view`]): they render natively as they do in the browser. None of
//! them fetches, formats a date or spells a path; the browser is touched in effects and listeners alone.

pub mod attachments;
pub mod breadcrumbs;
pub mod card;
pub mod citation;
pub mod contact;
pub mod date;
pub mod empty;
pub mod error_view;
pub mod event;
pub mod filters;
pub mod gallery;
pub mod icon;
pub mod loan;
pub mod notes;
pub mod pager;
pub mod picture;
pub mod prose;
pub mod report_viewer;
pub mod search;
pub mod section;
pub mod share;
pub mod shell;
pub mod theme;
pub mod title;

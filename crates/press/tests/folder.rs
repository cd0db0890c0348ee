//! A folder of texts, photos and PDFs as an editor has it: published, broken, secret until a day.

#[allow(
    dead_code,
    reason = "shared with other tests, each of which needs a part"
)]
mod fixture;
#[path = "fixture/founding.rs"]
mod founding;

#[path = "folder/embargo.rs"]
mod embargo;
#[path = "folder/guide.rs"]
mod guide;
#[path = "folder/imported.rs"]
mod imported;
#[path = "folder/published.rs"]
mod published;
#[path = "folder/texts.rs"]
mod texts;
#[path = "folder/watch.rs"]
mod watch;
#[path = "folder/wrong.rs"]
mod wrong;

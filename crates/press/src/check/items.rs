//! One item, looked at alone: what it lacks, and what it names that is not there.
//! Refuses to ask for taste: a text may be short, a picture may be missing.

use nashra_feed::{Item, Photo};

use super::Depth;
use super::content;
use super::files;
use super::finding::{Findings, Severity};
use super::page::{Note, Page};
use super::place::{Place, State};
use super::typography;

/// An item and where it stands.
pub(super) struct At<'a> {
    pub(super) place: &'a Place,
    pub(super) page: &'a Page<'a>,
    pub(super) pointer: &'a str,
    pub(super) findings: &'a mut Findings,
}

impl At<'_> {
    /// Something about a member of the item.
    pub(super) fn note(&mut self, member: &str, note: Note) {
        let pointer = [self.pointer, member].concat();
        self.page.note(&pointer, note, self.findings);
    }

    /// A file that the item names.
    pub(super) fn file(&mut self, member: &str, url: &str) -> State {
        let state = self.place.file(url);
        if state == State::Missing {
            let note = Note {
                severity: Severity::Warning,
                code: "missing-file",
                message: "The file is not there.".to_owned(),
                advice: "Put it there, or correct the address: it is relative to the file that holds it.",
            };
            let pointer = [self.pointer, member].concat();
            let name = Some(self.place.name(url));
            self.page.note_value(&pointer, note, name, self.findings);
        }
        state
    }
}

/// Checks an item; gives its links to pages of the newsroom, which only the whole newsroom can judge.
pub(super) fn check(
    place: &Place,
    page: &Page<'_>,
    pointer: &str,
    item: &Item,
    findings: &mut Findings,
) -> Vec<(String, String)> {
    let mut at = At {
        place,
        page,
        pointer,
        findings,
    };
    lacks(&mut at, item);
    event(&mut at, item);
    for (member, url) in [
        ("/image", &item.image),
        ("/banner_image", &item.banner_image),
    ] {
        if let Some(url) = url {
            at.file(member, url);
        }
    }
    for (index, shown) in item.photos.iter().enumerate() {
        // Photos that were left out shift the rest; the place is right wherever none was.
        photo(&mut at, &format!("/_nashra/photos/{index}"), shown);
    }
    if let Some(cover) = item
        .report
        .as_ref()
        .and_then(|report| report.cover.as_ref())
    {
        photo(&mut at, "/_nashra/report/cover", cover);
    }
    files::check(&mut at, item);
    if at.place.depth == Depth::Typography {
        typography::check(&mut at, item);
    }
    content::check(&mut at, item)
}

fn lacks(at: &mut At<'_>, item: &Item) {
    if item.title.is_none()
        && item.content.is_none()
        && item.summary.is_none()
        && item.photos.is_empty()
    {
        at.note(
            "",
            Note {
                severity: Severity::Warning,
                code: "nothing-to-show",
                message: "The item has no title, no text, no summary and no photos.".to_owned(),
                advice: "Give it at least a \"title\" or a \"content_html\".",
            },
        );
    }
    if item.date().is_none() {
        at.note(
            "",
            Note {
                severity: Severity::Warning,
                code: "no-date",
                message: "The item has no date, so it stands behind all others.".to_owned(),
                advice: "Add \"date_published\", such as 2020-09-15T16:00:00+03:00.",
            },
        );
    }
    if item.language.is_none() {
        at.note(
            "",
            Note {
                severity: Severity::Hint,
                code: "no-language",
                message: "Neither the item nor its feed says its language; it is taken for the page's.".to_owned(),
                advice: "Add \"language\" to the feed: screen readers, hyphenation and search depend on it.",
            },
        );
    }
    if let Some(until) = item.embargo_until {
        at.note(
            "/_nashra/embargo_until",
            Note {
                severity: Severity::Hint,
                code: "embargo",
                message: format!("The item is not shown before {}.", until.to_rfc3339()),
                advice: "Publish again at that time: a published page does not appear by itself.",
            },
        );
    }
}

fn event(at: &mut At<'_>, item: &Item) {
    let Some(event) = &item.event else { return };
    let is_zone = |name: &str| jiff::tz::TimeZone::get(name).is_ok();
    match &event.time_zone {
        Some(zone) if !is_zone(zone) => at.note(
            "/_nashra/event/time_zone",
            Note {
                severity: Severity::Warning,
                code: "unknown-time-zone",
                message: "There is no time zone of this name; the newsroom's own is shown."
                    .to_owned(),
                advice: "Write a name of the IANA database, such as \"Europe/Istanbul\".",
            },
        ),
        None if event.start.is_some() => at.note(
            "/_nashra/event",
            Note {
                severity: Severity::Hint,
                code: "event-without-zone",
                message: "The event does not say in which time zone it takes place.".to_owned(),
                advice: "Add \"time_zone\", such as \"Europe/Istanbul\".",
            },
        ),
        _ => {}
    }
}

fn photo(at: &mut At<'_>, member: &str, photo: &Photo) {
    at.file(&[member, "/url"].concat(), &photo.url);
    for (index, source) in photo.sources.iter().enumerate() {
        at.file(&format!("{member}/sources/{index}/url"), &source.url);
    }
    if photo.alt.is_none() {
        at.note(
            member,
            Note {
                severity: Severity::Warning,
                code: "no-alt",
                message: "Who cannot see the photo learns nothing of it.".to_owned(),
                advice: "Describe it in \"alt\", in the item's language; \"\" if it is for decoration alone.",
            },
        );
    }
    if photo.size.is_none() {
        at.note(
            member,
            Note {
                severity: Severity::Warning,
                code: "no-size",
                message: "The photo does not say its size, so no space can be kept for it and the page jumps.".to_owned(),
                advice: "Add \"width\" and \"height\" in pixels.",
            },
        );
    }
}

//! Events and files as a page shows them: places joined, times in their zone, sizes in words.

use nashra_feed::{Attachment, Attendance, Event, EventStatus, Item, Kind, Moment};
use nashra_l10n::{DateStyle, file_size, isolate};

use super::Composer;
use super::catalogue::Entry;
use super::when::date_input;
use crate::platform::share::data_url;
use crate::state::page_data::{AttachmentData, CaptionsData, EventData, PlayerData};

/// The name of the calendar file beside the page of an event.
pub const CALENDAR_FILE: &str = "event.ics";

impl Composer<'_> {
    /// An item's event, with its calendar file.
    pub(super) fn event_of(&self, entry: Entry<'_>) -> Option<EventData> {
        let event = entry.item.event.as_ref()?;
        let calendar_url = if self.writes_files {
            let path = || [&self.path_of(entry), CALENDAR_FILE].concat();
            event.start.map(|_| path())
        } else {
            let calendar = self.calendar_of(entry);
            calendar.map(|text| data_url("text/calendar", &text))
        };
        Some(EventData {
            calendar_url,
            ..self.event_data(event)
        })
    }

    pub(super) fn event_data(&self, event: &Event) -> EventData {
        let zone = event.time_zone.as_deref().unwrap_or_else(|| self.zone());
        let instant = |moment: Option<Moment>| match moment {
            Some(Moment::Instant { unix_ms, .. }) => Some(unix_ms),
            _ => None,
        };
        EventData {
            date: event
                .start
                .and_then(|start| self.date(start, DateStyle::Full, zone)),
            time: self.time_range(event, zone),
            start_ms: instant(event.start),
            end_ms: instant(event.end),
            place: join_places(
                [&event.venue, &event.locality, &event.country],
                self.comma(),
            ),
            attendance: event.attendance.map(|attendance| {
                let key = match attendance {
                    Attendance::InPerson => "release.attendanceInPerson",
                    Attendance::Online => "release.attendanceOnline",
                    Attendance::Mixed => "release.attendanceMixed",
                };
                self.locale.text(key)
            }),
            status: match event.status {
                EventStatus::Scheduled => None,
                EventStatus::Cancelled => Some(self.locale.text("release.statusCancelled")),
                EventStatus::Postponed => Some(self.locale.text("release.statusPostponed")),
            },
            join_url: event.join_url.as_ref().map(|link| link.as_str().to_owned()),
            recording_url: event
                .recording_url
                .as_ref()
                .map(|link| link.as_str().to_owned()),
            calendar_url: None,
        }
    }

    /// Where, in a word: for cards.
    pub(super) fn short_place(&self, event: &Event) -> Option<String> {
        join_places([&event.locality, &event.country, &None], self.comma())
            .or_else(|| join_places([&event.venue, &None, &None], self.comma()))
    }

    fn comma(&self) -> &str {
        self.locale.messages.get("list.comma")
    }

    /// "16:00 to 17:30 (GMT+3)" in the words of the language.
    fn time_range(&self, event: &Event, zone: &str) -> Option<String> {
        let formats = &self.locale.formats;
        let time = |moment: Option<Moment>, style| formats.date(date_input(moment?, zone)?, style);
        let start = time(event.start, DateStyle::Time)?;
        let range = match time(event.end, DateStyle::Time) {
            Some(end) => self
                .locale
                .fill("release.timeRange", &[("start", &start), ("end", &end)]),
            None => start,
        };
        Some(match time(event.start, DateStyle::ZoneName) {
            Some(zone) => self
                .locale
                .fill("release.timeInZone", &[("time", &range), ("zone", &zone)]),
            None => range,
        })
    }

    /// The item's files; a release without a document of its own offers those of its report.
    pub(super) fn attachments_of(
        &self,
        entry: Entry<'_>,
        related: &[Entry<'_>],
    ) -> Vec<AttachmentData> {
        let item = entry.item;
        let films: Vec<&Attachment> = item
            .attachments
            .iter()
            .filter(|file| plays_as(file) == Some("video"))
            .collect();
        let is_captions = |file: &Attachment| {
            films
                .iter()
                .any(|film| is_caption_of(file, film, films.len()))
        };
        let own = item
            .attachments
            .iter()
            .filter(|file| !is_captions(file))
            .map(|file| {
                let mut data = self.attachment_data(entry, file);
                let captions = item.attachments.iter();
                let captions = captions.filter(|other| is_caption_of(other, file, films.len()));
                data.player = plays_as(file).map(|kind| PlayerData {
                    is_video: kind == "video",
                    captions: captions.map(|file| self.captions_data(file)).collect(),
                });
                data
            });
        let has_document = item.attachments.iter().any(Attachment::is_pdf);
        let reports = related.iter().filter(|other| {
            item.kind == Kind::Release && !has_document && other.item.kind == Kind::Report
        });
        let theirs = reports.flat_map(|report| {
            let documents = report.item.attachments.iter().filter(|file| file.is_pdf());
            documents.map(|file| self.attachment_data(*report, file))
        });
        own.chain(theirs).collect()
    }

    fn attachment_data(&self, entry: Entry<'_>, file: &Attachment) -> AttachmentData {
        let item = entry.item;
        let url = self.local(file.url.as_str());
        let read_path = self.read_path_of_file(entry, file);
        let pages = file.pages.as_ref().filter(|_| read_path.is_some());
        let pages_url = pages.map(|pages| self.local(pages.as_str()));
        let read_url = file.is_pdf().then(|| match &item.online_url {
            Some(link) => link.as_str().to_owned(),
            // Others than the viewer's are the browser's to open.
            None => read_path.unwrap_or_else(|| url.clone()),
        });
        AttachmentData {
            kind: kind_of(file),
            title: file.title.clone(),
            language_name: file
                .language
                .as_deref()
                .and_then(|tag| self.language_name(tag)),
            language: file.language.clone(),
            size: file
                .size_in_bytes
                .map(|bytes| file_size(bytes, &*self.locale.formats, &self.locale.messages)),
            n_pages: file.page_count,
            read_url,
            pages_url,
            url,
            player: None,
        }
    }

    fn captions_data(&self, file: &Attachment) -> CaptionsData {
        let language = file.language.clone();
        let name = language.as_deref().and_then(|tag| self.language_name(tag));
        CaptionsData {
            url: self.local(file.url.as_str()),
            label: name.or(file.title.clone()).unwrap_or_else(|| kind_of(file)),
            language,
        }
    }

    /// Names of the languages that a report can be read in, as a list.
    pub(super) fn edition_languages(&self, item: &Item) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        for file in item.attachments.iter().filter(|file| file.is_pdf()) {
            let name = file
                .language
                .as_deref()
                .and_then(|tag| self.language_name(tag));
            names.extend(name.filter(|name| !names.contains(name)));
        }
        (!names.is_empty()).then(|| names.join(self.comma()))
    }

    /// A language's name in the language of the page, or its tag.
    fn language_name(&self, tag: &str) -> Option<String> {
        let primary = tag.split('-').next()?;
        let name = self
            .locale
            .messages
            .find(&["language.name.", primary].concat());
        Some(name.unwrap_or(tag).to_owned())
    }
}

/// `audio` or `video`, for what browsers play.
fn plays_as(file: &Attachment) -> Option<&'static str> {
    match file.mime_type.as_deref()? {
        "audio/mpeg" | "audio/mp4" | "audio/ogg" | "audio/wav" | "audio/webm" => Some("audio"),
        "video/mp4" | "video/webm" | "video/ogg" => Some("video"),
        _ => None,
    }
}

/// Whether `file` holds captions of `film`: its name begins as the film's does, or there is no other film.
fn is_caption_of(file: &Attachment, film: &Attachment, n_films: usize) -> bool {
    let stem = |file: &Attachment| {
        let name = file.url.as_str().rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default().to_owned()
    };
    file.mime_type.as_deref() == Some("text/vtt")
        && plays_as(film) == Some("video")
        && (n_films == 1 || stem(file) == stem(film))
}

/// Each in an isolate of its own: the list runs as the page does, whatever the names are written in.
fn join_places(places: [&Option<String>; 3], comma: &str) -> Option<String> {
    let places: Vec<String> = places
        .into_iter()
        .flatten()
        .map(|place| isolate(place))
        .collect();
    (!places.is_empty()).then(|| places.join(comma))
}

/// What readers call a type: the file's extension in capitals, else the media type.
fn kind_of(file: &Attachment) -> String {
    let path = file
        .url
        .as_str()
        .split(['?', '#'])
        .next()
        .unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.') {
        Some((_, extension)) if (2..=5).contains(&extension.len()) => {
            extension.to_ascii_uppercase()
        }
        _ => file.mime_type.clone().unwrap_or_default(),
    }
}

//! Markdown as HTML, with its pictures and links led to where they are published.
//!
//! HTML within the text is passed on as it is, but for the addresses of its pictures: the reader's policy decides what of it is shown. It refuses links to files that are not there.

mod raw_html;

use std::collections::BTreeSet;
use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A text's Markdown.
pub(super) struct Body<'a> {
    pub(super) text: &'a str,
    /// Lines of the file before it.
    pub(super) lines_before: usize,
}

/// Where a reference of a text leads, asked with what is written, whether it is a picture, and its line.
pub(super) type Lead<'l> = dyn FnMut(&str, bool, usize) -> Option<String> + 'l;

impl Body<'_> {
    /// The text as HTML; without its first heading where that is the item's title.
    pub(super) fn to_html(&self, is_titled: bool, lead: &mut Lead<'_>) -> String {
        let events = self.events();
        let skipped = if is_titled {
            0
        } else {
            self.heading(&events).end
        };
        let events = events.into_iter().skip(skipped);
        let events = events.map(|(event, range)| {
            let line = self.line(range.start);
            match event {
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => Event::Start(Tag::Link {
                    link_type,
                    dest_url: led(dest_url, false, line, lead),
                    title,
                    id,
                }),
                Event::Start(Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => Event::Start(Tag::Image {
                    link_type,
                    dest_url: led(dest_url, true, line, lead),
                    title,
                    id,
                }),
                Event::Html(text) => Event::Html(led_within(text, line, lead)),
                Event::InlineHtml(text) => Event::InlineHtml(led_within(text, line, lead)),
                event => event,
            }
        });
        let mut out = String::new();
        html::push_html(&mut out, events);
        out
    }

    /// The heading that the text begins with, as plain text.
    pub(super) fn title(&self) -> Option<String> {
        let events = self.events();
        let heading = self.heading(&events);
        let mut title = String::new();
        for (event, _) in &events[heading] {
            match event {
                Event::Text(text) | Event::Code(text) => title.push_str(text),
                Event::SoftBreak | Event::HardBreak => title.push(' '),
                _ => {}
            }
        }
        let title = title.trim();
        (!title.is_empty()).then(|| title.to_owned())
    }

    /// The files that stand in the text as pictures, as they are written.
    pub(super) fn pictures(&self) -> BTreeSet<String> {
        let events = self.events().into_iter();
        let references = events.flat_map(|(event, _)| match event {
            Event::Start(Tag::Image { dest_url, .. }) => vec![dest_url.into_string()],
            Event::Html(text) | Event::InlineHtml(text) => {
                let places = raw_html::pictures(&text).into_iter();
                places.map(|place| raw_html::value(&text[place])).collect()
            }
            _ => Vec::new(),
        });
        let beside = references.filter(|reference| is_beside(reference));
        beside.map(|reference| decoded(&reference)).collect()
    }

    /// What the text consists of, and where. A block of HTML comes whole: a tag may run over several lines.
    fn events(&self) -> Vec<(Event<'_>, Range<usize>)> {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let mut events: Vec<(Event<'_>, Range<usize>)> = Vec::new();
        for (event, range) in Parser::new_ext(self.text, options).into_offset_iter() {
            match (events.last_mut(), event) {
                (Some((Event::Html(before), whole)), Event::Html(more)) => {
                    *before = CowStr::from([&**before, &*more].concat());
                    whole.end = range.end;
                }
                (_, event) => events.push((event, range)),
            }
        }
        events
    }

    /// The events of the first heading, where the text begins with one of the first level.
    fn heading(&self, events: &[(Event<'_>, Range<usize>)]) -> Range<usize> {
        let level = HeadingLevel::H1;
        let begins = matches!(events.first(), Some((Event::Start(Tag::Heading { level: found, .. }), _)) if *found == level);
        let is_end = |(event, _): &(Event<'_>, _)| *event == Event::End(TagEnd::Heading(level));
        let end = events.iter().position(is_end).filter(|_| begins);
        0..end.map_or(0, |end| end + 1)
    }

    fn line(&self, at: usize) -> usize {
        let before = self.text.as_bytes().iter().take(at);
        self.lines_before + 1 + before.filter(|byte| **byte == b'\n').count()
    }
}

fn led<'t>(
    reference: CowStr<'t>,
    is_picture: bool,
    line: usize,
    lead: &mut Lead<'_>,
) -> CowStr<'t> {
    if !is_beside(&reference) {
        return reference;
    }
    let (path, fragment) = match reference.split_once('#') {
        Some((path, fragment)) => (path, ["#", fragment].concat()),
        None => (&*reference, String::new()),
    };
    match lead(&decoded(path), is_picture, line) {
        Some(place) => CowStr::from([place, fragment].concat()),
        None => reference,
    }
}

/// A piece of HTML with its pictures led.
fn led_within<'t>(html: CowStr<'t>, line: usize, lead: &mut Lead<'_>) -> CowStr<'t> {
    let mut out = html.to_string();
    // From the end, so that the places before stay true.
    for place in raw_html::pictures(&html).into_iter().rev() {
        let lines = html.as_bytes()[..place.start].iter();
        let line = line + lines.filter(|byte| **byte == b'\n').count();
        let reference = raw_html::value(&html[place.clone()]);
        let found = led(CowStr::from(reference.clone()), true, line, lead);
        if *found != *reference {
            out.replace_range(place, &raw_html::quoted(&found));
        }
    }
    CowStr::from(out)
}

fn decoded(reference: &str) -> String {
    percent_decode_str(reference)
        .decode_utf8_lossy()
        .into_owned()
}

/// Whether a reference names a file of the newsroom's folder: no address, no path of a host, no place in the same text.
fn is_beside(reference: &str) -> bool {
    let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
    let has_scheme = !scheme.is_empty() && !scheme.contains(['/', '?', '#', '.']);
    !reference.is_empty() && !has_scheme && !reference.starts_with(['/', '#', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_references() {
        let text = "# Our *report*\n\nSee [the table](table.pdf#page=2), [us](https://a.example/x)\nand ![Sea](a%20sea.jpg).\n\n<b>Raw</b>\n";
        let body = Body {
            text,
            lines_before: 4,
        };
        assert_eq!(body.title().as_deref(), Some("Our report"));
        assert_eq!(body.pictures(), BTreeSet::from(["a sea.jpg".to_owned()]));
        let mut asked = Vec::new();
        let html = body.to_html(false, &mut |path, is_picture, line| {
            asked.push((path.to_owned(), is_picture, line));
            Some(["../media/", path].concat())
        });
        let expect = [
            ("table.pdf".to_owned(), false, 7),
            ("a sea.jpg".to_owned(), true, 8),
        ];
        assert_eq!(asked, expect);
        assert!(!html.contains("<h1>"), "{html}");
        assert!(
            html.contains("href=\"../media/table.pdf#page=2\""),
            "{html}"
        );
        assert!(html.contains("href=\"https://a.example/x\""), "{html}");
        assert!(html.contains("<b>Raw</b>"), "{html}");
        assert!(body.to_html(true, &mut |_, _, _| None).contains("<h1>"));
    }

    #[test]
    fn leads_pictures_within_html() {
        let text = "A text.\n\n<figure>\n<img alt=\"a > b\"\n  src='hall &amp; stage.jpg'>\n</figure>\n\nInline <IMG src=sea.jpg> and <img src=\"https://a.example/x.jpg\">.\n";
        let body = Body {
            text,
            lines_before: 2,
        };
        let expect = ["hall & stage.jpg", "sea.jpg"].map(str::to_owned);
        assert_eq!(body.pictures(), BTreeSet::from(expect));
        let mut asked = Vec::new();
        let html = body.to_html(true, &mut |path, is_picture, line| {
            asked.push((path.to_owned(), is_picture, line));
            Some("../media/1.jpg".to_owned())
        });
        let expect = [("hall & stage.jpg", true, 7), ("sea.jpg", true, 10)];
        assert_eq!(
            asked,
            expect.map(|(path, is, line)| (path.to_owned(), is, line))
        );
        assert_eq!(html.matches("src=\"../media/1.jpg\"").count(), 2, "{html}");
        assert!(html.contains("src=\"https://a.example/x.jpg\""), "{html}");
    }

    #[test]
    fn knows_what_is_a_file() {
        for reference in ["hall.jpg", "../a/hall.jpg", "2020-09-15-report.en.md"] {
            assert!(is_beside(reference), "{reference}");
        }
        for reference in [
            "",
            "#top",
            "/en/",
            "https://a.example/",
            "mailto:a@b.example",
        ] {
            assert!(!is_beside(reference), "{reference}");
        }
    }
}

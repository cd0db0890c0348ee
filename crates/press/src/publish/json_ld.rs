//! What search engines read: [schema.org](https://schema.org/) nodes as JSON-LD, one graph a page.
//!
//! A `NewsArticle` or `Report` with its publisher, files and event, an `ImageGallery` where there are photos, and the
//! `BreadcrumbList`. Only facts that the feed states; nothing is made up to please a validator.

use nashra_app::route::{Page, Route};
use nashra_app::state::page_data::{Content, PageData};
use nashra_feed::{Attendance, Author, Event, EventStatus, Item, Kind, Photo};
use nashra_l10n::LanguageTag;
use serde_json::{Map, Value, json};

use super::head::Subject;
use super::site::Site;

/// The page's graph.
pub(super) fn graph(subject: &Subject<'_>, site: &Site<'_>) -> Value {
    let page = subject.page;
    let url = site.absolute(subject.canonical.unwrap_or(&page.path));
    let mut nodes = Vec::new();
    match (&page.content, subject.item) {
        (Content::Item(_), Some(item)) => {
            nodes.push(article(subject, item, &url, site));
            if !item.photos.is_empty() {
                nodes.push(gallery(item, &url, site));
            }
        }
        (Content::Home(_), _) => nodes.push(website(page, &url, site)),
        (Content::Photos(photos), _) => {
            let albums = photos.albums.iter();
            let parts: Vec<Value> = albums
                .map(|album| {
                    let url = site.absolute(&album.card.path);
                    let id = [&*url, "#photos"].concat();
                    json!({ "@type": "ImageGallery", "@id": id, "url": url, "name": album.card.title })
                })
                .collect();
            nodes.push(node("CollectionPage", &url, |it| {
                it.text("name", &site.labels.photos);
                it.text("inLanguage", &site.frame.language);
                it.list("hasPart", parts);
            }));
        }
        _ => {}
    }
    if let Some(crumbs) = breadcrumbs(page, &url, site) {
        nodes.push(crumbs);
    }
    json!({ "@context": "https://schema.org", "@graph": nodes })
}

/// A node that is filled property by property; what is not known is left out.
struct Node(Map<String, Value>);

impl Node {
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.0.insert(name.to_owned(), Value::from(text));
        }
    }

    fn opt(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.insert(name.to_owned(), value.into());
        }
    }

    fn list(&mut self, name: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.0.insert(name.to_owned(), Value::from(values));
        }
    }
}

fn node(kind: &str, url: &str, fill: impl FnOnce(&mut Node)) -> Value {
    let mut node = Node(Map::new());
    node.text("@type", kind);
    node.text("url", url);
    fill(&mut node);
    Value::Object(node.0)
}

fn website(page: &PageData, url: &str, site: &Site<'_>) -> Value {
    node("WebSite", url, |it| {
        it.text("name", &site.frame.title);
        it.text("inLanguage", &site.frame.language);
        it.opt("description", page.description.clone());
        it.opt("publisher", Some(publisher(site)));
    })
}

fn publisher(site: &Site<'_>) -> Value {
    let url = site.frame.publisher_url.as_deref();
    node("Organization", url.unwrap_or_default(), |it| {
        it.text("name", &site.frame.publisher);
        let logo = site.frame.logo.as_ref().map(|logo| {
            node("ImageObject", &site.absolute(&logo.url), |it| {
                it.opt("width", logo.width);
                it.opt("height", logo.height);
            })
        });
        it.opt("logo", logo);
    })
}

fn article(subject: &Subject<'_>, item: &Item, url: &str, site: &Site<'_>) -> Value {
    let kind = match item.kind {
        Kind::Release => "NewsArticle",
        Kind::Report => "Report",
    };
    node(kind, url, |it| {
        it.text("@id", &[url, "#article"].concat());
        it.text("mainEntityOfPage", url);
        // Pages of notes without a title are called by the beginning of their text.
        it.text(
            "headline",
            item.title.as_deref().unwrap_or(&subject.page.title),
        );
        it.opt("description", subject.page.description.clone());
        let language = item.language.as_deref();
        it.text("inLanguage", language.unwrap_or(&site.frame.language));
        it.opt(
            "datePublished",
            item.date().map(|moment| moment.to_rfc3339()),
        );
        it.opt(
            "dateModified",
            item.modified.map(|moment| moment.to_rfc3339()),
        );
        let named = item.authors.iter().filter(|author| author.name.is_some());
        let authors: Vec<Value> = named.map(|author| author_node(author, site)).collect();
        it.list(
            "author",
            if authors.is_empty() {
                vec![publisher(site)]
            } else {
                authors
            },
        );
        it.opt("publisher", Some(publisher(site)));
        it.list("image", images(subject, item));
        it.list(
            "keywords",
            item.tags.iter().map(|tag| Value::from(&**tag)).collect(),
        );
        it.opt("isAccessibleForFree", Some(true));
        it.opt(
            "about",
            item.event
                .as_ref()
                .and_then(|event| event_node(event, item)),
        );
        it.list("encoding", files(item));
        let corrections = item.corrections.iter().map(|note| {
            node("CorrectionComment", "", |it| {
                it.opt("text", note.note.clone());
                it.opt("datePublished", note.date.map(|moment| moment.to_rfc3339()));
            })
        });
        it.list("correction", corrections.collect());
        it.list("identifier", identifiers(item));
    })
}

fn author_node(author: &Author, site: &Site<'_>) -> Value {
    let name = author.name.as_deref().unwrap_or_default();
    let url = author.url.as_deref().unwrap_or_default();
    // The feed does not say whether a name is a person's; only the publisher is known to be none.
    let is_publisher = site
        .newsroom
        .publisher
        .name
        .iter()
        .any(|(_, known)| known == name)
        || (!url.is_empty() && site.frame.publisher_url.as_deref() == Some(url));
    let kind = if is_publisher {
        "Organization"
    } else {
        "Person"
    };
    node(kind, url, |it| it.text("name", name))
}

/// The card first: the one picture that has the size that all engines ask for.
fn images(subject: &Subject<'_>, item: &Item) -> Vec<Value> {
    let cover = item
        .report
        .as_ref()
        .and_then(|report| report.cover.as_ref());
    let own = [item.banner_image.as_deref(), item.image.as_deref()]
        .into_iter()
        .flatten()
        .chain(cover.map(|cover| cover.url.as_str()))
        .chain(item.photos.first().map(|photo| photo.url.as_str()));
    let mut images: Vec<&str> = subject.card.iter().map(|card| card.url.as_str()).collect();
    for url in own {
        if !images.contains(&url) {
            images.push(url);
        }
    }
    images.into_iter().map(Value::from).collect()
}

fn files(item: &Item) -> Vec<Value> {
    let files = item.attachments.iter().map(|file| {
        json_without_nulls(json!({
            "@type": "MediaObject",
            "contentUrl": file.url.as_str(),
            "encodingFormat": file.mime_type,
            "name": file.title,
            "inLanguage": file.language,
            "contentSize": file.size_in_bytes.map(|size| [&size.to_string(), " B"].concat()),
            "sha256": file.sha256,
        }))
    });
    files.collect()
}

fn identifiers(item: &Item) -> Vec<Value> {
    let Some(report) = &item.report else {
        return Vec::new();
    };
    let known = [
        ("ISBN", &report.isbn),
        ("ISSN", &report.issn),
        ("DOI", &report.doi),
    ];
    let known = known.into_iter().filter_map(|(name, value)| {
        let value = value.as_ref()?;
        Some(json!({ "@type": "PropertyValue", "propertyID": name, "value": value }))
    });
    known.collect()
}

fn event_node(event: &Event, item: &Item) -> Option<Value> {
    // An event without a beginning is none to a calendar.
    let start = event.start?;
    let address = json_without_nulls(json!({
        "@type": "PostalAddress",
        "addressLocality": event.locality,
        "addressCountry": event.country,
    }));
    let has_place = event.venue.is_some() || event.locality.is_some() || event.country.is_some();
    let place = has_place.then(|| {
        node("Place", "", |it| {
            it.opt("name", event.venue.clone().or(event.locality.clone()));
            it.opt("address", Some(address));
        })
    });
    let online = event
        .join_url
        .as_ref()
        .map(|url| node("VirtualLocation", url.as_str(), |_| {}));
    Some(node("Event", "", |it| {
        it.opt("name", item.title.clone());
        it.text("startDate", &start.to_rfc3339());
        it.opt("endDate", event.end.map(|moment| moment.to_rfc3339()));
        it.list("location", place.into_iter().chain(online).collect());
        let mode = event.attendance.map(|attendance| match attendance {
            Attendance::InPerson => "https://schema.org/OfflineEventAttendanceMode",
            Attendance::Online => "https://schema.org/OnlineEventAttendanceMode",
            Attendance::Mixed => "https://schema.org/MixedEventAttendanceMode",
        });
        it.opt("eventAttendanceMode", mode);
        let status = match event.status {
            EventStatus::Scheduled => "https://schema.org/EventScheduled",
            EventStatus::Cancelled => "https://schema.org/EventCancelled",
            EventStatus::Postponed => "https://schema.org/EventPostponed",
        };
        it.text("eventStatus", status);
    }))
}

fn gallery(item: &Item, url: &str, site: &Site<'_>) -> Value {
    node("ImageGallery", &[url, "#photos"].concat(), |it| {
        it.text("@id", &[url, "#photos"].concat());
        it.opt("name", item.title.clone());
        it.text(
            "inLanguage",
            item.language.as_deref().unwrap_or(&site.frame.language),
        );
        it.list("image", item.photos.iter().map(photo_node).collect());
    })
}

fn photo_node(photo: &Photo) -> Value {
    json_without_nulls(json!({
        "@type": "ImageObject",
        "contentUrl": photo.url.as_str(),
        "width": photo.size.map(|size| size.width_px),
        "height": photo.size.map(|size| size.height_px),
        "caption": photo.caption,
        "creditText": photo.credit,
        "copyrightNotice": photo.rights,
    }))
}

/// The way to an item or a list, home first.
fn breadcrumbs(page: &PageData, url: &str, site: &Site<'_>) -> Option<Value> {
    let tag = LanguageTag::parse(&site.frame.language)?;
    let address = |page| site.absolute(&Route::new(&tag, page).path(site.prefix));
    let releases = (&*site.labels.releases, address(Page::RELEASES));
    let reports = (&*site.labels.reports, address(Page::Reports { number: 1 }));
    let mut way = vec![(&*site.labels.home, address(Page::Home))];
    match &page.content {
        Content::Item(item) => {
            way.push(if item.shelf == "reports" {
                reports
            } else {
                releases
            });
            way.push((item.title.as_deref().unwrap_or(&item.label), url.to_owned()));
        }
        Content::List(list) => way.push((&*list.heading, url.to_owned())),
        Content::Photos(_) => way.push((&*site.labels.photos, url.to_owned())),
        _ => return None,
    }
    let steps = way.iter().enumerate().map(|(at, (name, url))| {
        json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": url })
    });
    let steps: Vec<Value> = steps.collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

fn json_without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let known = members.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(known.collect())
        }
        other => other,
    }
}

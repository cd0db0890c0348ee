//! A newsroom read natively: `site.json`, its feeds with all their pages, its messages.
//!
//! Files under the newsroom's own address come from the folder, others over the network. It renders nothing.

mod embargo;
mod files;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use nashra_app::state::compose::{is_public, public_items};
use nashra_app::state::locale::read_messages;
use nashra_feed::{
    Feed, FeedAssembly, FeedWarning, Item, MAX_PAGE_BYTES, NativeUrls, Newsroom, PageWarning,
    read_feed, read_newsroom,
};
use nashra_l10n::Messages;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::error::{PressError, io};
pub use files::Files;
pub use texts::Problem;
pub(crate) use texts::{Texts, language_of};

/// The messages that ship with the command.
pub(crate) const LOCALES: [(&str, &str); 3] = [
    ("ar", include_str!("../../../locales/ar.json")),
    ("en", include_str!("../../../locales/en.json")),
    ("fr", include_str!("../../../locales/fr.json")),
];

/// Where a newsroom stands that does not say it.
const NO_ADDRESS: &str = "http://localhost/";

/// What the feed is called in a newsroom that is made for it.
const WRAPPED: &str = "feed.json";

/// Where a newsroom comes from.
pub enum Origin {
    /// A folder with `site.json`, or of texts and photos.
    Folder(PathBuf),
    /// One feed, a file or an address, made into a newsroom of one language.
    Feed(String),
}

/// A newsroom, read.
pub struct Source {
    /// What `site.json` says.
    pub newsroom: Newsroom,
    /// `site.json` as it is published.
    pub site_json: String,
    /// All items by language, in the order of the newsroom's languages.
    pub languages: Vec<LanguageSource>,
    /// Local files; `None` for a feed from elsewhere.
    pub files: Option<Files>,
    now_ms: i64,
}

/// The file in which a newsroom says what it is.
const SITE: &str = "site.json";

/// One language of a newsroom.
pub struct LanguageSource {
    /// BCP 47 tag.
    pub tag: String,
    /// The interface's texts, as a flat JSON object.
    pub messages_json: String,
    /// The same, read.
    pub messages: Messages,
    /// Items, newest first.
    pub items: Arc<[Item]>,
    /// All pages of its feeds, those of the newsroom's own as they are published.
    pub feed_files: Vec<FeedFile>,
    /// How many items may not be shown yet.
    pub n_withheld: usize,
    /// When the next of them may be shown, in milliseconds since 1970.
    pub next_due_ms: Option<i64>,
    /// What was left out.
    pub warnings: Vec<PageWarning>,
}

/// A page of a feed.
pub struct FeedFile {
    /// Its address.
    pub url: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// What its references are relative to.
    base: String,
    /// Whether it is the newsroom's own, and is published with it.
    pub is_own: bool,
    /// Whether it is the first page of a feed.
    is_first: bool,
    /// Whether all of its items were read and may be shown.
    is_public: bool,
}

impl Source {
    /// Reads everything. `base_url` overrides that of `site.json`; what may not be shown at `now_ms` (milliseconds since
    /// 1970) is left out of everything, the feed files too.
    pub fn read(origin: &Origin, base_url: Option<&str>, now_ms: i64) -> Result<Self, PressError> {
        match origin {
            Origin::Folder(folder) => {
                let (site, name, files) = read_folder(folder)?;
                if base_url.is_none() && site["base_url"] == NO_ADDRESS {
                    eprintln!(
                        "{NO_ADDRESS}: name the newsroom's own address by `base_url`, else links lead here"
                    );
                }
                Self::from_site((site, name), Some(files), base_url, None, now_ms)
            }
            Origin::Feed(feed) => {
                let (bytes, url) = feed_bytes(feed)?;
                let value = parse(&bytes, feed)?;
                let site = wrap(&value, base_url);
                let read =
                    Self::from_site((site, SITE), None, base_url, Some((url, bytes)), now_ms);
                // Whoever asked knows the feed by the name that they gave.
                read.map_err(|error| match error {
                    PressError::Feed { cause, .. } => PressError::Feed {
                        origin: feed.clone(),
                        cause,
                    },
                    error => error,
                })
            }
        }
    }

    /// `name` is the file that the newsroom is described in.
    fn from_site(
        (mut site, name): (Value, &str),
        files: Option<Files>,
        base_url: Option<&str>,
        feed: Option<(String, Vec<u8>)>,
        now_ms: i64,
    ) -> Result<Self, PressError> {
        if let Some(base_url) = base_url {
            site["base_url"] = Value::from(with_slash(base_url));
        }
        let base = with_slash(site["base_url"].as_str().unwrap_or_default());
        let feed_error = |cause| PressError::Feed {
            origin: name.to_owned(),
            cause,
        };
        let site_url = [&base, "site.json"].concat();
        let (newsroom, warnings) =
            read_newsroom(&&site, &NativeUrls, &site_url).map_err(feed_error)?;
        for warning in warnings {
            eprintln!("{name}{warning}");
        }
        let reader = Reader {
            base: newsroom.base_url.as_str(),
            files: files.as_ref(),
            feed,
            now_ms,
        };
        let languages = newsroom
            .languages
            .iter()
            .map(|language| {
                reader.language(
                    &language.tag,
                    language.feeds.iter().map(|feed| feed.as_str()),
                )
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            site_json: site.to_string(),
            languages,
            files,
            newsroom,
            now_ms,
        })
    }
}

impl Source {
    /// Makes items anew from feed files that were changed.
    pub(crate) fn read_again(&mut self) -> Result<(), PressError> {
        for language in &mut self.languages {
            let mut assembly = FeedAssembly::new();
            for file in &language.feed_files {
                if file.is_first {
                    assembly.begin_feed(&file.url);
                }
                let (page, warnings, _) = read_page(&file.bytes, &file.url, &file.base)?;
                assembly.add_page(&file.url, page, warnings);
            }
            language.items = public_items(assembly.finish().items, self.now_ms).into();
        }
        Ok(())
    }
}

struct Reader<'a> {
    base: &'a str,
    files: Option<&'a Files>,
    /// The one feed of a wrapped newsroom: where it really is, and its bytes.
    feed: Option<(String, Vec<u8>)>,
    now_ms: i64,
}

impl Reader<'_> {
    fn language<'a>(
        &self,
        tag: &str,
        feeds: impl Iterator<Item = &'a str>,
    ) -> Result<LanguageSource, PressError> {
        let mut assembly = FeedAssembly::new();
        let mut feed_files = Vec::new();
        for feed in feeds {
            let mut next = assembly.begin_feed(feed);
            let mut is_first = true;
            while let Some(url) = next.take() {
                let was_first = is_first;
                let bytes = match self.bytes(&url) {
                    Ok(bytes) => bytes,
                    // A first page that is missing is a mistake; a later one costs the older items alone.
                    Err(error) if is_first => return Err(error),
                    Err(error) => {
                        eprintln!("{error}");
                        break;
                    }
                };
                is_first = false;
                if bytes.len() as u64 > MAX_PAGE_BYTES {
                    assembly.page_too_large(&url);
                    break;
                }
                // A wrapped feed resolves its URLs where it really is.
                let base = self.wrapped(&url).map_or(&url, |(real, _)| real);
                let (page, warnings, n_items) = read_page(&bytes, &url, base)?;
                let is_public = page.items.iter().all(|item| is_public(item, self.now_ms));
                feed_files.push(FeedFile {
                    base: base.to_owned(),
                    url: url.clone(),
                    bytes,
                    is_own: url.starts_with(self.base),
                    is_first: was_first,
                    is_public: is_public && page.items.len() == n_items,
                });
                next = assembly.add_page(&url, page, warnings);
            }
        }
        let assembled = assembly.finish();
        let n_read = assembled.items.len();
        let due = assembled.items.iter().map(due_ms);
        let next_due_ms = due.filter(|due_ms| *due_ms > self.now_ms).min();
        let items = public_items(assembled.items, self.now_ms);
        let n_withheld = n_read - items.len();
        // One id may stand in two files: where any is withheld, all files are looked through.
        if n_withheld > 0 || feed_files.iter().any(|file| !file.is_public) {
            embargo::cut(&mut feed_files, &items, self.now_ms)?;
        }
        let messages_json = self.messages(tag)?;
        let value = parse(messages_json.as_bytes(), "locales")?;
        Ok(LanguageSource {
            tag: tag.to_owned(),
            messages: read_messages(&&value),
            messages_json: value.to_string(),
            n_withheld,
            next_due_ms,
            items: items.into(),
            feed_files,
            warnings: assembled.warnings,
        })
    }

    /// The messages that ship with the command for a language, else the English ones, and over them those of the
    /// newsroom's own file: what that lacks is read in the other language, not as a key.
    fn messages(&self, tag: &str) -> Result<String, PressError> {
        let primary = tag.split('-').next().unwrap_or(tag);
        let find = |tag: &str| LOCALES.iter().find(|(known, _)| *known == tag);
        let found = find(tag).or_else(|| find(primary)).or_else(|| find("en"));
        let shipped = found.map_or("{}", |(_, text)| text);
        let own = self.files.map(|files| {
            let name = [tag, ".json"].concat();
            files.root().join("locales").join(name)
        });
        let Some(path) = own.filter(|path| path.is_file()) else {
            return Ok(shipped.to_owned());
        };
        let mut messages = parse(shipped.as_bytes(), "locales")?;
        let bytes = fs::read(&path).map_err(io(&path))?;
        let own = parse(&bytes, &path.display().to_string())?;
        if let (Value::Object(messages), Value::Object(own)) = (&mut messages, own) {
            messages.extend(own);
        }
        Ok(messages.to_string())
    }

    /// The one feed, if this is its address in the newsroom that was made for it. Its later pages are where they say.
    fn wrapped(&self, url: &str) -> Option<&(String, Vec<u8>)> {
        let is_it = url.strip_prefix(self.base) == Some(WRAPPED);
        self.feed.as_ref().filter(|_| is_it)
    }

    fn bytes(&self, url: &str) -> Result<Vec<u8>, PressError> {
        if let Some((_, bytes)) = self.wrapped(url) {
            return Ok(bytes.clone());
        }
        match (self.files, url.strip_prefix(self.base)) {
            (Some(files), Some(rest)) => files.read(rest).map_err(io(files.path(rest))),
            _ => fetch(url),
        }
    }
}

/// When an item may be shown, in milliseconds since 1970.
fn due_ms(item: &Item) -> i64 {
    let moments = [item.embargo_until, item.published].into_iter().flatten();
    let keys = moments.map(|moment| moment.sort_key());
    keys.max().unwrap_or(i64::MIN)
}

/// The file that a URL below the newsroom's address names.
pub fn local_path(folder: &Path, rest: &str) -> PathBuf {
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    below(folder, &percent_decode_str(rest).decode_utf8_lossy())
}

/// The file at `path` (not percent-encoded) below `folder`.
pub fn below(folder: &Path, path: &str) -> PathBuf {
    // Nothing outside the folder, however the URL is spelled.
    let parts = path
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."));
    parts.fold(folder.to_owned(), |path, part| path.join(part))
}

/// A page of a feed, and how many items it has as written; its references are relative to `base`.
fn read_page(
    bytes: &[u8],
    url: &str,
    base: &str,
) -> Result<(Feed, Vec<FeedWarning>, usize), PressError> {
    let value = parse(bytes, url)?;
    let read = read_feed(&&value, base, &NativeUrls);
    let (page, warnings) = read.map_err(|cause| PressError::Feed {
        origin: url.to_owned(),
        cause,
    })?;
    let n_items = value["items"].as_array().map_or(0, Vec::len);
    Ok((page, warnings, n_items))
}

fn parse(bytes: &[u8], origin: &str) -> Result<Value, PressError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|cause| PressError::Json {
        origin: origin.to_owned(),
        cause,
    })
}

/// What a newsroom's folder says of itself, in which file, and its files.
fn read_folder(folder: &Path) -> Result<(Value, &'static str, Files), PressError> {
    match texts::read(folder)? {
        Some(texts) if texts.problems.is_empty() => Ok((texts.site, texts.site_name, texts.files)),
        Some(texts) => Err(PressError::Texts(texts.problems)),
        None => {
            let path = folder.join(SITE);
            if !path.is_file() {
                return Err(PressError::NoNewsroom(folder.to_owned()));
            }
            let bytes = fs::read(&path).map_err(io(&path))?;
            let site = parse(&bytes, &path.display().to_string())?;
            Ok((site, SITE, Files::of(folder)))
        }
    }
}

/// A folder of texts and photos; `None` where it is none.
pub(crate) fn texts_of(folder: &Path) -> Result<Option<Texts>, PressError> {
    texts::read(folder)
}

fn feed_bytes(feed: &str) -> Result<(Vec<u8>, String), PressError> {
    if feed.starts_with("http://") || feed.starts_with("https://") {
        return Ok((fetch(feed)?, feed.to_owned()));
    }
    let path = PathBuf::from(feed);
    let bytes = fs::read(&path).map_err(io(&path))?;
    let url = declared_url(&parse(&bytes, feed)?);
    Ok((bytes, url.unwrap_or_else(|| [NO_ADDRESS, WRAPPED].concat())))
}

/// Where a feed that was saved as a file once stood, so that its relative links lead there: by its own word, else where
/// its site stands, else where its first item does.
fn declared_url(feed: &Value) -> Option<String> {
    let said = [
        &feed["feed_url"],
        &feed["home_page_url"],
        &feed["items"][0]["url"],
        &feed["items"][0]["id"],
    ];
    let mut urls = said.into_iter().filter_map(Value::as_str);
    let is_web = |url: &url::Url| matches!(url.scheme(), "http" | "https");
    let found = urls.find(|url| url::Url::parse(url).is_ok_and(|url| is_web(&url)));
    found.map(str::to_owned)
}

/// A newsroom around one feed.
fn wrap(feed: &Value, base_url: Option<&str>) -> Value {
    let text = |key: &str| feed[key].as_str().filter(|text| !text.trim().is_empty());
    let tag = text("language")
        .filter(|tag| nashra_feed::language_tag(tag).is_some())
        .unwrap_or("en");
    let title = text("title")
        .or(text("home_page_url"))
        .unwrap_or("Newsroom");
    json!({
        "nashra": 1,
        "base_url": base_url.unwrap_or(NO_ADDRESS),
        "default_language": tag,
        "title": title,
        "publisher": { "name": title, "url": text("home_page_url") },
        "languages": [{ "tag": tag, "name": tag, "feed": WRAPPED }],
    })
}

fn with_slash(url: &str) -> String {
    let mut url = url.to_owned();
    if !url.ends_with('/') {
        url.push('/');
    }
    url
}

/// The bytes of a file or an address.
pub(crate) fn read_or_fetch(origin: &str) -> Result<Vec<u8>, PressError> {
    if origin.starts_with("http://") || origin.starts_with("https://") {
        return fetch(origin);
    }
    fs::read(origin).map_err(io(origin))
}

fn fetch(url: &str) -> Result<Vec<u8>, PressError> {
    let failed = |cause| PressError::Fetch {
        url: url.to_owned(),
        cause: Box::new(cause),
    };
    let mut response = ureq::get(url).call().map_err(failed)?;
    response
        .body_mut()
        .with_config()
        .limit(MAX_PAGE_BYTES + 1)
        .read_to_vec()
        .map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_feed_knows_where_it_stood() {
        let check = |feed: Value, expect: Option<&str>| {
            assert_eq!(declared_url(&feed).as_deref(), expect, "{feed}");
        };
        let item = json!([{ "id": "https://a.example/notes/1", "url": "/notes/1" }]);
        check(
            json!({ "feed_url": "https://a.example/feed.json", "home_page_url": "https://a.example/", "items": item }),
            Some("https://a.example/feed.json"),
        );
        check(
            json!({ "feed_url": "feed.json", "home_page_url": "https://a.example/" }),
            Some("https://a.example/"),
        );
        check(json!({ "items": item }), Some("https://a.example/notes/1"));
        check(json!({ "items": [{ "id": "urn:uuid:1" }] }), None);
        check(json!({}), None);
    }
}

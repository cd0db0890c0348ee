//! `nashra serve` of a newsroom that is not published: it is published for this machine, served, and on request published again
//! whenever it changes.
//!
//! It refuses to write into the newsroom: the publication lies beside it. What cannot be published is told, and what stood there stays.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::error::{PressError, io};
use crate::progress::Progress;
use crate::publish::{self, publish};
use crate::serve::{Live, Site, serve_on};
use crate::source::Origin;

/// Editors' programs write a file in several steps; so long nothing more may happen before it counts as written.
const QUIET: Duration = Duration::from_millis(150);

/// What to serve.
pub struct Options {
    /// The newsroom.
    pub newsroom: PathBuf,
    /// The built app; the one inside this command if not said, else `dist`.
    pub app: Option<PathBuf>,
    /// Make smaller pictures, posters and cards.
    pub has_media: bool,
    /// Publish again whenever something changes.
    pub is_watched: bool,
    /// As if it were that moment, in milliseconds since 1970: what has an embargo until then is there. Else now.
    pub as_of_ms: Option<i64>,
}

/// A moment on this machine's clock, in milliseconds since 1970: `2020-09-15`, `2020-09-15 16:00`, or with an offset.
///
/// # Errors
/// What to write instead.
pub fn moment_ms(text: &str) -> Result<i64, String> {
    let wrong = || "write it as 2020-09-15, or as \"2020-09-15 16:00\"".to_owned();
    let pieces = Pieces::parse(text.trim()).map_err(|_| wrong())?;
    let time = pieces.time().unwrap_or_else(Time::midnight);
    let offset = pieces.to_numeric_offset().map(TimeZone::fixed);
    let zone = offset.unwrap_or_else(TimeZone::system);
    let moment = zone.to_timestamp(pieces.date().to_datetime(time));
    moment
        .map(|moment| moment.as_millisecond())
        .map_err(|_| wrong())
}

/// Publishes and serves until the process ends. Port 0 takes any free one; `say` is told where, and what is published.
pub fn serve(
    options: &Options,
    address: SocketAddr,
    say: &(dyn Fn(&str) + Sync),
) -> Result<(), PressError> {
    let listen = |cause| PressError::Listen { address, cause };
    // Bound first: the newsroom's address is the server's.
    let listener = TcpListener::bind(address).map_err(listen)?;
    let preview = Preview {
        options,
        out: publish::beside(
            &std::path::absolute(&options.newsroom).map_err(io(&options.newsroom))?,
            "preview",
        ),
        base_url: format!("http://{}/", listener.local_addr().map_err(listen)?),
    };
    if !options.is_watched {
        let site = preview.publish(say)?;
        say(&preview.base_url);
        return serve_on(listener, Arc::new(Live::still(site)));
    }
    let changes = Changes::of(&options.newsroom)?;
    let mut site = preview.publish(say);
    while let Err(error) = &site {
        eprintln!("{error}\nwaiting for a change");
        if !changes.wait() {
            break;
        }
        site = preview.publish(say);
    }
    let live = Arc::new(Live::watched(site?));
    say(&preview.base_url);
    std::thread::scope(|scope| {
        let renewed = Arc::clone(&live);
        let preview = &preview;
        scope.spawn(move || {
            while changes.wait() {
                match preview.publish(say) {
                    Ok(site) => renewed.renew(site),
                    Err(error) => eprintln!("{error}"),
                }
            }
        });
        serve_on(listener, live)
    })
}

struct Preview<'a> {
    options: &'a Options,
    out: PathBuf,
    base_url: String,
}

impl Preview<'_> {
    fn publish(&self, say: &(dyn Fn(&str) + Sync)) -> Result<Site, PressError> {
        let now_ms = jiff::Timestamp::now().as_millisecond();
        let options = publish::Options {
            origin: Origin::Folder(self.options.newsroom.clone()),
            out: self.out.clone(),
            app: self.options.app.clone(),
            base_url: Some(self.base_url.clone()),
            has_media: self.options.has_media,
            has_search: true,
            cache: None,
            is_best: false,
            now_ms: self.options.as_of_ms.unwrap_or(now_ms),
        };
        let summary = publish(&options, &Progress::on_terminal())?;
        say(&format!(
            "{} pages, {} files written",
            summary.n_pages, summary.n_written
        ));
        Site::open(&self.out)
    }
}

/// What happens in a folder.
struct Changes {
    events: Receiver<()>,
    /// Tells as long as it lives.
    _watcher: notify::RecommendedWatcher,
}

impl Changes {
    fn of(folder: &Path) -> Result<Self, PressError> {
        let failed = |error: notify::Error| PressError::Io {
            path: folder.to_owned(),
            cause: std::io::Error::other(error),
        };
        let root = std::path::absolute(folder).map_err(io(folder))?;
        let (sender, events) = channel();
        let watched = root.clone();
        let told = move |event: notify::Result<Event>| {
            // Where events were lost, something has changed too.
            if event.map_or(true, |event| is_change(&event, &watched)) {
                let _ = sender.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(told).map_err(failed)?;
        watcher
            .watch(&root, RecursiveMode::Recursive)
            .map_err(failed)?;
        Ok(Self {
            events,
            _watcher: watcher,
        })
    }

    /// Waits for a change and for the quiet behind it; false when there will be none.
    fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        while self.events.recv_timeout(QUIET).is_ok() {}
        true
    }
}

/// Whether a file of the newsroom changed: not only read, and not a hidden one, as programs keep beside the file that is edited.
fn is_change(event: &Event, root: &Path) -> bool {
    let is_hidden = |path: &PathBuf| {
        let inner = path.strip_prefix(root).unwrap_or(path);
        let mut parts = inner.iter().map(|part| part.to_string_lossy());
        parts.any(|part| part.starts_with('.') || part.ends_with('~'))
    };
    !matches!(event.kind, EventKind::Access(_)) && !event.paths.iter().all(is_hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_moments() {
        let check = |text: &str, expect: Option<i64>| {
            assert_eq!(moment_ms(text).ok(), expect, "{text}");
        };
        check("2020-09-15T16:00+03:00", Some(1_600_174_800_000));
        check("2020-09-15 13:00Z", Some(1_600_174_800_000));
        check("soon", None);
        assert!(moment_ms("2020-09-15").is_ok());
    }

    #[test]
    fn knows_what_is_a_change() {
        let check = |kind: EventKind, path: &str, expect: bool| {
            let event = Event::new(kind).add_path(PathBuf::from(path));
            assert_eq!(is_change(&event, Path::new("/.desk")), expect, "{event:?}");
        };
        let any = EventKind::Any;
        check(any, "/.desk/a.en.md", true);
        check(any, "/.desk/.a.en.md.swp", false);
        check(any, "/.desk/.git/index", false);
        check(any, "/.desk/a.en.md~", false);
        check(
            EventKind::Access(notify::event::AccessKind::Any),
            "/.desk/a.en.md",
            false,
        );
    }
}

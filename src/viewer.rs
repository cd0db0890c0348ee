//! The report viewer's module: takes over the pages that stand in `#viewer`, or makes them, and draws, turns and searches.
//!
//! It shows one report at a time and lets go of it when the app asks for another page. What is decided without a browser is
//! decided in `nashra_report`; what is shown is made by `components::report_viewer`.

mod detail;
mod engine;
mod finding;
mod flowing;
mod hands;
mod layers;
mod looking;
mod places;
mod posters;
mod printing;
mod texts;
mod thumbs;
mod zooming;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use nashra_feed::json::FromJson;
use nashra_l10n::NumberingSystem;
use nashra_report::document::{Link, PageIndex, PageInfo};
use nashra_report::geometry::SizePt;
use nashra_report::reading::{Mode, Rotation, Zoom};
use nashra_report::schedule::Schedule;
use nashra_report::text::TextDirection;

use crate::components::report_viewer::{Words, notice, pages, report_viewer};
use crate::platform::dom::Dom;
use crate::platform::events::Listener;
use crate::platform::hands::{Strokes, Taps};
use crate::platform::json::BrowserJson;
use crate::platform::module::VIEWER;
use crate::platform::{begun, document, fetch, task};
use crate::state::locale::read_messages;
use crate::state::page_data::ReadData;
use crate::state::report_pages::{ReportPage, ReportPages, read_pages};
use crate::view::{El, append};
use engine::Engine;
use finding::Finding;
use texts::Texts;
use zooming::Pinch;

/// The element that is ours.
const PLACE_ID: &str = "viewer";
/// The height of one row of controls, which the style sheet leaves free above a page.
const ROW_PX: f32 = 50.0;

/// What is read, and how it is shown once it is.
type Shown = Option<(ReadData, Option<Rc<Viewer>>)>;

/// Starts to answer: a report to be shown as JSON, or nothing, where the reader went elsewhere. The start script may have asked for the
/// report that the app asks for once it is there.
pub fn start() {
    let shown = Rc::<RefCell<Shown>>::default();
    VIEWER.listen(move |request| {
        let shown = shown.clone();
        async move {
            let read = BrowserJson::parse(&request).and_then(|json| ReadData::from_json(&json));
            if is_shown(&shown.borrow(), read.as_ref()) {
                return String::new();
            }
            // Ends the worker of the report before.
            let before = shown.replace(read.clone().map(|read| (read, None)));
            if let Some((_, Some(before))) = before {
                before.leave();
            }
            if let Some(read) = read {
                let viewer = Viewer::open(read.clone()).await;
                let mut shown = shown.borrow_mut();
                match (&mut *shown, viewer) {
                    (Some((wanted, place)), Some(viewer)) if *wanted == read => {
                        *place = Some(viewer);
                    }
                    // The reader went on before it was open.
                    (_, Some(viewer)) => viewer.leave(),
                    // What could not be opened can be asked for again.
                    (Some((wanted, _)), None) if *wanted == read => *shown = None,
                    (_, None) => {}
                }
            }
            String::new()
        }
    });
}

/// Whether this report is on the screen, or will be in a moment.
fn is_shown(shown: &Shown, read: Option<&ReadData>) -> bool {
    let (Some((shown, viewer)), Some(read)) = (shown, read) else {
        return false;
    };
    let is_there = |viewer: &Rc<Viewer>| viewer.place.is_connected();
    shown == read && viewer.as_ref().is_none_or(is_there)
}

/// A report on the screen.
struct Viewer {
    read: ReadData,
    words: Words,
    place: Dom,
    report: RefCell<ReportPages>,
    /// The elements of its pages.
    pages: RefCell<Vec<Dom>>,
    /// What is drawn on, in each of them.
    sheets: RefCell<Vec<Dom>>,
    schedule: RefCell<Schedule>,
    engine: RefCell<Engine>,
    texts: Texts,
    links: RefCell<Vec<Option<Rc<Vec<Link>>>>>,
    finding: RefCell<Finding>,
    mode: Cell<Mode>,
    zoom: Cell<Zoom>,
    rotation: Cell<Rotation>,
    /// Whether the text is read instead of the pages.
    is_reading: Cell<bool>,
    /// A zoom that hands ask for, until the next frame.
    wished_percent: Cell<Option<f32>>,
    pinch: Cell<Option<Pinch>>,
    taps: Taps,
    strokes: Strokes,
    /// Counts looks, to know when the reader rests.
    n_looks: Cell<u32>,
    /// The page that the reader is at.
    page: Cell<PageIndex>,
    /// Whether the reader went on rather than back.
    is_forward: Cell<bool>,
    /// Whether a look at the screen is due before the next paint.
    is_due: Cell<bool>,
    /// In CSS pixels, as the style takes it.
    bar_height: Cell<f32>,
    /// Whether the pages are there.
    is_adopted: Cell<bool>,
    /// Whether the first drawing comes so soon that text may wait for it.
    is_drawn_soon: Cell<bool>,
    /// What went wrong before.
    trouble: Cell<Option<notice::Trouble>>,
    /// Whether the reader has left.
    is_left: Cell<bool>,
    listeners: RefCell<Vec<Listener>>,
}

impl Viewer {
    /// Takes over the page; nothing where it is no longer there.
    async fn open(read: ReadData) -> Option<Rc<Self>> {
        let pages_url = read.pages_url.clone();
        let published = task::start(async move {
            let url = pages_url?;
            let (json, _) = fetch::json(&url).await.ok()?;
            read_pages(&json, &url)
        });
        let (messages, _) = fetch::json(&read.messages).await.ok()?;
        let words = Words {
            messages: Arc::new(read_messages(&messages)),
            digits: NumberingSystem::parse(&read.digits).unwrap_or(NumberingSystem::Latn),
        };
        let place = Dom::by_id(PLACE_ID)?;
        let viewer = Rc::new(Self {
            read,
            words,
            place,
            report: RefCell::default(),
            pages: RefCell::default(),
            sheets: RefCell::default(),
            schedule: RefCell::new(Schedule::new(Vec::new())),
            engine: RefCell::default(),
            texts: Texts::default(),
            links: RefCell::default(),
            finding: RefCell::default(),
            mode: Cell::default(),
            zoom: Cell::default(),
            rotation: Cell::default(),
            is_reading: Cell::default(),
            wished_percent: Cell::default(),
            pinch: Cell::default(),
            taps: Taps::default(),
            strokes: Strokes::default(),
            n_looks: Cell::default(),
            page: Cell::new(0),
            is_forward: Cell::new(true),
            is_due: Cell::new(false),
            bar_height: Cell::new(ROW_PX),
            is_adopted: Cell::new(false),
            is_drawn_soon: Cell::new(begun::is_there()),
            is_left: Cell::new(false),
            trouble: Cell::default(),
            listeners: RefCell::default(),
        });
        // Where the start script has begun, the file is opened while the pages are made.
        if viewer.is_drawn_soon.get() {
            task::spawn(viewer.clone().start_engine());
        }
        let published = published.await;
        if viewer.is_left.get() || !viewer.place.is_connected() {
            return None;
        }
        let is_known = published.is_some();
        viewer.adopt(published);
        viewer.is_adopted.set(true);
        if let Some(trouble) = viewer.trouble.take() {
            viewer.say_trouble(trouble);
        }
        if !viewer.is_drawn_soon.get() {
            viewer.complete();
        }
        viewer.hear_early();
        viewer.listen();
        if !viewer.go_to_hash() {
            viewer.resume();
        }
        // At once: a frame may be long in coming while posters are decoded.
        viewer.look();
        // Posters are painted before anything heavy is asked for, and without data to spare they must do.
        if !(is_known && document::saves_data()) {
            let engine = viewer.clone();
            task::spawn(async move {
                task::idle().await;
                engine.start_engine().await;
            });
        }
        Some(viewer)
    }

    /// Lets go of everything but the page itself.
    fn leave(&self) {
        self.is_left.set(true);
        self.listeners.borrow_mut().clear();
        self.engine.borrow_mut().stop();
    }

    /// Takes what is published for the report's pages, or one page that stands for all; what the page holds is kept where it
    /// is the same.
    fn adopt(&self, published: Option<ReportPages>) {
        let report = published.unwrap_or_default();
        let n_pages = report.pages.len();
        let n_there = self.place.all(".viewer-page").len();
        if self.part("viewer").is_none() || n_there != n_pages.max(1) {
            self.place.clear();
            let known = (n_pages > 0).then_some(&report);
            let viewer = report_viewer(&self.read, known, self.is_drawn_soon.get(), &self.words);
            append(viewer, &self.place);
        }
        self.list_places();
        let sizes = report.pages.iter().map(|page| page.info.size);
        self.schedule.replace(Schedule::new(sizes.collect()));
        self.links.replace(vec![None; n_pages]);
        self.texts.reset(n_pages);
        self.report.replace(report);
        if let Some((viewer, button)) = self.part("viewer").zip(self.part("full-screen")) {
            button.toggle("hidden", !viewer.can_fill_screen());
        }
    }

    fn list_places(&self) {
        self.pages.replace(self.place.all(".viewer-page"));
        self.sheets.replace(self.place.all(".viewer-sheet"));
    }

    /// Gives places to the pages that have none yet, and says that the viewer is whole; once.
    fn complete(&self) {
        let viewer = self.part("viewer");
        let viewer = viewer.filter(|viewer| viewer.get("data-state").is_none());
        let Some(viewer) = viewer.filter(|_| !self.is_left.get() && self.is_adopted.get()) else {
            return;
        };
        let n_there = self.pages.borrow().len();
        if n_there < self.n_pages() as usize
            && let Some(list) = self.part("pages")
        {
            let report = self.report.borrow();
            for (at, page) in report.pages.iter().enumerate().skip(n_there) {
                append(pages::place(at, page, None), &list);
            }
            self.list_places();
        }
        viewer.set("data-state", "ready");
    }

    /// What the file itself says of its pages, where nothing was published or something else.
    fn correct(
        self: &Rc<Self>,
        pages: &[PageInfo],
        progression: Option<TextDirection>,
        outline: Vec<nashra_report::document::OutlineItem>,
    ) {
        if self.n_pages() as usize == pages.len() {
            return;
        }
        let pages = pages.iter().map(|info| ReportPage {
            info: info.clone(),
            ..ReportPage::default()
        });
        self.place.clear();
        self.adopt(Some(ReportPages {
            language: None,
            first_page_url: None,
            progression,
            outline,
            pages: pages.collect(),
        }));
        self.complete();
        self.go_to_hash();
    }

    /// A part of the viewer, by its name.
    fn part(&self, name: &str) -> Option<Dom> {
        self.place.find(&["[data-part=", name, "]"].concat())
    }

    fn n_pages(&self) -> u32 {
        self.report.borrow().pages.len() as u32
    }

    fn size(&self, page: PageIndex) -> Option<SizePt> {
        let report = self.report.borrow();
        Some(report.pages.get(page as usize)?.info.size)
    }

    fn page_element(&self, page: PageIndex) -> Option<Dom> {
        self.pages.borrow().get(page as usize).cloned()
    }

    /// What is drawn on, of a page.
    fn sheet(&self, page: PageIndex) -> Option<Dom> {
        self.sheets.borrow().get(page as usize).cloned()
    }

    /// Which way pages turn.
    fn progression(&self) -> TextDirection {
        self.report.borrow().progression.unwrap_or_default()
    }

    /// Says something in the viewer's own place for it; nothing for `None`.
    fn say(&self, what: Option<El>) {
        self.say_in("notice", what);
    }

    /// Says something in passing, over the pages, so that nothing moves.
    fn toast(&self, what: Option<El>) {
        self.say_in("toast", what);
    }

    fn say_in(&self, part: &str, what: Option<El>) {
        if let Some(place) = self.part(part) {
            place.clear();
            if let Some(what) = what {
                append(what, &place);
            }
        }
    }

    /// What goes on is over.
    fn unsay_progress(&self) {
        if let Some(place) = self.part("toast")
            && place.find("[data-do=stop]").is_some()
        {
            place.clear();
        }
    }

    fn say_trouble(&self, trouble: notice::Trouble) {
        if !self.is_adopted.get() {
            self.trouble.set(Some(trouble));
            return;
        }
        self.unsay_progress();
        let what = notice::trouble(trouble, &self.read.file_url, &self.words);
        self.say(Some(what));
        self.texts.give_up();
    }
}

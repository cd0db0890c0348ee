//! The engine's worker as the viewer uses it: started after the first poster, asked for what is seen, started again once.
//!
//! It never blames the reader's page for the worker: whatever happens here, posters and published text stay.

mod first_page;

use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::geometry::RectPt;
use nashra_report::protocol::{
    Failure, PROTOCOL_VERSION, Request, RequestKind, Response, ResponseKind,
};
use nashra_report::schedule::Purpose;

use super::Viewer;
use crate::components::report_viewer::notice::{self, Trouble};
use crate::components::report_viewer::pages::BRIEF_SIZES;
use crate::platform::dom::Dom;
use crate::platform::file::Download;
use crate::platform::report_client::{FileBytes, Pixels, ReportClient};
use first_page::FirstPage;

/// How often a worker may end by itself before the viewer does without.
const MAX_DEATHS: u32 = 1;
/// Steps of the progress that is told, in bytes: a screen reader is not to hear a hundred of them.
const PROGRESS_STEP: f64 = 500_000.0;
/// What is here before this is not worth a word.
const QUICK_MS: i32 = 400;

/// Drawings that are not of the schedule: each is asked for once, and nobody waits for it.
pub(super) enum Order {
    /// A page for the printer.
    Print(PageIndex),
    /// A part of a page, in hundredths of its width and height.
    Detail(RectPt),
}

/// What runs for the report.
#[derive(Default)]
pub(super) struct Engine {
    client: Option<ReportClient>,
    download: Option<Rc<Download>>,
    is_started: bool,
    /// Answers that came before the pages were there.
    early: Vec<(Response, Option<Pixels>)>,
    /// A file that came before the worker did.
    file: Option<FileBytes>,
    first_page: FirstPage,
    /// Whether the worker has the file: what is asked from then on is answered once it is open.
    has_file: bool,
    is_open: bool,
    n_deaths: u32,
    n_requests: u32,
    /// How often a password was asked for.
    n_passwords: u32,
    /// Asked once the file is open.
    password: String,
    orders: Vec<(u32, Order)>,
}

impl Engine {
    /// Ends the worker and the download.
    pub(super) fn stop(&mut self) {
        if let Some(download) = self.download.take() {
            download.stop();
        }
        self.client = None;
        self.file = None;
        self.first_page = FirstPage::Idle;
        self.has_file = false;
        self.is_open = false;
    }
}

impl Viewer {
    /// Starts the worker and opens the file; at most once.
    pub(super) async fn start_engine(self: Rc<Self>) {
        if self.is_left.get() || std::mem::replace(&mut self.engine.borrow_mut().is_started, true) {
            return;
        }
        self.start_worker().await;
    }

    /// Starts a worker, and gets the file beside it.
    async fn start_worker(self: Rc<Self>) {
        self.fetch_file();
        let (answered, ended) = (Rc::downgrade(&self), Rc::downgrade(&self));
        let on_answer = move |response, pixels| {
            if let Some(viewer) = answered.upgrade() {
                viewer.answered(response, pixels);
            }
        };
        let on_end = move || {
            // Later: what called this goes with the worker.
            if let Some(viewer) = ended.upgrade() {
                crate::platform::task::spawn(async move { viewer.ended() });
            }
        };
        let client = ReportClient::start(on_answer, on_end).await;
        if self.is_left.get() {
            return;
        }
        match client {
            Some(client) => {
                self.engine.borrow_mut().client = Some(client);
                self.greet();
            }
            None => {
                self.engine.borrow_mut().stop();
                self.say_trouble(Trouble::Engine);
            }
        }
    }

    /// Speaks to a new worker.
    fn greet(&self) {
        let version = PROTOCOL_VERSION;
        self.ask(RequestKind::Hello { version }, None);
        self.hand_over();
        self.hand_over_first_page();
    }

    /// Hears what was answered before the pages were there.
    pub(super) fn hear_early(self: &Rc<Self>) {
        let early = std::mem::take(&mut self.engine.borrow_mut().early);
        for (response, pixels) in early {
            self.clone().answered(response, pixels);
        }
    }

    /// Fetches the file and hands it to the worker.
    async fn open_file(self: Rc<Self>) {
        if !self.is_drawn_soon.get() && !self.draw_ahead().await {
            return;
        }
        let Some(download) = Download::of(&self.read.file_url).map(Rc::new) else {
            self.lay_over_now();
            return;
        };
        self.engine.borrow_mut().download = Some(download.clone());
        self.clone().tell_soon(&download);
        let told = std::cell::Cell::new(None);
        let start_ms = crate::platform::clock_ms();
        let on_progress = |n_bytes: f64, in_all: Option<f64>| {
            let step = (n_bytes / PROGRESS_STEP) as u32;
            let is_quick = crate::platform::clock_ms() - start_ms < f64::from(QUICK_MS);
            if !is_quick && told.replace(Some(step)) != Some(step) {
                self.toast(Some(notice::progress(n_bytes, in_all, &self.words)));
            }
        };
        let file = download.get(&on_progress).await;
        if file.is_none() {
            self.lay_over_now();
        }
        // Another one may have taken its place, or the reader stopped it.
        if !self.is_awaited(&download) {
            return;
        }
        self.unsay_progress();
        let Some(file) = file else {
            let is_ours = self.read.file_url.starts_with('/');
            self.say_trouble(if is_ours {
                Trouble::Missing
            } else {
                Trouble::Elsewhere
            });
            return;
        };
        self.engine.borrow_mut().file = Some(file);
        self.hand_over();
    }

    /// Gives the worker the file, once both are here, and asks for what is seen of it at once: a page is not to wait until somebody
    /// here has heard that the file is open.
    fn hand_over(&self) {
        let mut engine = self.engine.borrow_mut();
        if engine.client.is_none() {
            return;
        }
        let Some(file) = engine.file.take() else {
            return;
        };
        engine.has_file = true;
        let password = engine.password.clone();
        drop(engine);
        self.ask(RequestKind::Open { password }, Some(file));
        self.draw();
    }

    /// Whether a download is the one that the reader waits for.
    fn is_awaited(&self, download: &Rc<Download>) -> bool {
        let engine = self.engine.borrow();
        let current = engine.download.as_ref();
        !self.is_left.get() && current.is_some_and(|current| Rc::ptr_eq(current, download))
    }

    /// A download that has not even begun after a moment is told of too, so that it can be stopped.
    fn tell_soon(self: Rc<Self>, download: &Rc<Download>) {
        let download = download.clone();
        crate::platform::task::spawn(async move {
            crate::platform::task::sleep(QUICK_MS).await;
            // What takes long leaves time for the text.
            self.lay_over_now();
            if self.is_awaited(&download) {
                if !download.is_begun() {
                    self.toast(Some(notice::progress(0.0, None, &self.words)));
                }
                self.draw_beside().await;
            }
        });
    }

    /// The reader has seen enough, or has no data to spare: what is published stays.
    pub(super) fn stop_loading(&self) {
        self.stop_printing();
        let download = self.engine.borrow_mut().download.take();
        match download.filter(|_| !self.is_open()) {
            Some(download) => {
                download.stop();
                self.toast(Some(notice::stopped(&self.words)));
            }
            None => self.toast(None),
        }
    }

    /// And wants it after all.
    pub(super) fn load_again(self: &Rc<Self>) {
        self.toast(None);
        self.fetch_file();
    }

    fn fetch_file(self: &Rc<Self>) {
        crate::platform::task::spawn(self.clone().open_file());
    }

    /// Asks for a drawing outside of the schedule.
    pub(super) fn order(&self, kind: RequestKind, order: Order) {
        let id = self.ask(kind, None);
        self.engine.borrow_mut().orders.push((id, order));
    }

    fn take_order(&self, id: u32) -> Option<Order> {
        let mut engine = self.engine.borrow_mut();
        let at = engine.orders.iter().position(|(known, _)| *known == id)?;
        Some(engine.orders.remove(at).1)
    }

    /// Tries a password.
    pub(super) fn unlock(self: &Rc<Self>, password: String) {
        self.engine.borrow_mut().password = password;
        // The file was handed over; the browser has it still.
        self.fetch_file();
    }

    /// Asks the worker; gives the request's id.
    pub(super) fn ask(&self, kind: RequestKind, file: Option<FileBytes>) -> u32 {
        let mut engine = self.engine.borrow_mut();
        engine.n_requests += 1;
        let request = Request {
            id: engine.n_requests,
            generation: self.schedule.borrow().generation(),
            kind,
        };
        if let Some(client) = &engine.client {
            client.post(&request, file);
        }
        request.id
    }

    /// Whether questions about the file are answered.
    pub(super) fn is_open(&self) -> bool {
        self.engine.borrow().is_open
    }

    /// Asks for the drawings that are due.
    pub(super) fn draw(&self) {
        if !self.engine.borrow().has_file {
            return;
        }
        loop {
            let id = self.engine.borrow().n_requests + 1;
            let Some(wish) = self.schedule.borrow_mut().next(id) else {
                return;
            };
            self.ask(
                RequestKind::Page {
                    page: wish.page,
                    scale: wish.scale,
                },
                None,
            );
        }
    }

    fn answered(self: Rc<Self>, response: Response, pixels: Option<Pixels>) {
        if self.is_left.get() {
            return;
        }
        let is_first_page = self.end_first_page(response.id);
        match response.kind {
            _ if !self.is_adopted.get() => self.engine.borrow_mut().early.push((response, pixels)),
            // It is drawn from the report then.
            ResponseKind::Failed(_) if is_first_page => self.schedule.borrow_mut().worker_died(),
            ResponseKind::Opened { info } => {
                self.say(None);
                self.engine.borrow_mut().is_open = true;
                self.texts.wake();
                self.correct(&info.pages, info.page_progression, info.outline);
                self.place.slim_pictures(".viewer-pages", BRIEF_SIZES);
                self.print_on();
                self.look_soon();
            }
            ResponseKind::Bitmap {
                page,
                width,
                height,
            } => {
                let drawn = pixels.map(|pixels| (pixels, width, height));
                match self.take_order(response.id) {
                    Some(Order::Print(page)) => self.printed(page, drawn),
                    Some(Order::Detail(place)) => {
                        if let Some(drawn) = drawn {
                            self.detailed(page, &place, drawn);
                        }
                    }
                    None => self.drawn(response.id, page, drawn),
                }
            }
            ResponseKind::Text { page, text } => {
                self.texts.bring(page, Some(text));
                self.look_soon();
            }
            ResponseKind::Links { page, links } => {
                if let Some(place) = self.links.borrow_mut().get_mut(page as usize) {
                    *place = Some(Rc::new(links));
                }
                self.look_soon();
            }
            ResponseKind::Failed(failure) => self.failed(response.id, failure),
            _ => {}
        }
    }

    /// A drawing that was scheduled.
    fn drawn(self: &Rc<Self>, id: u32, page: PageIndex, drawn: Option<(Pixels, u32, u32)>) {
        let arrival = self.schedule.borrow_mut().arrived(id);
        if let Some((purpose, (pixels, width, height))) = arrival.shown.zip(drawn)
            && let Some(place) = self.drawn_on(page, purpose)
        {
            place.paint(&pixels, width, height);
        }
        self.let_go(arrival.dropped);
        self.draw();
        self.lay_over_now();
    }

    /// What a drawing lies on.
    fn drawn_on(&self, page: PageIndex, purpose: Purpose) -> Option<Dom> {
        match purpose {
            Purpose::Page => self.sheet(page),
            Purpose::Thumbnail => self.thumbnail(page),
        }
    }

    /// Lets drawings go.
    pub(super) fn let_go(&self, drawings: Vec<(PageIndex, Purpose)>) {
        for (page, purpose) in drawings {
            if let Some(place) = self.drawn_on(page, purpose) {
                place.unpaint();
            }
        }
    }

    fn failed(self: &Rc<Self>, id: u32, failure: Failure) {
        self.lay_over_now();
        if matches!(
            failure,
            Failure::Password | Failure::UnsupportedEncryption | Failure::Invalid | Failure::Empty
        ) {
            // What was asked of the file beforehand comes to nothing.
            self.engine.borrow_mut().has_file = false;
            self.schedule.borrow_mut().worker_died();
        }
        match failure {
            Failure::Password => {
                let mut engine = self.engine.borrow_mut();
                engine.n_passwords += 1;
                let is_again = engine.n_passwords > 1;
                drop(engine);
                self.say(Some(notice::password(is_again, &self.words)));
                if let Some(field) = self.part("password") {
                    field.focus();
                }
            }
            Failure::UnsupportedEncryption => self.say_trouble(Trouble::Locked),
            Failure::Invalid | Failure::Empty => self.say_trouble(Trouble::Broken),
            Failure::WrongVersion => self.say_trouble(Trouble::Engine),
            Failure::BrokenPage | Failure::BadSize | Failure::NoSuchPage => {
                if let Some(Order::Print(page)) = self.take_order(id) {
                    self.printed(page, None);
                    return;
                }
                let broken = self.schedule.borrow_mut().failed(id);
                match broken {
                    Some(page) => self.lay_broken(page),
                    // A question about text or links: there is none.
                    None => self.texts.fail(id),
                }
                self.draw();
            }
            // Only we write requests; what was asked before the file was open is asked again when it is.
            Failure::BadMessage | Failure::NotOpen => {}
        }
    }

    /// The worker ended: once it is started again.
    fn ended(self: Rc<Self>) {
        self.lay_over_now();
        let mut engine = self.engine.borrow_mut();
        engine.n_deaths += 1;
        engine.stop();
        engine.orders.clear();
        let n_deaths = engine.n_deaths;
        drop(engine);
        if self.is_left.get() {
            return;
        }
        self.schedule.borrow_mut().worker_died();
        self.texts.worker_died();
        if n_deaths > MAX_DEATHS {
            self.say_trouble(Trouble::Engine);
        } else {
            crate::platform::task::spawn(self.start_worker());
        }
    }
}

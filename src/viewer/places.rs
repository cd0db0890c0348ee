//! Places that have a name: the address of a page or of words on it, the page where the reader left off, labels.
//!
//! An address names words by the words themselves, not by their place: it leads there too after the report was corrected.

use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::reading::{hash_of_page, page_of_hash, phrase_of_hash};

use super::Viewer;
use crate::components::report_viewer::notice;
use crate::platform::{dom, history, share, storage};

/// Where the page is kept at which the reader left this report.
const KEPT_PAGE: &str = "nashra.page:";
/// Words that an address holds; what is selected beyond is found by them.
const MAX_PHRASE: usize = 160;

impl Viewer {
    /// Goes where the address points; `false` where it points nowhere.
    pub(super) fn go_to_hash(self: &Rc<Self>) -> bool {
        let hash = history::hash();
        let page = page_of_hash(&hash, self.n_pages());
        if let Some(page) = page {
            self.go_to(page);
        }
        let phrase = phrase_of_hash(&hash).map(share::unescape);
        if let Some(phrase) = phrase.filter(|phrase| !phrase.trim().is_empty()) {
            if let Some(field) = self.part("phrase") {
                field.set_value(&phrase);
            }
            self.find(&phrase);
        }
        page.is_some()
    }

    /// Goes to the page where the reader left off, and says so.
    pub(super) fn resume(self: &Rc<Self>) {
        let kept = storage::get(&[KEPT_PAGE, &self.read.file_url].concat());
        let page = kept.and_then(|page| page.parse::<PageIndex>().ok());
        if let Some(page) = page.filter(|page| (1..self.n_pages()).contains(page)) {
            self.go_to(page);
            let name = self.page_name(self.page.get());
            self.toast(Some(notice::resumed(&name, &self.words)));
        }
    }

    /// Keeps the page for the next visit; the first one needs no keeping.
    pub(super) fn keep_page(&self, page: PageIndex) {
        let kept = (page > 0).then(|| page.to_string());
        let key = [KEPT_PAGE, &self.read.file_url].concat();
        storage::set(&key, kept.as_deref());
    }

    /// Back to the cover.
    pub(super) fn start_over(self: &Rc<Self>) {
        self.toast(None);
        self.go_to(0);
    }

    /// Writes the page into the address, for those who pass it on.
    pub(super) fn name_page(&self, page: PageIndex) {
        self.keep_page(page);
        let is_named = page_of_hash(&history::hash(), self.n_pages()) == Some(page);
        let is_start = page == 0 && history::hash().is_empty();
        if !is_named && !is_start {
            let address = [history::path(), history::query(), hash_of_page(page)].concat();
            history::replace(&address);
        }
    }

    /// The address of what is selected, or of the page, on the clipboard.
    pub(super) fn copy_link(&self) {
        let selected = self.selected_text();
        let line = selected.lines().find(|line| !line.trim().is_empty());
        let page = self.selected_page().unwrap_or(self.page.get());
        let mut address = history::href();
        if let Some(at) = address.find('#') {
            address.truncate(at);
        }
        address.push_str(&hash_of_page(page));
        if let Some(line) = line {
            address.push_str("&search=");
            address.push_str(&share::escape(first_words(line.trim())));
        }
        share::copy(&address);
        self.toast(Some(notice::plain(&self.words.text("viewer.linkCopied"))));
    }

    /// The page on which the selection begins.
    fn selected_page(&self) -> Option<PageIndex> {
        page_of(&dom::selected_lines(&self.place).into_iter().next()?.0)
    }

    /// Text of pages amid the selection may have been taken away while they were passed: it is laid again.
    pub(super) fn lay_selected(&self) {
        let lines = dom::selected_lines(&self.place);
        let ends = lines.first().zip(lines.last());
        let ends = ends.and_then(|(first, last)| page_of(&first.0).zip(page_of(&last.0)));
        for page in ends.map_or(0..0, |(first, last)| first..last) {
            if let Some(place) = self.sheet(page) {
                self.lay_text(page, &place);
            }
        }
    }

    /// What the report calls a page.
    pub(super) fn page_name(&self, page: PageIndex) -> String {
        let report = self.report.borrow();
        let known = report.pages.get(page as usize);
        self.words
            .page_name(page, known.map_or("", |page| &page.info.label))
    }
}

/// The page that a line is on.
fn page_of(line: &dom::Dom) -> Option<PageIndex> {
    line.closest(".viewer-page")?.get("data-page")?.parse().ok()
}

/// As many whole words as an address should hold.
fn first_words(line: &str) -> &str {
    let mut end = 0;
    for (at, word) in line.match_indices(' ').chain([(line.len(), "")]) {
        if at > MAX_PHRASE && end > 0 {
            break;
        }
        end = at;
        if word.is_empty() {
            break;
        }
    }
    &line[..end]
}

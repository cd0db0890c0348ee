//! Text, links and marks over the pages that are near; taken away from those that are far, so that a long report stays light.

use std::ops::Range;
use std::rc::Rc;

use nashra_report::document::PageIndex;
use nashra_report::protocol::RequestKind;

use super::Viewer;
use crate::components::report_viewer::layers;
use crate::components::report_viewer::pages::SIZES;
use crate::platform::dom::Dom;
use crate::platform::task;
use crate::view::append;

/// Pages beyond the screen that keep their text where it is selected, so that a selection over pages is copied whole.
const N_SELECTED: u32 = 20;

const TEXT: &str = "[data-layer=text]";
const LINKS: &str = "[data-layer=links]";
const HITS: &str = "[data-layer=hits]";
const BROKEN: &str = "[data-layer=broken]";

impl Viewer {
    /// Lays over the pages that are seen what is known of them, and asks for what is not.
    pub(super) fn lay_over(self: &Rc<Self>, visible: Range<PageIndex>) {
        if self.is_drawn_soon.get() {
            return;
        }
        // Layers cost a browser some 3 MB of pixels a page, seen or not.
        let near = visible.start.saturating_sub(N_SELECTED)..visible.end + N_SELECTED;
        let elements = self.sheets.borrow().clone();
        for (at, place) in elements.iter().enumerate() {
            let page = at as PageIndex;
            if !visible.contains(&page) {
                take_away(place, &[LINKS, HITS]);
                let text = place.find(TEXT);
                let is_kept = |text: &Dom| near.contains(&page) && text.is_selected();
                if let Some(text) = text.filter(|text| !is_kept(text)) {
                    text.remove();
                }
            } else {
                self.want_text(page);
                self.want_links(page);
                self.lay_text(page, place);
                self.lay_links(page, place);
                self.lay_hits(page, place);
            }
        }
    }

    /// What waited for the first drawing waits no longer.
    pub(super) fn lay_over_now(self: &Rc<Self>) {
        if self.is_drawn_soon.replace(false) {
            // Nor does the poster stand for a moment only, where nothing is drawn yet.
            self.place
                .size_pictures(".viewer-sheet:not([data-live])", SIZES);
            self.look_soon();
            // The other pages are not to hold up this frame.
            let viewer = self.clone();
            task::next_frame(move || {
                task::spawn(async move {
                    task::sleep(0).await;
                    viewer.complete();
                    viewer.look_soon();
                });
            });
        }
    }

    fn want_links(&self, page: PageIndex) {
        let is_unknown = matches!(self.links.borrow().get(page as usize), Some(None));
        if is_unknown && self.is_open() {
            if let Some(place) = self.links.borrow_mut().get_mut(page as usize) {
                // Until the answer comes: none.
                *place = Some(Rc::default());
            }
            self.ask(RequestKind::Links { page }, None);
        }
    }

    pub(super) fn lay_text(&self, page: PageIndex, place: &Dom) {
        let Some((text, size)) = self.texts.get(page).zip(self.size(page)) else {
            return;
        };
        if place.find(TEXT).is_some() {
            return;
        }
        let language = self.report.borrow().language.clone();
        append(layers::text(&text, size, language.as_deref()), place);
        if let Some(layer) = place.find(TEXT) {
            layer.stretch();
        }
        // The picture need not be read out beside its text.
        if let Some(poster) = place.find("img") {
            poster.set("alt", "");
        }
    }

    fn lay_links(&self, page: PageIndex, place: &Dom) {
        let links = self.links.borrow().get(page as usize).cloned().flatten();
        let Some((links, size)) = links.zip(self.size(page)) else {
            return;
        };
        if links.is_empty() || place.find(LINKS).is_some() {
            return;
        }
        let text = self.texts.get(page);
        append(
            layers::links(&links, text.as_deref(), size, &self.words),
            place,
        );
    }

    /// Marks what was found on a page; anew, where that has changed.
    pub(super) fn lay_hits(&self, page: PageIndex, place: &Dom) {
        let finding = self.finding.borrow();
        let version = finding.version().to_string();
        let before = place.find(HITS);
        if before.as_ref().and_then(|layer| layer.get("data-version")) == Some(version.clone()) {
            return;
        }
        if let Some(before) = before {
            before.remove();
        }
        let Some(size) = self.size(page) else {
            return;
        };
        let rects = finding.on_page(page);
        if !rects.is_empty() {
            append(
                layers::hits(rects, size).attr("data-version", version),
                place,
            );
        }
    }

    /// Says on a page that it could not be drawn; its poster stays, where it has one.
    pub(super) fn lay_broken(&self, page: PageIndex) {
        if let Some(place) = self
            .sheet(page)
            .filter(|place| place.find(BROKEN).is_none())
        {
            append(layers::broken(page, &self.words), &place);
        }
    }

    /// Takes all marks away.
    pub(super) fn clear_hits(&self) {
        for place in self.sheets.borrow().iter() {
            take_away(place, &[HITS]);
        }
    }
}

fn take_away(place: &Dom, layers: &[&str]) {
    for layer in layers {
        if let Some(layer) = place.find(layer) {
            layer.remove();
        }
    }
}

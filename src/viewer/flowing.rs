//! Reading mode: the report's text as a page of the site, one page of the report at a time, at the same place.

use std::rc::Rc;

use super::Viewer;
use crate::components::report_viewer::flow;
use crate::platform::task;
use crate::view::append;

impl Viewer {
    /// Between the pages as they are printed and their text.
    pub(super) fn toggle_reading(self: &Rc<Self>) {
        let is_reading = !self.is_reading.get();
        self.is_reading.set(is_reading);
        if let Some(viewer) = self.part("viewer") {
            viewer.toggle("data-reading", is_reading);
        }
        if let Some(button) = self.part("reading-button") {
            button.set("aria-pressed", if is_reading { "true" } else { "false" });
        }
        if is_reading {
            // Where no text was published, the engine reads it.
            task::spawn(self.clone().start_engine());
        }
        self.go_to(self.page.get());
    }

    /// Shows the text of the page that the reader is at.
    pub(super) fn flow(self: &Rc<Self>) {
        let viewer = self.clone();
        task::spawn(async move {
            let page = viewer.page.get();
            let text = viewer.text(page).await;
            let is_current = viewer.is_reading.get() && viewer.page.get() == page;
            let Some(place) = viewer.part("flow").filter(|_| is_current) else {
                return;
            };
            let name = viewer.page_name(page);
            let language = viewer.report.borrow().language.clone();
            place.clear();
            append(
                flow::page(&name, text.as_deref(), language.as_deref(), &viewer.words),
                &place,
            );
        });
    }
}

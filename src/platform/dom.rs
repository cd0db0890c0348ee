//! Elements of the page for the report viewer, which works on what a page holds: found by selector, read, moved, painted.
//!
//! It never makes elements of strings: views do, by `view`.

use nashra_report::geometry::{RectPt, decimal};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventTarget, HtmlCanvasElement, HtmlDialogElement, HtmlElement,
    HtmlInputElement, HtmlSelectElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::hands::Point;
use super::report_client::Pixels;

/// An element.
#[derive(Clone, PartialEq)]
pub struct Dom(Element);

impl Dom {
    /// The element of this id.
    pub fn by_id(id: &str) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        document.get_element_by_id(id).map(Self)
    }

    /// An element that a script handed over.
    pub fn given(value: JsValue) -> Option<Self> {
        value.dyn_into().ok().map(Self)
    }

    /// Its name, in lower case.
    pub fn name(&self) -> String {
        self.0.local_name()
    }

    /// What relative addresses in it are relative to.
    pub fn base_url(&self) -> Option<String> {
        self.0.base_uri().ok().flatten()
    }

    /// Sets the inline style as a script does: no policy forbids that.
    pub fn set_all_styles(&self, css: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            element.style().set_css_text(css);
        }
    }

    /// What an event happened to.
    pub fn target_of(event: &Event) -> Option<Self> {
        event.target()?.dyn_into().ok().map(Self)
    }

    /// As something to listen to.
    pub fn as_target(&self) -> &EventTarget {
        &self.0
    }

    /// The first descendant that a selector names.
    pub fn find(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok().flatten().map(Self)
    }

    /// All of them, in the document's order.
    pub fn all(&self, selector: &str) -> Vec<Self> {
        let Ok(found) = self.0.query_selector_all(selector) else {
            return Vec::new();
        };
        let nodes = (0..found.length()).filter_map(|at| found.get(at));
        nodes
            .filter_map(|node| node.dyn_into().ok().map(Self))
            .collect()
    }

    /// Itself or the nearest ancestor that a selector names.
    pub fn closest(&self, selector: &str) -> Option<Self> {
        self.0.closest(selector).ok().flatten().map(Self)
    }

    /// An attribute.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// Sets an attribute, where it is not so already.
    pub fn set(&self, name: &str, value: &str) {
        if self.get(name).as_deref() != Some(value) {
            // Names are ours and valid.
            let _ = self.0.set_attribute(name, value);
        }
    }

    /// Removes an attribute.
    pub fn unset(&self, name: &str) {
        let _ = self.0.remove_attribute(name);
    }

    /// Sets or removes an attribute without a value.
    pub fn toggle(&self, name: &str, is_set: bool) {
        if is_set {
            self.set(name, "");
        } else {
            self.unset(name);
        }
    }

    /// Sets the text, where it is not so already.
    pub fn set_text(&self, text: &str) {
        if self.0.text_content().as_deref() != Some(text) {
            self.0.set_text_content(Some(text));
        }
    }

    /// Empties it.
    pub fn clear(&self) {
        if self.0.first_child().is_some() {
            self.0.set_text_content(None);
        }
    }

    /// A fresh element of the same document, not yet in it; nothing where there is no such name.
    pub fn make(&self, tag: &str, namespace: Option<&str>) -> Option<Self> {
        let document = self.0.owner_document()?;
        let made = match namespace {
            Some(_) => document.create_element_ns(namespace, tag),
            None => document.create_element(tag),
        };
        made.ok().map(Self)
    }

    /// Takes it as its last child.
    pub fn push(&self, child: &Self) {
        // Fresh elements may stand anywhere.
        let _ = self.0.append_child(&child.0);
    }

    /// Takes a text as its last child.
    pub fn push_text(&self, text: &str) {
        let _ = self.0.append_with_str_1(text);
    }

    /// Whether what the reader has selected begins, ends or goes on in it.
    pub fn is_selected(&self) -> bool {
        selection().is_some_and(|range| range.intersects_node(&self.0).unwrap_or(false))
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Whether it stands in the page.
    pub fn is_connected(&self) -> bool {
        self.0.is_connected()
    }

    /// Where it is on the screen, in CSS pixels from the window's corner.
    pub fn place(&self) -> RectPt {
        let rect = self.0.get_bounding_client_rect();
        RectPt {
            x: rect.x() as f32,
            y: rect.y() as f32,
            width: rect.width() as f32,
            height: rect.height() as f32,
        }
    }

    /// Whether there is more of it to either side than is shown.
    pub fn is_wider_than_shown(&self) -> bool {
        self.0.scroll_width() > self.0.client_width() + 1
    }

    /// The value of a field or a choice.
    pub fn value(&self) -> String {
        let field = self.0.dyn_ref::<HtmlInputElement>();
        let choice = self.0.dyn_ref::<HtmlSelectElement>();
        field
            .map(HtmlInputElement::value)
            .or(choice.map(HtmlSelectElement::value))
            .unwrap_or_default()
    }

    /// Sets it.
    pub fn set_value(&self, value: &str) {
        if let Some(field) = self.0.dyn_ref::<HtmlInputElement>() {
            field.set_value(value);
        } else if let Some(choice) = self.0.dyn_ref::<HtmlSelectElement>() {
            choice.set_value(value);
        }
    }

    /// Sets a property of its own style.
    pub fn set_style(&self, property: &str, value: &str) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(property, value);
        }
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
    }

    /// Whether it, or what is in it, has the focus.
    pub fn has_focus(&self) -> bool {
        self.0.matches(":focus-within").unwrap_or(false)
    }

    /// Whether the reader types or chooses in it.
    pub fn is_field(&self) -> bool {
        self.0
            .matches("input, select, textarea, [contenteditable]")
            .unwrap_or(false)
    }

    /// Moves the page at once until its beginning, or its middle, is seen.
    pub fn scroll_to(&self, is_centred: bool) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(if is_centred {
            ScrollLogicalPosition::Center
        } else {
            ScrollLogicalPosition::Start
        });
        options.set_inline(ScrollLogicalPosition::Nearest);
        options.set_behavior(ScrollBehavior::Instant);
        self.0
            .scroll_into_view_with_scroll_into_view_options(&options);
    }

    /// Shows pixels (RGBA, rows from the top) over all that it holds, in place of those before; without a moment between.
    pub fn paint(&self, pixels: &Pixels, width: u32, height: u32) -> Option<()> {
        let canvas = pixels.to_canvas(width, height)?;
        let _ = canvas.set_attribute("class", "viewer-canvas");
        let before = self.all("canvas");
        self.0.append_child(&canvas).ok()?;
        before.iter().for_each(Self::release);
        self.set("data-live", "");
        Some(())
    }

    /// Shows a part of it more sharply, over the whole; `place` is in hundredths of its width and height.
    pub fn paint_detail(
        &self,
        pixels: &Pixels,
        width: u32,
        height: u32,
        place: &RectPt,
    ) -> Option<()> {
        let whole = self.find(".viewer-canvas")?;
        let canvas = pixels.to_canvas(width, height)?;
        let _ = canvas.set_attribute("class", "viewer-detail");
        let style = [
            ("inset-inline-start", place.x),
            ("inset-block-start", place.y),
            ("inline-size", place.width),
            ("block-size", place.height),
        ];
        for (property, share) in style {
            let share = [&decimal(share), "%"].concat();
            let _ = canvas.style().set_property(property, &share);
        }
        let before = self.find(".viewer-detail");
        whole.0.after_with_node_1(&canvas).ok()?;
        if let Some(before) = before {
            before.release();
        }
        Some(())
    }

    /// From now on fetches smaller ones of the pictures that are not here yet, below `selector`.
    pub fn slim_pictures(&self, selector: &str, sizes: &str) {
        for picture in self.all(&[selector, " img[loading=lazy]"].concat()) {
            let image = picture.0.dyn_ref::<web_sys::HtmlImageElement>();
            if image.is_some_and(|image| !image.complete()) {
                picture.set_sizes(sizes);
            }
        }
    }

    /// Pictures below `selector` are shown at other sizes than was thought.
    pub fn size_pictures(&self, selector: &str, sizes: &str) {
        for picture in self.all(&[selector, " img"].concat()) {
            picture.set_sizes(sizes);
        }
    }

    fn set_sizes(&self, sizes: &str) {
        self.set("sizes", sizes);
        if let Some(source) = self.0.previous_element_sibling() {
            Self(source).set("sizes", sizes);
        }
    }

    /// Waits until the pictures in it can be shown; one that cannot is not waited for.
    pub async fn pictures_ready(&self) {
        for picture in self.all("img") {
            if let Some(picture) = picture.0.dyn_ref::<web_sys::HtmlImageElement>() {
                let _ = wasm_bindgen_futures::JsFuture::from(picture.decode()).await;
            }
        }
    }

    /// Takes the pixels away.
    pub fn unpaint(&self) {
        self.all("canvas").iter().for_each(Self::release);
        self.unset("data-live");
    }

    /// A canvas without rows lets its memory go at once, where a collector would wait.
    fn release(&self) {
        if let Some(canvas) = self.0.dyn_ref::<HtmlCanvasElement>() {
            canvas.set_height(0);
        }
        self.0.remove();
    }

    /// Stretches each line of a text layer to the width that it has on paper (`data-width`, ten-thousandths of the layer's).
    pub fn stretch(&self) {
        let whole = self.place().width;
        let pieces = self.all("[data-width]");
        // All are measured before any is changed: one layout for the page.
        let factors: Vec<f32> = pieces
            .iter()
            .map(|piece| {
                let share = piece.get("data-width");
                let share: u32 = share.and_then(|share| share.parse().ok()).unwrap_or(0);
                whole * share as f32 / 10_000.0 / piece.place().width.max(1.0)
            })
            .collect();
        for (piece, factor) in pieces.iter().zip(factors) {
            piece.set_style("transform", &["scaleX(", &decimal(factor), ")"].concat());
        }
    }

    /// Fills the screen with it, or lets it go back.
    pub fn toggle_full_screen(&self) {
        let Some(document) = self.0.owner_document() else {
            return;
        };
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        } else {
            let _ = self.0.request_fullscreen();
        }
    }

    /// Whether it fills the screen now.
    pub fn fills_screen(&self) -> bool {
        let document = self.0.owner_document();
        let filling = document.and_then(|document| document.fullscreen_element());
        filling.as_ref() == Some(&self.0)
    }

    /// Moves what it shows, in CSS pixels.
    pub fn scroll_by(&self, x: f32, y: f32) {
        if x != 0.0 || y != 0.0 {
            self.0.scroll_by_with_x_and_y(f64::from(x), f64::from(y));
        }
    }

    /// Opens a dialog over the page, or closes it.
    pub fn toggle_dialog(&self) {
        if let Some(dialog) = self.0.dyn_ref::<HtmlDialogElement>() {
            if dialog.open() {
                dialog.close();
            } else {
                // It stands in the page and is closed: nothing else is refused.
                let _ = dialog.show_modal();
            }
        }
    }

    /// Whether it could fill the screen.
    pub fn can_fill_screen(&self) -> bool {
        let document = self.0.owner_document();
        document.is_some_and(|document| document.fullscreen_enabled())
    }
}

/// Size of the window, in CSS pixels.
pub fn window_height() -> f32 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.unwrap_or(0.0) as f32
}

/// The window's lower right corner.
pub fn window_size() -> Point {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    Point {
        x: width.unwrap_or(0.0) as f32,
        y: window_height(),
    }
}

/// The middle of the window.
pub fn window_middle() -> Point {
    let Point { x, y } = window_size();
    Point {
        x: x / 2.0,
        y: y / 2.0,
    }
}

/// Scrolls the page at once, in CSS pixels.
pub fn window_scroll_by(y: f32) {
    if let Some(window) = web_sys::window().filter(|_| y != 0.0) {
        let options = web_sys::ScrollToOptions::new();
        options.set_top(f64::from(y));
        options.set_behavior(ScrollBehavior::Instant);
        window.scroll_by_with_scroll_to_options(&options);
    }
}

/// Device pixels for a CSS pixel.
pub fn pixel_ratio() -> f32 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio() as f32)
}

/// What the reader has selected.
fn selection() -> Option<web_sys::Range> {
    let selection = web_sys::window()?.get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    selection.get_range_at(0).ok()
}

/// The lines that are selected, each with the part of its text.
pub fn selected_lines(root: &Dom) -> Vec<(Dom, String)> {
    let Some(range) = selection() else {
        return Vec::new();
    };
    let pieces = root.all("[data-layer=text] span").into_iter();
    let selected = pieces.filter(|piece| range.intersects_node(&piece.0).unwrap_or(false));
    let parts = selected.map(|piece| {
        let text = piece.0.text_content().unwrap_or_default();
        let units: Vec<u16> = text.encode_utf16().collect();
        let within = |node: web_sys::Node, offset: u32| {
            let is_text = node.node_type() == web_sys::Node::TEXT_NODE;
            (is_text && piece.0.contains(Some(&node))).then_some(offset as usize)
        };
        let start = range.start_container().ok().zip(range.start_offset().ok());
        let end = range.end_container().ok().zip(range.end_offset().ok());
        let start = start.and_then(|(node, offset)| within(node, offset));
        let end = end.and_then(|(node, offset)| within(node, offset));
        let end = end.unwrap_or(units.len()).min(units.len());
        let part = units.get(start.unwrap_or(0)..end).unwrap_or_default();
        (piece.clone(), String::from_utf16_lossy(part))
    });
    parts.filter(|(_, part)| !part.is_empty()).collect()
}

/// Puts a text on the clipboard in place of what the browser would.
pub fn copy_instead(event: &Event, text: &str) {
    let data = event
        .dyn_ref::<web_sys::ClipboardEvent>()
        .and_then(web_sys::ClipboardEvent::clipboard_data);
    if let Some(data) = data
        && data.set_data("text/plain", text).is_ok()
    {
        event.prevent_default();
    }
}

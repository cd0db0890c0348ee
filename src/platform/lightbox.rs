//! The elements of the open lightbox: shown, measured and drawn upon. It refuses to decide where anything stands.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlImageElement};

use super::document::by_id;

/// A rectangle in the window, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rect {
    /// From the window's left edge.
    pub left: f64,
    /// From its top.
    pub top: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

fn rect_of(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect {
        left: rect.left(),
        top: rect.top(),
        width: rect.width(),
        height: rect.height(),
    }
}

/// What is drawn in every frame.
pub struct Drawing {
    /// The row's way to the right.
    pub row: f64,
    /// The current photo's, to the right and downwards.
    pub at: (f64, f64),
    /// The current photo's scale.
    pub scale: f64,
    /// The backdrop's opacity.
    pub backdrop: f64,
}

/// The dialog and the parts of it that move.
pub struct Lightbox {
    dialog: HtmlDialogElement,
    frame: HtmlElement,
    room: HtmlElement,
    row: HtmlElement,
    backdrop: HtmlElement,
    /// The current photo; another one after each turn.
    photo: Option<HtmlElement>,
    /// What was written last: row, photo, backdrop.
    written: [String; 3],
}

/// The room of the dialog that is not yet open.
pub fn new_room() -> Option<Element> {
    let selector = "dialog.lightbox:not([open]) .lightbox-room";
    document()?.query_selector(selector).ok().flatten()
}

impl Lightbox {
    /// The dialog that was just put into the page, shown as a modal one. None where the second sheet, which styles it, did not come: the
    /// backdrop then has no size.
    pub fn open() -> Option<Self> {
        let selector = "dialog.lightbox:not([open])";
        let dialog = document()?.query_selector(selector).ok().flatten()?;
        let part = |selector: &str| html_in(&dialog, selector);
        let lightbox = Self {
            frame: part(".lightbox-frame")?,
            room: part(".lightbox-room")?,
            row: part(".lightbox-row")?,
            backdrop: part(".lightbox-backdrop")?,
            photo: None,
            written: Default::default(),
            dialog: dialog.unchecked_into(),
        };
        lightbox.dialog.show_modal().ok()?;
        if rect_of(&lightbox.backdrop).height == 0.0 {
            lightbox.close();
            return None;
        }
        lightbox.focus();
        Some(lightbox)
    }

    /// Gives the dialog itself the focus: a control that had it may be gone.
    pub fn focus(&self) {
        focus(&self.dialog);
    }

    /// From now on the pointer speaks to the stage, wherever it goes.
    pub fn capture(&self, pointer: i32) {
        // A pointer that is gone already cannot be captured; then there is nothing to follow.
        let _ = self.room.set_pointer_capture(pointer);
    }

    /// Takes hold of the photo that the view marks as the current one; the one before rests.
    pub fn find_photo(&mut self) {
        let found = html_in(&self.row, ".is-current .lightbox-photo");
        if found != self.photo {
            if let Some(before) = &self.photo {
                let _ = before.set_attribute("style", "");
            }
            self.photo = found;
            self.written[1].clear();
        }
    }

    /// Where a photo rests.
    pub fn room(&self) -> Rect {
        rect_of(&self.room)
    }

    /// Whether a rectangle is in the window from its top to its bottom.
    pub fn is_in_view(&self, rect: &Rect) -> bool {
        rect.top >= 0.0 && rect.top + rect.height <= rect_of(&self.frame).height
    }

    /// Draws. What did not change is not written. These elements have no other style of their own, so it is their attribute.
    pub fn draw(&mut self, drawing: &Drawing) {
        let row = translation(drawing.row, 0.0);
        let mut photo = translation(drawing.at.0, drawing.at.1);
        photo.push_str(" scale(");
        push_decimal(&mut photo, drawing.scale);
        photo.push(')');
        let mut backdrop = String::from("opacity:");
        push_decimal(&mut backdrop, drawing.backdrop);
        let [old_row, old_photo, old_backdrop] = &mut self.written;
        write(&self.row, old_row, row);
        if let Some(element) = &self.photo {
            write(element, old_photo, photo);
        }
        write(&self.backdrop, old_backdrop, backdrop);
    }

    /// Closes the dialog; the browser gives the page back.
    pub fn close(&self) {
        self.dialog.close();
    }

    /// Fills the screen with the lightbox, or gives it back.
    pub fn toggle_full_screen(&self) {
        if is_full_screen() {
            if let Some(document) = document() {
                document.exit_fullscreen();
            }
        } else {
            // A refusal leaves everything as it was.
            let _ = self.frame.request_fullscreen();
        }
    }
}

/// The element of HTML in `element` that a selector of ours names.
fn html_in(element: &Element, selector: &str) -> Option<HtmlElement> {
    let found = element.query_selector(selector).ok().flatten()?;
    Some(found.unchecked_into())
}

fn write(element: &Element, old: &mut String, new: String) {
    if *old != new {
        let _ = element.set_attribute("style", &new);
        *old = new;
    }
}

fn translation(x: f64, y: f64) -> String {
    let mut text = String::from("transform:translate3d(");
    push_decimal(&mut text, x);
    text.push_str("px,");
    push_decimal(&mut text, y);
    text.push_str("px,0)");
    text
}

/// A number as CSS writes it, to the ten-thousandth: without the library's way of writing floats, which is 10 KB.
pub fn push_decimal(text: &mut String, value: f64) {
    // As far as 429,496: ten times the widest screen.
    let parts = (value.abs() * 10_000.0 + 0.5) as u32;
    if value < 0.0 && parts > 0 {
        text.push('-');
    }
    text.push_str(&(parts / 10_000).to_string());
    text.push('.');
    let rest = (10_000 + parts % 10_000).to_string();
    text.push_str(&rest[1..]);
}

/// Whether the page may fill the screen.
pub fn has_full_screen() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Whether something fills the screen.
pub fn is_full_screen() -> bool {
    let full = document().map(|document| document.query_selector(":fullscreen"));
    matches!(full, Some(Ok(Some(_))))
}

/// Whether the reader looks at another tab or window.
pub fn is_page_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether the reader asked for less motion.
pub fn wants_less_motion() -> bool {
    let query = "(prefers-reduced-motion: reduce)";
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Device pixels in a CSS pixel.
pub fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn picture_in(id: &str) -> Option<HtmlImageElement> {
    Some(html_in(&by_id(id)?, "img")?.unchecked_into())
}

/// Where the picture of the thumbnail of that `id` is.
pub fn thumbnail(id: &str) -> Option<Rect> {
    Some(rect_of(picture_in(id)?.as_ref()))
}

/// The file that the thumbnail of that `id` shows and its pixels, once it has loaded.
pub fn thumbnail_file(id: &str) -> Option<(String, u32, u32)> {
    let picture = picture_in(id)?;
    let (width, height) = (picture.natural_width(), picture.natural_height());
    let is_loaded = picture.complete() && width > 0;
    is_loaded.then(|| (picture.current_src(), width, height))
}

/// Gives focus to the thumbnail of that `id`.
pub fn focus_thumbnail(id: &str) {
    if let Some(link) = by_id(id) {
        focus(link.unchecked_ref());
    }
}

/// Gives an element the focus where it stands.
fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// The `id` of the link that a plain click (first button, no modifier) asks for.
pub fn clicked_link(event: &Event) -> Option<String> {
    let click: &web_sys::MouseEvent = event.unchecked_ref();
    let has_modifier = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || has_modifier {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    Some(element.closest("a").ok().flatten()?.id())
}

/// The file of the picture that `event` is about, as it was asked for.
pub fn file_of(event: &Event) -> String {
    let target = event.target();
    let file = target.and_then(|target| target.unchecked_ref::<Element>().get_attribute("src"));
    file.unwrap_or_default()
}

/// Waits until the picture that `event` is about is decoded; its pixels then.
pub fn decoded(event: &Event) -> impl Future<Output = Option<(u32, u32)>> + use<> {
    let picture = event.target();
    let picture: Option<HtmlImageElement> = picture.map(JsCast::unchecked_into);
    async move {
        let picture = picture?;
        // A picture that cannot be decoded ahead is decoded when it is shown.
        let _ = JsFuture::from(picture.decode()).await;
        Some((picture.natural_width(), picture.natural_height()))
    }
}

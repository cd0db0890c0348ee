//! The page's document: title, language, focus, scroll, theme, and the block inlined by the publishing tool.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of that `id`.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The page's `body`.
pub fn body() -> Option<HtmlElement> {
    let found = document()?.query_selector("body").ok().flatten()?;
    found.dyn_into().ok()
}

/// The element that the app hydrates or mounts into.
pub fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("nashra")?.dyn_into().ok()
}

/// When the document came, where it is a copy that the service worker had kept; in milliseconds since 1970.
pub fn kept_ms() -> Option<i64> {
    root()?.get_attribute("data-kept")?.parse().ok()
}

/// The text of the inlined data block.
pub fn data_block() -> Option<String> {
    document()?.get_element_by_id("nashra-data")?.text_content()
}

/// Empties the root before a fresh mount.
pub fn clear_root() {
    if let Some(root) = root() {
        root.set_text_content(None);
    }
}

/// Marks the root: `ready` when hydrated or mounted, `busy` while a page is on its way.
pub fn set_state(state: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-state", state);
    }
}

/// Title, language and direction of the document.
pub fn describe(title: &str, language: &str, direction: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(html) = document.document_element() {
            let _ = html.set_attribute("lang", language);
            let _ = html.set_attribute("dir", direction);
        }
    }
}

/// Moves focus to the page's `h1`, for keyboard and screen reader, without scrolling.
pub fn focus_heading() {
    let heading =
        document().and_then(|document| document.query_selector("#main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.set_attribute("tabindex", "-1");
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

/// Says `text` to screen readers, through the live region of the shell.
pub fn announce(text: &str) {
    if let Some(region) = document().and_then(|document| document.get_element_by_id("announcer")) {
        region.set_text_content(Some(text));
    }
}

/// Scrolls to `y` CSS pixels from the top, at once.
pub fn scroll_to(y: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Scrolls to the element that `hash` (with its `#`) names; says whether there is one.
pub fn scroll_to_hash(hash: &str) -> bool {
    let target = hash
        .strip_prefix('#')
        .filter(|id| !id.is_empty())
        .and_then(|id| document()?.get_element_by_id(id));
    if let Some(target) = &target {
        target.scroll_into_view_with_scroll_into_view_options(&ScrollIntoViewOptions::new());
    }
    target.is_some()
}

/// The theme that the document is shown in: `light`, `dark`, or `None` for the system's.
pub fn theme() -> Option<String> {
    document()?.document_element()?.get_attribute("data-theme")
}

/// Sets the theme the reader chose on the document: `light`, `dark`, or the system's for `None`.
pub fn set_theme(theme: Option<&str>) {
    if let Some(html) = document().and_then(|document| document.document_element()) {
        let _ = match theme {
            Some(theme) => html.set_attribute("data-theme", theme),
            None => html.remove_attribute("data-theme"),
        };
    }
}

/// A link that was clicked.
pub struct LinkClick {
    /// The whole address.
    pub url: String,
    /// Its path, percent-encoded.
    pub path: String,
    /// Its fragment with the `#`, or nothing.
    pub hash: String,
}

/// The same-origin link that a plain click (first button, no modifier, no new tab, no download) asks for.
pub fn plain_link_click(event: &web_sys::Event) -> Option<LinkClick> {
    let click: &web_sys::MouseEvent = event.dyn_ref()?;
    let has_modifier = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if click.default_prevented() || click.button() != 0 || has_modifier {
        return None;
    }
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement =
        element.closest("a[href]").ok().flatten()?.dyn_into().ok()?;
    let leaves = link.has_attribute("download") || !matches!(&*link.target(), "" | "_self");
    let origin = web_sys::window()?.location().origin().ok()?;
    if leaves || link.origin() != origin || !link.search().is_empty() {
        return None;
    }
    Some(LinkClick {
        url: link.href(),
        path: link.pathname(),
        hash: link.hash(),
    })
}

/// A form that was sent: where to, and the value of its `field`, without white space at its ends.
pub fn sent_form(event: &web_sys::Event, field: &str) -> Option<(String, String)> {
    let form: web_sys::HtmlFormElement = event.target()?.dyn_into().ok()?;
    let field = form
        .query_selector(&["input[name=", field, "]"].concat())
        .ok()??;
    let value = field.dyn_into::<HtmlInputElement>().ok()?.value();
    // As written: the property `action` would be shadowed by a field of that name.
    let action = form.get_attribute("action")?;
    Some((action, value.trim().to_owned()))
}

/// What was typed into the field `id`, if the event comes from there.
pub fn typed_into(event: &web_sys::Event, id: &str) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    (field.id() == id).then(|| field.value().trim().to_owned())
}

/// Sets the value of the field `id`.
pub fn set_value(id: &str, value: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(value);
    }
}

/// The window, as something to listen to.
pub fn window_target() -> Option<web_sys::EventTarget> {
    web_sys::window().map(Into::into)
}

/// Loads what marks the words of a search in the page that a hit leads to; the start script knows where it is.
pub fn load_marks() {
    let load = root().and_then(|root| js_sys::Reflect::get(&root, &"nashraLoadMarks".into()).ok());
    if let Some(load) = load.and_then(|load| load.dyn_into::<js_sys::Function>().ok()) {
        // The page is good without them.
        let _ = load.call0(&wasm_bindgen::JsValue::UNDEFINED);
    }
}

/// Whether the reader asked for less data (`Save-Data`); only some engines can tell.
pub fn saves_data() -> bool {
    let asked = || {
        let navigator = web_sys::window()?.navigator();
        let connection = js_sys::Reflect::get(&navigator, &"connection".into()).ok()?;
        js_sys::Reflect::get(&connection, &"saveData".into())
            .ok()?
            .as_bool()
    };
    asked().unwrap_or(false)
}

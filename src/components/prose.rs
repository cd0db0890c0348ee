//! The text of an item: third-party HTML that went through `markup` and nothing else.
//!
//! Published, it is written from the normal form; hydrated, it is left exactly as the page has it, which is why the
//! inlined data need not repeat it; in the browser it is built node by node. No string becomes markup here.

use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::prelude::{Mountable, Render, RenderHtml};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

use crate::platform;

/// A text in normal form, with its own language and direction.
pub struct Prose {
    /// `markup`'s serialisation; `None` where the page around us holds it already.
    pub html: Option<String>,
    /// BCP 47 tag of the text.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
}

impl Prose {
    fn attributes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("class", Some("prose")),
            ("lang", self.language.as_deref()),
            ("dir", Some(&*self.direction)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }

    fn fill(&self, element: &Element) {
        for (name, value) in self.attributes() {
            Rndr::set_attribute(element, name, value);
        }
        platform::html::fill(element, self.html.as_deref().unwrap_or_default());
    }
}

/// The element on the page and the text it was built from.
pub struct ProseState {
    element: Element,
    html: Option<String>,
}

impl Mountable for ProseState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Mountable::mount(&mut self.element, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl Render for Prose {
    type State = ProseState;

    fn build(self) -> ProseState {
        let element = Rndr::create_element("div", None);
        self.fill(&element);
        ProseState {
            element,
            html: self.html,
        }
    }

    fn rebuild(self, state: &mut ProseState) {
        // No text of our own: the page holds it, now as before.
        if self.html.is_some() && self.html != state.html {
            Rndr::clear_children(&state.element);
            self.fill(&state.element);
            state.html = self.html;
        }
    }
}

impl AddAnyAttr for Prose {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        self
    }
}

impl RenderHtml for Prose {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, buf: &mut String, position: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        buf.push_str("<div");
        for (name, value) in self.attributes() {
            buf.push(' ');
            buf.push_str(name);
            buf.push_str("=\"");
            buf.push_str(&value.replace('&', "&amp;").replace('"', "&quot;"));
            buf.push('"');
        }
        buf.push('>');
        buf.push_str(self.html.as_deref().unwrap_or_default());
        buf.push_str("</div>");
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> ProseState {
        // As tachys does for its own elements: step to our element and leave its children alone.
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let element = Element::cast_from(cursor.current()).unwrap_or_else(|| Rndr::create_element("div", None));
        position.set(Position::NextChild);
        ProseState {
            element,
            html: self.html,
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

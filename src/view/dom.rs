//! The tree in the browser, through Leptos's renderer: built, hydrated over what a published page holds, or patched.
//!
//! Hydration trusts nothing: where the page differs from the tree, that part is built anew, and no visitor sees an
//! error. Patching keeps every node that it can, with its focus, selection and scroll.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::renderer::{CastFrom, RemoveEventHandler, Rndr};

use wasm_bindgen::JsCast;

use super::{Child, El, Inside, Listener, Parts, Text, namespace};
use crate::platform;
use crate::state::body::Body;

/// An element on the page and what it was made from.
pub struct ElState {
    pub(super) element: Element,
    tag: &'static str,
    key: Option<String>,
    attributes: Vec<(&'static str, Text)>,
    children: Vec<ChildState>,
    content: Option<Body>,
    listeners: Vec<Heard>,
    /// Dropped, they are stopped.
    _effects: Vec<RenderEffect<()>>,
}

/// What the browser calls for an event. A patch changes whom that calls, not what the browser has: a listener less and one more for
/// each button of a photo would be half of what turning to the next costs.
struct Heard {
    name: &'static str,
    listener: Rc<Cell<Option<Listener>>>,
    /// Dropped, it is removed.
    _handler: RemoveEventHandler<Element>,
}

fn hear(element: &Element, name: &'static str, listener: Listener) -> Heard {
    let listener = Rc::new(Cell::new(Some(listener)));
    let called = listener.clone();
    let handler = Rndr::add_event_listener(
        element,
        name,
        Box::new(move |event| {
            // Put back before it is called: it may have this very element patched.
            let listener = called.take();
            called.set(listener.clone());
            if let Some(listener) = listener {
                listener(event.unchecked_ref());
            }
        }),
    );
    Heard {
        name,
        listener,
        _handler: handler,
    }
}

enum ChildState {
    Text(Node, Text),
    Element(ElState),
}

impl ChildState {
    fn node(&self) -> &Node {
        match self {
            Self::Text(node, _) => node,
            Self::Element(state) => state.element.as_ref(),
        }
    }

    /// Whether `child` can take this one's place by a patch.
    fn fits(&self, child: &Child) -> bool {
        match (self, child) {
            (Self::Text(..), Child::Text(_)) => true,
            (Self::Element(state), Child::Element(element)) => {
                state.tag == element.0.tag && state.key == element.0.key
            }
            _ => false,
        }
    }
}

/// Builds the element, not yet in the page.
pub(super) fn build(element: El) -> ElState {
    let node = Rndr::create_element(element.0.tag, namespace(element.0.tag));
    fill(node, *element.0)
}

/// Fills a fresh element.
fn fill(element: Element, parts: Parts) -> ElState {
    for (name, value) in &parts.attributes {
        Rndr::set_attribute(&element, name, value);
    }
    if let Inside::Content(Some(body)) = &parts.inside {
        platform::html::fill(&element, body.markup());
    }
    adopt(element, parts, Vec::new(), |element, child| {
        let child = build_child(child);
        Rndr::insert_node(element, child.node(), None);
        child
    })
}

fn build_child(child: Child) -> ChildState {
    match child {
        Child::Text(text) => ChildState::Text(Rndr::create_text_node(&text).into(), text),
        Child::Element(element) => ChildState::Element(build(element)),
    }
}

/// Takes an element whose attributes and content are right and that has the listeners `heard`, and its children as `place` finds or
/// makes them.
fn adopt(
    element: Element,
    parts: Parts,
    heard: Vec<Heard>,
    mut place: impl FnMut(&Element, Child) -> ChildState,
) -> ElState {
    let children = parts
        .children
        .into_iter()
        .map(|child| place(&element, child))
        .collect();
    let names = parts.listeners.iter().map(|(name, _)| *name);
    let listeners = if names.eq(heard.iter().map(|heard| heard.name)) {
        for (heard, (_, listener)) in heard.iter().zip(parts.listeners) {
            heard.listener.set(Some(listener));
        }
        heard
    } else {
        let listeners = parts.listeners.into_iter();
        listeners
            .map(|(name, listener)| hear(&element, name, listener))
            .collect()
    };
    let mut effects = Vec::new();
    for (name, value) in parts.live_attributes {
        let element = element.clone();
        effects.push(RenderEffect::new(move |_| {
            Rndr::set_attribute(&element, name, &value())
        }));
    }
    let mut content = None;
    match parts.inside {
        Inside::Children => {}
        Inside::Live(text) => {
            let element = element.clone();
            effects.push(RenderEffect::new(move |_| set_only_text(&element, &text())));
        }
        Inside::Content(html) => content = html,
    }
    ElState {
        element,
        tag: parts.tag,
        key: parts.key,
        attributes: parts.attributes,
        children,
        content,
        listeners,
        _effects: effects,
    }
}

/// Sets the text of an element that holds nothing else, and touches the page only when it changes.
fn set_only_text(element: &Element, text: &str) {
    let child =
        Rndr::first_child(element).and_then(leptos::tachys::renderer::types::Text::cast_from);
    match child {
        Some(node) if Rndr::next_sibling(&node).is_none() => {
            if node.data() != text {
                Rndr::set_text(&node, text);
            }
        }
        _ => {
            Rndr::clear_children(element);
            Rndr::insert_node(element, &Rndr::create_text_node(text), None);
        }
    }
}

/// Takes over `node`, which a published page shows for `element`. A node that is something else is replaced.
pub(super) fn hydrate(element: El, node: Node) -> ElState {
    let is_it =
        Element::cast_from(node.clone()).filter(|found| found.local_name() == element.0.tag);
    let Some(found) = is_it else {
        let state = build(element);
        replace(&node, state.element.as_ref());
        return state;
    };
    let mut next = match &element.0.inside {
        Inside::Children => Rndr::first_child(&found),
        _ => None,
    };
    let is_list = matches!(element.0.inside, Inside::Children);
    let state = adopt(found, *element.0, Vec::new(), |parent, child| {
        let Some(node) = next.take() else {
            let state = build_child(child);
            Rndr::insert_node(parent, state.node(), None);
            return state;
        };
        next = Rndr::next_sibling(&node);
        match child {
            Child::Element(element) => ChildState::Element(hydrate(element, node)),
            Child::Text(text) => hydrate_text(text, node),
        }
    });
    // What an extension or a proxy put behind our children is not ours to keep track of; on a list it would shift.
    while let Some(extra) = next.take().filter(|_| is_list) {
        next = Rndr::next_sibling(&extra);
        Rndr::remove(&extra);
    }
    state
}

fn hydrate_text(text: Text, node: Node) -> ChildState {
    match leptos::tachys::renderer::types::Text::cast_from(node.clone()) {
        Some(found) => {
            if found.data() != text {
                Rndr::set_text(&found, &text);
            }
            ChildState::Text(node, text)
        }
        None => {
            let state = build_child(Child::Text(text));
            replace(&node, state.node());
            state
        }
    }
}

fn replace(old: &Node, new: &Node) {
    if let Some(parent) = Rndr::get_parent(old).and_then(Element::cast_from) {
        Rndr::insert_node(&parent, new, Some(old));
    }
    Rndr::remove(old);
}

/// Makes `state` show `element`, keeping the nodes that fit.
pub(super) fn patch(element: El, state: &mut ElState) {
    if state.tag != element.0.tag || state.key != element.0.key {
        let fresh = build(element);
        replace(state.element.as_ref(), fresh.element.as_ref());
        *state = fresh;
        return;
    }
    let parts = *element.0;
    patch_attributes(&state.element, &state.attributes, &parts.attributes);
    if let Inside::Content(Some(body)) = &parts.inside
        && state.content.as_ref() != Some(body)
    {
        Rndr::clear_children(&state.element);
        platform::html::fill(&state.element, body.markup());
    }
    let old_content = state.content.take();
    let mut old: Vec<Option<ChildState>> = std::mem::take(&mut state.children)
        .into_iter()
        .map(Some)
        .collect();
    let mut kept: Vec<Option<ChildState>> = Vec::with_capacity(parts.children.len());
    // Whether all stay where they are, as they mostly do: then nothing is asked of the page.
    let mut is_same = old.len() == parts.children.len();
    for child in &parts.children {
        let at = old
            .iter()
            .position(|old| old.as_ref().is_some_and(|old| old.fits(child)));
        is_same &= at == Some(kept.len());
        kept.push(at.and_then(|at| old[at].take()));
    }
    // What is gone goes first: else what stands behind it would have to move.
    for gone in old.into_iter().flatten() {
        Rndr::remove(gone.node());
    }
    let mut kept = kept.into_iter();
    let mut cursor = match is_same {
        true => None,
        false => Rndr::first_child(&state.element),
    };
    let heard = std::mem::take(&mut state.listeners);
    let mut fresh = adopt(state.element.clone(), parts, heard, |parent, child| {
        let placed = match (kept.next().flatten(), child) {
            (Some(ChildState::Element(mut state)), Child::Element(element)) => {
                patch(element, &mut state);
                ChildState::Element(state)
            }
            (Some(ChildState::Text(node, before)), Child::Text(text)) => {
                if before != text {
                    node.set_node_value(Some(&text));
                }
                ChildState::Text(node, text)
            }
            (_, child) => build_child(child),
        };
        // Only what is not in its place is moved: moving a node loses its focus and reloads its frames.
        if is_same {
        } else if cursor.as_ref() == Some(placed.node()) {
            cursor = Rndr::next_sibling(placed.node());
        } else {
            Rndr::insert_node(parent, placed.node(), cursor.as_ref());
        }
        placed
    });
    fresh.content = fresh.content.or(old_content);
    *state = fresh;
}

fn patch_attributes(element: &Element, old: &[(&'static str, Text)], new: &[(&'static str, Text)]) {
    for (name, value) in new {
        if !old
            .iter()
            .any(|(known, before)| known == name && before == value)
        {
            Rndr::set_attribute(element, name, value);
        }
    }
    for (name, _) in old {
        if !new.iter().any(|(known, _)| known == name) {
            Rndr::remove_attribute(element, name);
        }
    }
}

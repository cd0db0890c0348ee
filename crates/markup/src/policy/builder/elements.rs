//! New elements: their attributes in order, their ids given once.
//! It refuses to put an element anywhere.

use super::{Builder, Scope};
use crate::policy::attributes::Traits;
use crate::policy::frames::Frame;
use crate::policy::urls;
use crate::tree::Element;
use crate::vocabulary::{Attribute, Tag};

impl Builder<'_> {
    /// An element with its attributes, and the scope inside of it. Language and direction of lost containers
    /// are written on the blocks in them.
    pub(super) fn create(&mut self, tag: Tag, traits: Traits) -> (Element, Scope) {
        let outer = self
            .open
            .last()
            .map(|frame| frame.scope.clone())
            .unwrap_or_default();
        let (mut lang, mut dir) = (traits.lang, traits.dir);
        if !tag.is_inline() {
            lang = lang.or_else(|| {
                self.scope
                    .lang
                    .clone()
                    .filter(|lang| Some(lang) != outer.lang.as_ref())
            });
            dir = dir.or(self.scope.dir.filter(|dir| Some(*dir) != outer.dir));
        }
        let id = traits
            .id
            .or_else(|| self.pending_id.take())
            .and_then(|id| self.claim(&id));
        let mut attributes: Vec<_> = id.map(|id| (Attribute::Id, id)).into_iter().collect();
        attributes.extend(lang.clone().map(|lang| (Attribute::Lang, lang)));
        attributes.extend(dir.map(|dir| (Attribute::Dir, dir.to_owned())));
        attributes.extend(traits.rest);
        let scope = Scope {
            lang: lang.or(outer.lang),
            dir: dir.or(outer.dir),
        };
        (Element::new(tag, attributes), scope)
    }

    /// The id of what was lost just before a text: given to the element that the text begins,
    /// else to a `span` around the text.
    pub(super) fn id_for_text(&mut self) -> Option<String> {
        let id = self.pending_id.take()?;
        let id = self.claim(&id)?;
        let is_root = self.open.len() == 1;
        match self.open.last_mut() {
            Some(Frame { element, .. })
                if !is_root
                    && element.children.is_empty()
                    && element
                        .attributes
                        .first()
                        .is_none_or(|(name, _)| *name != Attribute::Id) =>
            {
                element.attributes.insert(0, (Attribute::Id, id));
                None
            }
            _ => self.has_inline_room().then_some(id),
        }
    }

    /// The id with its prefix, unless it is taken.
    pub(super) fn claim(&mut self, id: &str) -> Option<String> {
        let id = urls::id(self.context, id)?;
        let place = self.ids.binary_search(&id).err()?;
        self.ids.insert(place, id.clone());
        Some(id)
    }

    pub(super) fn is_free(&self, id: &str) -> bool {
        urls::id(self.context, id).is_some_and(|id| self.ids.binary_search(&id).is_err())
    }
}

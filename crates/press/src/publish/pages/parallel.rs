//! The text of an item beside the same text in another language, paragraph by paragraph: a page that runs without the app.
//!
//! Each column has its own language and direction. On a narrow screen a paragraph stands above its translation.

use nashra_app::components::breadcrumbs::breadcrumbs;
use nashra_app::components::prose::prose;
use nashra_app::components::title::titled;
use nashra_app::route::Route;
use nashra_app::state::body::Body;
use nashra_app::state::compose::Composer;
use nashra_app::state::compose::catalogue::{Entry, Translation};
use nashra_app::state::locale::Locale;
use nashra_app::state::page_data::{Content, ItemData, PageData, TopicData};
use nashra_app::view::{El, el};
use nashra_markup::{Attribute, Markup, Node};

use super::{Job, Writer, page_of};
use crate::error::PressError;
use crate::publish::align::{self, Row};

/// The folder below the page of an item; the other language's tag follows.
const FOLDER: &str = "with/";

/// One of the two texts.
struct Side<'a> {
    tag: &'a str,
    /// The language's own name for itself.
    name: &'a str,
    direction: String,
    title: String,
    text: &'a Markup,
    /// The whole page.
    path: String,
}

impl Writer<'_> {
    /// A page for each other language that can be laid beside this one, where the newsroom asks for them.
    pub(super) fn side_by_side(
        &self,
        job: &Job,
        entry: Entry<'_>,
        composer: &Composer<'_>,
        page: &PageData,
        folder: &str,
    ) -> Result<Vec<TopicData>, PressError> {
        let mut links = Vec::new();
        if !self.setting.source.newsroom.side_by_side {
            return Ok(links);
        }
        let Content::Item(own) = &page.content else {
            return Ok(links);
        };
        let plan = self.plan;
        let places = plan.catalogue.everywhere(entry);
        let others = places.filter(|place| {
            !place.is_loan && place.language != job.frame && place.entry.item.withdrawn.is_none()
        });
        for place in others {
            let Content::Item(other) = composer.item_page(place.entry).content else {
                continue;
            };
            let tag = plan.catalogue.tag(place.language).as_str();
            let locale = &plan.frames[job.frame].locale;
            let label = self.both_languages(locale.tag.as_str(), tag, locale);
            let Some(content) = self.columns(job, [own, &other], &place, page, &label) else {
                continue;
            };
            let below = [FOLDER, tag, "/"].concat();
            let alternates = self.alternates(page, |path| {
                // In the other language the same two texts, that one first; a third has nothing to do with them.
                let is_other = path == self.path_in(&place);
                let own_tag = locale.tag.as_str();
                match () {
                    () if path == page.path => Some([path, &below].concat()),
                    () if is_other => Some([path, FOLDER, own_tag, "/"].concat()),
                    () => None,
                }
            });
            let title = own.title.as_deref().unwrap_or(&own.label);
            let title = [title, " (", &label, ")"].concat();
            self.plain(
                job,
                &[folder, &below].concat(),
                &title,
                alternates,
                content,
                None,
            )?;
            links.push(TopicData {
                name: label,
                path: [&page.path, &*below].concat(),
            });
        }
        Ok(links)
    }

    fn path_in(&self, place: &Translation<'_>) -> String {
        let tag = self.plan.catalogue.tag(place.language);
        Route::new(tag, page_of(place.entry)).path(self.setting.prefix)
    }

    /// "Arabic and English side by side", in the page's language.
    fn both_languages(&self, first: &str, second: &str, locale: &Locale) -> String {
        let name = |tag: &str| {
            let primary = tag.split('-').next().unwrap_or(tag);
            let known = locale.messages.find(&["language.name.", primary].concat());
            known
                .map(str::to_owned)
                .unwrap_or_else(|| self.own_name(tag).to_owned())
        };
        locale.fill(
            "beside.link",
            &[("first", &name(first)), ("second", &name(second))],
        )
    }

    /// A language's own name for itself, else its tag.
    fn own_name<'s>(&'s self, tag: &'s str) -> &'s str {
        let mut frames = self.plan.frames.iter();
        let frame = frames.find(|frame| frame.locale.tag.as_str() == tag);
        let languages = frame.map_or(&[][..], |frame| &frame.newsroom.languages);
        let known = languages.iter().find(|language| language.tag == tag);
        known.map_or(tag, |language| &language.name)
    }

    /// The page's content; `None` where the texts cannot be laid beside each other.
    fn columns(
        &self,
        job: &Job,
        [own, other]: [&ItemData; 2],
        place: &Translation<'_>,
        page: &PageData,
        label: &str,
    ) -> Option<El> {
        let locale = &self.plan.frames[job.frame].locale;
        let other_tag = self.plan.catalogue.tag(place.language).as_str();
        let [first, second] = [own.body.as_ref()?.markup(), other.body.as_ref()?.markup()];
        let rows = align::rows([first, second])?;
        let title = |item: &ItemData| item.title.clone().unwrap_or_else(|| item.label.clone());
        let sides = [
            Side {
                tag: locale.tag.as_str(),
                name: self.own_name(locale.tag.as_str()),
                direction: own.direction.clone(),
                title: title(own),
                text: first,
                path: page.path.clone(),
            },
            Side {
                tag: other_tag,
                name: self.own_name(other_tag),
                direction: other.direction.clone(),
                title: title(other),
                text: second,
                path: self.path_in(place),
            },
        ];
        let [first, second] = &sides;
        let heads = el("div")
            .class("beside-row beside-head")
            .children([head(first, "h1"), head(second, "p")]);
        let rows = rows.into_iter().map(|row| pair(&sides, row));
        let table = el("div").class("beside").child(heads).children(rows);
        Some(
            el("div")
                .class("wrap")
                .child(breadcrumbs(
                    self.way(job, own, page),
                    label.to_owned(),
                    locale,
                ))
                .child(table),
        )
    }
}

/// The language, and the title as a link to the whole page.
fn head(side: &Side<'_>, heading: &'static str) -> El {
    let link = el("a")
        .attr("href", side.path.clone())
        .attr("hreflang", side.tag.to_owned());
    el("div")
        .attr("lang", side.tag.to_owned())
        .attr("dir", side.direction.clone())
        .child(el("p").class("kicker").text(side.name.to_owned()))
        .child(
            el(heading)
                .class("beside-title")
                .child(titled(link, &side.title)),
        )
}

/// What says the same.
fn pair(sides: &[Side<'_>; 2], row: Row) -> El {
    let mut cells = Vec::new();
    for (at, (side, blocks)) in sides.iter().zip(row).enumerate() {
        let mut nodes = side.text.nodes[blocks].to_vec();
        if at == 1 {
            // Both texts may give the same names to their parts; a page has each once.
            without_ids(&mut nodes);
        }
        let body = (!nodes.is_empty()).then(|| Body::new(Markup { nodes }));
        let tag = Some(side.tag.to_owned());
        cells.push(prose(body, tag, side.direction.clone()));
    }
    el("div").class("beside-row").children(cells)
}

/// Depth is bounded by `markup` at 64, so recursion is safe here.
fn without_ids(nodes: &mut [Node]) {
    for node in nodes {
        if let Node::Element(element) = node {
            element
                .attributes
                .retain(|(name, _)| *name != Attribute::Id);
            without_ids(&mut element.children);
        }
    }
}

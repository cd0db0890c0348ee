//! The app: one tree over one signal, the [`Screen`], rendered natively and in the browser alike.

use leptos::prelude::{IntoView, component};

use crate::components::contact::contact;
use crate::components::empty::empty;
use crate::components::error_view::{error_view, saved_copy};
use crate::components::shell::{Section, announcer, footer, header, skip_link};
use crate::pages;
use crate::route::{Page, Route};
use crate::state::page_data::{AlternateData, Content, ItemData, ListData, ReadData};
use crate::state::session::{Screen, Session, Shown};
use crate::view::{El, el};

/// What stands over the pages: photos, in a dialog of their own.
pub use crate::components::gallery::make_lightbox;

/// All that stands in `#nashra`; it follows the session.
#[component]
pub fn App(
    /// What to show, now and later.
    session: Session,
) -> impl IntoView {
    move || frame(&session.screen(), session)
}

/// A screen as a tree.
pub fn frame(screen: &Screen, session: Session) -> El {
    around(content(screen, session), screen, session)
}

/// The page that the service worker shows where it has no copy: the frame of `screen`, and what stands in for a page.
#[cfg(feature = "ssr")]
pub fn offline_frame(screen: &Screen, session: Session) -> El {
    let home_path = Route::new(&screen.locale.tag, Page::Home).path(&screen.prefix);
    let page = pages::offline::offline(home_path, &screen.locale);
    around(page, screen, session)
}

/// A page that is published whole and runs without the app: `content` in the frame of `screen`.
#[cfg(feature = "ssr")]
pub fn plain_frame(content: El, screen: &Screen, session: Session) -> El {
    around(content, screen, session)
}

fn around(content: El, screen: &Screen, session: Session) -> El {
    let (newsroom, locale) = (&screen.newsroom, &screen.locale);
    let header = header(
        newsroom,
        &screen.prefix,
        section(screen),
        alternates(screen),
        locale,
    );
    let main = el("main").attr("id", "main").attr("tabindex", "-1");
    el("div")
        .class("frame")
        .child(skip_link(locale))
        .child(header)
        .opt(screen.saved_ms.map(|ms| saved_copy(ms, session, locale)))
        .child(main.child(content))
        .opt(imprint(screen))
        .child(footer(newsroom, locale))
        .child(announcer())
}

/// What paper alone needs: whom to ask, which an item says on the screen too, and where the page is.
fn imprint(screen: &Screen) -> Option<El> {
    let Shown::Page(page) = &screen.shown else {
        return None;
    };
    let contact = match page.content {
        Content::NotFound => return None,
        Content::Item(_) => None,
        _ => contact(&screen.newsroom, &screen.locale),
    };
    let path = page.path.strip_prefix(&*screen.prefix);
    let address = [&*screen.newsroom.base_url, path.unwrap_or(&page.path)].concat();
    let address = el("bdi").attr("dir", "ltr").text(address);
    let imprint = el("div").class("wrap print-only").opt(contact);
    Some(imprint.child(el("p").child(address)))
}

/// The page itself, keyed by its address: another page is another element, with nothing left of the one before.
fn content(screen: &Screen, session: Session) -> El {
    let locale = &screen.locale;
    let home_path = Route::new(&locale.tag, Page::Home).path(&screen.prefix);
    match &screen.shown {
        Shown::Loading => pages::loading(locale),
        Shown::Error(error) => {
            error_view(error, home_path, session, locale).key("error".to_owned())
        }
        Shown::Page(page) => {
            let empty = || empty(&screen.newsroom, &page.alternates, locale);
            let content = match page.content.clone() {
                Content::Home(home) => pages::home::home(home, empty, screen),
                Content::Item(item) => pages::item::item(item, screen),
                Content::List(list) => pages::list::list(list, empty, home_path, locale),
                Content::Photos(photos) => pages::photos::photos(photos, empty, home_path, locale),
                Content::Search(search) => {
                    pages::search::search(search, page.path.clone(), home_path, session, locale)
                }
                Content::Read(read) => pages::read::read(read, locale),
                Content::NotFound => pages::not_found::not_found(home_path, locale),
            };
            content.key(page.path.clone())
        }
    }
}

fn section(screen: &Screen) -> Section {
    let Shown::Page(page) = &screen.shown else {
        return Section::None;
    };
    match &page.content {
        Content::Home(_) => Section::Home,
        Content::List(ListData { shelf, .. })
        | Content::Item(ItemData { shelf, .. })
        | Content::Read(ReadData { shelf, .. })
            if shelf == "reports" =>
        {
            Section::Reports
        }
        Content::List(_) | Content::Item(_) | Content::Read(_) => Section::Releases,
        Content::Photos(_) => Section::Photos,
        Content::Search(_) => Section::Search,
        Content::NotFound => Section::None,
    }
}

fn alternates(screen: &Screen) -> &[AlternateData] {
    match &screen.shown {
        Shown::Page(page) => &page.alternates,
        _ => &[],
    }
}

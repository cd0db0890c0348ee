//! The app: one tree of components over one signal, the [`Screen`], rendered natively and in the browser alike.

use leptos::prelude::*;

use crate::components::error_view::ErrorView;
use crate::components::shell::{Footer, Header, Section};
use crate::pages;
use crate::route::{Page, Route};
use crate::state::page_data::{AlternateData, Content};
use crate::state::session::{Screen, Session, Shown};

/// The whole of `#nashra`.
#[component]
pub fn App(
    /// What to show, now and later.
    session: Session,
) -> impl IntoView {
    provide_context(session);
    move || {
        let screen = session.screen();
        screen.locale.clone().provide();
        frame(&screen)
    }
}

fn frame(screen: &Screen) -> impl IntoView + use<> {
    view! {
        <Header
            newsroom=screen.newsroom.clone()
            prefix=screen.prefix.clone()
            section=section(screen)
            alternates=alternates(screen)
        />
        <main id="main" tabindex="-1">{content(screen)}</main>
        <Footer newsroom=screen.newsroom.clone()/>
    }
}

fn content(screen: &Screen) -> AnyView {
    let home_path = Route::new(&screen.locale.tag, Page::Home).path(&screen.prefix);
    match &screen.shown {
        Shown::Loading => view! { <pages::Loading/> }.into_any(),
        Shown::Error(error) => view! { <ErrorView error=error.clone() home_path/> }.into_any(),
        Shown::Page(page) => match page.content.clone() {
            Content::Home(home) => view! { <pages::home::Home title=screen.newsroom.title.clone() home/> }.into_any(),
            Content::Item(item) => view! { <pages::item::Item item home_path/> }.into_any(),
            Content::NotFound => view! { <pages::not_found::NotFound home_path/> }.into_any(),
        },
    }
}

fn section(screen: &Screen) -> Section {
    match &screen.shown {
        Shown::Page(page) if matches!(page.content, Content::Home(_)) => Section::Home,
        _ => Section::None,
    }
}

fn alternates(screen: &Screen) -> Vec<AlternateData> {
    match &screen.shown {
        Shown::Page(page) => page.alternates.clone(),
        _ => Vec::new(),
    }
}

//! The app's first moments in the browser: hydrate the page that is there, or mount afresh where the page is another
//! one (`404.html` at the address of a live item, or a bare index page).

use std::rc::Rc;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use nashra_feed::json::FromJson;
use nashra_l10n::LanguageTag;

use crate::app::App;
use crate::components::gallery::make_lightbox;
use crate::platform::json::BrowserJson;
use crate::platform::{console, document, history, task};
use crate::route::{Page, Route};
use crate::state::loader::Loader;
use crate::state::navigator::Navigator;
use crate::state::page_data::{Boot, NewsroomData, PageData};
use crate::state::session::{LoadError, Screen, Session, Shown};

/// Starts the app. What cannot be started leaves the published page as it is.
pub fn start() {
    // Effects are made before the first mount, which would do this too late. An error says that it was done already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    task::spawn(async {
        if let Err(error) = run().await {
            console::warn(
                &[
                    "Nashra: ",
                    error.url.as_deref().unwrap_or("start"),
                    ": ",
                    error.key(),
                ]
                .concat(),
            );
        }
    });
}

async fn run() -> Result<(), LoadError> {
    let block = document::data_block().and_then(|text| BrowserJson::parse(&text));
    let Some((boot, root)) = block
        .as_ref()
        .and_then(Boot::from_json)
        .zip(document::root())
    else {
        console::warn("Nashra: the page has no data block");
        return Ok(());
    };
    let mut path = history::path();
    let loader = Rc::new(Loader::new(boot.prefix.clone()));
    if let Some(frame) = &boot.newsroom {
        loader.remember_frame(frame);
    }
    let page = boot.page.filter(|page| page.path == path);
    let hydrates = page.is_some();
    let newsroom = match boot.newsroom {
        Some(newsroom) => newsroom,
        None => loader.page(&path).await?.newsroom,
    };
    let Some(tag) = language(&boot.prefix, &path, &newsroom) else {
        console::warn("Nashra: the address names no language");
        return Ok(());
    };
    if !hydrates && path == boot.prefix {
        // No publishing tool made this page: home is where the newsroom's default language is.
        path = Route::new(&tag, Page::Home).path(&boot.prefix);
        history::replace(&path);
    }
    let locale = loader.locale(&newsroom, &tag).await?;
    let shown = page.map_or(Shown::Loading, |page: PageData| Shown::Page(Arc::new(page)));
    let session_screen = Screen {
        prefix: boot.prefix,
        newsroom,
        locale,
        shown,
        saved_ms: None,
    };
    // The signals belong to the app's own owner, which lives as long as the page.
    let owner = Owner::new();
    let (session, navigator) = owner.with(|| {
        let session = Session::new(session_screen);
        (
            session,
            Navigator::start(session, loader, path, make_lightbox),
        )
    });
    std::mem::forget(owner);
    if hydrates {
        hydrate_from(root, move || view! { <App session/> }).forget();
        if let Some(saved_ms) = document::kept_ms() {
            // Said once the page is hydrated: what was rendered knew nothing of it.
            let screen = (*session.peek()).clone();
            session.show(Screen {
                saved_ms: Some(saved_ms),
                ..screen
            });
        }
        document::set_state("ready");
        navigator.follow_photos();
        navigator.search_here();
        navigator.look_for_news();
        navigator.show_report(false);
    } else {
        document::clear_root();
        mount_to(root, move || view! { <App session/> }).forget();
        navigator.load_here();
    }
    Ok(())
}

/// The language to speak: the address's, if the newsroom has it, else the page's.
fn language(prefix: &str, path: &str, frame: &NewsroomData) -> Option<LanguageTag> {
    let has = |tag: &LanguageTag| {
        let mut languages = frame.languages.iter();
        languages.any(|language| language.tag == tag.as_str())
    };
    let asked = Route::parse(path, prefix).map(|route| route.language);
    asked
        .filter(has)
        .or_else(|| LanguageTag::parse(&frame.language))
}

//! How the lightbox opens: from a thumbnail, from the address, with the page. It refuses to know what is done in it then.

use std::cell::Cell;
use std::sync::Arc;

use super::{Lightbox, MakeView, OPEN, PAGE, Shown, full_screen, with_open};
use crate::platform::events::{Event, Listener};
use crate::platform::lightbox as browser;
use crate::platform::{document, history, task};
use crate::state::gallery::album::Album;
use crate::state::gallery::fragment;
use crate::state::gallery::geometry::Size;
use crate::state::gallery::slides::Slides;
use crate::state::gallery::stage::Stage;

/// `NASHRA_WITHOUT_GALLERY=1` leaves the lightbox out (`build.rs`): `cargo xtask bench gallery` weighs it so.
pub const IS_BUILT: bool = cfg!(not(nashra_without_gallery));

thread_local! {
    /// The photo that is about to open.
    static CLICKED: Cell<Option<usize>> = const { Cell::new(None) };
}

/// The page on the screen has this album, or none: what is open goes with its page, and the address may name a photo.
pub fn follow(album: Option<Arc<Album>>, make: MakeView) {
    if !IS_BUILT {
        return;
    }
    let stays = OPEN.with_borrow(|open| match (open, &album) {
        (Some(open), Some(album)) => open.album.path() == album.path(),
        _ => false,
    });
    PAGE.set(album.map(|album| (album, make)));
    if !stays {
        // Built before the old one goes, so that the page does not come through between two languages.
        let before = OPEN.take();
        address_changed();
        drop(before);
    }
}

/// The album of the page on the screen, and what shows it.
fn page() -> Option<(Arc<Album>, MakeView)> {
    if !IS_BUILT {
        return None;
    }
    PAGE.with_borrow(Clone::clone)
}

/// The address names another photo, or none any more.
pub fn address_changed() {
    let Some((album, make)) = page() else {
        return;
    };
    let index = fragment::parse(&history::hash(), album.photos().len());
    let is_open = OPEN.with_borrow(Option::is_some);
    match index {
        Some(index) if is_open => with_open(&mut |open| {
            let by = index as isize - open.index as isize;
            open.turn(by);
        }),
        Some(index) => open(album, index, make, false),
        None => with_open(&mut |open| {
            open.has_entry = false;
            open.leave();
        }),
    }
}

/// Opens the photo whose thumbnail was clicked; other clicks are the browser's.
pub fn clicked(event: &Event) {
    let Some((album, _)) = page() else {
        return;
    };
    let id = browser::clicked_link(event).unwrap_or_default();
    let index = fragment::parse(&id, album.photos().len());
    if index.is_some() {
        event.prevent_default();
        CLICKED.set(index);
        // In the frame after the one that answers the click: a modal dialog has the whole page laid out anew, which is longer than a
        // slow phone's answer may take.
        task::at_next_frame(|_| task::at_next_frame(open_clicked));
    }
}

fn open_clicked(_: f64) {
    let is_open = || OPEN.with_borrow(Option::is_some);
    let Some((album, make)) = page().filter(|_| !is_open()) else {
        return;
    };
    // Two clicks may ask for it, and the page may be another one by now.
    let Some(index) = CLICKED.take().filter(|at| *at < album.photos().len()) else {
        return;
    };
    open(album.clone(), index, make, true);
    if is_open() {
        history::push(&fragment::address(&history::href(), Some(index)));
    } else {
        // Where it cannot be opened, the link is a link.
        history::leave_for(&album.photos()[index].image.url);
    }
}

fn open(album: Arc<Album>, index: usize, make: MakeView, is_clicked: bool) {
    let view = make(&Shown {
        album: &album,
        index,
        told: index,
        first: index as isize,
        room: Size::default(),
        slides: &[],
        is_playing: false,
        is_zoomed: false,
        is_full_screen: full_screen(),
        is_bare: false,
        is_copied: false,
    });
    let Some(browser) = browser::Lightbox::open() else {
        return;
    };
    let has_motion = !browser::wants_less_motion();
    let mut lightbox = Lightbox {
        stage: Stage::new(album.direction, has_motion),
        room: browser.room(),
        album,
        index,
        slides: Slides::default(),
        measured: Vec::new(),
        browser,
        goes_back: false,
        has_entry: is_clicked,
        is_bare: false,
        is_copied: false,
        slideshow: None,
        n_slideshows: 0,
        tap: None,
        is_tick_due: false,
        is_view_due: false,
        is_row_due: false,
        n_frames_to_tell: 0,
        told: index,
        was_zoomed: false,
        n_frames_to_stay: 0,
        is_address_due: false,
        turned_ms: None,
        drawn_ms: None,
        _resized: resized(),
        view,
    };
    lightbox.set_room();
    lightbox.put(index, 0);
    if is_clicked && has_motion {
        let from = lightbox
            .thumbnail()
            .filter(|thumbnail| lightbox.browser.is_in_view(thumbnail));
        let from = from.map(|thumbnail| lightbox.place_of(&thumbnail));
        lightbox.stage.enter(from);
    }
    // At once, not in the next frame: the photo's file is on its way so much earlier.
    lightbox.show();
    lightbox.draw();
    lightbox.wake();
    OPEN.set(Some(lightbox));
}

/// What the window tells while the lightbox is open.
fn resized() -> Option<Listener> {
    let window = document::window_target()?;
    Some(Listener::new(&window, "resize", |_| {
        with_open(&mut |open| {
            open.set_room();
        });
    }))
}

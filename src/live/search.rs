//! Search in the browser, in slices: the page stays quick to the touch whatever the feed holds, and a newer search ends an older
//! one.

use std::cell::Cell;
use std::rc::Rc;

use nashra_l10n::LanguageTag;

use super::library::Library;
use crate::platform::{self, task};
use crate::state::page_data::NewsroomData;
use crate::state::search::{Query, rank};

/// How long one slice may work before the browser has its turn, in milliseconds.
const SLICE_MS: f64 = 8.0;
/// Items that are folded, and looked at, between two looks at the clock.
const N_FOLDED: usize = 8;
const N_SEARCHED: usize = 250;

/// Counts searches.
#[derive(Clone, Default)]
pub(super) struct Searches(Rc<Cell<u32>>);

/// Positions of the items that `query` finds, the best first; `None` where a newer search began meanwhile.
pub(super) async fn search(
    searches: &Searches,
    library: &Library,
    newsroom: &NewsroomData,
    tag: &LanguageTag,
    query: &Query,
) -> Option<Vec<usize>> {
    let generation = searches.0.get() + 1;
    searches.0.set(generation);
    let is_newest = || searches.0.get() == generation;
    let catalogue = library.catalogue(newsroom);
    let items = catalogue.items(catalogue.position(tag)?);
    let index = library.index(tag);
    let mut since = platform::clock_ms();
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let n_known = index.borrow().len();
        if n_known < items.len() {
            let mut index = index.borrow_mut();
            items[n_known..]
                .iter()
                .take(N_FOLDED)
                .for_each(|item| index.add(item));
        } else if at < items.len() {
            found.extend(index.borrow().find(query, at, N_SEARCHED));
            at += N_SEARCHED;
        } else {
            return is_newest().then(|| rank(found));
        }
        if platform::clock_ms() - since > SLICE_MS {
            task::sleep(0).await;
            since = platform::clock_ms();
            if !is_newest() {
                return None;
            }
        }
    }
}

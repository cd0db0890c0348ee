//! The first page as a file of its own: on a slow line it is drawn while the report is still on its way.
//!
//! It never stands for a page that it does not draw to the pixel, nor comes where little is saved by it.

use hayro_write::pdf_writer::{Pdf, Ref};
use hayro_write::{ChunkSettings, ExtractionQuery, extract};

use crate::guard::guarded;
use crate::{Bitmap, Document, PageError};

/// Its name beside the `pages` file.
pub(super) const NAME: &str = "first-page.pdf";
/// Bytes that it must be smaller than the report: more than a second on slow 4G.
const MIN_SAVED: usize = 256 * 1024;
/// Pixels per point at which both are drawn and compared.
const SCALE: f32 = 1.5;

/// The file; `None` where the report has no use for it, or where the page is not the same alone.
pub(super) fn alone(document: &Document, n_bytes: usize) -> Option<Vec<u8>> {
    let most = n_bytes.checked_sub(MIN_SAVED)?;
    let whole = drawn(document).ok()?;
    let file = guarded(|| extracted(document)).flatten()?;
    if file.len() > most {
        return None;
    }
    let alone = Document::open(file.clone(), "").ok()?;
    (drawn(&alone).ok()? == whole).then_some(file)
}

fn drawn(document: &Document) -> Result<Bitmap, PageError> {
    document.session().render(0, SCALE, None)
}

fn extracted(document: &Document) -> Option<Vec<u8>> {
    const SETTINGS: ChunkSettings = ChunkSettings { pretty: false };
    let mut next = Ref::new(1);
    let catalog = next.bump();
    let new_ref = Box::new(|| next.bump());
    let first = ExtractionQuery::new_page(0);
    let made = extract(document.pdf(), new_ref, SETTINGS, &[first]).ok()?;
    let page = made.root_refs.first()?.ok()?;
    let mut file = Pdf::with_settings(SETTINGS);
    file.catalog(catalog).pages(made.page_tree_parent_ref);
    file.pages(made.page_tree_parent_ref).kids([page]).count(1);
    file.extend(&made.chunk);
    Some(file.finish())
}

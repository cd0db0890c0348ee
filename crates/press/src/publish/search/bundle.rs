//! One language's texts as Pagefind's files.
//!
//! Pagefind cuts its excerpts from what it indexed, which is folded here and nothing to show. So the text as it was written is put
//! in the place of the folded one when the index is made: both have as many words, and places of hits hold in either. The name
//! of such a file is made of both.

use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use nashra_app::state::search::behind_particles;
use nashra_l10n::fold;
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use serde_json::{Value, json};

use super::Text;
use crate::error::PressError;
use crate::publish::files::Key;

/// What Pagefind's browser code looks for at the beginning of what it unpacked.
const SIGNATURE: &[u8] = b"pagefind_dcd";
/// For languages without stems: Pagefind's name for one that it does not know.
const NO_STEMS: &str = "unknown";

/// The files by name, those of Pagefind's own interfaces left out.
pub(super) fn make(tag: &str, texts: Vec<Text>) -> Result<BTreeMap<String, Vec<u8>>, PressError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| PressError::Search(error.to_string()))?;
    let broken = |error: &dyn std::fmt::Display| PressError::Search(format!("{error:#}"));
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder().build();
        let mut index = PagefindIndex::new(Some(options)).map_err(|error| broken(&error))?;
        let mut kept = HashMap::with_capacity(texts.len());
        for (at, text) in texts.into_iter().enumerate() {
            let (folded, written) = words(&text.text);
            // An address of this index alone. It holds all that is shown, so that another file has another name.
            let key = Key::of(&[text.shown.as_bytes(), written.as_bytes()]);
            let address = format!("/{at}-{:x}", key.0);
            let title = fold_words(&text.title);
            let meta = (!title.is_empty()).then(|| BTreeMap::from([("title".to_owned(), title)]));
            let mut filters: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (name, value) in text.filters {
                filters.entry(name.to_owned()).or_default().push(value);
            }
            let sort = text
                .day
                .map(|day| BTreeMap::from([("date".to_owned(), day)]));
            let language = language(tag).to_owned();
            index
                .add_custom_record(address.clone(), folded, language, meta, Some(filters), sort)
                .await
                .map_err(|error| broken(&error))?;
            kept.insert(address, (written, text.shown));
        }
        let files = index.get_files().await.map_err(|error| broken(&error))?;
        let mut out = BTreeMap::new();
        for file in files {
            let Some(name) = name(&file.filename, language(tag)) else {
                continue;
            };
            let bytes = if name.starts_with("fragment/") {
                as_written(&file.contents, &kept).map_err(|error| broken(&error))?
            } else {
                file.contents
            };
            out.insert(name, bytes);
        }
        Ok(out)
    })
}

/// The language whose word stems are taken. Arabic has none here: Pagefind's stemmer takes the folded ta marbuta for a pronoun
/// and makes a library an office; the words behind its particles are indexed instead.
fn language(tag: &str) -> &str {
    match tag.split('-').next() {
        Some("ar") | None => NO_STEMS,
        Some(language) => language,
    }
}

/// The name of a file that readers may need.
fn name(path: &Path, language: &str) -> Option<String> {
    let name = path.to_string_lossy().replace('\\', "/");
    let is_needed = match &*name {
        "pagefind.js" | "pagefind-entry.json" => true,
        "wasm.unknown.pagefind" => has_no_wasm(language),
        _ => !name.starts_with("pagefind-") && !name.starts_with("playground/"),
    };
    is_needed.then_some(name)
}

/// Whether Pagefind has no code of its own for a language, so that its browser code takes the one for all.
fn has_no_wasm(language: &str) -> bool {
    const WITH_STEMS: &str = "ar ca da de el en eo es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi";
    !WITH_STEMS.split(' ').any(|known| known == language)
}

/// A text in words, as it is indexed and as it was written. The words behind Arabic particles follow the one that they begin in;
/// their places in the written text stay empty.
fn words(text: &str) -> (String, String) {
    let mut folded = String::with_capacity(text.len());
    let mut written = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let one = fold_word(word);
        if one.is_empty() {
            continue;
        }
        for (at, form) in std::iter::once(&*one)
            .chain(behind_particles(&one))
            .enumerate()
        {
            if !folded.is_empty() {
                folded.push(' ');
                written.push(' ');
            }
            folded.push_str(form);
            if at == 0 {
                written.push_str(word);
            }
        }
    }
    (folded, written)
}

/// A text folded, with the words behind particles.
fn fold_words(text: &str) -> String {
    words(text).0
}

/// A word folded into one word. Underscores at its beginning would be taken for Pagefind's own signs.
fn fold_word(word: &str) -> String {
    fold(word)
        .replace(' ', "")
        .trim_start_matches('_')
        .to_owned()
}

/// A file of what is kept of a text, with the text as it was written.
fn as_written(
    packed: &[u8],
    kept: &HashMap<String, (String, String)>,
) -> Result<Vec<u8>, std::io::Error> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).read_to_end(&mut bytes)?;
    let json = bytes.strip_prefix(SIGNATURE).unwrap_or(&bytes);
    let fragment: Value = serde_json::from_slice(json)?;
    let unknown = || std::io::Error::other("a text that was not given to it");
    let address = fragment["url"].as_str().ok_or_else(unknown)?;
    let (written, shown) = kept.get(address).ok_or_else(unknown)?;
    let shown: Value = serde_json::from_str(shown)?;
    let fragment = json!({
        "url": shown["path"], "content": written, "word_count": fragment["word_count"],
        "filters": {}, "meta": {}, "anchors": [], "nashra": shown,
    });
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(SIGNATURE)?;
    out.write_all(fragment.to_string().as_bytes())?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_as_many_words_written_as_folded() {
        let check = |text: &str, folded: &str, written: &str| {
            let made = words(text);
            assert_eq!((&*made.0, &*made.1), (folded, written));
            assert_eq!(made.0.split(' ').count(), made.1.split(' ').count());
        };
        check("", "", "");
        check("Éditions  2020", "editions 2020", "Éditions 2020");
        check(
            "إلى «وَالمُؤَسَّسةِ» ُ الأولى",
            "الي «والموسسه» الموسسه موسسه الاولي اولي",
            "إلى «وَالمُؤَسَّسةِ»   الأولى ",
        );
        check("ﷺ ___x _", "صلياللهعليهوسلم x", "ﷺ ___x");
    }
}

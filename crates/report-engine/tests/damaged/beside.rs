//! What a broken page leaves alone: the text of the pages around it.

use libtest_mimic::Failed;
use nashra_report_engine::{Document, PageError};

use super::pdf::{file, stream};

/// Three pages with a word each; the second also has more dashes than any drawing.
fn three_pages() -> Vec<u8> {
    let page = |content: u32| {
        let resources = "/Resources<</Font<</F 9 0 R>>>>";
        format!("<</Type/Page/Parent 2 0 R/Contents {content} 0 R{resources}>>").into_bytes()
    };
    let content = |word: &str, more: &str| {
        stream(
            "",
            format!("BT /F 12 Tf 20 100 Td ({word}) Tj ET {more}").as_bytes(),
        )
    };
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 5 0 R]/MediaBox[0 0 200 200]>>".to_vec(),
        page(6),
        page(7),
        page(8),
        content("First", ""),
        content("Second", "[0.000001] 0 d 1 w 0 0 m 200 200 l S"),
        content("Third", ""),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ])
}

pub(crate) fn are_read() -> Result<(), Failed> {
    let document = Document::open(three_pages(), "").map_err(|error| error.to_string())?;
    let mut session = document.session();
    let mut text = |page| {
        let text = session.text(page)?;
        let blocks: Vec<String> = text.blocks.iter().map(|block| block.text()).collect();
        Ok::<_, PageError>(blocks.join(" "))
    };
    let told = [text(0), text(1), text(2)];
    match &told {
        [Ok(first), Err(PageError::Broken), Ok(third)] if first == "First" && third == "Third" => {
            Ok(())
        }
        _ => Err(format!("{told:?}").into()),
    }
}

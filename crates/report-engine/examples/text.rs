//! Prints the text of PDFs, a block a line: for comparing readers (`docs/report-text.md`).
//!
//! It never judges the text: the script beside the corpus does.

use std::io::Write;

use nashra_report_engine::Document;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let document = Document::open(std::fs::read(path)?, "")?;
        let mut session = document.session();
        for page in 0..document.n_pages() {
            let text = session.text(page)?;
            for block in text.blocks.iter().filter(|block| block.role.is_content()) {
                writeln!(out, "{}", block.text())?;
            }
        }
    }
    Ok(())
}

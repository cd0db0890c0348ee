//! Draws pages of a PDF as PPM pictures of a width: for looking at them beside other readers' (`docs/report-rendering.md`).
//!
//! It never compares: any tool for pictures does.

use std::io::Write;

use nashra_report_engine::Document;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pdf, prefix, width, pages @ ..] = arguments.as_slice() else {
        return Err("usage: draw FILE.pdf PREFIX WIDTH_PX [PAGE...]".into());
    };
    let document = Document::open(std::fs::read(pdf)?, "")?;
    let info = document.info();
    let mut session = document.session();
    let width: f32 = width.parse()?;
    for page in pages {
        let page: u32 = page.parse()?;
        let index = page.saturating_sub(1);
        let Some(this) = info.pages.get(index as usize) else {
            continue;
        };
        let bitmap = session.render(index, width / this.size.width, None)?;
        let mut file = std::fs::File::create(format!("{prefix}-{page}.ppm"))?;
        write!(file, "P6\n{} {}\n255\n", bitmap.width, bitmap.height)?;
        let rgb = bitmap.rgba.as_chunks::<4>().0.iter();
        file.write_all(&rgb.flat_map(|&[r, g, b, _]| [r, g, b]).collect::<Vec<u8>>())?;
    }
    Ok(())
}

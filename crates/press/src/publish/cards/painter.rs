//! The drawing of a card: paper, the newsroom's name, the title, and the photo on the far side of the reading direction.

use cosmic_text::fontdb::Database;
use cosmic_text::{
    Align, Attrs, Buffer, Color, Family, FontSystem, Metrics, Shaping, SwashCache, Weight,
};
use image::imageops::{self, FilterType};
use image::{DynamicImage, Rgb, RgbImage};

use super::{Card, Framing};
use crate::error::PressError;

/// What all services that show links ask for.
pub(in crate::publish) const WIDTH_PX: u32 = 1200;
pub(in crate::publish) const HEIGHT_PX: u32 = 630;

/// The pages' fonts; those of the system serve other scripts.
const FONTS: [&[u8]; 8] = [
    include_bytes!("../../../../../public/fonts/nashra-sans-arabic-full-600.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-arabic-full-400.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-600.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-1-600.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-400.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-1-400.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-ext-600.woff2"),
    include_bytes!("../../../../../public/fonts/nashra-sans-latin-ext-400.woff2"),
];
const FAMILY: &str = "Nashra Sans";

// The values of `style/tokens.css` in light.
const PAPER: Rgb<u8> = Rgb([0xfb, 0xfa, 0xf6]);
const INK: Color = Color::rgb(0x16, 0x21, 0x1d);
const MUTED: Color = Color::rgb(0x5a, 0x67, 0x62);
const ACCENT: Rgb<u8> = Rgb([0x0b, 0x64, 0x50]);

/// Behind a cover.
const BACKDROP: Rgb<u8> = Rgb([0xe4, 0xf0, 0xeb]);
/// Around a cover.
const COVER_MARGIN_PX: u32 = 40;

const MARGIN_PX: u32 = 72;
const PHOTO_WIDTH_PX: u32 = 456;
const GAP_PX: u32 = 56;
/// The newsroom's name, the title's room and the label, from the top.
const NAME_TOP_PX: f32 = 104.0;
const TITLE_TOP_PX: f32 = 172.0;
const TITLE_BOTTOM_PX: f32 = 512.0;
const LABEL_TOP_PX: f32 = 528.0;
const SMALL_PX: f32 = 28.0;
/// Sizes of the title, tried from the largest.
const TITLE_SIZES_PX: [f32; 6] = [64.0, 58.0, 52.0, 46.0, 41.0, 36.0];

/// Fonts and the shapes of their letters.
pub(super) struct Painter {
    fonts: FontSystem,
    shapes: SwashCache,
}

/// One text on a card.
struct Text<'a> {
    text: &'a str,
    size_px: f32,
    weight: Weight,
    color: Color,
    top_px: f32,
}

/// Where text stands.
struct Column {
    left_px: u32,
    width_px: u32,
    is_rtl: bool,
}

impl Painter {
    pub(super) fn new() -> Result<Self, PressError> {
        let mut database = Database::new();
        // First, so that they are found before the system's.
        for font in FONTS {
            let font = wuff::decompress_woff2(font)
                .map_err(|error| PressError::Card(format!("a font of ours: {error:?}")))?;
            database.load_font_data(font);
        }
        database.load_system_fonts();
        Ok(Self {
            fonts: FontSystem::new_with_locale_and_db("und".to_owned(), database),
            shapes: SwashCache::new(),
        })
    }

    /// The card; a photo comes with how it is framed.
    pub(super) fn paint(
        &mut self,
        card: &Card<'_>,
        photo: Option<(RgbImage, Framing)>,
    ) -> RgbImage {
        let mut picture = RgbImage::from_pixel(WIDTH_PX, HEIGHT_PX, PAPER);
        let mut column = Column {
            left_px: MARGIN_PX,
            width_px: WIDTH_PX - 2 * MARGIN_PX,
            is_rtl: card.is_rtl,
        };
        if let Some((photo, framing)) = photo {
            let photo = match framing {
                Framing::Cropped(focus) => crop(&photo, PHOTO_WIDTH_PX, HEIGHT_PX, focus),
                Framing::Whole => fit(&photo, PHOTO_WIDTH_PX, HEIGHT_PX),
            };
            let left_px = if card.is_rtl {
                0
            } else {
                WIDTH_PX - PHOTO_WIDTH_PX
            };
            imageops::replace(&mut picture, &photo, i64::from(left_px), 0);
            column.width_px = WIDTH_PX - PHOTO_WIDTH_PX - MARGIN_PX - GAP_PX;
            if card.is_rtl {
                column.left_px = PHOTO_WIDTH_PX + GAP_PX;
            }
        }
        self.bar(&mut picture, &column);
        let small = |text, color, top_px| Text {
            text,
            size_px: SMALL_PX,
            weight: Weight::NORMAL,
            color,
            top_px,
        };
        self.line(
            &mut picture,
            &column,
            &small(card.newsroom, MUTED, NAME_TOP_PX),
        );
        self.title(&mut picture, &column, card.title);
        let accent = Color::rgb(ACCENT.0[0], ACCENT.0[1], ACCENT.0[2]);
        self.line(
            &mut picture,
            &column,
            &small(card.label, accent, LABEL_TOP_PX),
        );
        picture
    }

    /// A short bar of the accent colour, where reading begins.
    fn bar(&self, picture: &mut RgbImage, column: &Column) {
        let (width_px, height_px) = (72, 6);
        let left_px = if column.is_rtl {
            column.left_px + column.width_px - width_px
        } else {
            column.left_px
        };
        for y in MARGIN_PX..MARGIN_PX + height_px {
            for x in left_px..left_px + width_px {
                picture.put_pixel(x, y, ACCENT);
            }
        }
    }

    /// The title as large as it fits, else cut at a word.
    fn title(&mut self, picture: &mut RgbImage, column: &Column, title: &str) {
        let room_px = TITLE_BOTTOM_PX - TITLE_TOP_PX;
        let mut text = Text {
            text: title,
            size_px: SMALL_PX,
            weight: Weight::SEMIBOLD,
            color: INK,
            top_px: TITLE_TOP_PX,
        };
        for size_px in TITLE_SIZES_PX {
            text.size_px = size_px;
            let mut buffer = self.shape(column, &text, None);
            if height_of(&buffer) <= room_px {
                return self.draw(picture, column, &text, &mut buffer);
            }
        }
        let mut words: Vec<&str> = title.split_whitespace().collect();
        while words.pop().is_some() {
            let cut = [&words.join(" "), "…"].concat();
            let text = Text { text: &cut, ..text };
            let mut buffer = self.shape(column, &text, None);
            if height_of(&buffer) <= room_px {
                return self.draw(picture, column, &text, &mut buffer);
            }
        }
    }

    /// A text of one line; what does not fit is cut by the edge of its column.
    fn line(&mut self, picture: &mut RgbImage, column: &Column, text: &Text<'_>) {
        let mut buffer = self.shape(column, text, Some(text.size_px * 1.6));
        self.draw(picture, column, text, &mut buffer);
    }

    fn shape(&mut self, column: &Column, text: &Text<'_>, height_px: Option<f32>) -> Buffer {
        // Arabic letters reach further up and down.
        let leading = if column.is_rtl { 1.5 } else { 1.2 };
        let metrics = Metrics::new(text.size_px, text.size_px * leading);
        let mut buffer = Buffer::new(&mut self.fonts, metrics);
        buffer.set_size(Some(column.width_px as f32), height_px);
        let attributes = Attrs::new()
            .family(Family::Name(FAMILY))
            .weight(text.weight);
        let side = if column.is_rtl {
            Align::Right
        } else {
            Align::Left
        };
        buffer.set_text(text.text, &attributes, Shaping::Advanced, Some(side));
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }

    fn draw(
        &mut self,
        picture: &mut RgbImage,
        column: &Column,
        text: &Text<'_>,
        buffer: &mut Buffer,
    ) {
        let (left, top) = (column.left_px as i32, text.top_px as i32);
        buffer.draw(
            &mut self.fonts,
            &mut self.shapes,
            text.color,
            |x, y, width, height, color| {
                for dy in 0..height as i32 {
                    for dx in 0..width as i32 {
                        blend(picture, left + x + dx, top + y + dy, color);
                    }
                }
            },
        );
    }
}

fn height_of(buffer: &Buffer) -> f32 {
    buffer.layout_runs().map(|run| run.line_height).sum()
}

fn blend(picture: &mut RgbImage, x: i32, y: i32, color: Color) {
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
        return;
    };
    if let Some(pixel) = picture.get_pixel_mut_checked(x, y) {
        let alpha = u32::from(color.a());
        for (channel, ink) in pixel.0.iter_mut().zip([color.r(), color.g(), color.b()]) {
            let mixed = u32::from(*channel) * (255 - alpha) + u32::from(ink) * alpha;
            *channel = (mixed / 255) as u8;
        }
    }
}

/// The part of a picture with this shape that has `focus` (shares from the top left corner) as near its middle as may be.
fn crop(picture: &RgbImage, width_px: u32, height_px: u32, focus: [f64; 2]) -> RgbImage {
    let (width, height) = picture.dimensions();
    let scale =
        (f64::from(width) / f64::from(width_px)).min(f64::from(height) / f64::from(height_px));
    let part =
        |target: u32, whole: u32| ((f64::from(target) * scale) as u32).clamp(1, whole.max(1));
    let (part_width, part_height) = (part(width_px, width), part(height_px, height));
    let place = |focus: f64, part: u32, whole: u32| {
        let middle = focus.clamp(0.0, 1.0) * f64::from(whole) - f64::from(part) / 2.0;
        middle.clamp(0.0, f64::from(whole - part)) as u32
    };
    let (x, y) = (
        place(focus[0], part_width, width),
        place(focus[1], part_height, height),
    );
    let part = imageops::crop_imm(picture, x, y, part_width, part_height).to_image();
    let scaled = DynamicImage::from(part).resize_exact(width_px, height_px, FilterType::CatmullRom);
    scaled.into_rgb8()
}

/// The whole picture, as large as it may be with some room around it.
fn fit(picture: &RgbImage, width_px: u32, height_px: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let room = |side: u32| f64::from(side - 2 * COVER_MARGIN_PX);
    let scale =
        (room(width_px) / f64::from(width.max(1))).min(room(height_px) / f64::from(height.max(1)));
    let scaled = |side: u32| ((f64::from(side) * scale) as u32).max(1);
    let sheet = imageops::resize(
        picture,
        scaled(width),
        scaled(height),
        FilterType::CatmullRom,
    );
    let mut framed = RgbImage::from_pixel(width_px, height_px, BACKDROP);
    let middle = |whole: u32, part: u32| i64::from(whole.saturating_sub(part) / 2);
    let (x, y) = (
        middle(width_px, sheet.width()),
        middle(height_px, sheet.height()),
    );
    imageops::replace(&mut framed, &sheet, x, y);
    framed
}

#[cfg(test)]
mod tests {
    use super::{BACKDROP, Card, HEIGHT_PX, PAPER, Painter, WIDTH_PX, crop, fit};
    use image::{Rgb, RgbImage};

    #[test]
    fn a_crop_keeps_the_point_of_interest() {
        // A red column at three quarters of the width.
        let picture = RgbImage::from_fn(400, 100, |x, _| {
            if (290..310).contains(&x) {
                Rgb([255, 0, 0])
            } else {
                Rgb([0, 0, 0])
            }
        });
        let check = |focus: [f64; 2], expect: bool| {
            let crop = crop(&picture, 50, 50, focus);
            assert_eq!(
                crop.pixels().any(|pixel| pixel.0[0] > 100),
                expect,
                "{focus:?}"
            );
            assert_eq!(crop.dimensions(), (50, 50));
        };
        check([0.75, 0.5], true);
        check([0.1, 0.5], false);
        // At the edge the part ends with the picture, which is a quarter as wide.
        check([1.0, 1.0], true);
        check([0.6, 0.0], false);
        check([0.7, 0.0], true);
    }

    #[test]
    fn a_cover_is_never_cut() {
        // A red edge all round.
        for (width, height) in [(300, 424), (424, 300), (40, 40), (2000, 100)] {
            let cover = RgbImage::from_fn(width, height, |x, y| {
                let is_edge = x < 4 || y < 4 || x + 4 >= width || y + 4 >= height;
                Rgb([if is_edge { 255 } else { 0 }, 0, 0])
            });
            let framed = fit(&cover, 456, 630);
            assert_eq!(framed.dimensions(), (456, 630));
            let is_red = |x: u32, y: u32| {
                let [r, g, _] = framed.get_pixel(x, y).0;
                r > 100 && g < 60
            };
            let row: Vec<u32> = (0..456).filter(|x| is_red(*x, 315)).collect();
            let column: Vec<u32> = (0..630).filter(|y| is_red(228, *y)).collect();
            let ends = |found: &[u32], whole: u32| {
                let (first, last) = (found.first().copied(), found.last().copied());
                let (first, last) = (first.expect("an edge"), last.expect("an edge"));
                assert!(first >= 30 && last < whole - 30, "{width} x {height}");
                assert!((first + last + 1).abs_diff(whole) <= 3, "in the middle");
            };
            ends(&row, 456);
            ends(&column, 630);
            assert_eq!(*framed.get_pixel(0, 0), BACKDROP);
        }
    }

    #[test]
    fn titles_stand_where_reading_begins_and_fit() {
        let mut painter = Painter::new().unwrap_or_else(|error| panic!("{error}"));
        let mut check = |title: &str, is_rtl: bool| {
            let card = Card {
                title,
                is_rtl,
                label: "",
                newsroom: "",
                photo: None,
            };
            let picture = painter.paint(&card, None);
            assert_eq!(picture.dimensions(), (WIDTH_PX, HEIGHT_PX));
            // Ink on each half of the title's first line and below the title's room.
            let ink = |from_x: u32, to_x: u32, from_y: u32, to_y: u32| {
                let pixels = (from_y..to_y).flat_map(|y| (from_x..to_x).map(move |x| (x, y)));
                pixels
                    .filter(|(x, y)| *picture.get_pixel(*x, *y) != PAPER)
                    .count()
            };
            let (left, right) = (ink(0, 600, 172, 512), ink(600, 1200, 172, 512));
            assert!(left + right > 500, "{title}: nothing is drawn");
            if title.chars().count() < 15 {
                assert_eq!(right > left, is_rtl, "{title}: {left} {right}");
            }
            assert_eq!(ink(0, 1200, 525, 630), 0, "{title} runs over");
            assert_eq!(
                ink(0, 60, 0, 630) + ink(1140, 1200, 0, 630),
                0,
                "{title} leaves its column"
            );
        };
        check("Short title", false);
        check("عنوان قصير", true);
        check(&"A very long title that never ends ".repeat(20), false);
        check(&"عنوان طويل جدًا لا ينتهي أبدًا ".repeat(20), true);
    }
}

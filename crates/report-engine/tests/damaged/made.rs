//! Files that are broken on purpose: loops, lies about size, bombs. Each has a name that says what is wrong.

use super::pdf::{deflated_run, file, one_page, stream};

pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let plain = |content: &str| stream("", content.as_bytes());
    let text = |font: &str, more: &[Vec<u8>]| {
        let entries = "/Resources<</Font<</F 5 0 R>>>>";
        let objects: Vec<Vec<u8>> = std::iter::once(font.as_bytes().to_vec())
            .chain(more.to_vec())
            .collect();
        one_page(
            entries,
            plain("BT /F 12 Tf 20 100 Td <00410042> Tj ET"),
            &objects,
        )
    };
    let form = |inner: &str, content: &str| {
        stream(
            &format!(
                "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<<{inner}>>>>"
            ),
            content.as_bytes(),
        )
    };
    let laughs: Vec<Vec<u8>> = (0..12)
        .map(|level| form(&format!("/X {} 0 R", level + 6), &"/X Do ".repeat(20)))
        .chain([plain("0 0 1 1 re f")])
        .collect();
    let image = |entries: &str, data: &[u8]| {
        let picture = stream(
            &format!(
                "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8{entries}"
            ),
            data,
        );
        one_page(
            "/Resources<</XObject<</I 5 0 R>>>>",
            plain("200 0 0 200 0 0 cm /I Do"),
            &[picture],
        )
    };
    let pattern = |step: &str| {
        let tile = format!(
            "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep {step}/YStep {step}/Resources<<>>"
        );
        one_page(
            "/Resources<</Pattern<</P 5 0 R>>>>",
            plain("/Pattern cs /P scn 0 0 200 200 re f"),
            &[stream(&tile, b"0 0 1 1 re f")],
        )
    };
    let shading = |function: &str| {
        let entries = "/Resources<</Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 200 200]/Function 5 0 R>>>>>>";
        one_page(
            entries,
            plain("/S sh"),
            &[stream(function, b"\x00\x80\xff")],
        )
    };
    let wide = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>";
    let widths = |w: &str| {
        text(wide, &[format!("<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[{w}]>>").into_bytes()])
    };
    let to_unicode = |map: &str| {
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>";
        text(font, &[plain(map)])
    };
    let pages = |body: &str| {
        file(&[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            body.as_bytes().to_vec(),
            b"<</Type/Pages/Count 1/Kids[2 0 R 3 0 R]>>".to_vec(),
        ])
    };
    vec![
        ("nothing", Vec::new()),
        ("a head alone", b"%PDF-1.7\n".to_vec()),
        ("a page tree that holds itself", pages("<</Type/Pages/Count 1/Kids[2 0 R 3 0 R]>>")),
        ("a count of pages that is a lie", pages("<</Type/Pages/Count 2000000000/Kids[]>>")),
        ("a cross-reference table that follows itself", b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF".to_vec()),
        ("arrays in arrays", one_page("", plain(&"[".repeat(200_000)), &[])),
        ("dictionaries in dictionaries", file(&["<</A".repeat(100_000).into_bytes()])),
        ("a page larger than the earth", one_page("/MediaBox[0 0 1e12 1e12]", plain("0 0 1 1 re f"), &[])),
        ("a page without area", one_page("/MediaBox[5 5 5 5]", plain("0 0 1 1 re f"), &[])),
        ("a page of impossible numbers", one_page("/MediaBox[0 0 nan 99999999999999999999999999]", plain("1e308 0 0 1e308 0 0 cm 0 0 1 1 re f"), &[])),
        ("content that unpacks to a thousand times its size", one_page("", stream("/Filter/FlateDecode", &deflated_run(b' ', 1 << 27)), &[])),
        ("content packed twice", {
            let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
            let _ = std::io::Write::write_all(&mut encoder, &deflated_run(b' ', 1 << 27));
            one_page("", stream("/Filter[/FlateDecode/FlateDecode]", &encoder.finish().unwrap_or_default()), &[])
        }),
        ("forms that call the next twenty times", one_page("/Resources<</XObject<</X 5 0 R>>>>", plain("/X Do"), &laughs)),
        ("a form that calls itself", one_page("/Resources<</XObject<</X 5 0 R>>>>", plain("/X Do"), &[form("/X 5 0 R", "/X Do /X Do")])),
        ("a hundred thousand saved states", one_page("", plain(&"q ".repeat(100_000)), &[])),
        ("a picture of four gigapixels", image("/Width 65535/Height 65535/Filter/FlateDecode", &deflated_run(0, 1 << 20))),
        ("a picture that says it is larger than memory", image("/Width 2000000000/Height 2000000000", b"abc")),
        ("a JPEG that is none", image("/Width 10/Height 10/Filter/DCTDecode", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03")),
        ("a JBIG2 page of four gigapixels", image("/Width 65535/Height 65535/Filter/JBIG2Decode", b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x7f\xff\xff\xff\x7f\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")),
        ("a CCITT picture that never ends", image("/Width 60000/Height 2000000000/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 2000000000>>", &[0x26; 2000])),
        ("tiles a millionth wide", pattern("0.000001")),
        ("tiles without width", pattern("0")),
        ("dashes a millionth long", one_page("", plain("[0.000001] 0 d 1 w 0 0 m 200 200 l S"), &[])),
        ("a function of more samples than memory", shading("/FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1]/Size[2000000000]/BitsPerSample 8")),
        ("a function of sixteen inputs", shading("/FunctionType 0/Domain[0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]/Size[99 99 99 99 99 99 99 99]/BitsPerSample 8")),
        ("widths for four billion glyphs", widths("0 4294967295 500")),
        ("letters for four billion codes", to_unicode("1 beginbfrange <00000000> <ffffffff> <0041> endbfrange")),
        ("a map that ends in a range", to_unicode("1 beginbfrange <00> <ff> [<0041> <0042>")),
        ("a font that is its own child", text("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>", &[])),
        ("a glyph that draws itself", text("<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 65/Widths[1]/Encoding<</Differences[0/a 65/a 66/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>", &[plain("1 0 d0 BT /F 1 Tf <41> Tj ET")])),
        ("an outline that follows itself", file(&[
            b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>".to_vec(),
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_vec(),
            b"<</First 5 0 R/Last 5 0 R>>".to_vec(),
            b"<</Title(a)/Next 5 0 R/First 4 0 R/Dest[3 0 R/Fit]>>".to_vec(),
        ])),
        ("a structure tree that holds itself", file(&[
            b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>".to_vec(),
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_vec(),
            b"<</K[4 0 R 4 0 R]/RoleMap<</A/B/B/A>>/S/A>>".to_vec(),
        ])),
    ]
}

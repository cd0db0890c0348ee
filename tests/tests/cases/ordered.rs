//! Mixed lines read in the right order: names, numbers, ranges, dates, times with zones, telephone numbers, brackets, files,
//! addresses, in Arabic and in English. What is asserted is where the parts stand on the screen, from left to right, in each
//! engine, not what is written.

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Site;
use nashra_browser_tests::{HarnessError, Test};
use serde_json::{Value, json};

use super::shown::{DESKTOP, open, show_on};
use crate::Outcome;

/// A text or what names its element, the parts of it in the order in which they are written, and the order in which they stand
/// from left to right.
type Line = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// Paragraphs of an Arabic item.
const ARABIC: &[Line] = &[
    (
        "أطلق UNDP تقرير Human Development Report 2024 اليوم",
        &[
            "أطلق",
            "UNDP",
            "تقرير",
            "Human",
            "Development",
            "Report",
            "2024",
            "اليوم",
        ],
        &[
            "اليوم",
            "Human",
            "Development",
            "Report",
            "2024",
            "تقرير",
            "UNDP",
            "أطلق",
        ],
    ),
    (
        "بين 10 و20 في المئة",
        &["بين", "10", "و", "20", "في", "المئة"],
        &["المئة", "في", "20", "و", "10", "بين"],
    ),
    (
        "في الأعوام 2015–2020 نما الناتج",
        &["الأعوام", "2015", "–", "2020", "نما"],
        &["نما", "2020", "–", "2015", "الأعوام"],
    ),
    (
        "بلغت النسبة ٨٫٩٪ هذا العام",
        &["النسبة", "٨٫٩", "٪", "هذا"],
        &["هذا", "٪", "٨٫٩", "النسبة"],
    ),
    (
        "بلغت النسبة 8.9% هذا العام",
        &["النسبة", "8.9", "%", "هذا"],
        &["هذا", "%", "8.9", "النسبة"],
    ),
    (
        "التكلفة 250 مليون دولار (USD) سنويًا",
        &["التكلفة", "250", "مليون", "دولار", "(", "USD", ")", "سنويًا"],
        &["سنويًا", ")", "USD", "(", "دولار", "مليون", "250", "التكلفة"],
    ),
    (
        "في 15/09/2020 أطلق التقرير",
        &["في", "15", "09", "2020", "أطلق"],
        &["أطلق", "15", "09", "2020", "في"],
    ),
    (
        "الساعة ١٦:٠٠ بتوقيت إسطنبول",
        &["الساعة", "١٦", "٠٠", "بتوقيت"],
        &["بتوقيت", "١٦", "٠٠", "الساعة"],
    ),
    (
        "تقرير التنمية (Human Development)",
        &["تقرير", "التنمية", "(", "Human", "Development", ")"],
        &[")", "Human", "Development", "(", "التنمية", "تقرير"],
    ),
    (
        "افتحوا الملف data-2020_v2.csv الآن",
        &["الملف", "data", "-", "2020", "_", "v2", ".csv", "الآن"],
        &["الآن", "data", "-", "2020", "_", "v2", ".csv", "الملف"],
    ),
    (
        "زوروا https://news.example.org/ar/?y=2020 للمزيد",
        &[
            "زوروا",
            "https",
            "://",
            "news",
            "/ar/",
            "?y=",
            "2020",
            "للمزيد",
        ],
        &[
            "للمزيد",
            "https",
            "://",
            "news",
            "/ar/",
            "?y=",
            "2020",
            "زوروا",
        ],
    ),
    (
        "قال «Report» ثم مضى",
        &["قال", "«", "Report", "»", "ثم"],
        &["ثم", "»", "Report", "«", "قال"],
    ),
];

/// Paragraphs of an English item.
const ENGLISH: &[Line] = &[
    (
        "The report “تقرير التنمية” came out (in Arabic)",
        &[
            "report",
            "“",
            "تقرير",
            "التنمية",
            "”",
            "came",
            "(",
            "Arabic",
            ")",
        ],
        &[
            "report",
            "“",
            "التنمية",
            "تقرير",
            "”",
            "came",
            "(",
            "Arabic",
            ")",
        ],
    ),
    (
        "Its year, عام 2020, is named",
        &["year,", "عام", "2020", ",", "is"],
        &["year,", "2020", "عام", ",", "is"],
    ),
    (
        "From 10–20% on 15/09/2020 at 16:00 (GMT+3)",
        &[
            "From", "10", "–", "20", "%", "15", "09", "2020", "16", "00", "(", "GMT", "+3", ")",
        ],
        &[
            "From", "10", "–", "20", "%", "15", "09", "2020", "16", "00", "(", "GMT", "+3", ")",
        ],
    ),
    (
        "Costs USD 250 million (ريال) a year",
        &["USD", "250", "million", "(", "ريال", ")", "a"],
        &["USD", "250", "million", "(", "ريال", ")", "a"],
    ),
];

fn paragraphs(lines: &[Line]) -> String {
    let lines = lines
        .iter()
        .map(|(text, ..)| format!("<p>{}</p>", text.replace('&', "&amp;")));
    lines.collect()
}

/// A newsroom whose plain-text fields mix directions, and hold controls that want to reorder what stands around them.
fn newsroom(test: &Test<'_>) -> Result<Site, HarnessError> {
    let item = |tag: &str, title: &str, body: String, place: [&str; 3], kind: &str| {
        json!({
            "id": format!("{tag}-{kind}"),
            "url": format!("https://news.example.org/{tag}/{kind}s/{kind}/"),
            "title": title,
            "content_html": body,
            "date_published": "2020-09-15T16:00:00+03:00",
            "tags": ["SDG 16 (السلام)", "السلام (SDG 16)"],
            "attachments": [{
                "url": "https://news.example.org/media/reports/annex-2020.pdf",
                "mime_type": "application/pdf",
                "title": "annex_2020 (final).pdf",
                "size_in_bytes": 2_100_000,
            }],
            "_nashra": {
                "kind": kind,
                "event": {
                    "start": "2020-09-15T16:00:00+03:00", "end": "2020-09-15T17:30:00+03:00",
                    "time_zone": "Europe/Istanbul",
                    "venue": place[0], "locality": place[1], "country": place[2],
                },
                "photos": [{
                    "url": "https://news.example.org/media/photos/lattice-green.jpg",
                    "width": 1200, "height": 800, "alt": "—",
                    "caption": "\u{202e}caption", "credit": "Ana\u{2067} Stone / UNDP",
                }],
                "report": { "publishers": ["UNDP", "مركز الإحصاء"], "isbn": "978-0-306-40615-7", "doi": "10.1000/182" },
            },
        })
    };
    let phone = "<p>هاتف <a href=\"tel:+902125550100\">+90 212 555 0100</a> أو فاكس</p>\
        <p>راسلونا <a href=\"mailto:press@example.org\">press@example.org</a>، شكرًا</p>";
    let ar = [
        item(
            "ar",
            "تقرير UNDP\u{202e} عن SDG 16 (الطبعة 2)",
            [paragraphs(ARABIC), phone.to_owned()].concat(),
            ["UN House\u{202d}", "Beirut", "لبنان"],
            "release",
        ),
        item(
            "ar",
            "Arab Outlook (2020)",
            "<p>—</p>".to_owned(),
            ["قاعة الشرق", "New York", "USA"],
            "report",
        ),
    ];
    let en = [item(
        "en",
        "Report “تقرير التنمية” is out (2020)",
        paragraphs(ENGLISH),
        ["قاعة الشرق", "Amman", "Jordan"],
        "release",
    )];
    let feed = |tag: &str, items: &[Value]| {
        json!({ "version": "https://jsonfeed.org/version/1.1", "title": "x", "language": tag, "items": items })
            .to_string()
    };
    let site = json!({
        "nashra": 1,
        "base_url": "https://news.example.org/",
        "default_language": "ar",
        "time_zone": "Europe/Istanbul",
        "publisher": { "name": "UNDP مركز" },
        "title": "UNDP",
        "languages": [
            { "tag": "ar", "name": "العربية", "feed": "feeds/ar.json", "numbering_system": "arab" },
            { "tag": "en", "name": "English", "feed": "feeds/en.json" },
        ],
    });
    let files = [
        ("site.json", site.to_string()),
        ("feeds/ar.json", feed("ar", &ar)),
        ("feeds/en.json", feed("en", &en)),
    ];
    let folder = test.newsrooms.make("mixed", &files)?;
    test.newsroom(&folder)
}

/// Asserts where the parts of the one element that `selector` names, and whose text holds the first part, stand.
fn check(
    page: &Page<'_>,
    selector: &str,
    parts: &[&str],
    order: &[&str],
) -> Result<(), HarnessError> {
    let find = "const holds = (text) => arguments[1].reduce((from, part) => {\
            const at = from < 0 ? -1 : text.indexOf(part, from);\
            return at < 0 ? -1 : at + part.length;\
        }, 0) >= 0;\
        return [...document.querySelectorAll(arguments[0])].find((e) => holds(e.textContent)) ?? null";
    let element = page.eval_with(find, &[json!(selector), json!(parts)])?;
    assert!(!element.is_null(), "no {selector} holds {parts:?}");
    let placed = page.eval_with(
        include_str!("ordered.js"),
        &[element, json!({ "logical": parts })],
    )?;
    assert_eq!(placed["order"], json!(order), "{selector}");
    assert_eq!(placed["faults"], json!([]), "{selector} {parts:?}");
    Ok(())
}

/// Running text: the engine's own reordering, undisturbed by our styles.
pub(crate) fn running_text(test: &Test<'_>) -> Outcome {
    let site = newsroom(test)?;
    let page = test.page(&site)?;
    show_on(&page, DESKTOP)?;
    for (path, lines) in [
        ("/ar/releases/release/", ARABIC),
        ("/en/releases/release/", ENGLISH),
    ] {
        open(&page, path)?;
        for (_, parts, order) in lines {
            check(&page, ".prose p", parts, order)?;
        }
    }
    open(&page, "/ar/releases/release/")?;
    check(
        &page,
        ".prose p",
        &["هاتف", "+90", "212", "555", "0100", "أو"],
        &["أو", "+90", "212", "555", "0100", "هاتف"],
    )?;
    check(
        &page,
        ".prose p",
        &["راسلونا", "press@example.org", "،", "شكرًا"],
        &["شكرًا", "،", "press@example.org", "راسلونا"],
    )?;
    Ok(())
}

/// What the interface itself puts together of fields, in the words of its language: on which page, in which element.
const COMPOSED: &[(&str, &[Line])] = &[
    (
        "/ar/releases/release/",
        &[
            (
                "h1",
                &["تقرير", "UNDP", "عن", "SDG", "16", "(", "الطبعة", "2", ")"],
                &[")", "2", "الطبعة", "(", "SDG", "16", "عن", "UNDP", "تقرير"],
            ),
            (
                ".event dd",
                &["من", "١٦:٠٠", "إلى", "١٧:٣٠", "(", "غرينتش", "+", "٣", ")"],
                &[")", "٣", "+", "غرينتش", "(", "١٧:٣٠", "إلى", "١٦:٠٠", "من"],
            ),
            (
                ".event dd",
                &["UN House", "،", "Beirut", "،", "لبنان"],
                &["لبنان", "،", "Beirut", "،", "UN House"],
            ),
            (
                ".attachment-title",
                &["annex_2020", "(", "final", ")", ".pdf"],
                &["annex_2020", "(", "final", ")", ".pdf"],
            ),
            (
                ".attachments .button-quiet",
                &["تنزيل", "(", "٢٫١", "ميغابايت", ")"],
                &[")", "ميغابايت", "٢٫١", "(", "تنزيل"],
            ),
            (
                ".photo-credit",
                &["تصوير", ":", "Ana", "Stone", "/", "UNDP"],
                &["Ana", "Stone", "/", "UNDP", ":", "تصوير"],
            ),
            (
                ".topics a",
                &["SDG", "16", "(", "السلام", ")"],
                &["SDG", "16", "(", "السلام", ")"],
            ),
            (
                ".topics a",
                &["السلام", "(", "SDG", "16", ")"],
                &[")", "SDG", "16", "(", "السلام"],
            ),
            (
                ".item-main time",
                &["١٥", "سبتمبر", "٢٠٢٠"],
                &["٢٠٢٠", "سبتمبر", "١٥"],
            ),
        ],
    ),
    (
        "/ar/reports/report/",
        &[
            (
                "h1",
                &["Arab", "Outlook", "(", "2020", ")"],
                &["Arab", "Outlook", "(", "2020", ")"],
            ),
            (
                ".event dd",
                &["قاعة الشرق", "،", "New York", "،", "USA"],
                &["USA", "،", "New York", "،", "قاعة الشرق"],
            ),
            (
                ".box dd",
                &["978", "-0-", "306", "-40615-", "7"],
                &["978", "-0-", "306", "-40615-", "7"],
            ),
        ],
    ),
    (
        "/en/releases/release/",
        &[
            (
                "h1",
                &[
                    "Report",
                    "“",
                    "تقرير",
                    "التنمية",
                    "”",
                    "is",
                    "(",
                    "2020",
                    ")",
                ],
                &[
                    "Report",
                    "“",
                    "التنمية",
                    "تقرير",
                    "”",
                    "is",
                    "(",
                    "2020",
                    ")",
                ],
            ),
            (
                ".event dd",
                &["قاعة الشرق", ",", "Amman", ",", "Jordan"],
                &["قاعة الشرق", ",", "Amman", ",", "Jordan"],
            ),
            (
                ".event dd",
                &["16:00", "to", "17:30", "(", "GMT+3", ")"],
                &["16:00", "to", "17:30", "(", "GMT+3", ")"],
            ),
        ],
    ),
];

/// Lines that are composed read as well as lines that were written.
pub(crate) fn composed_lines(test: &Test<'_>) -> Outcome {
    let site = newsroom(test)?;
    let page = test.page(&site)?;
    show_on(&page, DESKTOP)?;
    for (path, lines) in COMPOSED {
        open(&page, path)?;
        for (selector, parts, order) in *lines {
            check(&page, selector, parts, order)?;
        }
    }
    Ok(())
}

/// Controls in plain-text fields neither show nor reach beyond their field: none that could is in the page at all.
pub(crate) fn controls_stay_where_they_are(test: &Test<'_>) -> Outcome {
    let site = newsroom(test)?;
    let page = test.page(&site)?;
    for path in [
        "/ar/",
        "/ar/releases/release/",
        "/ar/photos/",
        "/en/releases/release/",
    ] {
        open(&page, path)?;
        page.wait_until(
            "document.body.textContent.includes('UNDP')",
            "the page with its fields",
        )?;
        // Overrides never; isolates of ours only in pairs, within one text.
        let leaks = "const texts = [document.title];\
            const walker = document.createTreeWalker(document.getElementById('nashra'), NodeFilter.SHOW_TEXT);\
            for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.data);\
            const count = (text, pattern) => (text.match(pattern) ?? []).length;\
            return texts.filter((text) => /[\\u202a-\\u202e]/.test(text)\
                || count(text, /[\\u2066-\\u2068]/g) !== count(text, /\\u2069/g));";
        assert_eq!(page.eval(leaks)?, json!([]), "{path}");
    }
    Ok(())
}

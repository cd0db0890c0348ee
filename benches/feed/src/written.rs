//! The feed that is read: as a newsroom of many years would have it, in two languages, with markup, dates, tags, files and
//! our extension on some items. It refuses chance: every run reads the same bytes.

use serde_json::{Value, json};

/// The limit of a page, and so the largest feed that is read whole.
const N_BYTES: usize = 8 * 1024 * 1024;
/// How many items it has.
pub(crate) const N_ITEMS: usize = 10_000;
/// What the feed's own fields may take.
const N_FRAME_BYTES: usize = 1024;

const ENGLISH: [&str; 6] = [
    "The centre publishes its <a href=\"/data/tables.html\">tables</a> for the quarter, with notes on method.",
    "Ministers of \u{201c}eleven\u{201d} countries met & agreed on a common calendar of surveys.",
    "Figures for rural districts follow in <em>spring</em>, once the field work has ended.",
    "A training course for young statisticians opens in <strong>Istanbul</strong> with forty places.",
    "Replies to the questionnaire came from 82\u{00a0}% of the households that were asked.",
    "The full text, the data and a summary in plain language stand beside this release.",
];
const ARABIC: [&str; 6] = [
    "ينشر المركز <a href=\"/data/tables.html\">جداول</a> الربع مع ملاحظات على المنهجية.",
    "اجتمع وزراء «إحدى عشرة» دولة واتفقوا على تقويم مشترك للمسوح.",
    "تصدر أرقام المناطق الريفية في <em>الربيع</em> بعد انتهاء العمل الميداني.",
    "تُفتتح في <strong>إسطنبول</strong> دورة تدريبية للإحصائيين الشباب تتسع لأربعين متدربًا.",
    "وردت الأجوبة من ٨٢٪ من الأسر التي شملها الاستبيان.",
    "يُنشر النص الكامل والبيانات وملخص بلغة مبسطة إلى جانب هذا البيان.",
];

/// The feed's bytes, at most [`N_BYTES`] and at least 99 % of that.
pub(crate) fn feed() -> Vec<u8> {
    let mut out = String::with_capacity(N_BYTES);
    out.push_str(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Releases\",\"language\":\"en\",\
         \"home_page_url\":\"https://news.example.org/\",\"feed_url\":\"https://news.example.org/feeds/en.json\",\
         \"authors\":[{\"name\":\"Press office\",\"url\":\"https://news.example.org/press/\"}],\"items\":[",
    );
    for index in 0..N_ITEMS {
        if index > 0 {
            out.push(',');
        }
        let goal = (N_BYTES - N_FRAME_BYTES) * (index + 1) / N_ITEMS;
        out.push_str(&longest(index, goal.saturating_sub(out.len())));
    }
    out.push_str("]}");
    out.into_bytes()
}

/// The item with as many sentences as fit into so many bytes.
fn longest(index: usize, n_bytes: usize) -> String {
    let mut best = item(index, 1).to_string();
    for n_sentences in 2.. {
        let longer = item(index, n_sentences).to_string();
        if longer.len() > n_bytes {
            break;
        }
        best = longer;
    }
    best
}

fn item(index: usize, n_sentences: usize) -> Value {
    let is_arabic = index.is_multiple_of(2);
    let sentences = if is_arabic { ARABIC } else { ENGLISH };
    let body: String = (0..n_sentences)
        .map(|n| format!("<p>{}</p>\n", sentences[(index + n) % sentences.len()]))
        .collect();
    let (year, month, day) = (2000 + index % 26, 1 + index % 12, 1 + index % 28);
    let number = N_ITEMS - index;
    let mut item = json!({
        "id": format!("https://news.example.org/releases/{number}"),
        "url": format!("https://news.example.org/{year}/{month:02}/release-{number}/"),
        "title": if is_arabic { format!("البيان رقم {number}") } else { format!("Release number {number} &amp; notes") },
        "content_html": body,
        "date_published": format!("{year}-{month:02}-{day:02}T09:30:00+03:00"),
        "tags": [if is_arabic { "إحصاء" } else { "Statistics" }],
        "language": if is_arabic { "ar" } else { "en" },
    });
    if index.is_multiple_of(5) {
        item["attachments"] = json!([{ "url": format!("/files/{number}.pdf"), "mime_type": "application/pdf",
            "title": "Tables", "size_in_bytes": 120_000 + index }]);
    }
    if index.is_multiple_of(7) {
        item["_nashra"] =
            json!({ "office": "Cairo", "translations": { "fr": format!("fr-{number}") } });
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_large_as_a_page_may_be() {
        let n_bytes = feed().len();
        assert!(
            n_bytes <= N_BYTES && n_bytes > N_BYTES / 100 * 99,
            "{n_bytes}"
        );
    }
}

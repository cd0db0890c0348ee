//! Search over the items of one language: what a reader may type differently is folded alike, once for each item; words are
//! found where they begin, in Arabic also behind the particles that are written with them.
//!
//! It holds no item and shows nothing: it answers with positions. Marks and excerpts are made by [`mark`].

pub mod mark;
mod strip;
mod words;

use nashra_feed::Item;
use nashra_l10n::fold;

pub use words::{Query, behind_particles, is_meant};

/// The name of the field that is searched by, which is its name in the address.
pub const FIELD: &str = "q";
/// The id of that field on the search page.
pub const PAGE_FIELD_ID: &str = "search-words";
/// Bytes of an item's text that are searched: a book in a feed is found by its beginning.
const MAX_TEXT_BYTES: usize = 60_000;
/// What a word counts for by where it stands.
const IN_TITLE: u32 = 12;
const IN_FACTS: u32 = 4;
const IN_TEXT: u32 = 1;
/// For the words of the query standing together in the title.
const TOGETHER: u32 = 10;

/// The folded texts of items, in their order.
#[derive(Default)]
pub struct Index {
    items: Vec<Texts>,
}

struct Texts {
    title: String,
    /// Summary, topics, place, names of files and of the office.
    facts: String,
    text: String,
}

impl Index {
    /// How many items it knows.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds the next item.
    pub fn add(&mut self, item: &Item) {
        let content = item.content.as_ref();
        let text = content.map(|content| match content.text() {
            Some(text) => fold(cut(text)),
            None => fold(&strip::plain(cut(content.html().unwrap_or_default()))),
        });
        self.items.push(Texts {
            title: fold(item.title.as_deref().unwrap_or_default()),
            facts: fold(&facts_of(item).collect::<Vec<_>>().join("\n")),
            text: text.unwrap_or_default(),
        });
    }

    /// Looks at the items from `first` on, `count` of them: position and weight of those that hold every word.
    pub fn find(&self, query: &Query, first: usize, count: usize) -> Vec<(usize, u32)> {
        let items = self.items.iter().enumerate().skip(first).take(count);
        items
            .filter_map(|(at, texts)| Some((at, texts.weigh(query)?)))
            .collect()
    }
}

impl Texts {
    fn weigh(&self, query: &Query) -> Option<u32> {
        if query.is_empty() {
            return None;
        }
        let mut sum = 0;
        for word in query.words() {
            let fields = [
                (&self.title, IN_TITLE),
                (&self.facts, IN_FACTS),
                (&self.text, IN_TEXT),
            ];
            let mut weights = fields
                .iter()
                .filter(|(text, _)| words::stands_in(text, word));
            sum += weights.next()?.1;
        }
        if query.words().len() > 1 && self.title.contains(query.together()) {
            sum += TOGETHER;
        }
        Some(sum)
    }
}

/// What is searched of an item besides its title and its text: summary, topics, place, names of files and of the office.
pub fn facts_of(item: &Item) -> impl Iterator<Item = &str> {
    let event = item.event.as_ref();
    let places = event.map(|event| [&event.venue, &event.locality, &event.country]);
    let files = item.attachments.iter().map(|file| &file.title);
    let captions = item.photos.iter().map(|photo| &photo.caption);
    let some = [&item.summary, &item.label, &item.office].into_iter();
    let some = some.chain(places.into_iter().flatten());
    let some = some.chain(files).chain(captions).flatten();
    some.chain(&item.tags).map(String::as_str)
}

/// The heaviest first; of equals the newer, which stands earlier.
pub fn rank(mut hits: Vec<(usize, u32)>) -> Vec<usize> {
    hits.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    hits.into_iter().map(|(at, _)| at).collect()
}

/// The beginning of a text, at a character's boundary.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(MAX_TEXT_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use nashra_feed::{NativeUrls, parse_json, read_feed};

    use super::*;

    /// The ids of what `query` finds in a small newsroom, best first.
    #[track_caller]
    fn check(query: &str, expect: &[&str]) {
        let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[
            {"id":"report","title":"التقريرُ السنويّ عن التعاون","content_html":"<p>نصٌّ عن <b>الإحصاءات</b>.</p>","tags":["تعليم"]},
            {"id":"launch","title":"إطلاق تقرير مشترك","content_html":"<p>للتعاون فيما بين بلدان الجنوب، ١٥ سبتمبر ٢٠٢٠.</p>"},
            {"id":"party","title":"A party in Montréal","content_html":"<p class='art'>Fine&nbsp;food &amp; music</p><script>secret()</script>"},
            {"id":"art","title":"Art of the chart","content_text":"On art, and nothing else.","summary":"Party favours"},
            {"id":"house","title":"مؤسسة الفن","content_text":"وبالفنون نبدأ"}]}"#;
        let value = parse_json(feed.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let (feed, _) = read_feed(&&value, "https://a.example/feed.json", &NativeUrls)
            .unwrap_or_else(|error| panic!("{error}"));
        let mut index = Index::default();
        feed.items.iter().for_each(|item| index.add(item));
        let found = rank(index.find(&Query::new(query), 0, usize::MAX));
        let ids: Vec<&str> = found.iter().map(|at| &*feed.items[*at].id).collect();
        assert_eq!(ids, expect, "{query}");
    }

    #[test]
    fn finds_what_a_reader_means() {
        // Vowel signs, the article, particles, hamza, ta marbuta, digits.
        check("تقرير", &["report", "launch"]);
        check("التقرير", &["report", "launch"]);
        check("تَقْرِير", &["report", "launch"]);
        check("احصاءات", &["report"]);
        check("التعاون", &["report", "launch"]);
        check("فنون", &["house"]);
        check("موسسه", &["house"]);
        check("2020", &["launch"]);
        check("٢٠٢٠", &["launch"]);
        // Latin: words where they begin, without case and accents.
        check("ART", &["art"]);
        check("montreal", &["party"]);
        check("part", &["party", "art"]);
        check("food music", &["party"]);
        check("food opera", &[]);
        check("secret", &[]);
        check("تعليم", &["report"]);
        // Nothing to look for.
        check("", &[]);
        check(" ،؟ ", &[]);
    }

    #[test]
    fn cuts_between_characters() {
        let text = "ا".repeat(MAX_TEXT_BYTES);
        assert_eq!(cut(&text).len(), MAX_TEXT_BYTES);
        let text = ["x", &text].concat();
        assert_eq!(cut(&text).len(), MAX_TEXT_BYTES - 1);
        assert_eq!(cut("ab"), "ab");
    }
}

//! Feeds as others write them, and the items that come of them.

use serde_json::{Value, json};

use super::read;
use crate::import::fields::of_extension;

/// The first item of a feed, as it would stand in a file.
fn item(feed: &str) -> Value {
    let imported = read(
        feed.as_bytes(),
        "https://a.example/feed",
        Some("https://a.example/"),
    );
    let imported = imported.unwrap_or_else(|error| panic!("{error}"));
    let mut item = json!({});
    for (name, value) in imported
        .items
        .into_iter()
        .next()
        .map(|(_, fields)| fields)
        .into_iter()
        .flatten()
    {
        match of_extension(name) {
            Some(name) => item["_nashra"][name] = value,
            None => item[name] = value,
        }
    }
    item
}

fn rss(inner: &str) -> Value {
    item(&format!(
        "<rss version=\"2.0\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>t</title><item>{inner}</item></channel></rss>"
    ))
}

#[test]
fn rss_items() {
    #[track_caller]
    fn check(inner: &str, expect: Value) {
        assert_eq!(rss(inner), expect, "{inner}");
    }
    check(
        "<guid isPermaLink=\"false\">1</guid><title>نشرة &amp; more</title><link>https://b.example/1</link>\
         <description>&lt;p&gt;Text&lt;/p&gt;</description><pubDate>Tue, 15 Sep 2020 16:00:00 +0300</pubDate>",
        json!({ "id": "1", "title": "نشرة & more", "url": "https://b.example/1", "content_html": "<p>Text</p>",
                "date_published": "2020-09-15T16:00:00+03:00" }),
    );
    check(
        "<guid>2</guid><description>&lt;b&gt;Short&lt;/b&gt;</description><content:encoded><![CDATA[<p>Long</p><script>x</script>]]></content:encoded>\
         <category>Water</category><category> Water </category><category>Food</category><dc:creator>Amal</dc:creator>",
        json!({ "id": "2", "content_html": "<p>Long</p><script>x</script>", "summary": "Short", "tags": ["Water", "Food"],
                "authors": [{ "name": "Amal" }] }),
    );
    // Its own address is its id; what stood at this newsroom's address leads on.
    check(
        "<link>https://a.example/old/3</link>",
        json!({ "id": "https://a.example/old/3", "url": "https://a.example/old/3", "_nashra": { "aliases": ["/old/3"] } }),
    );
    check(
        "<guid>4</guid><enclosure url=\"https://b.example/r.pdf\" length=\"123\" type=\"application/pdf\"/>\
         <media:content url=\"https://b.example/p.jpg\" type=\"image/jpeg\" width=\"640\" height=\"480\">\
         <media:description>A sea</media:description><media:credit>Noor</media:credit></media:content>",
        json!({ "id": "4", "image": "https://b.example/p.jpg",
                "attachments": [{ "url": "https://b.example/r.pdf", "mime_type": "application/pdf", "size_in_bytes": 123 }],
                "_nashra": { "photos": [{ "url": "https://b.example/p.jpg", "width": 640, "height": 480, "caption": "A sea", "credit": "Noor" }] } }),
    );
    // A date of no RFC is read all the same, without its zone.
    check(
        "<guid>5</guid><pubDate>Thurs, 17 September 2020 9:05:00 GMT</pubDate>",
        json!({ "id": "5", "date_published": "2020-09-17T09:05:00Z" }),
    );
}

#[test]
fn atom_entries() {
    let feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>t</title><id>f</id><updated>2020-09-16T00:00:00Z</updated><entry>\
        <id>tag:b.example,2020:1</id><title type=\"html\">A &lt;b&gt;bold&lt;/b&gt; title</title>\
        <link href=\"https://b.example/1\"/><link rel=\"enclosure\" type=\"audio/mpeg\" length=\"9\" href=\"https://b.example/a.mp3\"/>\
        <author><name>Amal</name><uri>https://b.example/amal</uri><email>a@b.example</email></author>\
        <category term=\"water\" label=\"Water\"/><content type=\"html\">&lt;p&gt;Text&lt;/p&gt;</content>\
        <published>2020-09-15T16:00:00+03:00</published><updated>2020-09-16T10:00:00+03:00</updated></entry></feed>";
    let expect = json!({
        "id": "tag:b.example,2020:1", "title": "A bold title", "url": "https://b.example/1", "content_html": "<p>Text</p>",
        "authors": [{ "name": "Amal", "url": "https://b.example/amal" }], "tags": ["Water"],
        "attachments": [{ "url": "https://b.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9 }],
        "date_published": "2020-09-15T16:00:00+03:00", "date_modified": "2020-09-16T10:00:00+03:00",
    });
    assert_eq!(item(feed), expect);
}

#[test]
fn what_is_no_feed_is_said() {
    let check = |text: &str| assert!(read(text.as_bytes(), "feed.xml", None).is_err(), "{text}");
    check("");
    check("<html><body>Not found</body></html>");
    check("<rss version=\"2.0\">");
}

#[test]
fn what_nothing_tells_apart_is_left_out() {
    let feed = "<rss version=\"2.0\"><channel><title>t</title><item><guid>1</guid></item><item><guid>1</guid></item>\
                <item><description>x</description></item></channel></rss>";
    let imported =
        read(feed.as_bytes(), "feed.xml", None).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((imported.items.len(), imported.warnings.len()), (1, 2));
}

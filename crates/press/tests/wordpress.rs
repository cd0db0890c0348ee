//! A WordPress site in two languages, imported again and again. Its answers are written here after the schema that WordPress documents for
//! its REST interface, Polylang for `lang` and `translations`, and the plugin "WPML REST API" for what WPML knows.

#[allow(
    dead_code,
    reason = "shared with other tests, each of which needs a part"
)]
mod fixture;
#[path = "fixture/founding.rs"]
mod founding;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use nashra_press::check;
use nashra_press::import::{Options, Summary, import};
use serde_json::{Value, json};

use fixture::Folder;
use founding::found;

/// So many posts a language, more than come in one answer.
const N_POSTS: usize = 120;

/// A site that answers what its lists hold, a hundred at a time.
struct WordPress {
    address: String,
    lists: Arc<Mutex<Lists>>,
}

struct Lists {
    posts: Vec<Value>,
    media: Vec<Value>,
}

impl WordPress {
    fn start(posts: Vec<Value>, media: Vec<Value>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!(
            "http://{}/wp-json/",
            listener.local_addr().expect("an address")
        );
        let lists = Arc::new(Mutex::new(Lists { posts, media }));
        let shared = Arc::clone(&lists);
        // Ends with the process of the test.
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                answer(
                    stream,
                    &shared.lock().unwrap_or_else(PoisonError::into_inner),
                );
            }
        });
        Self { address, lists }
    }

    fn change(&self, change: impl FnOnce(&mut Lists)) {
        change(&mut self.lists.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

fn answer(mut stream: TcpStream, lists: &Lists) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    let _ = lines.by_ref().find(String::is_empty);
    let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let asked = |key: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs
            .find(|(known, _)| *known == key)
            .map(|(_, value)| value)
    };
    let number = |key: &str| {
        asked(key)
            .and_then(|n| n.parse::<usize>().ok())
            .unwrap_or(1)
    };
    let of_language = |post: &&Value| {
        let locale = post["wpml_current_locale"].as_str().unwrap_or_default();
        asked("lang")
            .is_none_or(|lang| post["lang"] == lang || locale.split('_').next() == Some(lang))
    };
    let all: Vec<&Value> = match path {
        "/wp-json/wp/v2/posts" => lists.posts.iter().filter(of_language).collect(),
        "/wp-json/wp/v2/media" => lists.media.iter().collect(),
        _ => panic!("nobody asks for {target}"),
    };
    let size = number("per_page");
    assert_eq!(size, 100, "WordPress gives no more than a hundred at once");
    let n_pages = all.len().div_ceil(size);
    let page = all.into_iter().skip((number("page") - 1) * size).take(size);
    let body = page.cloned().collect::<Value>().to_string();
    let _ = write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-wp-totalpages: {n_pages}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
}

/// Post `number`; those of both languages follow each other.
fn post(number: usize) -> Value {
    let (lang, other) = if number.is_multiple_of(2) {
        ("en", number + 1)
    } else {
        ("ar", number - 1)
    };
    let day = 1 + number % 28;
    json!({
        "id": number, "lang": lang, "translations": { lang: number, if lang == "en" { "ar" } else { "en" }: other },
        "date": format!("2020-09-{day:02}T16:00:00"), "date_gmt": format!("2020-09-{day:02}T13:00:00"),
        "modified": format!("2020-09-{day:02}T16:00:00"), "modified_gmt": format!("2020-09-{day:02}T13:00:00"),
        "guid": { "rendered": format!("https://news.example.org/?p={number}") },
        "link": format!("https://news.example.org/{lang}/2020/post-{number}/"),
        "slug": format!("post-{number}"), "status": "publish", "type": "post",
        "title": { "rendered": format!("Water &#038; statistics, part {number}") },
        "content": { "rendered": format!("<p>Text of part {number}.</p>\n"), "protected": false },
        "excerpt": { "rendered": format!("<p>In short, part {number}&hellip;</p>\n"), "protected": false },
        "featured_media": 0, "categories": [3], "tags": [],
        "_embedded": {
            "author": [{ "id": 1, "name": "Amal" }],
            "wp:term": [[{ "id": 3, "name": "Water &amp; food", "slug": "water", "taxonomy": "category" },
                         { "id": 1, "name": "Uncategorized", "slug": "uncategorized", "taxonomy": "category" }], []],
        },
    })
}

fn file(number: usize, of_post: usize, name: &str, kind: &str) -> Value {
    json!({
        "id": number, "post": of_post, "mime_type": kind, "media_type": if kind.starts_with("image/") { "image" } else { "file" },
        "title": { "rendered": "Figures &#8211; 2020" }, "alt_text": "Rows of chairs", "caption": { "rendered": "<p>The <em>hall</em></p>" },
        "source_url": format!("https://news.example.org/wp-content/uploads/{name}"),
        "media_details": if kind.starts_with("image/") { json!({ "width": 1600, "height": 900 }) } else { json!({ "filesize": 2048 }) },
    })
}

fn run(newsroom: &Folder, site: &WordPress, language: &str) -> Summary {
    let options = Options {
        feed: site.address.clone(),
        newsroom: newsroom.path("newsroom"),
        language: Some(language.to_owned()),
    };
    import(&options).unwrap_or_else(|error| panic!("{error}"))
}

fn item(newsroom: &Folder, tag: &str, id: &str) -> Value {
    let text = fs::read_to_string(
        newsroom
            .path("newsroom/feeds")
            .join([tag, ".json"].concat()),
    );
    let feed: Value = serde_json::from_str(&text.expect("a feed")).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let found = items.iter().find(|item| item["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}")).clone()
}

#[test]
fn posts_pictures_files_and_languages() {
    let folder = Folder::new("wordpress");
    found(folder.path("newsroom"), &["ar", "en"]);
    let mut posts: Vec<Value> = (0..2 * N_POSTS).map(post).collect();
    let hall = file(901, 10, "hall.jpg", "image/jpeg");
    posts[10]["_embedded"]["wp:featuredmedia"] = json!([hall.clone()]);
    posts[10]["content"]["rendered"] = json!(
        "<p>Text.</p><img src=\"https://news.example.org/wp-content/uploads/inside-300x200.jpg\">"
    );
    let media = vec![
        hall,
        file(902, 10, "inside.jpg", "image/jpeg"),
        file(903, 10, "figures.pdf", "application/pdf"),
        file(904, 0, "of-nobody.jpg", "image/jpeg"),
    ];
    let site = WordPress::start(posts, media);
    let first = run(&folder, &site, "en");
    assert_eq!(
        (first.n_new, first.lines.len()),
        (N_POSTS, 0),
        "{:?}",
        first.lines
    );
    assert_eq!(run(&folder, &site, "ar").n_new, N_POSTS);
    let expect = json!({
        "id": "https://news.example.org/?p=10", "url": "https://news.example.org/en/2020/post-10/",
        "title": "Water & statistics, part 10", "summary": "In short, part 10…",
        "content_html": "<p>Text.</p><img src=\"https://news.example.org/wp-content/uploads/inside-300x200.jpg\">",
        "image": "https://news.example.org/wp-content/uploads/hall.jpg",
        "date_published": "2020-09-11T16:00:00+03:00", "authors": [{ "name": "Amal" }], "tags": ["Water & food"],
        "attachments": [{ "url": "https://news.example.org/wp-content/uploads/figures.pdf", "mime_type": "application/pdf",
                          "title": "Figures – 2020", "size_in_bytes": 2048 }],
        "_nashra": {
            "aliases": ["/en/2020/post-10/"], "translations": { "ar": "https://news.example.org/?p=11" },
            "photos": [{ "url": "https://news.example.org/wp-content/uploads/hall.jpg", "width": 1600, "height": 900,
                         "alt": "Rows of chairs", "caption": "The hall" }],
        },
    });
    assert_eq!(
        item(&folder, "en", "https://news.example.org/?p=10"),
        expect
    );
    let arabic = item(&folder, "ar", "https://news.example.org/?p=11");
    assert_eq!(
        arabic["_nashra"]["translations"]["en"],
        "https://news.example.org/?p=10"
    );

    // Again: nothing changed; then one post mended there, one new.
    let again = run(&folder, &site, "en");
    assert_eq!(
        (again.n_same, again.n_new, again.n_changed),
        (N_POSTS, 0, 0)
    );
    site.change(|lists| {
        lists.posts[20]["title"]["rendered"] = json!("Mended");
        lists.posts.insert(0, post(1000));
    });
    let third = run(&folder, &site, "en");
    assert_eq!((third.n_changed, third.n_new), (1, 1));
    assert_eq!(
        item(&folder, "en", "https://news.example.org/?p=20")["title"],
        "Mended"
    );

    let report = check::check(
        &folder.path("newsroom").display().to_string(),
        check::Depth::Plain,
    )
    .expect("a report");
    let text = check::as_text(&report);
    assert!(report.worst() != Some(check::Severity::Error), "{text}");
    assert!(!text.contains("broken-translation"), "{text}");
}

/// The same post as a site with WPML answers it: locales with their regions, and the other languages as a list.
fn post_of_wpml(number: usize) -> Value {
    let mut post = post(number);
    let (locale, other) = if post["lang"] == "en" {
        ("en_US", "ar")
    } else {
        ("ar", "en_US")
    };
    let there = post["translations"][&other[..2]].clone();
    if let Some(post) = post.as_object_mut() {
        post.remove("lang");
        post.remove("translations");
        post.insert("wpml_current_locale".to_owned(), json!(locale));
        let others = json!([{ "locale": other, "id": there, "post_title": "There", "href": format!("https://news.example.org/{there}/") }]);
        post.insert("wpml_translations".to_owned(), others);
    }
    post
}

#[test]
fn languages_of_wpml() {
    let folder = Folder::new("wordpress-wpml");
    found(folder.path("newsroom"), &["ar", "en"]);
    let site = WordPress::start((0..6).map(post_of_wpml).collect(), Vec::new());
    assert_eq!(run(&folder, &site, "en").n_new, 3);
    assert_eq!(run(&folder, &site, "ar").n_new, 3);
    let [english, arabic] = [
        "https://news.example.org/?p=2",
        "https://news.example.org/?p=3",
    ];
    let translations =
        |tag: &str, id: &str| item(&folder, tag, id)["_nashra"]["translations"].clone();
    assert_eq!(translations("en", english), json!({ "ar": arabic }));
    assert_eq!(translations("ar", arabic), json!({ "en": english }));
    assert_eq!(run(&folder, &site, "en").n_same, 3);
}

#[test]
fn what_is_no_wordpress_is_said() {
    let folder = Folder::new("wordpress-none");
    found(folder.path("newsroom"), &["en"]);
    // A port that nobody listens on.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!(
        "http://{}/wp-json/",
        listener.local_addr().expect("an address")
    );
    drop(listener);
    let options = Options {
        feed: address.clone(),
        newsroom: folder.path("newsroom"),
        language: None,
    };
    let error = import(&options).err().map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.contains(&address)));
}

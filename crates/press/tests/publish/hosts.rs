//! The real nginx and the real Caddy with the configurations as generated, beside `nashra serve`: the same answers, at a root and
//! under a prefix.
//!
//! They and nginx's brotli module are Debian's (`cargo xtask setup --tests` installs them); without them the test fails.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use nashra_browser_tests::site::{Caddy, NashraServe, Nginx};

use crate::fixture::Folder;

/// What was answered.
#[derive(PartialEq, Debug)]
struct Answer {
    status: u16,
    /// Those that a host is told to send, in the order of [`HEADERS`].
    headers: Vec<Option<String>>,
    body: Vec<u8>,
}

const HEADERS: [&str; 10] = [
    "content-type",
    "content-encoding",
    "cache-control",
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "location",
    "vary",
    "access-control-allow-origin",
    "cross-origin-resource-policy",
];

#[test]
fn servers_answer_as_nashra_serve_does_at_a_root() {
    compare("root", "https://news.example.org/", "/");
}

#[test]
fn servers_answer_as_nashra_serve_does_under_a_prefix() {
    compare("prefix", "https://example.org/press/news/", "/press/news/");
}

fn compare(name: &str, base_url: &str, prefix: &str) {
    let folder = Folder::new(name);
    let newsroom = folder.sample();
    alias(&newsroom);
    let old = "/archiv/nachrichten.php,/en/releases/\n/archiv/bericht.html,/en/reports/\n";
    fs::write(
        newsroom.join("redirects.csv"),
        old.replace(",/en/", &[",", prefix, "en/"].concat()),
    )
    .expect("redirects");
    folder.publish_at(&newsroom, base_url);
    let site = folder.path("site");
    let command = Path::new(env!("CARGO_BIN_EXE_nashra"));
    let ours = NashraServe::start(command, &site).unwrap_or_else(|error| panic!("{error}"));
    let nginx =
        Nginx::start(&site, &folder.path("nginx")).unwrap_or_else(|error| panic!("{error}"));
    let caddy =
        Caddy::start(&site, &folder.path("caddy")).unwrap_or_else(|error| panic!("{error}"));
    let asset = first_asset(&site, ".js");
    let font = first_asset(&site, ".woff2");
    let mut paths: Vec<String> = [
        "",
        "ar/",
        "en/releases/",
        "ar/index.html",
        "en/feed.xml",
        "en/feed.json",
        "sitemap.xml",
        "robots.txt",
        "site.json",
        "feeds/ar.json",
        "en/app.webmanifest",
        "sw.js",
        "ar/offline/",
        "nashra-widget.js",
        "nashra-widget.json",
        "en/releases/data.json",
        "en/embed/",
        "ar/embed/frame/",
        "ar/embed/none/",
        "media/logo.svg",
        "media/photos/sea-dawn.jpg",
        "media/reports/trade-en.pdf",
        "media/video/lattice.ar.vtt",
        "media/data/cooperation-2010-2019.csv",
        // What is not there: a page, a page's file, an asset, a picture, a hidden file.
        "en/releases/none/",
        "en/none",
        "assets/app-000000000000.js",
        "media/none.jpg",
        ".nashra/serve.json",
        "en/.hidden",
        "assets/",
        "none.html",
    ]
    .map(|path| [prefix, path].concat())
    .into();
    paths.extend([&asset, &font].map(|path| [prefix, path].concat()));
    paths.extend(["/old/address".to_owned(), [prefix, "en/releases"].concat()]);
    paths.extend(["/archiv/nachrichten.php", "/archiv/bericht.html"].map(str::to_owned));
    if prefix != "/" {
        paths.push(prefix.trim_end_matches('/').to_owned());
    }
    for path in &paths {
        for encoding in ["identity", "gzip", "br, gzip"] {
            let ours = get(ours.url(), path, encoding);
            for (name, url) in [("nginx", nginx.url()), ("Caddy", caddy.url())] {
                let theirs = get(url, path, encoding);
                let told = |answer: &Answer| (answer.status, answer.headers.clone());
                assert_eq!(
                    told(&ours),
                    told(&theirs),
                    "{path} ({encoding}): ours, {name}'s"
                );
                // What is said of a redirect or a missing file is each server's own affair, but for our page.
                if ours.status == 200 || path.ends_with("none/") {
                    assert!(
                        ours.body == theirs.body,
                        "{path} ({encoding}): other bytes from {name}"
                    );
                }
            }
        }
    }
    let is = |path: &str, status: u16, encoding: Option<&str>, caching: &str| {
        let answer = get(nginx.url(), &[prefix, path].concat(), "br, gzip");
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.headers[1].as_deref(), encoding, "{path}");
        assert_eq!(answer.headers[2].as_deref(), Some(caching), "{path}");
    };
    // Not only alike, but right.
    for (from, to) in [
        ("nachrichten.php", "releases/"),
        ("bericht.html", "reports/"),
    ] {
        let answer = get(nginx.url(), &["/archiv/", from].concat(), "identity");
        let to = [prefix, "en/", to].concat();
        assert_eq!(
            (answer.status, answer.headers[6].as_deref()),
            (301, Some(&*to))
        );
        let line = format!("/archiv/{from} {to} 301\n");
        assert!(folder.read("_redirects").contains(&line), "{line}");
    }
    is("ar/", 200, Some("br"), "no-cache");
    // As small as it is here, it has no copy.
    is("nashra-widget.js", 200, None, "no-cache");
    let says = |path: &str, header: usize, part: &str| {
        let answer = get(nginx.url(), &[prefix, path].concat(), "br, gzip");
        let value = answer.headers[header].clone().unwrap_or_default();
        assert!(value.contains(part), "{path}: {value}");
    };
    says("en/embed/frame/", 3, "frame-ancestors *");
    says("en/releases/", 3, "frame-ancestors 'self'");
    for path in ["nashra-widget.js", "en/none/data.json", "assets/none.js"] {
        says(path, 8, "*");
    }
    is("sw.js", 200, Some("br"), "no-cache");
    let worker = get(nginx.url(), &[prefix, "sw.js"].concat(), "identity");
    let script = Some("text/javascript; charset=utf-8");
    assert_eq!(worker.headers[0].as_deref(), script);
    is(&font, 200, None, "public, max-age=31536000, immutable");
    is("assets/app-000000000000.js", 404, None, "no-cache");
    is("en/releases/none/", 404, Some("br"), "no-cache");
}

/// Gives an item an old address.
fn alias(newsroom: &Path) {
    let path = newsroom.join("feeds/en.json");
    let text = fs::read_to_string(&path).expect("a feed");
    let slug = "\"slug\": \"data-conference-2026\"";
    assert!(text.contains(slug));
    let with = [slug, ", \"aliases\": [\"/old/address\"]"].concat();
    fs::write(path, text.replace(slug, &with)).expect("a feed");
}

fn first_asset(site: &Path, suffix: &str) -> String {
    let names = fs::read_dir(site.join("assets")).expect("assets");
    let mut names: Vec<String> = names
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.ends_with(suffix))
        .collect();
    names.sort();
    ["assets/", names.first().expect("an asset")].concat()
}

fn get(server: &str, path: &str, encoding: &str) -> Answer {
    let address = server.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept-Encoding: {encoding}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let end = bytes
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .expect("a head");
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines
        .next()
        .and_then(|line| line.split(' ').nth(1))
        .and_then(|status| status.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    // To who asks with GET both say the same.
    let status = match status.expect("a status") {
        308 => 301,
        status => status,
    };
    let header = |name: &&str| {
        let found = headers.iter().find(|(known, _)| known == name);
        let value = found.map(|(_, value)| value.clone());
        match *name {
            // Of redirects only the place matters, and what varies is said where there are copies.
            "location" => value,
            _ if status == 301 => None,
            "vary" => value
                .filter(|_| status == 200)
                .map(|value| value.to_ascii_lowercase()),
            "content-security-policy"
            | "x-content-type-options"
            | "referrer-policy"
            | "cross-origin-resource-policy"
                if status == 404 =>
            {
                None
            }
            _ => value,
        }
    };
    let body = &bytes[end + 4..];
    let is_chunked = headers.iter().any(|(_, value)| value == "chunked");
    Answer {
        status,
        headers: HEADERS.iter().map(header).collect(),
        body: if is_chunked {
            joined(body)
        } else {
            body.to_vec()
        },
    }
}

/// A body that came in chunks: each begins with its length in hexadecimal digits, and the last is empty.
fn joined(mut chunked: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    loop {
        let end = chunked.windows(2).position(|window| window == b"\r\n");
        let (length, rest) = chunked.split_at(end.expect("the length of a chunk"));
        let length = usize::from_str_radix(&String::from_utf8_lossy(length), 16);
        let (chunk, after) = rest[2..].split_at(length.expect("a length"));
        if chunk.is_empty() {
            return body;
        }
        body.extend(chunk);
        chunked = &after[2..];
    }
}

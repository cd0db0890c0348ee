//! `sitemap.xml` as [sitemaps.org](https://www.sitemaps.org/protocol.html) has it, with each page's other languages, and `robots.txt`
//! that names it. Above the protocol's limits it becomes an index of several files.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::files::{Compression, Output};
use crate::error::PressError;

/// The protocol's limit on addresses in a file, and ours on its length, a little below the protocol's 50 MB.
const MAX_URLS: usize = 50_000;
const MAX_BYTES: usize = 45_000_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page as search engines should know it, in absolute addresses.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Address {
    pub(super) url: String,
    /// RFC 3339.
    pub(super) modified: Option<String>,
    /// Language tag and address, this page and `x-default` among them.
    pub(super) alternates: Vec<(String, String)>,
}

/// Writes `sitemap.xml` (and `sitemap-N.xml`).
pub(super) fn write(
    addresses: &[Address],
    base_url: &str,
    output: &Output,
) -> Result<(), PressError> {
    let files = files(addresses, MAX_URLS, MAX_BYTES);
    if let [only] = &*files {
        return output.write("sitemap.xml", only.as_bytes(), Compression::Page);
    }
    let mut names = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        output.write(&name, file.as_bytes(), Compression::Page)?;
        names.push([base_url, &name].concat());
    }
    output.write("sitemap.xml", index(&names).as_bytes(), Compression::Page)
}

/// Writes `robots.txt`: everything may be read.
pub(super) fn write_robots(base_url: &str, output: &Output) -> Result<(), PressError> {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n");
    output.write("robots.txt", text.as_bytes(), Compression::None)
}

fn files(addresses: &[Address], max_urls: usize, max_bytes: usize) -> Vec<String> {
    let mut files = Vec::new();
    let (mut urls, mut n_urls) = (String::new(), 0);
    for address in addresses {
        let url = fragment(|writer| url(writer, address));
        if n_urls == max_urls || (n_urls > 0 && urls.len() + url.len() > max_bytes) {
            files.push(document("urlset", &std::mem::take(&mut urls)));
            n_urls = 0;
        }
        urls.push_str(&url);
        n_urls += 1;
    }
    if n_urls > 0 || files.is_empty() {
        files.push(document("urlset", &urls));
    }
    files
}

fn index(urls: &[String]) -> String {
    let entries: String = urls
        .iter()
        .map(|url| {
            fragment(|writer| {
                writer.write_event(Event::Start(BytesStart::new("sitemap")))?;
                text(writer, "loc", url)?;
                writer.write_event(Event::End(BytesEnd::new("sitemap")))
            })
        })
        .collect();
    document("sitemapindex", &entries)
}

type Xml = Writer<Vec<u8>>;

fn url(writer: &mut Xml, address: &Address) -> io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new("url")))?;
    text(writer, "loc", &address.url)?;
    if let Some(modified) = &address.modified {
        text(writer, "lastmod", modified)?;
    }
    for (tag, href) in &address.alternates {
        let attributes = [("rel", "alternate"), ("hreflang", tag), ("href", href)];
        let link = BytesStart::new("xhtml:link").with_attributes(attributes);
        writer.write_event(Event::Empty(link))?;
    }
    writer.write_event(Event::End(BytesEnd::new("url")))
}

fn text(writer: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new(name)))?;
    writer.write_event(Event::Text(BytesText::new(text)))?;
    writer.write_event(Event::End(BytesEnd::new(name)))
}

/// Writing to memory does not fail; if it did, the entry would be missing and the file whole.
fn fragment(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> String {
    let mut writer = Writer::new(Vec::new());
    match write(&mut writer) {
        Ok(()) => String::from_utf8(writer.into_inner()).unwrap_or_default() + "\n",
        Err(_) => String::new(),
    }
}

fn document(root: &str, inner: &str) -> String {
    let start = fragment(|writer| {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let mut start = BytesStart::new(root).with_attributes([("xmlns", NAMESPACE)]);
        if root == "urlset" {
            start.push_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
        }
        writer.write_event(Event::Start(start))
    });
    [&start, inner, "</", root, ">\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::{Address, files, index};

    fn address(path: &str) -> Address {
        Address {
            url: ["https://a.example/", path].concat(),
            modified: Some("2020-09-15".to_owned()),
            alternates: vec![
                ("ar".to_owned(), "https://a.example/ar/?a&b".to_owned()),
                ("x-default".to_owned(), "https://a.example/ar/".to_owned()),
            ],
        }
    }

    #[test]
    fn splits_at_the_limits() {
        let addresses: Vec<Address> = ["a", "b", "c"].map(address).into();
        let check = |max_urls, max_bytes, expect: &[usize]| {
            let files = files(&addresses, max_urls, max_bytes);
            let counts: Vec<usize> = files
                .iter()
                .map(|file| file.matches("<loc>").count())
                .collect();
            assert_eq!(counts, expect);
        };
        check(50_000, 1_000_000, &[3]);
        check(2, 1_000_000, &[2, 1]);
        check(50_000, 10, &[1, 1, 1]);
        check(3, 1_000_000, &[3]);
        assert_eq!(super::files(&[], 1, 1).len(), 1);
    }

    #[test]
    fn writes_what_an_xml_reader_reads() {
        let read = |xml: &str| {
            let mut reader = quick_xml::Reader::from_str(xml);
            let (mut names, mut hrefs) = (Vec::new(), Vec::new());
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(
                        quick_xml::events::Event::Start(start)
                        | quick_xml::events::Event::Empty(start),
                    ) => {
                        names.push(String::from_utf8_lossy(start.name().as_ref()).into_owned());
                        let href = start.try_get_attribute("href").ok().flatten();
                        hrefs.extend(
                            href.map(|href| String::from_utf8_lossy(&href.value).into_owned()),
                        );
                    }
                    Ok(_) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            (names, hrefs)
        };
        let (names, hrefs) = read(&files(&[address("a")], 10, 1000)[0]);
        assert_eq!(
            names,
            [
                "urlset",
                "url",
                "loc",
                "lastmod",
                "xhtml:link",
                "xhtml:link"
            ]
        );
        assert_eq!(hrefs[0], "https://a.example/ar/?a&amp;b");
        let (names, _) = read(&index(&["https://a.example/sitemap-1.xml".to_owned()]));
        assert_eq!(names, ["sitemapindex", "sitemap", "loc"]);
    }
}

//! The album that both sides show: ours composed live from the sample's feed, theirs the very same page with PhotoSwipe on its
//! links. It refuses to give either side a page of its own.

use std::path::Path;

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::Browser;
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Fault, Site};
use serde_json::{Value, json};

/// Where an album of `n` photos is: ours, and the peer's.
pub(super) fn paths(n: usize) -> [String; 2] {
    [format!("/en/releases/album-{n}/"), format!("/peer/{n}/")]
}

/// Puts albums of these lengths into the feed, and makes the peer's pages from what the browser shows of them.
pub(super) fn serve(
    browser: &Browser,
    site: &Site,
    modules: &Path,
    lengths: &[usize],
) -> Result<(), HarnessError> {
    let page = Page::new(browser, site)?;
    page.goto("/en/")?;
    let mut feed = page.eval_async("return (await fetch('/feeds/en.json')).json()")?;
    let photos: Vec<Value> = feed["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item["_nashra"]["photos"].as_array().cloned())
        .flatten()
        .collect();
    for n in lengths {
        let item = album(&photos, *n);
        if let Some(items) = feed["items"].as_array_mut() {
            items.push(item);
        }
    }
    // Derivatives are named by the published address; where the bench serves them is told by the feed's own.
    let feed = feed
        .to_string()
        .replace("https://news.example.org/assets/", "../assets/");
    replace(
        site,
        "/feeds/en.json",
        "application/json",
        feed.into_bytes(),
    );
    for name in [
        "photoswipe-lightbox.esm.min.js",
        "photoswipe.esm.min.js",
        "photoswipe.css",
    ] {
        let file = modules.join(name);
        let bytes = std::fs::read(&file).map_err(HarnessError::io(file.display().to_string()))?;
        let media_type = if name.ends_with("css") {
            "text/css"
        } else {
            "text/javascript"
        };
        replace(site, &format!("/peer/{name}"), media_type, bytes);
    }
    replace(
        site,
        "/peer/init.js",
        "text/javascript",
        INIT.as_bytes().to_vec(),
    );
    for n in lengths {
        let [ours, theirs] = paths(*n);
        page.goto(&ours)?;
        page.wait_until("document.getElementById('photo=1')", "the album")?;
        let shown = page.eval(
            "return [document.querySelector('style').textContent, document.getElementById('nashra').innerHTML]",
        )?;
        let text = |at: usize| shown[at].as_str().unwrap_or_default();
        replace(site, "/peer/page.css", "text/css", text(0).into());
        let html = format!(
            "<!doctype html><html lang=en dir=ltr><meta charset=utf-8>\
             <meta name=viewport content=\"width=device-width, initial-scale=1\"><title>Album</title>\
             <link rel=stylesheet href=/peer/page.css><link rel=stylesheet href=/peer/photoswipe.css>\
             <body><div id=nashra class=app>{}</div><script type=module src=/peer/init.js></script>",
            text(1),
        );
        replace(site, &theirs, "text/html; charset=utf-8", html.into_bytes());
    }
    Ok(())
}

/// PhotoSwipe as its documentation has it: links with sizes and sources, the core loaded when it is first needed.
const INIT: &str = "import Lightbox from '/peer/photoswipe-lightbox.esm.min.js';
for (const link of document.querySelectorAll('.photo-link')) {
    const picture = link.querySelector('img');
    link.dataset.pswpWidth = picture.getAttribute('width');
    link.dataset.pswpHeight = picture.getAttribute('height');
    if (picture.srcset) link.dataset.pswpSrcset = picture.srcset;
}
const lightbox = new Lightbox({
    gallery: '.photo-rows', children: '.photo-link', pswpModule: () => import('/peer/photoswipe.esm.min.js'),
});
lightbox.init();
document.getElementById('nashra').dataset.state = 'ready';
";

fn replace(site: &Site, path: &str, media_type: &str, body: Vec<u8>) {
    site.fault(
        path,
        Fault::Replace {
            media_type: media_type.to_owned(),
            body,
        },
    );
}

/// An item of `n` photos: those of the sample over and over, each under an address of its own.
fn album(known: &[Value], n: usize) -> Value {
    let photos = (0..n).filter_map(|index| {
        let mut photo = known.get(index % known.len().max(1))?.clone();
        photo["url"] = json!(format!("{}?{index}", photo["url"].as_str()?));
        for source in photo["sources"].as_array_mut()? {
            source["url"] = json!(format!("{}?{index}", source["url"].as_str()?));
        }
        Some(photo)
    });
    json!({
        "id": format!("album-{n}"), "url": format!("https://news.example.org/en/releases/album-{n}/"),
        "title": "An album", "date_published": "2018-01-01T10:00:00Z", "content_text": "Photos.",
        "_nashra": { "slug": format!("album-{n}"), "photos": photos.collect::<Vec<_>>() },
    })
}

//! Albums that no publishing tool has seen, put into a published feed: as long as one likes. It refuses to make photos of its own.

use serde_json::{Value, json};

use crate::HarnessError;
use crate::page::Page;
use crate::site::{Fault, Site};

/// An item that holds nothing but photos.
#[derive(Clone, Copy)]
pub struct Album {
    /// How many: those of the sample over and over, each under an address of its own.
    pub n: usize,
    /// Whether the feed tells their sizes and has smaller files of them.
    pub has_sizes: bool,
}

impl Album {
    /// Where it is read.
    pub fn path(self) -> String {
        format!("/en/releases/{}/", self.slug())
    }

    fn slug(self) -> String {
        format!("album-{}", self.n)
    }

    fn item(self, known: &[Value]) -> Value {
        let photos = (0..self.n).filter_map(|index| {
            let mut photo = known.get(index % known.len().max(1))?.clone();
            own_address(&mut photo, index)?;
            for source in photo["sources"].as_array_mut()? {
                own_address(source, index)?;
            }
            if !self.has_sizes {
                for key in ["width", "height", "sources"] {
                    photo.as_object_mut()?.remove(key);
                }
            }
            Some(photo)
        });
        let slug = self.slug();
        json!({
            "id": slug, "url": format!("https://news.example.org/en/releases/{slug}/"), "title": "An album",
            "date_published": "2018-01-01T10:00:00Z", "content_text": "Photos.",
            "_nashra": { "slug": slug, "photos": photos.collect::<Vec<_>>() },
        })
    }
}

fn own_address(file: &mut Value, index: usize) -> Option<()> {
    file["url"] = json!(format!("{}?{index}", file["url"].as_str()?));
    Some(())
}

/// Adds albums to the English feed that `site` answers with.
///
/// # Errors
/// The driver's.
pub fn add(page: &Page<'_>, site: &Site, albums: &[Album]) -> Result<(), HarnessError> {
    page.goto("/en/")?;
    let mut feed = page.eval_async("return (await fetch('/feeds/en.json')).json()")?;
    if let Some(items) = feed["items"].as_array_mut() {
        let photos = items
            .iter()
            .filter_map(|item| item["_nashra"]["photos"].as_array().cloned());
        let known: Vec<Value> = photos.flatten().collect();
        items.extend(albums.iter().map(|album| album.item(&known)));
    }
    // Derivatives are named by the published address, where nobody answers here.
    let feed = feed
        .to_string()
        .replace("https://news.example.org/assets/", "../assets/");
    site.fault(
        "/feeds/en.json",
        Fault::Replace {
            media_type: "application/json".into(),
            body: feed.into_bytes(),
        },
    );
    Ok(())
}

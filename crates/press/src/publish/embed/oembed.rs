//! oEmbed 1.0 for an item: one frame, which is all that WordPress keeps of a stranger's answer. It gives the frame `sandbox="allow-scripts"`
//! and a secret behind the `#`; so what is shown stands in the query.

use nashra_app::state::page_data::{Content, PageData};
use serde_json::{Value, json};

use super::FRAME;
use crate::publish::head::CardImage;
use crate::publish::html::attribute;
use crate::publish::site::Site;

const WIDTH_PX: u32 = 600;
const HEIGHT_PX: u32 = 420;
/// For how long an editor's site may keep the answer, in seconds.
const CACHE_AGE_S: u32 = 86_400;

/// The answer for an item's page; `None` for other pages.
pub(in crate::publish) fn oembed(
    page: &PageData,
    card: Option<&CardImage>,
    site: &Site<'_>,
) -> Option<Value> {
    let Content::Item(item) = &page.content else {
        return None;
    };
    let title = item.title.as_deref().unwrap_or(&page.title);
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.frame.title,
        "provider_url": site.absolute(&[site.prefix, &site.frame.language, "/"].concat()),
        "cache_age": CACHE_AGE_S,
        "width": WIDTH_PX,
        "height": HEIGHT_PX,
        "html": html(&page.path, title, site),
    });
    if let Some(card) = card {
        answer["thumbnail_url"] = json!(card.url);
        answer["thumbnail_width"] = json!(card.width_px);
        answer["thumbnail_height"] = json!(card.height_px);
    }
    Some(answer)
}

fn html(path: &str, title: &str, site: &Site<'_>) -> String {
    let frame = site.absolute(&[site.prefix, &site.frame.language, "/", FRAME].concat());
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("item", path)
        .append_pair("layout", "lead")
        .finish();
    let mut html = String::from("<iframe");
    attribute(&mut html, "src", &[&frame, "?", &query].concat());
    attribute(&mut html, "title", title);
    attribute(&mut html, "width", &WIDTH_PX.to_string());
    attribute(&mut html, "height", &HEIGHT_PX.to_string());
    attribute(&mut html, "frameborder", "0");
    html.push_str("></iframe>");
    html
}

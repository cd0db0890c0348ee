//! Files of an item: what they are, in which language, how large, before anyone clicks. A PDF offers reading first.

use leptos::either::Either;
use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::state::locale::Locale;
use crate::state::page_data::AttachmentData;

/// All attachments of an item.
#[component]
pub fn Attachments(
    /// The files.
    attachments: Vec<AttachmentData>,
    /// What stands above them.
    heading: String,
) -> impl IntoView {
    let files = attachments
        .into_iter()
        .map(|attachment| view! { <li><Attachment attachment/></li> })
        .collect_view();
    view! {
        <section class="box attachments" aria-labelledby="attachments-heading">
            <h2 id="attachments-heading">{heading}</h2>
            <ul>{files}</ul>
        </section>
    }
}

#[component]
fn Attachment(attachment: AttachmentData) -> impl IntoView {
    let locale = Locale::current();
    let pages = attachment.n_pages.map(|n| locale.count("report.pages", n));
    let title = attachment.title.unwrap_or_else(|| attachment.kind.clone());
    let size = attachment.size;
    let download = match &size {
        Some(size) => locale.fill("release.downloadWithSize", &[("size", size)]),
        None => locale.text("release.download"),
    };
    let facts = [Some(attachment.kind), pages, attachment.language_name];
    let facts = facts
        .into_iter()
        .flatten()
        .map(|fact| view! { <li><bdi>{fact}</bdi></li> })
        .collect_view();
    view! {
        <p class="attachment-title" lang=attachment.language>{title}</p>
        <ul class="attachment-facts">{facts}</ul>
        {match attachment.read_url {
            Some(read_url) => Either::Left(view! {
                <a class="button" href=read_url rel="external">
                    <IconView icon=Icon::Book/>
                    {locale.text("release.readOnline")}
                </a>
                <a class="button button-quiet" href=attachment.url rel="external" download="">
                    <IconView icon=Icon::Download/>
                    {download}
                </a>
            }),
            None => Either::Right(view! {
                <a class="button button-quiet" href=attachment.url rel="external" download="">
                    <IconView icon=Icon::Download/>
                    {download}
                </a>
            }),
        }}
    }
}

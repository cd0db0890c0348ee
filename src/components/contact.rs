//! Who published an item and whom the press may ask: at its foot, on the screen and on paper.

use crate::state::locale::Locale;
use crate::state::page_data::{ContactData, NewsroomData};
use crate::view::{El, el};

/// The paragraph about the organisation and its contacts; `None` where the newsroom names neither.
pub fn contact(newsroom: &NewsroomData, locale: &Locale) -> Option<El> {
    let about = newsroom.about.clone().map(|text| {
        el("section")
            .attr("aria-labelledby", "about-publisher")
            .child(
                el("h2")
                    .attr("id", "about-publisher")
                    .text(locale.text("release.about")),
            )
            .child(el("p").text(text))
    });
    let contacts: Vec<El> = newsroom.contacts.iter().cloned().map(person).collect();
    let contacts = (!contacts.is_empty()).then(|| {
        el("section")
            .attr("aria-labelledby", "contacts-heading")
            .child(
                el("h2")
                    .attr("id", "contacts-heading")
                    .text(locale.text("release.contact")),
            )
            .child(el("ul").class("contacts").children(contacts))
    });
    let has_any = about.is_some() || contacts.is_some();
    has_any.then(|| el("div").class("contact").opt(about).opt(contacts))
}

fn person(contact: ContactData) -> El {
    let link = |href: String, text: String| {
        let text = el("bdi").attr("dir", "ltr").text(text);
        el("p").child(
            el("a")
                .attr("href", href)
                .attr("rel", "external")
                .child(text),
        )
    };
    let email = contact.email.map(|email| {
        let address = email.strip_prefix("mailto:").unwrap_or(&email).to_owned();
        link(email, address)
    });
    let telephone = contact.telephone.map(|number| {
        let dialled = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        link(["tel:", &dialled.collect::<String>()].concat(), number)
    });
    let url = contact.url.map(|url| link(url.clone(), url));
    el("li")
        .opt(
            contact
                .name
                .map(|name| el("p").class("contact-name").text(name)),
        )
        .opt(contact.role.map(|role| el("p").text(role)))
        .opt(email)
        .opt(telephone)
        .opt(url)
}

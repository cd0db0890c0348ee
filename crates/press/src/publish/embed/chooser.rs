//! The page where a partner chooses what to embed, sees it, and copies what to paste. Its script writes both snippets; without it the page
//! leads to the newsroom.

use nashra_app::state::locale::Locale;
use nashra_app::view::{El, el};

use super::{Place, beginning, fallback, script, sheet};
use crate::publish::assets::Assets;

/// The document. `languages` are tags and their own names, `home` is the newsroom's path in this language.
pub(in crate::publish) fn chooser(
    place: &Place<'_>,
    locale: &Locale,
    languages: &[(&str, &str)],
    home: &str,
    assets: &Assets,
) -> String {
    let text = |key: &str| locale.text(key);
    let mut out = beginning(place, &text("embed.title"));
    out.push_str("<style>");
    out.push_str(&assets.style);
    out.push_str("</style>");
    sheet(&mut out, &assets.later);
    if let Some(theme) = &assets.theme {
        sheet(&mut out, theme);
    }
    script(&mut out, &place.assets.chooser_script);
    out.push_str("</head><body>");
    let languages = languages.iter().map(|(tag, name)| {
        let is_own = *tag == place.language;
        el("option")
            .attr("value", (*tag).to_owned())
            .attr("lang", (*tag).to_owned())
            .attr_if(is_own, "selected", "")
            .text((*name).to_owned())
    });
    let numbers = (1..=12_u8).map(|n| {
        el("option")
            .attr("value", n.to_string())
            .attr_if(n == 3, "selected", "")
            .text(locale.formats.integer(u64::from(n)))
    });
    let levels = (2..=6_u8).map(|n| {
        el("option")
            .attr("value", n.to_string())
            .attr_if(n == 3, "selected", "")
            .text(["h", &n.to_string()].concat())
    });
    let options = |all: &[(&'static str, &str)]| -> Vec<El> {
        let made = all
            .iter()
            .map(|(value, key)| el("option").attr("value", *value).text(text(key)));
        made.collect()
    };
    let form = el("form")
        .class("embed-form")
        .child(choice("lang", text("site.language"), languages.collect()))
        .child(choice(
            "kind",
            text("embed.kind"),
            options(&[("release", "site.news"), ("report", "site.reports")]),
        ))
        .child(choice("limit", text("embed.number"), numbers.collect()))
        .child(choice(
            "layout",
            text("embed.layout"),
            options(&[
                ("list", "embed.layoutList"),
                ("cards", "embed.layoutCards"),
                ("lead", "embed.layoutLead"),
            ]),
        ))
        .child(choice("heading", text("embed.heading"), levels.collect()))
        .child(choice(
            "theme",
            text("site.theme"),
            options(&[
                ("auto", "site.themeAuto"),
                ("light", "site.themeLight"),
                ("dark", "site.themeDark"),
            ]),
        ));
    let main = el("main")
        .class("wrap embed")
        .child(
            el("p").class("kicker").child(
                el("a")
                    .attr("href", home.to_owned())
                    .text(place.title.to_owned()),
            ),
        )
        .child(el("h1").class("page-title").text(text("embed.title")))
        .child(el("p").class("embed-intro").text(text("embed.intro")))
        .child(form)
        .child(
            el("section")
                .class("embed-result")
                .attr("aria-labelledby", "embed-result")
                .child(
                    el("h2")
                        .attr("id", "embed-result")
                        .text(text("embed.result")),
                )
                .child(fallback(place)),
        )
        .child(snippet("embed-code", text("embed.code"), locale))
        .child(snippet("embed-frame", text("embed.frameCode"), locale))
        .child(el("p").attr("role", "status").class("meta"));
    main.write_html(&mut out);
    out.push_str("</body></html>\n");
    out
}

fn choice(name: &'static str, label: String, options: Vec<El>) -> El {
    el("label")
        .class("embed-choice")
        .child(el("span").text(label))
        .child(el("select").attr("name", name).children(options))
}

fn snippet(id: &'static str, label: String, locale: &Locale) -> El {
    el("div")
        .class("embed-snippet")
        .child(el("label").attr("for", id).text(label))
        .child(
            el("textarea")
                .attr("id", id)
                .attr("readonly", "")
                .attr("rows", "9")
                .attr("dir", "ltr")
                .attr("spellcheck", "false"),
        )
        .child(
            el("button")
                .class("button")
                .attr("type", "button")
                .attr("data-copies", id)
                .attr("data-copied", locale.text("embed.copied"))
                .text(locale.text("embed.copy")),
        )
}

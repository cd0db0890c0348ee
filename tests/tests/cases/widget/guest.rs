//! A partner's page with the snippet on it, and what is asked of it.

use std::sync::Arc;

use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::{Made, Origin, Site};
use nashra_browser_tests::{HarnessError, Test};

/// The element of the snippet.
pub(super) const WIDGET: &str = "document.getElementById('w')";
/// Whether cards stand in it.
pub(super) const PAINTED: &str =
    "document.getElementById('w')?.shadowRoot?.querySelector('.card-link')";
/// Whether what stands inside is shown.
pub(super) const KEPT: &str = "document.getElementById('fallback').getClientRects().length > 0";

/// A newsroom and a partner's host.
pub(super) struct Guest {
    pub(super) news: Site,
    partner: Site,
}

/// What a partner's page is made of.
pub(super) struct Host {
    pub(super) doctype: &'static str,
    pub(super) lang: &'static str,
    pub(super) dir: &'static str,
    /// In the head, before the loader.
    pub(super) head: String,
    /// Attributes of the element.
    pub(super) attributes: String,
    /// Between the paragraphs, besides the element.
    pub(super) more: String,
    pub(super) headers: Vec<(String, String)>,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            doctype: "<!doctype html>",
            lang: "en",
            dir: "ltr",
            head: String::new(),
            attributes: "lang=\"ar\" limit=\"3\"".to_owned(),
            more: String::new(),
            headers: Vec::new(),
        }
    }
}

impl Host {
    /// The page's HTML; `loader` is the loader's address.
    pub(super) fn html(&self, loader: &str) -> String {
        let Self {
            doctype,
            lang,
            dir,
            head,
            attributes,
            more,
            ..
        } = self;
        format!(
            "{doctype}<html lang=\"{lang}\" dir=\"{dir}\"><head><meta charset=\"utf-8\"><title>Partner</title>{head}\
             <script type=\"module\" src=\"{loader}\"></script></head><body><h1 id=\"before\">A partner</h1>\
             <p id=\"link\"><a id=\"own\" href=\"#own\">Their own link</a></p>\
             <nashra-releases id=\"w\" {attributes}><a id=\"fallback\" href=\"/elsewhere\">All news</a></nashra-releases>\
             {more}<p id=\"after\">After it.</p><input id=\"field\" aria-label=\"Field\"></body></html>"
        )
    }
}

impl Guest {
    /// The sample newsroom, and a partner's host with this page at `/`. `{news}` in it stands for the newsroom's address.
    pub(super) fn start(test: &Test<'_>, host: &Host) -> Result<Self, HarnessError> {
        Self::with(test, |loader| {
            vec![Made {
                path: "/".to_owned(),
                body: host.html(loader),
                headers: host.headers.clone(),
            }]
        })
    }

    /// The same with files as `make` makes them of the loader's address.
    pub(super) fn with(
        test: &Test<'_>,
        make: impl FnOnce(&str) -> Vec<Made>,
    ) -> Result<Self, HarnessError> {
        let news = test.newsroom("sample")?;
        news.keeps_no_copies();
        let address = news.url("");
        let mut files = make(&news.url("/nashra-widget.js"));
        // Chromium asks every host for it, and counts what is missing as an error of the page.
        files.push(Made {
            path: "/favicon.ico".to_owned(),
            body: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned(),
            headers: vec![("content-type".to_owned(), "image/svg+xml".to_owned())],
        });
        for file in &mut files {
            file.body = file.body.replace("{news}", &address);
            for (_, value) in &mut file.headers {
                *value = value.replace("{news}", &address);
            }
        }
        let partner = Site::start(Origin::Partner(Arc::new(files)))?;
        Ok(Self { news, partner })
    }

    /// An empty window.
    pub(super) fn page<'s>(&'s self, test: &'s Test<'_>) -> Result<Page<'s>, HarnessError> {
        test.page(&self.partner)
    }

    /// The partner's page, by another host name than the newsroom's.
    pub(super) fn open<'s>(&'s self, test: &'s Test<'_>) -> Result<Page<'s>, HarnessError> {
        let page = self.page(test)?;
        page.goto_url(&self.url("/"))?;
        Ok(page)
    }

    /// A page of the partner's.
    pub(super) fn url(&self, path: &str) -> String {
        self.partner.url_by_name(path)
    }

    /// The partner's page with its cards painted.
    pub(super) fn painted<'s>(&'s self, test: &'s Test<'_>) -> Result<Page<'s>, HarnessError> {
        let page = self.open(test)?;
        page.wait_until(PAINTED, "cards")?;
        Ok(page)
    }

    /// How often the newsroom was asked for paths that end so.
    pub(super) fn n_asked(&self, end: &str) -> usize {
        let asked = self.news.requests();
        asked.iter().filter(|path| path.ends_with(end)).count()
    }
}

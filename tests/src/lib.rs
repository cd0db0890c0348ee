//! Drives Chromium, Firefox and WebKitGTK over WebDriver against a site on the loopback that can be
//! made to fail. It refuses to know what Nashra shows: the claims are in `tests/cases/`.

pub mod albums;
pub mod axe;
pub mod css;
pub mod engine;
mod error;
pub mod guide;
pub mod hosts;
pub mod newsrooms;
pub mod older_css;
pub mod page;
pub mod site;
mod wait;
mod webdriver;

pub use error::HarnessError;
pub use newsrooms::{ListedPage, Newsrooms, one_of_each_kind};
pub use wait::{Patience, poll};
pub use webdriver::Session;

/// What a case is given.
pub struct Test<'a> {
    /// The engine that the case runs in.
    pub browser: &'a engine::Browser,
    /// Published newsrooms, shared by all cases.
    pub newsrooms: &'a Newsrooms,
}

impl Test<'_> {
    /// A site of its own in front of a published newsroom (`sample`): an empty cache, and its own faults.
    ///
    /// # Errors
    /// When the newsroom cannot be published or served.
    pub fn newsroom(&self, folder: &str) -> Result<site::Site, HarnessError> {
        site::Site::start(self.newsrooms.origin(folder, None)?)
    }

    /// The same, published for another address: its path is the prefix.
    ///
    /// # Errors
    /// When the newsroom cannot be published or served.
    pub fn newsroom_at(&self, folder: &str, base_url: &str) -> Result<site::Site, HarnessError> {
        site::Site::start(self.newsrooms.origin(folder, Some(base_url))?)
    }

    /// The same behind the real nginx (see [`site::Nginx`]).
    ///
    /// # Errors
    /// When the newsroom cannot be published, or nginx does not serve it.
    pub fn newsroom_behind_nginx(
        &self,
        folder: &str,
        base_url: Option<&str>,
    ) -> Result<site::Site, HarnessError> {
        site::Site::start(self.newsrooms.origin_behind_nginx(folder, base_url)?)
    }

    /// The same with the style sheet as browsers of 2022 would take it (see [`older_css`]).
    ///
    /// # Errors
    /// When the app cannot be copied, or the newsroom not published or served.
    pub fn newsroom_for_older_browsers(&self, folder: &str) -> Result<site::Site, HarnessError> {
        let app = self.newsrooms.app_for_older_browsers()?;
        site::Site::start(self.newsrooms.origin_with_app(folder, &app)?)
    }

    /// A site in front of a newsroom of the test's own (see [`Newsrooms::make`]).
    ///
    /// # Errors
    /// When the newsroom cannot be written, published or served.
    pub fn made_newsroom(
        &self,
        name: &str,
        files: &[(&str, String)],
    ) -> Result<site::Site, HarnessError> {
        self.newsroom(&self.newsrooms.make(name, files)?)
    }

    /// An empty window, about to visit a site.
    ///
    /// # Errors
    /// The driver's.
    pub fn page<'s>(&'s self, site: &'s site::Site) -> Result<page::Page<'s>, HarnessError> {
        page::Page::new(self.browser, site)
    }
}

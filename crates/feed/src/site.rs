//! `site.json`: one newsroom with its languages and feeds.
//! Refuses a newsroom without a base URL or without a language that can be read.

mod read;
mod text;

pub use read::read_newsroom;
pub use text::{InLanguages, LinkByLanguage, TextByLanguage};

use crate::model::{Direction, Size};
use crate::web_url::{Link, WebUrl};

/// One newsroom.
#[derive(Clone, Debug, PartialEq)]
pub struct Newsroom {
    /// Where the newsroom stands: absolute links begin with it, and its path is the prefix of every page. Ends
    /// in `/`.
    pub base_url: WebUrl,
    /// The newsroom's name.
    pub title: TextByLanguage,
    /// The languages, in the order of the switch; at least one, no tag twice.
    pub languages: Vec<LanguageEntry>,
    /// Which of `languages` the newsroom opens in: a position that exists.
    pub default_language: usize,
    /// The IANA time zone that dates are shown in, checked for its form only.
    pub time_zone: Option<String>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Whom the press may ask.
    pub contacts: Vec<Contact>,
    /// The paragraph about the publisher at the foot of a release.
    pub about: TextByLanguage,
    /// Where the press kit is.
    pub press_kit: LinkByLanguage,
    /// Imprint, privacy and the like.
    pub legal_links: Vec<LegalLink>,
    /// How Arabic names the months.
    pub month_names: Option<MonthNames>,
    /// Where visits are counted: an address of the host's own that takes a message for each. `None`: nowhere.
    #[cfg(feature = "native")]
    pub analytics: Option<WebUrl>,
    /// Whether texts in two languages are also published beside each other.
    #[cfg(feature = "native")]
    pub side_by_side: bool,
    /// Whether readers' browsers keep copies, to read without a network: unless the host says no.
    pub keeps_copies: bool,
}

/// A language of the newsroom.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageEntry {
    /// The BCP 47 tag in canonical case.
    pub tag: String,
    /// The language's name for itself.
    pub name: Option<String>,
    /// The declared direction; `None`: it follows from the tag's script.
    pub direction: Option<Direction>,
    /// Its feeds, one an office; at least one.
    pub feeds: Vec<WebUrl>,
    /// The digits of the interface: a CLDR numbering system such as `arab`.
    pub numbering_system: Option<String>,
    /// The calendars of dates, the first one leading: CLDR names such as `islamic-umalqura`.
    pub calendars: Vec<String>,
}

/// Who publishes a newsroom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publisher {
    /// The name.
    pub name: TextByLanguage,
    /// Its own site.
    pub url: Option<WebUrl>,
    /// The logo's picture.
    pub logo_url: Option<WebUrl>,
    /// The logo's size.
    pub logo_size: Option<Size>,
}

/// Someone whom the press may ask; at least one way to reach them, or a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The name.
    pub name: TextByLanguage,
    /// What they do.
    pub role: TextByLanguage,
    /// `mailto:` and the address.
    pub email: Option<Link>,
    /// The telephone number, as it is to be read.
    pub telephone: Option<String>,
    /// A page.
    pub url: Option<Link>,
}

/// A link at the foot of the pages.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalLink {
    /// What it is called; not empty.
    pub title: TextByLanguage,
    /// Where it leads; not empty.
    pub url: LinkByLanguage,
}

/// How Arabic names the months of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthNames {
    /// سبتمبر
    Gregorian,
    /// أيلول
    Syriac,
    /// أيلول/سبتمبر
    Both,
}

//! A feed as written, but for its items, which are read one at a time. Refuses to hold a whole feed twice.

use super::{List, wire_object};

wire_object! {
    /// The top of a feed.
    WireFeed {
        version: String,
        title: String,
        home_page_url: String,
        feed_url: String,
        next_url: String,
        description: String,
        icon: String,
        favicon: String,
        author: WireAuthor,
        authors: List<WireAuthor>,
        language: String,
        expired: bool,
        _nashra: WireFeedExtension,
    }
    ignored { items, hubs, user_comment }
}

wire_object! {
    /// `_nashra` on the feed.
    WireFeedExtension { version: f64, direction: String }
}

wire_object! {
    /// An author, of a feed or of an item.
    WireAuthor { name: String, url: String, avatar: String }
}

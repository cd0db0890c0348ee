//! The widget on pages of others: from another host and port, in Arabic inside English and the reverse. Every case stands on a partner's
//! page of its own, which holds nothing of ours but the snippet.

mod embed;
mod guest;
mod hosts;
mod manners;
mod paint;

pub(crate) use embed::{a_frame_as_high_as_its_cards, a_partner_chooses, an_address_in_wordpress};
pub(crate) use hosts::{
    a_base, a_huge_root, a_page_on_disk, a_reset, a_sandboxed_frame, a_small_root,
    a_strict_policy_with_our_entries, a_strict_policy_without_them, bootstrap, everything_unset,
    no_doctype, tailwind, the_loader_twice, the_name_is_taken, the_other_direction, trusted_types,
    trusted_types_where_the_feed_is_read,
};
pub(crate) use manners::{
    a_page_may_style_it, a_thousand_come_and_go, leaves_links_and_clicks_alone,
    leaves_the_page_as_it_was, styles_stay_on_their_side,
};
pub(crate) use paint::{
    an_old_loader_finds_the_new_release, arabic_in_english, english_in_arabic,
    fetches_once_and_only_when_near, follows_its_attributes, follows_the_pages_scheme,
    keeps_what_stands_inside, moves_nothing, reads_the_feed_where_nothing_was_published,
    shows_one_item, tells_the_page,
};

//! The widget on pages of others: from another host and port, in Arabic inside English and the reverse. Every case stands on a partner's
//! page of its own, which holds nothing of ours but the snippet.

mod embed;
mod guest;
mod hosts;
mod manners;
mod paint;

use crate::Case;

/// What every engine is asked.
pub(crate) const CASES: &[Case] = &[
    Case {
        name: "widget::arabic_in_english",
        run: paint::arabic_in_english,
    },
    Case {
        name: "widget::english_in_arabic",
        run: paint::english_in_arabic,
    },
    Case {
        name: "widget::fetches_once_and_only_when_near",
        run: paint::fetches_once_and_only_when_near,
    },
    Case {
        name: "widget::follows_its_attributes",
        run: paint::follows_its_attributes,
    },
    Case {
        name: "widget::follows_the_pages_scheme",
        run: paint::follows_the_pages_scheme,
    },
    Case {
        name: "widget::tells_the_page",
        run: paint::tells_the_page,
    },
    Case {
        name: "widget::shows_one_item",
        run: paint::shows_one_item,
    },
    Case {
        name: "widget::reads_the_feed_where_nothing_was_published",
        run: paint::reads_the_feed_where_nothing_was_published,
    },
    Case {
        name: "widget::an_old_loader_finds_the_new_release",
        run: paint::an_old_loader_finds_the_new_release,
    },
    Case {
        name: "widget::keeps_what_stands_inside",
        run: paint::keeps_what_stands_inside,
    },
    Case {
        name: "widget::moves_nothing",
        run: paint::moves_nothing,
    },
    Case {
        name: "widget::leaves_the_page_as_it_was",
        run: manners::leaves_the_page_as_it_was,
    },
    Case {
        name: "widget::leaves_links_and_clicks_alone",
        run: manners::leaves_links_and_clicks_alone,
    },
    Case {
        name: "widget::styles_stay_on_their_side",
        run: manners::styles_stay_on_their_side,
    },
    Case {
        name: "widget::a_page_may_style_it",
        run: manners::a_page_may_style_it,
    },
    Case {
        name: "widget::a_thousand_come_and_go",
        run: manners::a_thousand_come_and_go,
    },
    Case {
        name: "widget::everything_unset",
        run: hosts::everything_unset,
    },
    Case {
        name: "widget::a_reset",
        run: hosts::a_reset,
    },
    Case {
        name: "widget::bootstrap",
        run: hosts::bootstrap,
    },
    Case {
        name: "widget::tailwind",
        run: hosts::tailwind,
    },
    Case {
        name: "widget::a_huge_root",
        run: hosts::a_huge_root,
    },
    Case {
        name: "widget::a_small_root",
        run: hosts::a_small_root,
    },
    Case {
        name: "widget::the_other_direction",
        run: hosts::the_other_direction,
    },
    Case {
        name: "widget::a_base",
        run: hosts::a_base,
    },
    Case {
        name: "widget::no_doctype",
        run: hosts::no_doctype,
    },
    Case {
        name: "widget::a_strict_policy_with_our_entries",
        run: hosts::a_strict_policy_with_our_entries,
    },
    Case {
        name: "widget::a_strict_policy_without_them",
        run: hosts::a_strict_policy_without_them,
    },
    Case {
        name: "widget::trusted_types",
        run: hosts::trusted_types,
    },
    Case {
        name: "widget::trusted_types_where_the_feed_is_read",
        run: hosts::trusted_types_where_the_feed_is_read,
    },
    Case {
        name: "widget::the_loader_twice",
        run: hosts::the_loader_twice,
    },
    Case {
        name: "widget::the_name_is_taken",
        run: hosts::the_name_is_taken,
    },
    Case {
        name: "widget::a_sandboxed_frame",
        run: hosts::a_sandboxed_frame,
    },
    Case {
        name: "widget::a_page_on_disk",
        run: hosts::a_page_on_disk,
    },
    Case {
        name: "widget::a_frame_as_high_as_its_cards",
        run: embed::a_frame_as_high_as_its_cards,
    },
    Case {
        name: "widget::an_address_in_wordpress",
        run: embed::an_address_in_wordpress,
    },
    Case {
        name: "widget::a_partner_chooses",
        run: embed::a_partner_chooses,
    },
];

//! The cases, a line each. It refuses anything else: what a case does is in its module.

use nashra_browser_tests::engine::Engine;

use crate::Case;

mod accessible;
mod beside;
mod failing;
mod gallery;
mod hosted;
mod journeys;
mod mirrored;
mod offline;
mod ordered;
mod places;
mod readable;
mod reading;
mod report_viewer;
mod report_worker;
mod scriptless;
mod searching;
mod settings;
mod shown;
mod smoke;
mod steady;
mod visits;
mod watching;
mod widget;

use accessible::Share::{Items, Lists, MoreItems};
use shown::{DESKTOP, PHONE};

/// Cases by their rooms, each named as its function is.
macro_rules! cases {
    ($($room:ident: [$($case:ident),* $(,)?])*) => {
        &[$($(Case {
            name: concat!(stringify!($room), "::", stringify!($case)),
            run: $room::$case,
        }),*),*]
    };
}

/// Which cases run where. A new case is a function and a line in one of the lists below, in the first of them if it can.
pub(crate) const BY_ENGINES: &[(&[Engine], &[Case])] = &[
    (&Engine::ALL, ALL),
    (&[Engine::Chromium, Engine::Firefox], WITH_FINGERS),
    (&[Engine::Firefox, Engine::WebKit], BESIDE_CHROMIUM),
    (&[Engine::Chromium], ACCESSIBLE),
    (&[Engine::Chromium], IN_ARABIC),
    (&[Engine::Chromium], IN_ENGLISH),
    (&[Engine::Chromium], IN_FRENCH),
    (&[Engine::Chromium], CHROMIUM),
];

/// What every engine is asked.
const ALL: &[Case] = cases! {
    smoke: [
        reads_and_clicks,
        faults_are_seen,
        violations_are_reported,
        shifts_are_measured,
    ]
    reading: [
        hydrates,
        knows_the_readers_time,
        navigates,
        switches_languages,
        shows_a_live_item,
        waits_for_no_sheet,
        adds_a_new_item,
        stands_under_a_prefix,
    ]
    failing: [
        reads_without_wasm,
        keeps_its_style_under_an_old_policy,
        reads_whatever_one_asset_does,
        says_what_failed,
        keeps_published_lists,
        says_that_nothing_is_there,
        asks_again_where_it_helps,
        loses_patience,
        keeps_the_places_of_pictures,
    ]
    hosted: [
        behind_nginx_at_a_root,
        behind_nginx_under_a_prefix,
    ]
    mirrored: [
        pages_are_mirror_images,
        tells_what_is_planted,
    ]
    ordered: [
        running_text,
        composed_lines,
        controls_stay_where_they_are,
    ]
    readable: [
        hindrances_are_told,
        with_older_styles,
        magnified_four_times,
    ]
    journeys: [
        to_a_release_and_back,
        to_the_other_language,
        through_the_filters,
        past_what_fails,
        past_the_header,
        to_what_is_not_translated,
        onto_paper,
    ]
    scriptless: [
        reads,
    ]
    places: [
        lends_what_is_not_translated,
        lends_a_live_item,
        keeps_the_year,
        searches,
        searches_again,
        searches_from_the_header,
        offers_a_calendar_file,
        keeps_copies,
    ]
    searching: [
        finds_what_is_meant,
        opens_a_report_at_its_page,
        marks_the_page_reached,
        does_without_an_index,
    ]
    offline: [
        reads_what_was_read,
        says_that_there_is_no_copy,
        shows_what_is_new,
        keeps_the_good_copy,
        keeps_reports_that_were_opened,
        keeps_to_its_prefix,
        drops_what_was_withdrawn,
        ends_when_the_host_says_so,
    ]
    beside: [
        verifies_copies,
        lays_out_two_languages,
        opens_from_a_disk,
    ]
    visits: [
        counts_pages_and_no_people,
    ]
    watching: [
        follows_what_is_saved,
    ]
    gallery: [
        follows_the_keys,
        obeys_its_controls,
        fills_the_screen,
        passes_photos_on,
        obeys_the_mouse,
        has_an_address,
        keeps_the_photo_in_another_language,
        says_what_failed,
        waits_for_its_style,
        pauses_while_hidden,
        is_accessible,
        keeps_still,
        leaves_nothing_behind,
        keeps_a_long_album_small,
        measures_once,
    ]
    report_viewer: [
        opens_from_an_item,
        shows_posters_without_the_engine,
        draws_the_first_page_ahead,
        does_without_the_first_page,
        keeps_what_was_published,
        turns_as_the_report_does,
        goes_to_a_page,
        finds_a_word_without_its_marks,
        copies_a_sentence,
        copies_over_pages,
        says_what_is_wrong,
        is_accessible,
        leads_by_thumbnails,
        reads_as_text,
        turns_round_and_comes_closer,
        helps,
        resumes,
        passes_on_words,
        follows_links,
        opens_without_a_network,
        prints_all_pages,
        stops_loading,
    ]
    report_worker: [
        greets_opens_and_closes,
        draws_as_natively,
        reads_and_finds,
        drops_what_is_cancelled,
        asks_for_a_password,
        outlives_broken_files,
        draws_a_page_that_comes_alone,
        fetches_what_a_file_leaves_out,
        hands_buffers_over,
        says_that_it_died,
    ]
    widget: [
        arabic_in_english,
        english_in_arabic,
        fetches_once_and_only_when_near,
        follows_its_attributes,
        follows_the_pages_scheme,
        tells_the_page,
        shows_one_item,
        reads_the_feed_where_nothing_was_published,
        an_old_loader_finds_the_new_release,
        keeps_what_stands_inside,
        moves_nothing,
        leaves_the_page_as_it_was,
        leaves_links_and_clicks_alone,
        styles_stay_on_their_side,
        a_page_may_style_it,
        a_thousand_come_and_go,
        everything_unset,
        a_reset,
        bootstrap,
        tailwind,
        a_huge_root,
        a_small_root,
        the_other_direction,
        a_base,
        no_doctype,
        a_strict_policy_with_our_entries,
        a_strict_policy_without_them,
        trusted_types,
        trusted_types_where_the_feed_is_read,
        the_loader_twice,
        the_name_is_taken,
        a_sandboxed_frame,
        a_page_on_disk,
        a_frame_as_high_as_its_cards,
        an_address_in_wordpress,
        a_partner_chooses,
    ]
};

/// What fingers do: WebKitGTK's driver has a mouse and keys only.
const WITH_FINGERS: &[Case] = cases! {
    gallery: [follows_fingers]
    report_viewer: [turns_by_fingers]
};

/// What Chromium alone can tell: it reports what moved, and pretends to be a slow phone or another setting of the reader's.
const CHROMIUM: &[Case] = cases! {
    visits: [
        silent_when_asked,
    ]
    settings: [
        in_the_readers_colours,
        without_motion,
    ]
    steady: [
        on_a_slow_phone_in_arabic,
        on_a_wide_screen_in_english,
        when_fonts_are_late,
    ]
};

/// axe-core on every kind of page and in every state, in a language; `$words` find something in it.
macro_rules! accessible_in {
    ($language:literal, $tag:literal, $words:literal) => {
        &[
            Case {
                name: concat!("accessible::lists_in_", $language, "_on_a_desktop"),
                run: |test| accessible::pages_of(test, $tag, Lists, DESKTOP),
            },
            Case {
                name: concat!("accessible::lists_in_", $language, "_on_a_phone"),
                run: |test| accessible::pages_of(test, $tag, Lists, PHONE),
            },
            Case {
                name: concat!("accessible::items_in_", $language, "_on_a_desktop"),
                run: |test| accessible::pages_of(test, $tag, Items, DESKTOP),
            },
            Case {
                name: concat!("accessible::items_in_", $language, "_on_a_phone"),
                run: |test| accessible::pages_of(test, $tag, Items, PHONE),
            },
            Case {
                name: concat!("accessible::more_items_in_", $language, "_on_a_desktop"),
                run: |test| accessible::pages_of(test, $tag, MoreItems, DESKTOP),
            },
            Case {
                name: concat!("accessible::more_items_in_", $language, "_on_a_phone"),
                run: |test| accessible::pages_of(test, $tag, MoreItems, PHONE),
            },
            Case {
                name: concat!("accessible::menus_in_", $language),
                run: |test| accessible::menus(test, $tag),
            },
            Case {
                name: concat!("accessible::waiting_in_", $language),
                run: |test| accessible::waiting(test, $tag),
            },
            Case {
                name: concat!("accessible::failing_in_", $language),
                run: |test| accessible::failing(test, $tag),
            },
            Case {
                name: concat!("accessible::live_in_", $language),
                run: |test| accessible::live(test, $tag),
            },
            Case {
                name: concat!("accessible::found_in_", $language),
                run: |test| accessible::found(test, $tag, $words),
            },
        ]
    };
}

const IN_ARABIC: &[Case] = accessible_in!("arabic", "ar", "إحصاء");
const IN_ENGLISH: &[Case] = accessible_in!("english", "en", "census");
const IN_FRENCH: &[Case] = accessible_in!("french", "fr", "recensement");

/// The same where there is nothing, and that the rules do find what is wrong.
const ACCESSIBLE: &[Case] = cases! {
    accessible: [
        beside_items,
        finds_what_is_planted,
        in_an_empty_newsroom,
    ]
};

/// axe-core on a page of each kind, where Chromium is asked for all of them.
const BESIDE_CHROMIUM: &[Case] = &[
    Case {
        name: "accessible::lists_of_each_kind",
        run: |test| accessible::page_of_each_kind(test, "ar", false),
    },
    Case {
        name: "accessible::items_of_each_kind",
        run: |test| accessible::page_of_each_kind(test, "en", true),
    },
];

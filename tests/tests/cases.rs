//! The cases, a line each. It refuses anything else: what a case does is in its module.

use crate::Case;

mod accessible;
mod failing;
mod journeys;
mod mirrored;
mod ordered;
mod gallery;
mod places;
mod readable;
mod reading;
mod report_worker;
mod scriptless;
mod shown;
mod smoke;
mod steady;

/// Every case runs in every engine. A new one is a function and a line here.
pub(crate) const ALL: &[Case] = &[
    Case {
        name: "smoke::reads_and_clicks",
        run: smoke::reads_and_clicks,
    },
    Case {
        name: "smoke::faults_are_seen",
        run: smoke::faults_are_seen,
    },
    Case {
        name: "smoke::violations_are_reported",
        run: smoke::violations_are_reported,
    },
    Case {
        name: "smoke::shifts_are_measured",
        run: smoke::shifts_are_measured,
    },
    Case {
        name: "reading::hydrates",
        run: reading::hydrates,
    },
    Case {
        name: "reading::knows_the_readers_time",
        run: reading::knows_the_readers_time,
    },
    Case {
        name: "reading::navigates",
        run: reading::navigates,
    },
    Case {
        name: "reading::switches_languages",
        run: reading::switches_languages,
    },
    Case {
        name: "reading::shows_a_live_item",
        run: reading::shows_a_live_item,
    },
    Case {
        name: "reading::adds_a_new_item",
        run: reading::adds_a_new_item,
    },
    Case {
        name: "reading::stands_under_a_prefix",
        run: reading::stands_under_a_prefix,
    },
    Case {
        name: "failing::reads_without_wasm",
        run: failing::reads_without_wasm,
    },
    Case {
        name: "failing::reads_whatever_one_asset_does",
        run: failing::reads_whatever_one_asset_does,
    },
    Case {
        name: "failing::says_what_failed",
        run: failing::says_what_failed,
    },
    Case {
        name: "failing::keeps_published_lists",
        run: failing::keeps_published_lists,
    },
    Case {
        name: "failing::says_that_nothing_is_there",
        run: failing::says_that_nothing_is_there,
    },
    Case {
        name: "failing::asks_again_where_it_helps",
        run: failing::asks_again_where_it_helps,
    },
    Case {
        name: "failing::loses_patience",
        run: failing::loses_patience,
    },
    Case {
        name: "accessible::finds_what_is_planted",
        run: accessible::finds_what_is_planted,
    },
    Case {
        name: "accessible::finds_nothing_in_arabic",
        run: accessible::finds_nothing_in_arabic,
    },
    Case {
        name: "accessible::finds_nothing_in_english",
        run: accessible::finds_nothing_in_english,
    },
    Case {
        name: "accessible::finds_nothing_in_french",
        run: accessible::finds_nothing_in_french,
    },
    Case {
        name: "accessible::finds_nothing_in_states_in_arabic",
        run: accessible::finds_nothing_in_states_in_arabic,
    },
    Case {
        name: "accessible::finds_nothing_in_states_in_english",
        run: accessible::finds_nothing_in_states_in_english,
    },
    Case {
        name: "accessible::finds_nothing_in_an_empty_newsroom",
        run: accessible::finds_nothing_in_an_empty_newsroom,
    },
    Case {
        name: "mirrored::pages_are_mirror_images",
        run: mirrored::pages_are_mirror_images,
    },
    Case {
        name: "mirrored::tells_what_is_planted",
        run: mirrored::tells_what_is_planted,
    },
    Case {
        name: "ordered::running_text",
        run: ordered::running_text,
    },
    Case {
        name: "ordered::composed_lines",
        run: ordered::composed_lines,
    },
    Case {
        name: "ordered::controls_stay_where_they_are",
        run: ordered::controls_stay_where_they_are,
    },
    Case {
        name: "readable::hindrances_are_told",
        run: readable::hindrances_are_told,
    },
    Case {
        name: "readable::with_older_styles",
        run: readable::with_older_styles,
    },
    Case {
        name: "readable::magnified_four_times",
        run: readable::magnified_four_times,
    },
    Case {
        name: "journeys::to_a_release_and_back",
        run: journeys::to_a_release_and_back,
    },
    Case {
        name: "journeys::to_the_other_language",
        run: journeys::to_the_other_language,
    },
    Case {
        name: "journeys::through_the_filters",
        run: journeys::through_the_filters,
    },
    Case {
        name: "journeys::past_what_fails",
        run: journeys::past_what_fails,
    },
    Case {
        name: "journeys::past_the_header",
        run: journeys::past_the_header,
    },
    Case {
        name: "journeys::onto_paper",
        run: journeys::onto_paper,
    },
    Case {
        name: "scriptless::reads",
        run: scriptless::reads,
    },
    Case {
        name: "places::lends_what_is_not_translated",
        run: places::lends_what_is_not_translated,
    },
    Case {
        name: "places::lends_a_live_item",
        run: places::lends_a_live_item,
    },
    Case {
        name: "places::keeps_the_year",
        run: places::keeps_the_year,
    },
    Case {
        name: "places::searches",
        run: places::searches,
    },
    Case {
        name: "places::searches_again",
        run: places::searches_again,
    },
    Case {
        name: "places::searches_from_the_header",
        run: places::searches_from_the_header,
    },
    Case {
        name: "places::offers_a_calendar_file",
        run: places::offers_a_calendar_file,
    },
    Case {
        name: "places::keeps_copies",
        run: places::keeps_copies,
    },
    Case {
        name: "report_worker::greets_opens_and_closes",
        run: report_worker::greets_opens_and_closes,
    },
    Case {
        name: "report_worker::draws_as_natively",
        run: report_worker::draws_as_natively,
    },
    Case {
        name: "report_worker::reads_and_finds",
        run: report_worker::reads_and_finds,
    },
    Case {
        name: "report_worker::drops_what_is_cancelled",
        run: report_worker::drops_what_is_cancelled,
    },
    Case {
        name: "report_worker::asks_for_a_password",
        run: report_worker::asks_for_a_password,
    },
    Case {
        name: "report_worker::outlives_broken_files",
        run: report_worker::outlives_broken_files,
    },
    Case {
        name: "report_worker::fetches_what_a_file_leaves_out",
        run: report_worker::fetches_what_a_file_leaves_out,
    },
    Case {
        name: "report_worker::hands_buffers_over",
        run: report_worker::hands_buffers_over,
    },
    Case {
        name: "report_worker::says_that_it_died",
        run: report_worker::says_that_it_died,
    },
];

/// What Chromium alone can tell: it reports what moved, and pretends to be a slow phone or another setting of the reader's.
pub(crate) const CHROMIUM: &[Case] = &[
    Case {
        name: "journeys::in_the_readers_colours",
        run: journeys::in_the_readers_colours,
    },
    Case {
        name: "journeys::without_motion",
        run: journeys::without_motion,
    },
    Case {
        name: "steady::on_a_slow_phone_in_arabic",
        run: steady::on_a_slow_phone_in_arabic,
    },
    Case {
        name: "steady::on_a_wide_screen_in_english",
        run: steady::on_a_wide_screen_in_english,
    },
    Case {
        name: "steady::when_fonts_are_late",
        run: steady::when_fonts_are_late,
        name: "gallery::follows_the_keys",
        run: gallery::follows_the_keys,
    },
    Case {
        name: "gallery::obeys_its_controls",
        run: gallery::obeys_its_controls,
    },
    Case {
        name: "gallery::obeys_the_mouse",
        run: gallery::obeys_the_mouse,
    },
    Case {
        name: "gallery::follows_fingers",
        run: gallery::follows_fingers,
    },
    Case {
        name: "gallery::has_an_address",
        run: gallery::has_an_address,
    },
    Case {
        name: "gallery::keeps_the_photo_in_another_language",
        run: gallery::keeps_the_photo_in_another_language,
    },
    Case {
        name: "gallery::says_what_failed",
        run: gallery::says_what_failed,
    },
    Case {
        name: "gallery::keeps_still",
        run: gallery::keeps_still,
    },
    Case {
        name: "gallery::leaves_nothing_behind",
        run: gallery::leaves_nothing_behind,
    },
    Case {
        name: "gallery::keeps_a_long_album_small",
        run: gallery::keeps_a_long_album_small,
    },
    Case {
        name: "gallery::measures_once",
        run: gallery::measures_once,
    },
];

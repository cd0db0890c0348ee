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

/// Which cases run where. A new case is a function and a line in one of the lists below, in the first of them if it can.
pub(crate) const BY_ENGINES: &[(&[Engine], &[Case])] = &[
    (&Engine::ALL, ALL),
    (&Engine::ALL, widget::CASES),
    (&[Engine::Firefox, Engine::WebKit], BESIDE_CHROMIUM),
    (&[Engine::Chromium], ACCESSIBLE),
    (&[Engine::Chromium], IN_ARABIC),
    (&[Engine::Chromium], IN_ENGLISH),
    (&[Engine::Chromium], IN_FRENCH),
    (&[Engine::Chromium], CHROMIUM),
];

/// What every engine is asked.
const ALL: &[Case] = &[
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
        name: "reading::waits_for_no_sheet",
        run: reading::waits_for_no_sheet,
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
        name: "failing::keeps_its_style_under_an_old_policy",
        run: failing::keeps_its_style_under_an_old_policy,
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
        name: "failing::keeps_the_places_of_pictures",
        run: failing::keeps_the_places_of_pictures,
    },
    Case {
        name: "hosted::behind_nginx_at_a_root",
        run: hosted::behind_nginx_at_a_root,
    },
    Case {
        name: "hosted::behind_nginx_under_a_prefix",
        run: hosted::behind_nginx_under_a_prefix,
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
        name: "journeys::to_what_is_not_translated",
        run: journeys::to_what_is_not_translated,
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
        name: "searching::finds_what_is_meant",
        run: searching::finds_what_is_meant,
    },
    Case {
        name: "searching::opens_a_report_at_its_page",
        run: searching::opens_a_report_at_its_page,
    },
    Case {
        name: "searching::marks_the_page_reached",
        run: searching::marks_the_page_reached,
    },
    Case {
        name: "searching::does_without_an_index",
        run: searching::does_without_an_index,
    },
    Case {
        name: "places::offers_a_calendar_file",
        run: places::offers_a_calendar_file,
    },
    Case {
        name: "offline::reads_what_was_read",
        run: offline::reads_what_was_read,
    },
    Case {
        name: "offline::says_that_there_is_no_copy",
        run: offline::says_that_there_is_no_copy,
    },
    Case {
        name: "offline::shows_what_is_new",
        run: offline::shows_what_is_new,
    },
    Case {
        name: "offline::keeps_the_good_copy",
        run: offline::keeps_the_good_copy,
    },
    Case {
        name: "offline::keeps_reports_that_were_opened",
        run: offline::keeps_reports_that_were_opened,
    },
    Case {
        name: "offline::keeps_to_its_prefix",
        run: offline::keeps_to_its_prefix,
    },
    Case {
        name: "offline::drops_what_was_withdrawn",
        run: offline::drops_what_was_withdrawn,
    },
    Case {
        name: "offline::ends_when_the_host_says_so",
        run: offline::ends_when_the_host_says_so,
    },
    Case {
        name: "beside::verifies_copies",
        run: beside::verifies_copies,
    },
    Case {
        name: "beside::lays_out_two_languages",
        run: beside::lays_out_two_languages,
    },
    Case {
        name: "beside::opens_from_a_disk",
        run: beside::opens_from_a_disk,
    },
    Case {
        name: "visits::counts_pages_and_no_people",
        run: visits::counts_pages_and_no_people,
    },
    Case {
        name: "watching::follows_what_is_saved",
        run: watching::follows_what_is_saved,
    },
    Case {
        name: "places::keeps_copies",
        run: places::keeps_copies,
    },
    Case {
        name: "gallery::follows_the_keys",
        run: gallery::follows_the_keys,
    },
    Case {
        name: "gallery::obeys_its_controls",
        run: gallery::obeys_its_controls,
    },
    Case {
        name: "gallery::fills_the_screen",
        run: gallery::fills_the_screen,
    },
    Case {
        name: "gallery::passes_photos_on",
        run: gallery::passes_photos_on,
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
        name: "gallery::waits_for_its_style",
        run: gallery::waits_for_its_style,
    },
    Case {
        name: "gallery::pauses_while_hidden",
        run: gallery::pauses_while_hidden,
    },
    Case {
        name: "gallery::is_accessible",
        run: gallery::is_accessible,
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
    Case {
        name: "report_viewer::opens_from_an_item",
        run: report_viewer::opens_from_an_item,
    },
    Case {
        name: "report_viewer::shows_posters_without_the_engine",
        run: report_viewer::shows_posters_without_the_engine,
    },
    Case {
        name: "report_viewer::keeps_what_was_published",
        run: report_viewer::keeps_what_was_published,
    },
    Case {
        name: "report_viewer::turns_as_the_report_does",
        run: report_viewer::turns_as_the_report_does,
    },
    Case {
        name: "report_viewer::goes_to_a_page",
        run: report_viewer::goes_to_a_page,
    },
    Case {
        name: "report_viewer::finds_a_word_without_its_marks",
        run: report_viewer::finds_a_word_without_its_marks,
    },
    Case {
        name: "report_viewer::copies_a_sentence",
        run: report_viewer::copies_a_sentence,
    },
    Case {
        name: "report_viewer::says_what_is_wrong",
        run: report_viewer::says_what_is_wrong,
    },
    Case {
        name: "report_viewer::is_accessible",
        run: report_viewer::is_accessible,
    },
    Case {
        name: "report_viewer::leads_by_thumbnails",
        run: report_viewer::views::leads_by_thumbnails,
    },
    Case {
        name: "report_viewer::turns_by_fingers",
        run: report_viewer::views::turns_by_fingers,
    },
    Case {
        name: "report_viewer::reads_as_text",
        run: report_viewer::views::reads_as_text,
    },
    Case {
        name: "report_viewer::turns_round_and_comes_closer",
        run: report_viewer::views::turns_round_and_comes_closer,
    },
    Case {
        name: "report_viewer::helps",
        run: report_viewer::views::helps,
    },
    Case {
        name: "report_viewer::resumes",
        run: report_viewer::views::resumes,
    },
    Case {
        name: "report_viewer::passes_on_words",
        run: report_viewer::views::passes_on_words,
    },
    Case {
        name: "report_viewer::follows_links",
        run: report_viewer::views::follows_links,
    },
    Case {
        name: "report_viewer::opens_without_a_network",
        run: report_viewer::views::opens_without_a_network,
    },
    Case {
        name: "report_viewer::prints_all_pages",
        run: report_viewer::views::prints_all_pages,
    },
    Case {
        name: "report_viewer::stops_loading",
        run: report_viewer::views::stops_loading,
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
const CHROMIUM: &[Case] = &[
    Case {
        name: "visits::silent_when_asked",
        run: visits::silent_when_asked,
    },
    Case {
        name: "settings::in_the_readers_colours",
        run: settings::in_the_readers_colours,
    },
    Case {
        name: "settings::without_motion",
        run: settings::without_motion,
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
    },
];

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
const ACCESSIBLE: &[Case] = &[
    Case {
        name: "accessible::beside_items",
        run: accessible::beside_items,
    },
    Case {
        name: "accessible::finds_what_is_planted",
        run: accessible::finds_what_is_planted,
    },
    Case {
        name: "accessible::in_an_empty_newsroom",
        run: accessible::in_an_empty_newsroom,
    },
];

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

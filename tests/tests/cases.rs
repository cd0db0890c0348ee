//! The cases, a line each. It refuses anything else: what a case does is in its module.

use crate::Case;

mod failing;
mod places;
mod reading;
mod report_worker;
mod scriptless;
mod smoke;

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

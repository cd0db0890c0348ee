//! The cases, a line each. It refuses anything else: what a case does is in its module.

use crate::Case;

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
];

//! What the fuzzer found, made small: each was once read again as another tree.

use crate::support::read_checked;

/// Close to the greatest depth, elements that nobody wrote (the item of a list in a list, the cells of a table) take part
/// of the room.
#[test]
fn implied_elements_at_the_cap() {
    const NESTS: [&str; 4] = ["<ul><li>", "<blockquote>", "<dl><dd>", "<table><tr><td>"];
    const TAILS: [&str; 8] = [
        "<ul><ul><li>b",
        "<ul><li>a</li><ul><li>b",
        "<ul><li>a</li><ul><li><ul><li>b",
        "<ul><blockquote>b",
        "<dl><ul><li>b",
        "<table><tr><td>a</td><table><tr><td>b",
        "<li>b",
        "<ul><dd>b",
    ];
    for nest in NESTS {
        for n_nests in 0..64 {
            for tail in TAILS {
                let html = [&nest.repeat(n_nests), tail].concat();
                if let Err(what) = read_checked(&html) {
                    panic!("{n_nests} of {nest}, then {tail}: {what}");
                }
            }
        }
    }
}

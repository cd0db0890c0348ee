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

/// Two runs in one item become paragraphs, each a level deeper than it was while it stood alone.
#[test]
fn runs_at_the_cap_become_paragraphs() {
    const RUNS: [&str; 4] = [
        "<h dir=rtl>a<dl>b",
        "<b><u>a<div>b</div>c",
        "<b id=x>a<img src=i.png><div><i id=y></i>b</div>",
        "<ul></ul><b><i>a<p></p>b",
    ];
    for nest in ["<ul><li>", "<dl><dd>", "<table><tr><td>", "<blockquote>"] {
        for n_nests in 20..33 {
            for n_inlines in (0..40).step_by(3) {
                for run in RUNS {
                    let inlines = "<b><u dir=rtl>".repeat(n_inlines);
                    let html = [&inlines, &nest.repeat(n_nests), run].concat();
                    if let Err(what) = read_checked(&html) {
                        panic!("{n_inlines}, {n_nests} of {nest}, then {run}: {what}");
                    }
                }
            }
        }
    }
}

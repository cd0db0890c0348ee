use serde_json::{Value, json};

use super::{Outcome, remembered, three_ways};
use crate::import::fields::Fields;

fn fields(of: &[(&'static str, &str)]) -> Fields {
    of.iter()
        .map(|(name, value)| (*name, json!(value)))
        .collect()
}

/// What the source says now, what it said, what stands here; what changes, and what is kept against the source.
#[track_caller]
fn check(
    theirs: &[(&'static str, &str)],
    base: &[(&'static str, &str)],
    ours: Value,
    changes: &[(&str, Option<&str>)],
    kept: &[&str],
    is_edited: bool,
) {
    let outcome = three_ways(&fields(theirs), &remembered(&fields(base)), &ours);
    let expect = Outcome {
        changes: changes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.map(Value::from)))
            .collect(),
        kept: kept.iter().map(|name| (*name).to_owned()).collect(),
        is_edited,
    };
    assert_eq!(outcome, expect);
}

#[test]
fn field_by_field() {
    let old = [("title", "old")];
    let new = [("title", "new")];
    // Nobody; the source; the editor; both alike; both.
    check(&old, &old, json!({ "title": "old" }), &[], &[], false);
    check(
        &new,
        &old,
        json!({ "title": "old" }),
        &[("title", Some("new"))],
        &[],
        false,
    );
    check(&old, &old, json!({ "title": "mine" }), &[], &[], true);
    check(&new, &old, json!({ "title": "new" }), &[], &[], false);
    check(
        &new,
        &old,
        json!({ "title": "mine" }),
        &[],
        &["title"],
        true,
    );
    // What an editor added is no business of the source's.
    check(
        &old,
        &old,
        json!({ "title": "old", "summary": "mine" }),
        &[],
        &[],
        false,
    );
}

#[test]
fn fields_come_and_go() {
    let one = [("title", "t")];
    let two = [("title", "t"), ("_nashra.photos", "p")];
    let with = || json!({ "title": "t", "_nashra": { "photos": "p", "slug": "s" } });
    check(&one, &two, with(), &[("_nashra.photos", None)], &[], false);
    check(
        &two,
        &one,
        json!({ "title": "t" }),
        &[("_nashra.photos", Some("p"))],
        &[],
        false,
    );
    let mine = json!({ "title": "t", "_nashra": { "photos": "mine" } });
    check(&one, &two, mine, &[], &["_nashra.photos"], true);
    // Taken out here, changed there.
    check(&[("title", "new")], &one, json!({}), &[], &["title"], true);
    check(&one, &one, json!({}), &[], &[], true);
}

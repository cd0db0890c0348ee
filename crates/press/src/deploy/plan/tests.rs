//! Plans for small stores: what is sent, in which order, what goes and when.

use std::path::{Path, PathBuf};

use super::{Fingerprint, Found, Known, Plan, Record, Stage, Verdict, Wanted};
use crate::deploy::headers::Headers;

const GRACE_DAYS: u64 = 30;

/// An object whose content is a number, and as long as that.
fn wanted(path: &str, content: u128) -> Wanted {
    Wanted {
        path: path.to_owned(),
        source: PathBuf::from(path),
        n_bytes: 10,
        headers: Headers::of(path, None),
        fingerprint: Fingerprint(content),
        stage: Stage::of(Path::new(path)),
    }
}

/// A store in which `objects` stand, all of ten bytes, and the record says `known`.
fn found(objects: &[&str], known: &[(&str, Option<u128>, Option<u64>)]) -> Found {
    Found {
        sizes: objects
            .iter()
            .map(|path| ((*path).to_owned(), 10))
            .collect(),
        record: Record(
            known
                .iter()
                .map(|(path, fingerprint, left_day)| {
                    let known = Known {
                        fingerprint: fingerprint.map(Fingerprint),
                        left_day: *left_day,
                    };
                    ((*path).to_owned(), known)
                })
                .collect(),
        ),
        ..Found::default()
    }
}

#[test]
fn judges_by_what_is_there() {
    #[track_caller]
    fn check(objects: &[&str], known: &[(&str, Option<u128>, Option<u64>)], expect: Verdict) {
        let verdict = found(objects, known).judge(&wanted("a.html", 1));
        assert_eq!(verdict, expect);
    }
    check(&["a.html"], &[("a.html", Some(1), None)], Verdict::Same);
    check(&["a.html"], &[("a.html", Some(2), None)], Verdict::Differs);
    // Its upload had begun; it was put there by hand; it was taken away by hand.
    check(&["a.html"], &[("a.html", None, None)], Verdict::Unknown);
    check(&["a.html"], &[], Verdict::Unknown);
    check(&[], &[("a.html", Some(1), None)], Verdict::Differs);
    // What the object says of itself counts where the record is not certain.
    let mut asked = found(&["a.html"], &[("a.html", None, None)]);
    asked.asked.insert("a.html".to_owned(), Fingerprint(1));
    assert_eq!(asked.judge(&wanted("a.html", 1)), Verdict::Same);
    assert_eq!(asked.judge(&wanted("a.html", 2)), Verdict::Differs);
    // Another size needs no question.
    asked.sizes.insert("a.html".to_owned(), 11);
    assert_eq!(asked.judge(&wanted("a.html", 1)), Verdict::Differs);
}

#[test]
fn what_is_named_goes_up_first() {
    let all = [
        "sitemap.xml",
        "en/index.html",
        "en/releases/b/index.html",
        "en/releases/a/index.html",
        "en/releases/a/data.json",
        "media/a.jpg",
        "assets/a-1.js",
        "en/feed.xml",
    ];
    let wanted: Vec<_> = all.iter().map(|path| wanted(path, 1)).collect();
    let plan = Plan::new(&wanted, &Found::default(), 1, GRACE_DAYS);
    let order: Vec<_> = plan.uploads.iter().map(|object| &*object.path).collect();
    let expect = [
        "assets/a-1.js",
        "media/a.jpg",
        "en/releases/a/data.json",
        "en/releases/a/index.html",
        "en/releases/b/index.html",
        "en/index.html",
        "en/feed.xml",
        "sitemap.xml",
    ];
    assert_eq!(order, expect);
    assert!(
        plan.begun
            .0
            .values()
            .all(|known| known.fingerprint.is_none())
    );
    assert!(
        plan.done
            .0
            .values()
            .all(|known| known.fingerprint.is_some())
    );
}

#[test]
fn what_is_the_same_stays() {
    let wanted = [wanted("a.html", 1), wanted("b.html", 2)];
    let known = [("a.html", Some(1), None), ("b.html", Some(1), None)];
    let plan = Plan::new(
        &wanted,
        &found(&["a.html", "b.html"], &known),
        1,
        GRACE_DAYS,
    );
    assert_eq!(plan.uploads, [&wanted[1]]);
    assert_eq!(plan.n_kept, 1);
    // Were it broken off here, one of them would be asked for.
    assert_eq!(plan.begun.0["a.html"].fingerprint, Some(Fingerprint(1)));
    assert_eq!(plan.begun.0["b.html"].fingerprint, None);
}

#[test]
fn removes_what_is_ours_and_old() {
    #[track_caller]
    fn check(
        objects: &[&str],
        known: &[(&str, Option<u128>, Option<u64>)],
        today: u64,
        removals: &[&str],
        left: &[(&str, u64)],
    ) {
        let wanted = [wanted("a.html", 1)];
        let found = found(objects, known);
        let plan = Plan::new(&wanted, &found, today, GRACE_DAYS);
        assert_eq!(plan.removals, removals);
        let waiting: Vec<_> = plan
            .done
            .0
            .iter()
            .filter_map(|(path, known)| Some((&**path, known.left_day?)))
            .collect();
        assert_eq!(waiting, left);
        assert_eq!(plan.n_waiting, left.len());
        // Until they are gone they are known.
        let begun = |path: &&str| plan.begun.0.contains_key(*path);
        assert!(removals.iter().all(begun));
    }
    // Not ours; ours.
    check(&["google.html"], &[], 1, &[], &[]);
    check(
        &["b.html"],
        &[("b.html", Some(1), None)],
        1,
        &["b.html"],
        &[],
    );
    // Ours, but somebody was quicker.
    check(&[], &[("b.html", Some(1), None)], 1, &[], &[]);
    // The clock of an asset starts when it is first not needed, however long ago it was deployed.
    let assets = ["assets/x-1.js"];
    check(
        &assets,
        &[("assets/x-1.js", Some(1), None)],
        100,
        &[],
        &[("assets/x-1.js", 100)],
    );
    check(
        &assets,
        &[("assets/x-1.js", Some(1), Some(100))],
        129,
        &[],
        &[("assets/x-1.js", 100)],
    );
    check(
        &assets,
        &[("assets/x-1.js", Some(1), Some(100))],
        130,
        &["assets/x-1.js"],
        &[],
    );
    // A page goes before what it names.
    check(
        &["assets/x-1.js", "en/b/index.html"],
        &[
            ("assets/x-1.js", Some(1), Some(1)),
            ("en/b/index.html", Some(1), None),
        ],
        100,
        &["en/b/index.html", "assets/x-1.js"],
        &[],
    );
}

#[test]
fn an_asset_that_is_needed_again_is_no_longer_old() {
    let wanted = [wanted("assets/x-1.js", 1)];
    let known = [("assets/x-1.js", Some(1), Some(1))];
    let plan = Plan::new(&wanted, &found(&["assets/x-1.js"], &known), 100, GRACE_DAYS);
    assert!(plan.uploads.is_empty() && plan.removals.is_empty());
    assert_eq!(plan.done.0["assets/x-1.js"].left_day, None);
}

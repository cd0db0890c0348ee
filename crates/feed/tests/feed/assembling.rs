//! Pages and feeds put together, with every guard.

use nashra_feed::{Assembled, FeedAssembly, FeedProblem, MAX_PAGES};
use serde_json::{Value, json};

use crate::{feed_of, read};

/// Fetches pages from a list of (URL, page), as a caller does from the network.
fn assemble(feeds: &[&str], pages: &[(&str, Value)]) -> Assembled {
    let mut assembly = FeedAssembly::new();
    for feed in feeds {
        let mut next = assembly.begin_feed(feed);
        while let Some(url) = next.take() {
            let Some((_, page)) = pages.iter().find(|(known, _)| *known == url) else {
                assembly.page_too_large(&url);
                break;
            };
            let (page, warnings) = read(page).unwrap_or_else(|error| panic!("{error}"));
            next = assembly.add_page(&url, page, warnings);
        }
    }
    assembly.finish()
}

fn page(items: &[Value], next_url: Option<&str>) -> Value {
    let mut page = feed_of(items);
    page["next_url"] = json!(next_url);
    page
}

fn problems(assembled: &Assembled) -> Vec<(&str, FeedProblem)> {
    let warnings = assembled.warnings.iter();
    warnings
        .map(|page| (page.url.as_str(), page.warning.problem))
        .collect()
}

fn ids(assembled: &Assembled) -> Vec<&str> {
    assembled
        .items
        .iter()
        .map(|item| item.id.as_str())
        .collect()
}

const A: &str = "https://a.example/1.json";
const B: &str = "https://a.example/2.json";

#[test]
fn newest_first_and_each_once() {
    let dated = |id: &str, date: &str| json!({ "id": id, "date_published": date });
    let assembled = assemble(
        &[A, "https://b.example/1.json"],
        &[
            (
                A,
                page(
                    &[
                        dated("old", "2019-01-01"),
                        json!({ "id": "undated" }),
                        dated("new", "2020-09-15T16:00:00+03:00"),
                    ],
                    Some(B),
                ),
            ),
            (
                B,
                page(
                    &[dated("oldest", "2018-01-01"), dated("old", "2021-01-01")],
                    None,
                ),
            ),
            (
                "https://b.example/1.json",
                page(
                    &[
                        dated("newest", "2020-09-15T13:00:01Z"),
                        json!({ "id": "undated too" }),
                    ],
                    None,
                ),
            ),
        ],
    );
    assert_eq!(
        ids(&assembled),
        ["newest", "new", "old", "oldest", "undated", "undated too"]
    );
    assert_eq!(problems(&assembled), [(B, FeedProblem::DuplicateId)]);
}

#[test]
fn what_was_read_stays() {
    let check = |pages: &[(&str, Value)], expect_ids: &[&str], expect: &[(&str, FeedProblem)]| {
        let assembled = assemble(&[A], pages);
        assert_eq!(
            (ids(&assembled), problems(&assembled)),
            (expect_ids.to_vec(), expect.to_vec())
        );
    };
    let item = |id: &str| [json!({ "id": id })];
    check(
        &[(A, page(&item("a"), Some(A)))],
        &["a"],
        &[(A, FeedProblem::RepeatedPage)],
    );
    check(
        &[(A, page(&item("a"), Some("https://a.example/1.json#again")))],
        &["a"],
        &[(A, FeedProblem::RepeatedPage)],
    );
    check(
        &[
            (A, page(&item("a"), Some(B))),
            (B, page(&item("b"), Some(A))),
        ],
        &["a", "b"],
        &[(B, FeedProblem::RepeatedPage)],
    );
    check(
        &[(A, page(&item("a"), Some(B)))],
        &["a"],
        &[(B, FeedProblem::PageTooLarge)],
    );
    check(
        &[(A, page(&item("a"), Some("data:,")))],
        &["a"],
        &[(A, FeedProblem::ForbiddenScheme)],
    );
}

#[test]
fn the_same_feed_twice() {
    let assembled = assemble(&[A, A], &[(A, page(&[json!({ "id": "a" })], None))]);
    assert_eq!(
        (ids(&assembled), problems(&assembled)),
        (vec!["a"], vec![(A, FeedProblem::RepeatedPage)])
    );
}

#[test]
fn too_many_pages() {
    let mut assembly = FeedAssembly::new();
    let mut next = assembly.begin_feed("https://a.example/0");
    let mut n_pages = 0;
    while let Some(url) = next.take() {
        n_pages += 1;
        let following = format!("https://a.example/{n_pages}");
        let (page, warnings) = read(&page(&[json!({ "id": n_pages })], Some(&following)))
            .unwrap_or_else(|error| panic!("{error}"));
        next = assembly.add_page(&url, page, warnings);
    }
    let assembled = assembly.finish();
    assert_eq!((n_pages, assembled.items.len()), (MAX_PAGES, MAX_PAGES));
    assert_eq!(
        assembled.warnings.last().map(|page| page.warning.problem),
        Some(FeedProblem::TooManyPages)
    );
}

#[test]
fn slugs_are_unique_and_the_oldest_keeps_its_own() {
    let item = |id: &str, date: &str| json!({ "id": id, "date_published": date, "_nashra": { "slug": "launch" } });
    let old = item("old", "2019-01-01");
    let assembled = assemble(
        &[A],
        &[(
            A,
            page(
                &[
                    item("new", "2020-01-01"),
                    old.clone(),
                    item("newer", "2021-01-01"),
                ],
                None,
            ),
        )],
    );
    let slug = |id: &str| {
        assembled
            .items
            .iter()
            .find(|item| item.id == id)
            .map(|item| item.slug.clone())
    };
    assert_eq!(slug("old").as_deref(), Some("launch"));
    assert!(slug("new").is_some_and(|slug| slug.starts_with("launch-")));
    assert_ne!(slug("new"), slug("newer"));
    // A slug does not depend on which other items there are.
    let fewer = assemble(
        &[A],
        &[(A, page(&[item("newer", "2021-01-01"), old], None))],
    );
    assert_eq!(slug("newer"), Some(fewer.items[0].slug.clone()));
}

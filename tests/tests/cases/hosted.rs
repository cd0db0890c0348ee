//! A published newsroom behind the server that hosts use, with the configuration as it was published: every kind of page is taken
//! over by the app, and no browser reports a violation of the policy. It asks nothing that only our own server could answer.

use nashra_browser_tests::{Test, one_of_each_kind};

use super::shown::{READY, open};
use crate::Outcome;

/// At a host's root.
pub(crate) fn behind_nginx_at_a_root(test: &Test<'_>) -> Outcome {
    every_kind_of_page(test, None, "")
}

/// In a folder of a host.
pub(crate) fn behind_nginx_under_a_prefix(test: &Test<'_>) -> Outcome {
    every_kind_of_page(test, Some("http://127.0.0.1/press/news/"), "/press/news")
}

fn every_kind_of_page(test: &Test<'_>, base_url: Option<&str>, prefix: &str) -> Outcome {
    let site = test.newsroom_behind_nginx("sample", base_url)?;
    let page = test.page(&site)?;
    let mut paths = vec!["/en/search/?q=water".to_owned()];
    for lang in ["ar", "en"] {
        let kinds = one_of_each_kind(test.newsrooms.pages("sample")?, lang);
        paths.extend(kinds.into_iter().map(|page| page.path));
    }
    for path in paths {
        let path = [prefix, &path].concat();
        open(&page, &path)?;
        // Search reads the feeds, a list what is newer in them.
        page.wait_until(
            "!location.search || document.querySelector('.results a')",
            &format!("what was searched for on {path}"),
        )?;
        assert_eq!(page.csp_violations()?, [], "{path}");
        let errors = page.console_errors()?.unwrap_or_default();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
    }
    open(&page, &[prefix, "/en/releases/"].concat())?;
    page.eval("window.stayed = true; document.querySelector('.card-link').click()")?;
    page.wait_until(
        &format!("document.querySelector('.prose') && {READY}"),
        "a release",
    )?;
    assert_eq!(page.eval("return window.stayed")?, true, "the app was left");
    let server = page.eval_async("return (await fetch(location.href)).headers.get('server')")?;
    let server = server.as_str().unwrap_or_default();
    assert!(server.starts_with("nginx"), "{server} answered");
    Ok(())
}

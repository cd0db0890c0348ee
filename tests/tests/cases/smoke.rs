//! Proves the harness itself, on fixtures of its own: without these, an empty list of violations or
//! errors elsewhere would prove nothing. It refuses to touch the product.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use nashra_browser_tests::Test;
use nashra_browser_tests::engine::Engine;
use nashra_browser_tests::site::{Fault, Origin, Site};
use serde_json::json;

use crate::Outcome;

fn fixture() -> Result<Site, libtest_mimic::Failed> {
    Ok(Site::start(Origin::Folder(
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/smoke"),
    ))?)
}

/// Roles, names, clicks, keys and scripts, under a strict policy that nothing violates.
pub(crate) fn reads_and_clicks(test: &Test<'_>) -> Outcome {
    let site = fixture()?;
    let page = test.page(&site)?;
    page.goto("/")?;
    assert_eq!(
        page.by_role("heading", "نشرة الأخبار")?.text()?,
        "نشرة الأخبار"
    );
    assert_eq!(page.names("link")?, ["الإصدار الأول", "Second release"]);
    assert!(
        page.all_by_role("button", "Hidden")?.is_empty(),
        "hidden elements are not found"
    );

    page.by_role("button", "Count")?.click()?;
    page.wait_until(
        "document.querySelector('output').textContent === '1'",
        "the click to count",
    )?;
    page.press("Enter")?;
    page.wait_until(
        "document.querySelector('output').textContent === '2'",
        "the key to count",
    )?;
    page.by_role("searchbox", "بحث")?.type_text("نشرة")?;
    assert_eq!(page.by_role("searchbox", "بحث")?.property("value")?, "نشرة");
    assert_eq!(
        page.eval_async("return (await (await fetch('/data.json')).json()).n")?,
        7
    );
    assert_eq!(page.eval_with("return arguments[0] + 1", &[json!(1)])?, 2);

    page.by_role("link", "Second release")?.click()?;
    page.wait_until("location.pathname === '/second.html'", "the second page")?;
    page.back()?;
    page.wait_until("location.pathname === '/'", "the first page")?;
    assert_eq!(page.path()?, "/");
    assert_eq!(page.csp_violations()?, []);
    assert_eq!(
        page.console_errors()?.unwrap_or_default(),
        Vec::<String>::new()
    );
    Ok(())
}

/// Each kind of fault reaches the page as what it is.
pub(crate) fn faults_are_seen(test: &Test<'_>) -> Outcome {
    const STATUS: &str =
        "try { return (await fetch('/data.json')).status } catch { return 'failed' }";
    const READ: &str = "try { return (await (await fetch('/data.json')).text()).length } catch { return 'failed' }";
    let site = fixture()?;
    let page = test.page(&site)?;
    page.goto("/")?;
    assert_eq!(page.eval_async(STATUS)?, 200);
    site.fault("*.json", Fault::Status(503));
    assert_eq!(page.eval_async(STATUS)?, 503);
    site.fault("/data.json", Fault::Blocked);
    assert_eq!(page.eval_async(STATUS)?, "failed");
    site.fault("/data.json", Fault::Truncate(3));
    // WebKitGTK takes what came for the whole.
    let cut = page.eval_async(READ)?;
    assert_eq!(
        cut,
        if page.engine() == Engine::WebKit {
            json!(3)
        } else {
            json!("failed")
        }
    );
    site.fault(
        "/data.json",
        Fault::Replace {
            media_type: "application/json".into(),
            body: b"[]".to_vec(),
        },
    );
    assert_eq!(page.eval_async(READ)?, 2);
    site.fault("/data.json", Fault::Type("text/plain".into()));
    let read_type = "return (await fetch('/data.json')).headers.get('content-type')";
    assert_eq!(page.eval_async(read_type)?, "text/plain");
    site.fault("/data.json", Fault::Header("x-test".into(), "yes".into()));
    assert_eq!(
        page.eval_async("return (await fetch('/data.json')).headers.get('x-test')")?,
        "yes"
    );
    let delay = Duration::from_millis(300);
    site.fault("/data.json", Fault::Delay(delay));
    let start = Instant::now();
    assert_eq!(page.eval_async(STATUS)?, 200);
    assert!(start.elapsed() >= delay, "a delayed answer is late");
    site.clear_faults();
    site.clear_requests();
    assert_eq!(page.eval_async(STATUS)?, 200);
    assert_eq!(site.requests(), ["/data.json"]);
    Ok(())
}

/// A policy's violations and a script's errors arrive here.
pub(crate) fn violations_are_reported(test: &Test<'_>) -> Outcome {
    let site = fixture()?;
    let page = test.page(&site)?;
    page.goto("/violates.html")?;
    let violations = page.csp_violations()?;
    let of = |directive: &str| {
        violations
            .iter()
            .filter(|v| v.directive.starts_with(directive))
            .count()
    };
    assert_eq!(
        (of("script-src"), of("style-src"), of("img-src")),
        (1, 1, 1),
        "{violations:?}"
    );
    // Trusted Types came to Firefox and WebKit late; where they are, their reports arrive.
    let has_types = page.eval("return 'trustedTypes' in window")? == true;
    assert_eq!(
        of("require-trusted-types-for"),
        usize::from(has_types),
        "{violations:?}"
    );
    let Some(errors) = page.console_errors()? else {
        return Ok(());
    };
    assert!(
        errors.iter().any(|line| line.contains("said on purpose")),
        "{errors:?}"
    );
    assert!(
        errors.iter().any(|line| line.contains("thrown on purpose")),
        "{errors:?}"
    );
    Ok(())
}

/// Shifts are measured in Chromium, and said to be unknown elsewhere.
pub(crate) fn shifts_are_measured(test: &Test<'_>) -> Outcome {
    let site = fixture()?;
    let page = test.page(&site)?;
    page.goto("/")?;
    let has_shifts = page.engine() == Engine::Chromium;
    assert_eq!(page.layout_shifts()?, has_shifts.then(Vec::new));
    page.goto("/shifts.html")?;
    page.wait_until("document.body.dataset.shifted", "the page to shift")?;
    let shifts = page.layout_shifts()?;
    let values = shifts.map(|lines| {
        let values = lines.iter().filter_map(|line| line.split(':').next());
        values
            .filter_map(|value| value.parse::<f64>().ok())
            .sum::<f64>()
    });
    assert_eq!(values.map(|sum| sum > 0.01), has_shifts.then_some(true));
    Ok(())
}

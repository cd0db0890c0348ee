//! What an album of hundreds costs in memory: the renderer's own share of the machine's (`Pss`), each time in a browser of its
//! own. It refuses to count other tabs, and systems that do not tell.

use std::path::Path;

use nashra_browser_tests::HarnessError;
use nashra_browser_tests::engine::{Browser, Engine};
use nashra_browser_tests::page::Page;
use nashra_browser_tests::site::Site;
use serde_json::json;

use super::visit::Side;

/// Megabytes before the album is opened, and after its last photo was shown.
pub(super) fn of_album(site: &Site, side: Side, n: usize) -> Result<(f64, f64), HarnessError> {
    let browser = Browser::start(Engine::Chromium)?;
    let page = Page::new(&browser, site)?;
    page.goto(&side.path(n))?;
    page.wait_until(
        "document.getElementById('nashra').dataset.state === 'ready' && document.getElementById('photo=1')",
        "the album",
    )?;
    let before = settled(&browser)?;
    page.eval("document.getElementById('photo=1').click()")?;
    let selector = json!(side.picture());
    page.wait_until(
        &format!("document.querySelector({selector})?.complete"),
        "the photo",
    )?;
    // A hundred at a time: a script may take half a minute.
    for _ in 0..n / 50 {
        page.eval_async(&format!(
            "const frame = () => new Promise(requestAnimationFrame);\
             for (let n = 0; n < 50; n++) {{\
                 const target = document.activeElement ?? document.body;\
                 target.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'ArrowRight', keyCode: 39, bubbles: true }}));\
                 for (let m = 0; m < 60; m++) {{ await frame(); const p = document.querySelector({selector});\
                     if (m > 2 && p?.complete && p.naturalWidth) break }}\
             }}"
        ))?;
    }
    Ok((before, settled(&browser)?))
}

/// The renderers' memory once garbage is collected.
fn settled(browser: &Browser) -> Result<f64, HarnessError> {
    for _ in 0..2 {
        browser
            .session
            .cdp("HeapProfiler.collectGarbage", &json!({}))?;
    }
    let mut sum = 0.0;
    for process in descendants() {
        let line = std::fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        if String::from_utf8_lossy(&line).contains("--type=renderer") {
            sum += pss_kib(process).unwrap_or(0.0) / 1024.0;
        }
    }
    if sum > 0.0 {
        Ok(sum)
    } else {
        Err(HarnessError::Missing(
            "memory of the renderer in /proc (Linux)".to_owned(),
        ))
    }
}

fn pss_kib(process: u32) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// All processes that this one started, and theirs.
fn descendants() -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir(Path::new("/proc"))
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let process: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // `pid (name, which may hold anything) state ppid …`
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?;
            Some((process, parent.parse().ok()?))
        })
        .collect();
    let mut found = vec![std::process::id()];
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        found.extend(
            parents
                .iter()
                .filter(|(_, known)| *known == parent)
                .map(|(process, _)| *process),
        );
        at += 1;
    }
    found
}

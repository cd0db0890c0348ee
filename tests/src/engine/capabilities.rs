//! What each driver is asked for when it starts its browser. It refuses everything that would make a
//! run differ from the next: updates, synchronisation, first-run pages.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Engine, Scripts, find_program};
use crate::HarnessError;

/// The capabilities of a session of that engine; what it keeps goes below `scratch`.
pub(super) fn of(engine: Engine, scripts: Scripts, scratch: &Path) -> Result<Value, HarnessError> {
    match engine {
        Engine::Chromium => chromium(scripts, scratch),
        Engine::Firefox => firefox(scripts),
        Engine::WebKit => webkit(),
    }
}

fn chromium(scripts: Scripts, scratch: &Path) -> Result<Value, HarnessError> {
    let profile = format!("--user-data-dir={}", scratch.join("profile").display());
    Ok(json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            // Content settings: 1 allows, 2 blocks.
            "prefs": { "profile.managed_default_content_settings.javascript": if scripts == Scripts::On { 1 } else { 2 } },
            "binary": find_program(&["chromium", "chromium-browser", "google-chrome"])?,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // Containers give 64 MB of shared memory, which one large page fills.
                "--disable-dev-shm-usage", "--hide-scrollbars", profile,
            ],
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
}

fn firefox(scripts: Scripts) -> Result<Value, HarnessError> {
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": find_program(&["firefox-esr", "firefox"])?,
            "args": ["-headless"],
            // Firefox has no command for console messages; geckodriver passes its stdout on.
            "prefs": {
                "devtools.console.stdout.content": true,
                "javascript.enabled": scripts == Scripts::On,
                // As on a phone; by itself it asks the machine for a touch screen.
                "dom.w3c_touch_events.enabled": 1,
                // Mozilla's own word for "ask nobody": what fails there is none of our errors.
                "services.settings.server": "data:,#remote-settings-dummy/v1",
            },
        },
    }))
}

fn webkit() -> Result<Value, HarnessError> {
    Ok(json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": mini_browser()?,
            "args": ["--automation"],
        },
    }))
}

/// MiniBrowser's toolbar is 447 px wide at least, which no phone is: GTK's user style sheet takes its buttons' room away.
pub(super) fn write_bare_toolbar(config: &Path) -> Result<(), HarnessError> {
    const STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; \
        font-size: 1px; -gtk-icon-source: none; }";
    let dir = config.join("gtk-3.0");
    std::fs::create_dir_all(&dir).map_err(HarnessError::io(dir.display().to_string()))?;
    std::fs::write(dir.join("gtk.css"), STYLE).map_err(HarnessError::io("gtk.css"))
}

/// MiniBrowser is not on the PATH: `/usr/lib/{architecture}/webkit2gtk-4.1/MiniBrowser`.
fn mini_browser() -> Result<PathBuf, HarnessError> {
    const APIS: [&str; 3] = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    let architectures = || {
        std::fs::read_dir("/usr/lib")
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
    };
    let candidates = APIS.iter().flat_map(|api| {
        let below = architectures().map(move |entry| entry.path().join(api).join("MiniBrowser"));
        [PathBuf::from("/usr/libexec").join(api).join("MiniBrowser")]
            .into_iter()
            .chain(below)
    });
    candidates
        .into_iter()
        .find(|path| path.is_file())
        .ok_or_else(|| HarnessError::Missing("MiniBrowser".into()))
}

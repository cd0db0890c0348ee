//! The three engines and how each is started: a driver on a free loopback port, a fresh profile, and
//! for WebKit a display of its own. It refuses to leave a process behind.

use std::cell::Cell;
use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;

use crate::webdriver::is_ready;
use crate::{HarnessError, Patience, Session, poll};

mod capabilities;
mod display;
mod process;
mod scratch;
mod viewport;

use display::Display;
pub use process::{Process, descendants, end_all_on_signal};
use scratch::Scratch;

/// A browser engine that readers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox ESR, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// All that every case runs in.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in test names: `chromium::smoke`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine's driver, told where to listen.
    fn driver(self, port: u16) -> Result<Command, HarnessError> {
        let (program, port) = match self {
            Self::Chromium => ("chromedriver", format!("--port={port}")),
            Self::Firefox => ("geckodriver", format!("--port={port}")),
            Self::WebKit => ("WebKitWebDriver", format!("--port={port}")),
        };
        let mut command = Command::new(find_program(&[program])?);
        command.arg(port);
        if self == Self::Firefox {
            // For the viewport alone (see `viewport`).
            command.arg("--allow-system-access");
        }
        Ok(command)
    }
}

/// Whether pages may run scripts, as a reader's setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// As usual.
    On,
    /// Switched off. WebKitGTK's driver is a script in the page itself, so there it is no setting: block the files.
    Off,
}

/// A running engine. Its parts end in the order written here.
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// The window under control.
    pub session: Session,
    /// Whether pages have a viewport of a size of its own.
    has_viewport: Cell<bool>,
    _driver: Process,
    _display: Option<Display>,
    /// What the driver and the browser wrote to their terminal.
    log: PathBuf,
    _scratch: Scratch,
}

impl Browser {
    /// Starts the driver and a browser with a fresh profile.
    ///
    /// # Errors
    /// `Missing` naming the program that is not there; the driver's, when the browser does not start.
    pub fn start(engine: Engine) -> Result<Self, HarnessError> {
        Self::start_with(engine, Scripts::On)
    }

    /// The same with scripts as said.
    ///
    /// # Errors
    /// As `start`.
    pub fn start_with(engine: Engine, scripts: Scripts) -> Result<Self, HarnessError> {
        let scratch = Scratch::new(engine.name())?;
        let log = scratch.path().join("driver.log");
        let display = if engine == Engine::WebKit {
            Some(Display::start()?)
        } else {
            None
        };
        let port = free_port()?;
        let mut command = engine.driver(port)?;
        let out = File::create(&log).map_err(HarnessError::io("driver.log"))?;
        let err = out.try_clone().map_err(HarnessError::io("driver.log"))?;
        command
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .env("TMPDIR", scratch.path())
            // Without this, release builds of Firefox ignore the address in `capabilities` and ask their own.
            .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
        for proxy in [
            "http_proxy",
            "https_proxy",
            "all_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
        ] {
            command.env_remove(proxy);
        }
        if let Some(display) = &display {
            command
                .env("DISPLAY", display.name())
                .env("GDK_BACKEND", "x11")
                .env("NO_AT_BRIDGE", "1")
                .env("XDG_CONFIG_HOME", scratch.path());
        }
        if engine == Engine::WebKit {
            capabilities::write_bare_toolbar(scratch.path())?;
        }
        let driver = Process::start(&mut command)?;
        let url = format!("http://127.0.0.1:{port}");
        poll(
            Patience::Start,
            &format!("the {} driver", engine.name()),
            || Ok(is_ready(&url).then_some(())),
        )?;
        let capabilities = capabilities::of(engine, scripts, scratch.path())?;
        let session = Session::start(&url, &capabilities).map_err(|error| {
            HarnessError::Missing(format!("{}: {error}\n{}", engine.name(), tail(&log)))
        })?;
        session.post(
            "timeouts",
            &json!({ "script": 30_000, "pageLoad": 30_000, "implicit": 0 }),
        )?;
        Ok(Self {
            engine,
            session,
            has_viewport: Cell::new(false),
            _driver: driver,
            _display: display,
            log,
            _scratch: scratch,
        })
    }

    /// An empty window of the usual size, without cookies; each site brings its own origin, hence its
    /// own storage and cache.
    ///
    /// # Errors
    /// The driver's.
    pub fn clear(&self) -> Result<(), HarnessError> {
        self.clear_viewport()?;
        // There are no cookies to delete on about:blank, so they go first.
        self.session.delete("cookie")?;
        self.session.post("url", &json!({ "url": "about:blank" }))?;
        self.resize(1280, 900)
    }

    /// Sets the window's outer size in CSS pixels.
    ///
    /// # Errors
    /// The driver's.
    pub fn resize(&self, width_px: u32, height_px: u32) -> Result<(), HarnessError> {
        self.session.post(
            "window/rect",
            &json!({ "x": 0, "y": 0, "width": width_px, "height": height_px }),
        )?;
        Ok(())
    }

    /// What driver and browser wrote so far. Firefox writes console messages there.
    pub(crate) fn log(&self) -> String {
        std::fs::read(&self.log)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// Whether the browser itself ended, so that nothing can be said of the page it showed.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        self.session.get("url").is_err_and(|error| {
            error.is_browser_gone() || matches!(error, HarnessError::Transport(_))
        })
    }

    /// The last lines that driver and browser wrote, for a report.
    #[must_use]
    pub fn last_words(&self) -> String {
        tail(&self.log)
    }

    /// The browser's own name and version.
    ///
    /// # Errors
    /// The driver's.
    pub fn user_agent(&self) -> Result<String, HarnessError> {
        let script = json!({ "script": "return navigator.userAgent", "args": [] });
        let answer = self.session.post("execute/sync", &script)?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }
}

/// The first of these programs that is on the PATH or among the tools of `cargo xtask setup`.
pub(crate) fn find_program(names: &[&str]) -> Result<PathBuf, HarnessError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let tools = tool_folders();
    let dirs: Vec<PathBuf> = std::env::split_paths(&path).chain(tools).collect();
    let found = names
        .iter()
        .flat_map(|name| dirs.iter().map(move |dir| dir.join(name)))
        .find(|path| path.is_file());
    found.ok_or_else(|| HarnessError::Missing(names.join(" or ")))
}

/// Where `cargo xtask setup --tests` puts what no package brings: `$NASHRA_TOOLS`, or `~/.cache/nashra/tools`.
pub(crate) fn tools_dir() -> PathBuf {
    let home =
        || Path::new(&std::env::var_os("HOME").unwrap_or_default()).join(".cache/nashra/tools");
    std::env::var_os("NASHRA_TOOLS").map_or_else(home, PathBuf::from)
}

/// `bin` folders of geckodriver in the tools' folder, so that a bare `cargo test` finds it too.
fn tool_folders() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(tools_dir())
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let geckos = entries.filter(|entry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with("geckodriver-")
    });
    geckos.map(|entry| entry.path().join("bin")).collect()
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16, HarnessError> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(HarnessError::io("a free port"))?;
    listener
        .local_addr()
        .map(|addr| addr.port())
        .map_err(HarnessError::io("a free port"))
}

/// The last lines of a log, for an error message.
fn tail(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines
        .get(lines.len().saturating_sub(8)..)
        .unwrap_or_default()
        .join("\n")
}

//! Runs every case of `cases` in every engine, as `engine::case`. It refuses to skip: an engine that
//! does not start fails each of its cases.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use nashra_browser_tests::engine::{Browser, Engine, end_all_on_signal};
use nashra_browser_tests::{Newsrooms, Test};

mod cases;

/// What a case returns; any error may be passed up with `?`, and assertions may panic.
type Outcome = Result<(), Failed>;

/// A claim about the product, proven in each engine.
struct Case {
    name: &'static str,
    run: fn(&Test<'_>) -> Outcome,
}

/// An engine's browsers: one starts where a case finds none idle, and serves one case at a time.
struct Pool {
    engine: Engine,
    idle: Mutex<Vec<Browser>>,
    newsrooms: Arc<Newsrooms>,
}

impl Pool {
    /// Runs a case; once more in a new browser where the engine's own process ended under it, which the report says. A page
    /// that brings its engine down does so again.
    fn run(&self, case: &Case) -> std::thread::Result<Outcome> {
        let start = || Browser::start(self.engine);
        let idle = self.idle().pop();
        let browser = match idle.map_or_else(start, Ok) {
            Ok(browser) => browser,
            Err(error) => return Ok(Err(error.into())),
        };
        let (browser, outcome) = match self.run_in(&browser, case) {
            failed if !is_passed(&failed) && browser.is_dead() => {
                let (engine, name, words) = (self.engine.name(), case.name, browser.last_words());
                eprintln!("{engine} ended during {name}, which begins again: {words}");
                drop(browser);
                let browser = match start() {
                    Ok(browser) => browser,
                    Err(error) => return Ok(Err(error.into())),
                };
                let outcome = self.run_in(&browser, case);
                (browser, outcome)
            }
            outcome => (browser, outcome),
        };
        // Only a browser that a case left in order goes on; the next case after a failure starts afresh.
        if is_passed(&outcome) {
            self.idle().push(browser);
        } else {
            keep_picture(&browser, case.name);
        }
        outcome
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run_in(&self, browser: &Browser, case: &Case) -> std::thread::Result<Outcome> {
        catch_unwind(AssertUnwindSafe(|| {
            (case.run)(&Test {
                browser,
                newsrooms: &self.newsrooms,
            })
        }))
    }
}

fn is_passed(outcome: &std::thread::Result<Outcome>) -> bool {
    matches!(outcome, Ok(Ok(())))
}

/// What the window showed when a case failed, in `target/browser-failures/`.
fn keep_picture(browser: &Browser, name: &str) {
    let dir = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/browser-failures");
    let file = dir.join(format!(
        "{}-{}.png",
        browser.engine.name(),
        name.replace("::", "-")
    ));
    let picture = browser.session.get("screenshot");
    let kept = picture.and_then(|picture| nashra_browser_tests::page::write_png(&picture, &file));
    if let Err(error) = kept {
        eprintln!("no picture of {name}: {error}\n{}", browser.last_words());
    }
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Two cases at a time: they mostly wait, and more of them would make each other late.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    if let Err(error) = end_all_on_signal() {
        eprintln!("browsers may outlive Ctrl-C: {error}");
    }
    let newsrooms = Arc::new(Newsrooms::default());
    let pools = Engine::ALL.map(|engine| {
        let newsrooms = Arc::clone(&newsrooms);
        Arc::new(Pool {
            engine,
            idle: Mutex::default(),
            newsrooms,
        })
    });
    let times = Times::default();
    let mut trials = Vec::new();
    for (engines, cases) in cases::BY_ENGINES {
        for case in *cases {
            let pools = pools.iter().filter(|pool| engines.contains(&pool.engine));
            trials.extend(pools.map(|pool| trial(pool, case, &times)));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    print_slowest(&times);
    // Browsers and servers end here, before the process does.
    drop((pools, newsrooms));
    conclusion.exit_code()
}

fn trial(pool: &Arc<Pool>, case: &'static Case, times: &Times) -> Trial {
    let (pool, times) = (Arc::clone(pool), Arc::clone(times));
    let name = format!("{}::{}", pool.engine.name(), case.name);
    Trial::test(name.clone(), move || {
        let start = Instant::now();
        let outcome = pool.run(case);
        let time = start.elapsed();
        let mut times = times.lock().unwrap_or_else(PoisonError::into_inner);
        times.push((time, name));
        drop(times);
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// How long each case took.
type Times = Arc<Mutex<Vec<(Duration, String)>>>;

/// The cases that are worth making faster, since everybody waits for them.
fn print_slowest(times: &Times) {
    let mut times = times.lock().unwrap_or_else(PoisonError::into_inner);
    times.sort_by(|a, b| b.cmp(a));
    let whole: Duration = times.iter().map(|(time, _)| *time).sum();
    eprintln!(
        "{} cases, {} s in all; the slowest:",
        times.len(),
        whole.as_secs()
    );
    for (time, name) in times.iter().take(SLOWEST) {
        eprintln!("{:7.1} s  {name}", time.as_secs_f64());
    }
}

/// How many of them are named.
const SLOWEST: usize = 300;

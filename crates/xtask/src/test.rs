//! `cargo xtask test`: every test there is, native and in three browsers, with one sum at the end. It
//! refuses to pass over a missing browser.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// How many tests passed and failed.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Installs, builds and runs everything; the last line is `N passed, N failed`.
pub(crate) fn run() -> Result<(), XtaskError> {
    let mut total = Count::default();
    let outcome = all(&mut total);
    if let Err(error) = &outcome {
        // What could not be run counts as failed, and why stands above the sum.
        eprintln!("xtask: {error}");
        total.failed += 1;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        Ok(())
    } else {
        Err(XtaskError::TestsFailed)
    }
}

fn all(total: &mut Count) -> Result<(), XtaskError> {
    setup::run(true)?;
    println!("== native tests (usually 3 to 6 minutes at first, one later) ...");
    count(
        shell::cargo()
            .args(["test", "--no-fail-fast"])
            .args(house::NATIVE),
        total,
    )?;
    dist::build()?;
    dist::build_press()?;
    println!("== browser tests in Chromium, Firefox and WebKitGTK (usually 1 to 3 minutes) ...");
    count(
        shell::cargo()
            .args(["test", "--no-fail-fast", "-p", "nashra-browser-tests"])
            .env("NASHRA_BIN", house::nashra())
            .env("NASHRA_DIST", house::dist()),
        total,
    )
}

/// Runs cargo, passing its output on while adding up libtest's result lines.
fn count(command: &mut Command, total: &mut Count) -> Result<(), XtaskError> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(shell::start_error(command))?;
    let mut here = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if let Some(more) = result_line(&line) {
                here.passed += more.passed;
                here.failed += more.failed;
            }
            println!("{line}");
            // A closed terminal must not stop the counting.
            let _ = std::io::stdout().flush();
        }
    }
    let status = child.wait().map_err(shell::start_error(command))?;
    // Something that does not compile or dies reports no failed test; it is one all the same.
    if !status.success() && here.failed == 0 {
        here.failed = 1;
    }
    total.passed += here.passed;
    total.failed += here.failed;
    Ok(())
}

/// Reads `test result: ok. 3 passed; 1 failed; …`.
fn result_line(line: &str) -> Option<Count> {
    let rest = line.trim().strip_prefix("test result: ")?;
    let number = |what: &str| {
        rest.split([';', '.'])
            .find_map(|part| part.trim().strip_suffix(what)?.trim().parse::<u64>().ok())
    };
    Some(Count {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_read() {
        #[track_caller]
        fn check(line: &str, expect: Option<(u64, u64)>) {
            assert_eq!(
                result_line(line).map(|count| (count.passed, count.failed)),
                expect,
                "{line}"
            );
        }
        check(
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            Some((12, 0)),
        );
        check(
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.5s",
            Some((1, 2)),
        );
        check("test result: ok", None);
        check("running 3 tests", None);
        check("3 passed, 0 failed", None);
    }
}

//! Damaged reports: no panic, no loop, no memory without end, whatever the bytes. Each file is opened, read and drawn
//! in a process of its own that the system stops at a bound of processor time and of memory.
//!
//! It refuses to say what a damaged page should read as: an error of the file, of a page, or any text will do.

mod beside;
mod made;
mod mutated;
mod pdf;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use nashra_report_engine::Document;

/// Processor time for one file. Debug builds draw twenty times slower than what ships.
const MAX_SECONDS: u32 = if cfg!(debug_assertions) { 120 } else { 20 };
/// Address space for one file, the program itself and its one thread's stack included.
const MAX_MEMORY_KB: u32 = 1_500_000;
const ONE: &str = "--one";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(ONE) {
        return read_one(Path::new(&arguments.next().unwrap_or_default()));
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("damaged");
    if let Err(error) = fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let made = made::files()
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes));
    let trials = made.chain(mutated::files()).map(|(name, bytes)| {
        let path = folder.join(format!("{}.pdf", name.replace([' ', '/'], "-")));
        Trial::test(name, move || in_bounds(&path, &bytes))
    });
    let beside = Trial::test("the pages beside a broken one are read", beside::are_read);
    let trials = trials.chain([beside]).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn in_bounds(path: &PathBuf, bytes: &[u8]) -> Result<(), Failed> {
    fs::write(path, bytes)?;
    let bounds =
        format!("ulimit -t {MAX_SECONDS} && ulimit -v {MAX_MEMORY_KB} && exec \"$0\" \"$@\"");
    let this = std::env::current_exe()?;
    let output = Command::new("sh")
        .args(["-c", &bounds])
        .args([this.as_os_str(), OsStr::new(ONE), path.as_os_str()])
        .output()?;
    if output.status.success() {
        fs::remove_file(path)?;
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let last: Vec<&str> = said.lines().rev().take(6).collect();
    Err(format!(
        "{} ({}): {}",
        path.display(),
        output.status,
        last.join(" | ")
    )
    .into())
}

/// Everything that a viewer would ask of a file.
fn read_one(path: &Path) -> ExitCode {
    let Ok(bytes) = fs::read(path) else {
        return ExitCode::FAILURE;
    };
    let Ok(document) = Document::open(bytes, "") else {
        return ExitCode::SUCCESS;
    };
    let info = document.info();
    let mut session = document.session();
    let _ = session.page_progression();
    for (index, page) in (0..).zip(info.pages.iter().take(3)) {
        let _ = document.links(index);
        let _ = session.text(index);
        let _ = session.render(index, 240.0 / page.size.width.max(1.0), None);
    }
    ExitCode::SUCCESS
}

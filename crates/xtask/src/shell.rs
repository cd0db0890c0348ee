//! Running other programs: with our tools first on the PATH, and every failure naming the program.
//! It refuses to go through a shell, so no path needs quoting.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::error::XtaskError;
use crate::{house, tools};

/// A command in the repository's root, with the pinned tools on its PATH.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(house::root())
        .env("PATH", tools::search_path())
        .env("NASHRA_TOOLS", tools::dir());
    command
}

/// Cargo, as the one that runs us, but without what it told us: the build script of `ring` would take our folder for its own and
/// run again, and all of `nashra` after it, whenever a build by hand came between.
pub(crate) fn cargo() -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let is_told = |name: &OsString| {
        let name = name.to_string_lossy();
        ["CARGO_MANIFEST_", "CARGO_PKG_"]
            .iter()
            .any(|start| name.starts_with(start))
    };
    for name in std::env::vars_os().map(|(name, _)| name).filter(is_told) {
        cargo.env_remove(name);
    }
    cargo
}

/// Runs to the end; its output goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), XtaskError> {
    let status = command.status().map_err(start_error(command))?;
    if status.success() {
        return Ok(());
    }
    Err(XtaskError::Failed {
        program: spelled(command),
        status: status.to_string(),
    })
}

/// Runs to the end and gives what it wrote on stdout, trimmed.
pub(crate) fn read(command: &mut Command) -> Result<String, XtaskError> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .map_err(start_error(command))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    Err(XtaskError::Failed {
        program: spelled(command),
        status: output.status.to_string(),
    })
}

/// Runs a long step: says what it does and how long that usually takes, then how long it took.
pub(crate) fn step(what: &str, usual: &str, command: &mut Command) -> Result<(), XtaskError> {
    println!("== {what} (usually {usual}) ...");
    let start = Instant::now();
    run(command)?;
    println!("== {what}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The error for a program that did not start.
pub(crate) fn start_error(command: &Command) -> impl FnOnce(std::io::Error) -> XtaskError {
    let program = spelled(command);
    move |cause| XtaskError::Start { program, cause }
}

/// Whether a program of that name is on the PATH.
pub(crate) fn on_path(program: &str) -> bool {
    std::env::split_paths(&tools::search_path()).any(|dir| dir.join(program).is_file())
}

/// The program's name and its arguments, for messages.
fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    command
        .get_args()
        .fold(name, |line, arg| line + " " + &arg.to_string_lossy())
}

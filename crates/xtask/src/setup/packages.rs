//! System packages for building and for the browser tests, by apt where this user may. It refuses to guess at other
//! package managers: there it names what is missing.

use std::path::Path;
use std::process::Command;

use crate::error::XtaskError;
use crate::shell;

/// A package, and how to see that what it brings is here.
struct Package {
    name: &'static str,
    is_here: fn() -> bool,
}

/// What the encoder of AVIF is built with. Names of Debian 12 and 13.
const TO_BUILD: [Package; 3] = [
    Package {
        name: "cmake",
        is_here: || shell::on_path("cmake"),
    },
    Package {
        name: "g++",
        is_here: || shell::on_path("c++"),
    },
    Package {
        name: "nasm",
        is_here: || shell::on_path("nasm"),
    },
];

/// What the browser tests need.
const TO_TEST: [Package; 7] = [
    Package {
        name: "chromium",
        is_here: || shell::on_path("chromium"),
    },
    Package {
        name: "chromium-driver",
        is_here: || shell::on_path("chromedriver"),
    },
    Package {
        name: "firefox-esr",
        is_here: || shell::on_path("firefox-esr"),
    },
    Package {
        name: "webkit2gtk-driver",
        is_here: || shell::on_path("WebKitWebDriver"),
    },
    Package {
        name: "xvfb",
        is_here: || shell::on_path("Xvfb"),
    },
    // Brings axe-core.
    Package {
        name: "npm",
        is_here: || shell::on_path("npm"),
    },
    // Without an Arabic face every engine falls back to another one, and pictures prove nothing.
    Package {
        name: "fonts-noto-core",
        is_here: || Path::new("/usr/share/fonts/truetype/noto").is_dir(),
    },
];

/// How this user may run apt.
enum Apt {
    Root,
    Sudo,
}

/// Installs the packages whose programs are missing, of those to build with and with `tests` of those to test with.
pub(super) fn install_missing(tests: bool) -> Result<(), XtaskError> {
    let to_test: &[Package] = if tests { &TO_TEST } else { &[] };
    let missing: Vec<&'static str> = TO_BUILD
        .iter()
        .chain(to_test)
        .filter(|p| !(p.is_here)())
        .map(|p| p.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = Apt::find() else {
        return Err(XtaskError::Packages(missing));
    };
    shell::step(
        "refreshing the package lists",
        "under a minute",
        apt.command().arg("update").arg("-qq"),
    )?;
    shell::step(
        &format!("installing {}", missing.join(", ")),
        "2 to 4 minutes",
        apt.command()
            .args(["install", "--yes", "--no-install-recommends", "-qq"])
            .args(&missing),
    )
}

impl Apt {
    fn find() -> Option<Self> {
        if !shell::on_path("apt-get") {
            return None;
        }
        if shell::read(Command::new("id").arg("-u")).is_ok_and(|id| id == "0") {
            return Some(Self::Root);
        }
        shell::read(Command::new("sudo").args(["-n", "true"]))
            .is_ok()
            .then_some(Self::Sudo)
    }

    fn command(&self) -> Command {
        let mut command = match self {
            Self::Root => shell::command("env"),
            Self::Sudo => shell::command("sudo"),
        };
        if matches!(self, Self::Sudo) {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    }
}

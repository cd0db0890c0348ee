//! System packages for building and for the browser tests, by apt where this user may. It refuses to guess at other
//! package managers: there it names what is missing.

use std::path::Path;
use std::process::Command;

use crate::error::XtaskError;
use crate::shell;

/// A package, and what of it is looked for.
struct Package {
    name: &'static str,
    sign: Sign,
}

/// How to see that what a package brings is here, however it came.
enum Sign {
    Program(&'static str),
    File(&'static str),
    Folder(&'static str),
}

impl Package {
    const fn of(program: &'static str, name: &'static str) -> Self {
        Self {
            name,
            sign: Sign::Program(program),
        }
    }

    fn is_here(&self) -> bool {
        match self.sign {
            Sign::Program(name) => shell::on_path(name),
            Sign::File(path) => Path::new(path).is_file(),
            Sign::Folder(path) => Path::new(path).is_dir(),
        }
    }
}

/// What the encoder of AVIF is built with. Names of Debian 12 and 13.
const TO_BUILD: [Package; 3] = [
    Package::of("cmake", "cmake"),
    Package::of("c++", "g++"),
    Package::of("nasm", "nasm"),
];

/// What the browser tests need.
const TO_TEST: [Package; 10] = [
    Package::of("chromium", "chromium"),
    Package::of("chromedriver", "chromium-driver"),
    Package::of("firefox-esr", "firefox-esr"),
    Package::of("WebKitWebDriver", "webkit2gtk-driver"),
    Package::of("Xvfb", "xvfb"),
    // Brings axe-core.
    Package::of("npm", "npm"),
    // Beside these our own server is compared; they are only installed, and started by the test on ports of their own.
    Package {
        name: "nginx",
        sign: Sign::File("/usr/sbin/nginx"),
    },
    Package {
        name: "libnginx-mod-http-brotli-static",
        sign: Sign::File("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    },
    Package::of("caddy", "caddy"),
    // Without an Arabic face every engine falls back to another one, and pictures prove nothing.
    Package {
        name: "fonts-noto-core",
        sign: Sign::Folder("/usr/share/fonts/truetype/noto"),
    },
];

/// Writes the reports whose first page stands first, for the comparison with viewers that ask for parts of a file.
const TO_LINEARISE: [Package; 1] = [Package::of("qpdf", "qpdf")];

/// How this user may run apt.
enum Apt {
    Root,
    Sudo,
}

/// Installs the packages whose programs are missing, of those to build with and with `tests` of those to test with.
pub(super) fn install_missing(tests: bool) -> Result<(), XtaskError> {
    let to_test: &[Package] = if tests { &TO_TEST } else { &[] };
    install(TO_BUILD.iter().chain(to_test))
}

/// Installs `qpdf`, unless it is here.
pub(super) fn install_qpdf() -> Result<(), XtaskError> {
    install(TO_LINEARISE.iter())
}

fn install<'a>(wanted: impl Iterator<Item = &'a Package>) -> Result<(), XtaskError> {
    let missing: Vec<&'static str> = wanted
        .filter(|package| !package.is_here())
        .map(|package| package.name)
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

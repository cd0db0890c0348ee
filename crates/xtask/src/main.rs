//! `cargo xtask`: what a person working on Nashra runs. It drives other tools and measures what they
//! made; it refuses to hold anything the published product needs, which is `nashra`'s to do.
#![allow(clippy::print_stdout, reason = "a command line speaks on stdout")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use nashra_browser_tests::engine::Engine;

mod bench;
mod dist;
mod error;
mod glue;
mod guide;
mod house;
#[cfg(test)]
mod lints;
mod package;
mod serve;
mod setup;
mod shell;
mod shots;
mod stage;
mod stamp;
mod style;
mod test;
mod tools;
mod worker;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Setup, build, serve, test and measure Nashra"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing: the wasm target, wasm-bindgen, Trunk (and browsers, with --tests)
    Setup {
        /// Also what the browser tests need: three engines, their drivers, Xvfb, Arabic fonts
        #[arg(long)]
        tests: bool,
    },
    /// Bundle, lower and minify style/main.css and style/later.css into target/style/
    Style,
    /// Trunk's hook: lay the sample newsroom beside the app of `trunk serve`
    Stage,
    /// Build dist/ for release, publish the sample, print the budgets and fail above a limit
    Dist,
    /// Build the one binary for hosts, with the app inside, in target/package/
    Package,
    /// Build, publish a newsroom and serve it
    Serve(serve::Options),
    /// Run every test, native and in three browsers
    Test,
    /// Write pictures of every kind of page to target/shots/
    Shots {
        /// Only pages of this kind (for example `home` or `release`)
        #[arg(long)]
        only: Option<String>,
    },
    /// Follow docs/editors.md in an empty folder and write its pictures to docs/pictures/
    Guide,
    /// Run a comparison and write target/bench/NAME.json
    Bench {
        /// Which one; an unknown name lists them
        name: String,
        /// How many times each side is measured
        #[arg(long, default_value_t = 15)]
        n: usize,
        /// The newsroom to measure on, where the bench publishes one
        #[arg(long, default_value = "sample")]
        newsroom: PathBuf,
        /// The browser to measure in, where the bench needs one: chromium, firefox or webkit
        #[arg(long, default_value = "chromium", value_parser = browser)]
        engine: Engine,
        /// For `engine`: a folder with another build of the worker than that of dist/
        #[arg(long)]
        worker: Option<PathBuf>,
    },
}

/// An engine by its name.
fn browser(name: &str) -> Result<Engine, String> {
    let found = Engine::ALL.into_iter().find(|engine| engine.name() == name);
    found.ok_or_else(|| "there are chromium, firefox and webkit".to_owned())
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Setup { tests } => setup::run(tests),
        Command::Style => style::run(),
        Command::Stage => stage::run(),
        Command::Dist => dist::run(),
        Command::Package => package::run(),
        Command::Serve(options) => serve::run(&options),
        Command::Test => test::run(),
        Command::Shots { only } => shots::run(only.as_deref()),
        Command::Guide => guide::run(),
        Command::Bench {
            name,
            n,
            newsroom,
            engine,
            worker,
        } => bench::run(
            &name,
            &bench::Setting {
                n: n.max(1),
                newsroom: &newsroom,
                engine,
                worker: worker.as_deref(),
            },
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

//! What `nashra publish` takes for 10,000 releases in three languages without media, compression included: from nothing, again
//! with nothing changed, and with one release changed, all without the search index, which is a figure of its own. Beside the first
//! stands Hugo on the same pages as Markdown, which compresses nothing and writes no data, feeds per language or policy: its figure
//! is for scale, and has no limit.

mod newsroom;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::Setting;
use super::row::{Peer, Quartiles, Row};
use crate::error::XtaskError;
use crate::{dist, house, setup, shell};

/// What a run took.
struct Run {
    ms: f64,
    peak_mb: f64,
}

/// Rows: three times and a peak of memory. The newsroom is made up, unless one was named.
pub(super) fn rows(setting: &Setting<'_>) -> Result<Vec<Row>, XtaskError> {
    setup::run(false)?;
    dist::build()?;
    dist::build_press_for_release()?;
    let folder = house::target().join("bench/publish");
    let is_made_up = setting.newsroom == Path::new("sample");
    let source = if is_made_up {
        let source = folder.join("newsroom");
        remove(&source)?;
        newsroom::write(&source)?;
        source
    } else {
        setting.newsroom.to_owned()
    };
    let sites = folder.join("sites");
    remove(&sites)?;
    let (mut first, mut again, mut one, mut peak) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut out = sites.clone();
    for round in 0..setting.n {
        // Each into a folder of its own, and none removed before the end: Linux's ext4 steps over inodes that were freed within
        // the last minutes one by one, which makes the next 200,000 files take half as long again.
        out = sites.join(round.to_string());
        let run = publish(&source, &out)?;
        first.push(run.ms);
        peak.push(run.peak_mb);
        again.push(publish(&source, &out)?.ms);
        if is_made_up {
            newsroom::touch(&source, true)?;
            one.push(publish(&source, &out)?.ms);
            newsroom::touch(&source, false)?;
        }
    }
    let with_index = search(&source, &out)?;
    let peer = match is_made_up {
        true => hugo(&folder.join("hugo"), setting.n)?,
        false => None,
    };
    let row = |what: &str, unit, sample: Vec<f64>, most, peer| {
        Quartiles::of(sample).map(|ours| Row {
            what: what.to_owned(),
            unit,
            ours,
            most,
            peer,
            n: setting.n,
        })
    };
    remove(&sites)?;
    let rows = [
        row("publish 30,000 pages", "ms", first, Some(60_000.0), peer),
        row("again, nothing changed", "ms", again, Some(5_000.0), None),
        row("again, one release changed", "ms", one, Some(5_000.0), None),
        row("peak memory", "MB", peak, Some(1_073.0), None),
        row("search index", "ms", vec![with_index], None, None),
    ];
    Ok(rows.into_iter().flatten().collect())
}

/// What the search index alone took, as the command says it.
fn search(source: &Path, out: &Path) -> Result<f64, XtaskError> {
    let said = shell::read(&mut nashra(source, out))?;
    let ms = said
        .lines()
        .filter(|line| line.starts_with("search index:"));
    let mut words = ms.flat_map(|line| line.split(' ').rev().skip(1));
    Ok(words.find_map(|word| word.parse().ok()).unwrap_or_default())
}

fn publish(source: &Path, out: &Path) -> Result<Run, XtaskError> {
    measure(nashra(source, out).arg("--no-search"))
}

fn nashra(source: &Path, out: &Path) -> Command {
    let mut nashra = shell::command(house::nashra_for_release());
    nashra
        .args(["publish", "--no-media"])
        .arg(source)
        .arg("--out")
        .arg(out)
        .arg("--app")
        .arg(house::dist());
    nashra
}

/// Hugo's time for a build into an empty folder; `None` where it is not installed (Debian: `hugo`).
fn hugo(folder: &Path, n: usize) -> Result<Option<Peer>, XtaskError> {
    if !shell::on_path("hugo") {
        println!("hugo is not here (Debian: apt install hugo); its column stays empty");
        return Ok(None);
    }
    remove(folder)?;
    newsroom::write_hugo(folder)?;
    let version = shell::read(shell::command("hugo").arg("version"))?;
    let mut sample = Vec::new();
    for _ in 0..n {
        remove(&folder.join("public"))?;
        let mut hugo = shell::command("hugo");
        hugo.arg("--quiet").arg("--source").arg(folder);
        sample.push(measure(&mut hugo)?.ms);
    }
    let name = version.split(' ').nth(1).unwrap_or_default();
    Ok(Quartiles::of(sample).map(|theirs| Peer {
        name: format!("Hugo {}", name.split(['-', '+']).next().unwrap_or(name)),
        theirs,
        limit: None,
    }))
}

/// Runs a program to its end; the most memory that it held is read while it runs.
fn measure(command: &mut Command) -> Result<Run, XtaskError> {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .map_err(shell::start_error(command))?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak_kb = 0.0_f64;
    let end = loop {
        if let Some(end) = child.try_wait().map_err(shell::start_error(command))? {
            break end;
        }
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        peak_kb = peak_kb.max(number.unwrap_or(0.0));
        std::thread::sleep(Duration::from_millis(20));
    };
    if !end.success() {
        return Err(XtaskError::Failed {
            program: format!("{command:?}"),
            status: end.to_string(),
        });
    }
    Ok(Run {
        ms: start.elapsed().as_secs_f64() * 1000.0,
        peak_mb: peak_kb * 1024.0 / 1e6,
    })
}

fn remove(folder: &Path) -> Result<(), XtaskError> {
    if folder.is_dir() {
        std::fs::remove_dir_all(folder).map_err(XtaskError::io(folder))?;
    }
    Ok(())
}

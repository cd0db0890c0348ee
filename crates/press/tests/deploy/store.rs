//! An object store that speaks S3 over files (`s3s-fs`, from `cargo xtask setup --tests`), behind a door that counts what goes in and
//! kills the store when it is told to.
//!
//! The door passes bytes on as they come. It refuses to let a page in while something that the page names is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::percent_decode_str;

pub(crate) const KEY: &str = "AKNASHRA";
pub(crate) const SECRET: &str = "a secret of the test";
pub(crate) const BUCKET: &str = "bucket";

/// A store on a folder, and the door before it. Both end when it is dropped.
pub(crate) struct Store {
    root: PathBuf,
    inside: Arc<Mutex<Inside>>,
    door: u16,
}

struct Inside {
    root: PathBuf,
    /// The publication, to know what pages name.
    site: PathBuf,
    prefix: String,
    server: Option<(Child, u16)>,
    /// Keys below the prefix, in the order in which their uploads began.
    uploads: Vec<String>,
    /// After how many uploads the store dies.
    dies_after: Option<usize>,
    /// Pages that came before what they name.
    too_early: Vec<String>,
}

impl Store {
    /// An empty store in `root`; what is uploaded below `prefix` is a copy of `site`.
    pub(crate) fn new(root: &Path, site: &Path, prefix: &str) -> Self {
        fs::create_dir_all(root.join(BUCKET)).expect("a bucket");
        let inside = Arc::new(Mutex::new(Inside {
            root: root.to_owned(),
            site: site.to_owned(),
            prefix: prefix.to_owned(),
            server: None,
            uploads: Vec::new(),
            dies_after: None,
            too_early: Vec::new(),
        }));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let door = listener.local_addr().expect("an address").port();
        let for_door = Arc::clone(&inside);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let inside = Arc::clone(&for_door);
                thread::spawn(move || pass_on(&client, &inside));
            }
        });
        let store = Self {
            root: root.to_owned(),
            inside,
            door,
        };
        store.start();
        store
    }

    /// Starts the server on what its folder holds.
    pub(crate) fn start(&self) {
        let server = start(&self.root);
        let mut inside = lock(&self.inside);
        inside.dies_after = None;
        inside.server = Some(server);
    }

    /// The server is killed when the upload after `n` more begins.
    pub(crate) fn die_after(&self, n: usize) {
        let mut inside = lock(&self.inside);
        inside.dies_after = Some(inside.uploads.len() + n);
    }

    /// Where the door is.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.door)
    }

    /// What began to be uploaded since the last time, in order.
    pub(crate) fn uploads(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.inside).uploads)
    }

    /// Pages that came while something that they name was not there.
    pub(crate) fn too_early(&self) -> Vec<String> {
        lock(&self.inside).too_early.clone()
    }

    /// Keys below the prefix whose upload ended, with what the store keeps beside them.
    pub(crate) fn objects(&self) -> BTreeMap<String, serde_json::Value> {
        let inside = lock(&self.inside);
        let start = format!(".bucket-{}.object-", URL_SAFE_NO_PAD.encode(BUCKET));
        let mut objects = BTreeMap::new();
        for entry in fs::read_dir(&inside.root).expect("the store's folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            let key = name
                .strip_prefix(&start)
                .and_then(|rest| rest.strip_suffix(".metadata.json"));
            let key = key.and_then(|key| URL_SAFE_NO_PAD.decode(key).ok());
            let key = key.and_then(|key| String::from_utf8(key).ok());
            // Removed objects leave their notes behind.
            let key = key.filter(|key| inside.root.join(BUCKET).join(key).is_file());
            let Some(key) = key.and_then(|key| inside.below_prefix(&key)) else {
                continue;
            };
            let text = fs::read(entry.path()).expect("what is kept beside an object");
            objects.insert(key, serde_json::from_slice(&text).unwrap_or_default());
        }
        objects
    }

    /// The bytes of an object.
    pub(crate) fn read(&self, key: &str) -> Vec<u8> {
        let path = lock(&self.inside).place(key);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        lock(&self.inside).kill();
    }
}

impl Inside {
    fn kill(&mut self) {
        if let Some((mut server, _)) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    fn below_prefix(&self, key: &str) -> Option<String> {
        let key = key.strip_prefix(&self.prefix)?.strip_prefix('/')?;
        Some(key.to_owned())
    }

    fn place(&self, key: &str) -> PathBuf {
        self.root.join(BUCKET).join(&self.prefix).join(key)
    }

    /// Notes an upload that begins, and what it comes before; the one after the last that may be kills the store.
    fn upload(&mut self, key: &str) {
        let Some(key) = self.below_prefix(key) else {
            return;
        };
        if self.dies_after == Some(self.uploads.len()) {
            self.kill();
            return;
        }
        if key.ends_with(".html") {
            let html = fs::read_to_string(self.site.join(&key)).unwrap_or_default();
            for named in named(&html, &self.site) {
                if !self.place(&named).is_file() {
                    self.too_early.push(format!("{key} before {named}"));
                }
            }
        }
        self.uploads.push(key);
    }
}

/// Files of the publication that a page names and cannot be shown without.
pub(crate) fn named(html: &str, site: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["assets/", "media/"] {
        for (at, _) in html.match_indices(folder) {
            let rest = &html[at..];
            let end = rest.find(['"', '\'', ' ', ',', ')', '&', '?', '#', '<', '\\']);
            let name = &rest[..end.unwrap_or(rest.len())];
            if site.join(name).is_file() {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

/// Passes a connection on, both ways, request line by request line.
fn pass_on(client: &TcpStream, inside: &Mutex<Inside>) -> Option<()> {
    let mut server: Option<TcpStream> = None;
    let mut from_client = BufReader::new(client.try_clone().ok()?);
    loop {
        let mut head = Vec::new();
        let mut n_bytes = 0;
        loop {
            let mut line = Vec::new();
            if from_client.read_until(b'\n', &mut line).ok()? == 0 {
                close(client, server.as_ref());
                return None;
            }
            let text = String::from_utf8_lossy(&line).to_ascii_lowercase();
            if let Some(length) = text.strip_prefix("content-length:") {
                n_bytes = length.trim().parse().ok()?;
            }
            head.extend_from_slice(&line);
            if text.trim().is_empty() {
                break;
            }
        }
        if let Some(key) = uploaded(&head) {
            lock(inside).upload(&key);
        }
        let port = lock(inside).server.as_ref().map(|(_, port)| *port);
        if server.is_none() {
            let to = port.and_then(|port| TcpStream::connect(("127.0.0.1", port)).ok());
            let Some(to) = to else {
                close(client, None);
                return None;
            };
            let (from, back) = (to.try_clone().ok()?, client.try_clone().ok()?);
            thread::spawn(move || {
                let (mut from, mut back) = (from, back);
                let _ = std::io::copy(&mut from, &mut back);
                close(&back, Some(&from));
            });
            server = Some(to);
        }
        let to = server.as_mut()?;
        let sent = to
            .write_all(&head)
            .and_then(|()| std::io::copy(&mut (&mut from_client).take(n_bytes), to));
        if sent.is_err() {
            close(client, server.as_ref());
            return None;
        }
    }
}

fn close(client: &TcpStream, server: Option<&TcpStream>) {
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.map(|server| server.shutdown(Shutdown::Both));
}

/// The key of an object that a request uploads, whole or by its last part.
fn uploaded(head: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(head);
    let mut words = text.split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let is_whole = method == "PUT" && query.is_empty();
    let is_last_part = method == "POST" && query.contains("uploadId=");
    if !is_whole && !is_last_part {
        return None;
    }
    let key = path.strip_prefix('/')?.strip_prefix(BUCKET)?;
    let key = percent_decode_str(key.strip_prefix('/')?);
    Some(key.decode_utf8_lossy().into_owned())
}

fn start(root: &Path) -> (Child, u16) {
    let mut process = Command::new(program())
        .args(["--host", "127.0.0.1", "--port", "0"])
        .args(["--access-key", KEY, "--secret-key", SECRET])
        .arg(root)
        .env("RUST_LOG", "s3s_fs=info")
        .env("NO_COLOR", "1")
        .stdout(Stdio::piped())
        .spawn()
        .expect("s3s-fs");
    let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, address) = line.split_once("running at http://127.0.0.1:")?;
        let digits: String = address.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    // What else it says is read, so that it never waits for a reader.
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    (process, port.expect("the port of s3s-fs"))
}

/// In the tools' folder, in whatever version `cargo xtask setup --tests` put there.
fn program() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    let cache =
        std::env::var_os("XDG_CACHE_HOME").map_or_else(|| home().join(".cache"), PathBuf::from);
    let tools =
        std::env::var_os("NASHRA_TOOLS").map_or_else(|| cache.join("nashra/tools"), PathBuf::from);
    let entries = fs::read_dir(&tools).into_iter().flatten().flatten();
    let mut programs: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("s3s-fs-"))
        .map(|entry| entry.path().join("bin/s3s-fs"))
        .filter(|program| program.is_file())
        .collect();
    programs.sort();
    programs.pop().unwrap_or_else(|| {
        panic!(
            "no s3s-fs in {}: run `cargo xtask setup --tests`",
            tools.display()
        )
    })
}

fn lock(inside: &Mutex<Inside>) -> MutexGuard<'_, Inside> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

//! `nashra serve --watch`, as an editor has it open: a change is published and told to the page that is open; a mistake is told on the
//! terminal, and the page stays.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

use crate::texts::Desk;

const TEXT: &str = "2020-01-12-first.en.md";

struct Served {
    child: Child,
    out: Lines<BufReader<ChildStdout>>,
    err: Lines<BufReader<ChildStderr>>,
    url: String,
}

impl Served {
    fn start(desk: &Desk, how: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nashra"))
            .arg("serve")
            .arg(desk.path())
            .args(how)
            .args(["--no-media", "--port", "0", "--app"])
            .arg(desk.0.app())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("nashra");
        let out = BufReader::new(child.stdout.take().expect("its output")).lines();
        let err = BufReader::new(child.stderr.take().expect("its errors")).lines();
        Self {
            child,
            out,
            err,
            url: String::new(),
        }
    }

    fn wait_for_address(&mut self) {
        let mut lines = self.out.by_ref().map_while(Result::ok);
        let url = lines.find(|line| line.starts_with("http://"));
        self.url = url.expect("an address");
    }

    /// Waits until a line on its terminal holds `words`.
    fn wait_for_error(&mut self, words: &str) {
        let mut lines = self.err.by_ref().map_while(Result::ok);
        assert!(lines.any(|line| line.contains(words)), "nothing of {words}");
    }

    fn get(&self, path: &str) -> String {
        let url = [&*self.url, path].concat();
        let mut answer = ureq::get(&url)
            .call()
            .unwrap_or_else(|error| panic!("{url}: {error}"));
        answer.body_mut().read_to_string().expect("a text")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_follow_the_text() {
    let desk = Desk::new("watch");
    desk.write(TEXT, "# Our first release\n\nAs it was.\n");
    let mut served = Served::start(&desk, &["--watch"]);
    served.wait_for_address();
    let page = "en/releases/first/";
    let html = served.get(page);
    assert!(html.contains("As it was."), "{html}");
    let script = "<script type=\"module\" src=\"/.nashra/reload.js\"></script></head>";
    assert!(html.contains(script), "{html}");
    assert!(
        served
            .get(".nashra/reload.js")
            .contains("location.reload()")
    );
    assert!(served.get("sw.js").contains("unregister"));
    let number = served.get(".nashra/reload");
    assert_eq!(number, "1");

    desk.write(TEXT, "# Our first release\n\nAs it is now.\n");
    // Answered when there is another publication.
    let number = served.get(".nashra/reload?1");
    assert_ne!(number, "1");
    assert!(served.get(page).contains("As it is now."));

    desk.write(TEXT, "---\ntitle: One: two\n---\nBroken.\n");
    served.wait_for_error(&format!("{TEXT}:2: "));
    assert!(served.get(page).contains("As it is now."));
    let known = served.get(".nashra/reload");

    desk.write(TEXT, "# Our first release\n\nMended.\n");
    served.get(&format!(".nashra/reload?{known}"));
    assert!(served.get(page).contains("Mended."));
}

#[test]
fn a_mistake_at_the_beginning_can_be_mended() {
    let desk = Desk::new("watch-broken");
    desk.write(TEXT, "No title.\n");
    let mut served = Served::start(&desk, &["--watch"]);
    served.wait_for_error("waiting for a change");
    desk.write(TEXT, "# A title\n\nText.\n");
    served.wait_for_address();
    assert!(served.get("en/releases/first/").contains("A title"));
}

#[test]
fn a_newsroom_is_served_without_watching() {
    let desk = Desk::new("watch-not");
    // Under embargo, and shown as it will be: an editor has to see what readers may not yet.
    desk.write(
        TEXT,
        "---\ntitle: Our first release\nembargo_until: 2099-01-01T00:00Z\n---\nText.\n",
    );
    let mut served = Served::start(&desk, &["--at", "2099-01-02"]);
    served.wait_for_address();
    let html = served.get("en/releases/first/");
    assert!(
        html.contains("Our first release") && !html.contains("reload.js"),
        "{html}"
    );
}

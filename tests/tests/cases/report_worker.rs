//! The report engine in its worker, on a published page under the strict policy: the same answers as natively, and a worker
//! that outlives bad files. What readers see of it is the viewer's to prove.

mod client;

use std::path::PathBuf;

use nashra_browser_tests::site::{Fault, Site};
use nashra_browser_tests::{HarnessError, Test};
use nashra_report::find::find;
use nashra_report::geometry::{RectPx, page_pixels};
use nashra_report::protocol::{Failure, PROTOCOL_VERSION, RequestKind, ResponseKind};
use nashra_report_engine::{Bitmap, Document};

use crate::Outcome;
use client::Client;

const REPORT: &str = "/media/reports/cooperation-en.pdf";
const HOME: &str = "/en/";

/// A file of ours at a path of the site.
fn lend(site: &Site, path: &str, body: Vec<u8>) {
    let media_type = "application/pdf".into();
    site.fault(path, Fault::Replace { media_type, body });
}

fn repository(path: &str) -> Result<Vec<u8>, HarnessError> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::read(root.join(path)).map_err(HarnessError::io(path))
}

fn natively(path: &str, password: &str) -> Result<Document, libtest_mimic::Failed> {
    Ok(Document::open(repository(path)?, password)?)
}

fn sample() -> Result<Document, libtest_mimic::Failed> {
    natively(&["sample", REPORT].concat(), "")
}

fn failed(failure: Failure) -> ResponseKind {
    ResponseKind::Failed(failure)
}

/// Nobody is answered before a greeting, nor by another version; then a file opens, and is let go.
pub(crate) fn greets_opens_and_closes(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let asked = |path: &str| site.requests().iter().filter(|r| r.contains(path)).count();
    assert_eq!(
        asked("report-"),
        0,
        "a page without a report loads the engine"
    );
    let client = Client::start(&page)?;
    let version = PROTOCOL_VERSION;
    let ready = ResponseKind::Ready { version };
    assert_eq!(client.answer_to(0)?.response.kind, ready);
    assert_eq!(
        client.ask(RequestKind::Close)?,
        failed(Failure::WrongVersion)
    );
    let other = RequestKind::Hello {
        version: version + 1,
    };
    assert_eq!(client.ask(other)?, failed(Failure::WrongVersion));
    assert_eq!(client.ask(RequestKind::Hello { version })?, ready);
    let text = RequestKind::Text { page: 0 };
    assert_eq!(client.ask(text.clone())?, failed(Failure::NotOpen));
    let info = sample()?.info();
    assert_eq!(client.open(REPORT, "")?, ResponseKind::Opened { info });
    let beyond = RequestKind::Text { page: 9_999 };
    assert_eq!(client.ask(beyond)?, failed(Failure::NoSuchPage));
    assert_eq!(client.ask(RequestKind::Close)?, ResponseKind::Closed);
    assert_eq!(client.ask(text)?, failed(Failure::NotOpen));
    page.eval("report.worker.postMessage({ message: new ArrayBuffer(3) })")?;
    let answer = client.answer_to(0)?.response.kind;
    assert_eq!(answer, failed(Failure::BadMessage));
    assert_eq!(
        asked("report-supplies"),
        0,
        "fonts nobody needs were fetched"
    );
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// A page and its tiles, against the same pixels made natively.
pub(crate) fn draws_as_natively(test: &Test<'_>) -> Outcome {
    const SCALE: f32 = 0.6;
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    client.open(REPORT, "")?;
    let document = sample()?;
    let mut session = document.session();
    for index in [0, 3] {
        let drawn = client.ask_whole(RequestKind::Page {
            page: index,
            scale: SCALE,
        })?;
        let expect = session.render(index, SCALE, None)?;
        check_pixels(&drawn, index, &expect);
        let tile = RectPx {
            x: 40,
            y: 64,
            width: 128,
            height: 96,
        };
        let part = client.ask_whole(RequestKind::Tile {
            page: index,
            scale: SCALE,
            tile,
        })?;
        check_pixels(&part, index, &cut(&drawn, &expect, tile));
    }
    let huge = RequestKind::Page {
        page: 0,
        scale: 1e6,
    };
    assert_eq!(client.ask(huge)?, failed(Failure::BadSize));
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// The part of a drawn page.
fn cut(drawn: &client::Answer, page: &Bitmap, tile: RectPx) -> Bitmap {
    let pixels = drawn.bytes.as_deref().unwrap_or_default();
    let row = |y: u32| {
        let start = 4 * (y * page.width + tile.x) as usize;
        pixels.iter().skip(start).take(4 * tile.width as usize)
    };
    Bitmap {
        width: tile.width,
        height: tile.height,
        rgba: (tile.y..tile.y + tile.height)
            .flat_map(row)
            .copied()
            .collect(),
    }
}

/// The bitmap's size exactly; its pixels but for what other arithmetic rounds otherwise.
#[track_caller]
fn check_pixels(answer: &client::Answer, index: u32, expect: &Bitmap) {
    let (width, height) = (expect.width, expect.height);
    let kind = ResponseKind::Bitmap {
        page: index,
        width,
        height,
    };
    assert_eq!(answer.response.kind, kind);
    let pixels = answer.bytes.as_deref().unwrap_or_default();
    assert_eq!(pixels.len(), 4 * (width * height) as usize);
    let n_inked = pixels.iter().filter(|value| **value < 200).count();
    assert!(
        n_inked > pixels.len() / 500,
        "a blank page: {n_inked} dark values"
    );
    let is_other = |(a, b): (&u8, &u8)| a.abs_diff(*b) > 4;
    let n_other = pixels
        .iter()
        .zip(&expect.rgba)
        .map(is_other)
        .filter(|other| *other)
        .count();
    assert!(
        n_other * 1_000 <= pixels.len(),
        "{n_other} of {} values differ",
        pixels.len()
    );
}

/// Text, links and places of words, as natively.
pub(crate) fn reads_and_finds(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    const ARABIC: &str = "/media/reports/cooperation-ar.pdf";
    for (path, phrase) in [(REPORT, "COOPERATION"), (ARABIC, "التعاوُن")] {
        client.open(path, "")?;
        let document = natively(&["sample", path].concat(), "")?;
        let mut session = document.session();
        let mut n_hits = 0;
        for index in [0, 2, 4] {
            let expect = session.text(index)?;
            let ResponseKind::Text { text, .. } = client.ask(RequestKind::Text { page: index })?
            else {
                return Err(format!("{path}: no text of page {index}").into());
            };
            assert_eq!(text.text(), expect.text());
            assert_eq!(text.blocks.len(), expect.blocks.len());
            let links = document.links(index)?;
            let answer = ResponseKind::Links { page: index, links };
            assert_eq!(client.ask(RequestKind::Links { page: index })?, answer);
            let asked = RequestKind::Find {
                phrase: phrase.into(),
                page: index,
            };
            let ResponseKind::Found { hits, .. } = client.ask(asked)? else {
                return Err(format!("{path}: nothing found on page {index}").into());
            };
            let expect = find(&expect, phrase, nashra_l10n::fold_with_map);
            let places = |range: std::ops::Range<usize>| (range.start as u32, range.end as u32);
            assert_eq!(
                hits.iter()
                    .map(|hit| (hit.start, hit.end))
                    .collect::<Vec<_>>(),
                expect
                    .iter()
                    .map(|hit| places(hit.range.clone()))
                    .collect::<Vec<_>>()
            );
            assert!(hits.iter().all(|hit| !hit.rects.is_empty()));
            n_hits += hits.len();
        }
        assert!(n_hits > 0, "{phrase} is nowhere");
    }
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// What is cancelled before its turn is never done, though it was posted before the cancellation.
pub(crate) fn drops_what_is_cancelled(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    client.open(REPORT, "")?;
    let draw = |page| RequestKind::Page { page, scale: 1.0 };
    // The ids that the client gives next: three after the greeting's and the file's.
    let first = 3;
    let second = RequestKind::Cancel { request: first + 1 };
    let ids = client.post(
        &[(2, draw(0)), (2, draw(1)), (2, draw(2)), (2, second)],
        None,
    )?;
    assert_eq!(ids.first(), Some(&first));
    let kinds = |ids: &[u32]| -> Result<Vec<bool>, HarnessError> {
        let is_drawn = |id: &u32| match client.answer_to(*id)?.response.kind {
            ResponseKind::Bitmap { .. } => Ok(true),
            ResponseKind::Cancelled => Ok(false),
            other => Err(HarnessError::Shape(format!("{other:?}"))),
        };
        ids.iter().map(is_drawn).collect()
    };
    assert_eq!(kinds(&ids[..3])?, [true, false, true]);
    // The reader scrolled on: all that an older view wanted is dropped.
    let moved = RequestKind::CancelBefore;
    let ids = client.post(
        &[
            (3, draw(0)),
            (3, draw(1)),
            (3, draw(2)),
            (4, moved),
            (4, draw(3)),
        ],
        None,
    )?;
    let answers = kinds(&[ids[0], ids[1], ids[2], ids[4]])?;
    assert_eq!(answers, [true, false, false, true]);
    Ok(())
}

/// A locked file asks, refuses the wrong word and opens with the right one.
pub(crate) fn asks_for_a_password(test: &Test<'_>) -> Outcome {
    const LOCKED: &str = "/media/locked.pdf";
    let site = test.newsroom("sample")?;
    lend(
        &site,
        LOCKED,
        repository("tests/fixtures/report/locked.pdf")?,
    );
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    assert_eq!(client.open(LOCKED, "")?, failed(Failure::Password));
    assert_eq!(client.open(LOCKED, "simsim")?, failed(Failure::Password));
    let document = natively("tests/fixtures/report/locked.pdf", "sesame")?;
    let info = document.info();
    assert_eq!(
        client.open(LOCKED, "sesame")?,
        ResponseKind::Opened { info }
    );
    let ResponseKind::Text { text, .. } = client.ask(RequestKind::Text { page: 0 })? else {
        return Err("no text".into());
    };
    assert_eq!(text.text(), "Read behind a lock");
    Ok(())
}

/// Broken files are told apart from good ones, and the worker goes on.
pub(crate) fn outlives_broken_files(test: &Test<'_>) -> Outcome {
    const BROKEN: &str = "/media/broken.pdf";
    let whole = repository(&["sample", REPORT].concat())?;
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    let no_pages = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj \
        trailer<</Root 1 0 R>>";
    for body in [
        Vec::new(),
        b"<!doctype html><title>Not found</title>".to_vec(),
        whole.iter().take(700).copied().collect(),
        no_pages.to_vec(),
    ] {
        let expect = Document::open(body.clone(), "").err();
        lend(&site, BROKEN, body);
        let answer = client.open(BROKEN, "")?;
        let is_failure = matches!(
            answer,
            ResponseKind::Failed(Failure::Invalid | Failure::Empty)
        );
        assert!(
            is_failure && expect.is_some(),
            "{answer:?}, natively {expect:?}"
        );
        let text = RequestKind::Text { page: 0 };
        assert_eq!(client.ask(text)?, failed(Failure::NotOpen));
    }
    let info = sample()?.info();
    assert_eq!(client.open(REPORT, "")?, ResponseKind::Opened { info });
    assert_eq!(page.eval("return report.errors.length")?, 0);
    Ok(())
}

/// A page that comes in a file of its own is drawn with all that the file leaves out, and nothing is open then; a broken one is
/// told.
pub(crate) fn draws_a_page_that_comes_alone(test: &Test<'_>) -> Outcome {
    const ALONE: &str = "/media/alone.pdf";
    const BROKEN: &str = "/media/broken.pdf";
    let site = test.newsroom("sample")?;
    lend(
        &site,
        ALONE,
        repository("tests/fixtures/report/borrowed.pdf")?,
    );
    lend(&site, BROKEN, b"%PDF-1.7 cut".to_vec());
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    let draw = RequestKind::Page {
        page: 0,
        scale: 1.0,
    };
    let broken = client.ask_with(BROKEN, draw.clone())?.response.kind;
    assert_eq!(broken, failed(Failure::Invalid));
    let document = natively("tests/fixtures/report/borrowed.pdf", "")?;
    let expect = document.session().render(0, 1.0, None)?;
    check_pixels(&client.ask_with(ALONE, draw.clone())?, 0, &expect);
    assert_eq!(client.ask(draw)?, failed(Failure::NotOpen));
    let info = sample()?.info();
    assert_eq!(client.open(REPORT, "")?, ResponseKind::Opened { info });
    Ok(())
}

/// A standard font and predefined character maps are fetched when a page needs them, once, and it is drawn with them.
pub(crate) fn fetches_what_a_file_leaves_out(test: &Test<'_>) -> Outcome {
    const BORROWED: &str = "/media/borrowed.pdf";
    let site = test.newsroom("sample")?;
    lend(
        &site,
        BORROWED,
        repository("tests/fixtures/report/borrowed.pdf")?,
    );
    let page = test.page(&site)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    client.open(BORROWED, "")?;
    let supplies = || {
        let mut names: Vec<String> = site
            .requests()
            .iter()
            .filter(|path| path.contains("/report-supplies-"))
            .filter_map(|path| path.rsplit('/').next().map(str::to_owned))
            .collect();
        names.sort();
        names
    };
    assert_eq!(supplies(), [""; 0]);
    let document = natively("tests/fixtures/report/borrowed.pdf", "")?;
    let expect = document.session().render(0, 1.0, None)?;
    let draw = RequestKind::Page {
        page: 0,
        scale: 1.0,
    };
    check_pixels(&client.ask_whole(draw.clone())?, 0, &expect);
    let ResponseKind::Text { text, .. } = client.ask(RequestKind::Text { page: 0 })? else {
        return Err("no text".into());
    };
    assert_eq!(text.text(), document.session().text(0)?.text());
    assert!(text.text().contains("Borrowed letters"), "{}", text.text());
    assert!(text.text().contains("报告"), "{}", text.text());
    let fetched = ["Adobe-GB1-UCS2.cmap", "Helvetica.pfb", "UniGB-UCS2-H.cmap"];
    assert_eq!(supplies(), fetched);
    client.ask(draw)?;
    assert_eq!(supplies(), fetched, "fetched twice");
    assert_eq!(page.csp_violations()?, []);
    Ok(())
}

/// The worker's entry with words before it.
fn tamper(page: &nashra_browser_tests::page::Page<'_>, before: &str) -> Outcome {
    let entry = page.eval_async(
        "const url = document.getElementById('nashra').nashraReportWorker;\
         return (await fetch(url, { cache: 'no-store' })).text()",
    )?;
    let body = [before, entry.as_str().unwrap_or_default()]
        .concat()
        .into_bytes();
    let media_type = "text/javascript".into();
    page.site.fault(
        "/assets/report-worker-*",
        Fault::Replace { media_type, body },
    );
    Ok(())
}

/// Every buffer that leaves the worker is empty there afterwards: it went, it was not copied.
pub(crate) fn hands_buffers_over(test: &Test<'_>) -> Outcome {
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    tamper(
        &page,
        "const post = self.postMessage.bind(self);\
         self.postMessage = (data, transfer) => {\
           const sizes = transfer.map((buffer) => buffer.byteLength);\
           post(data, transfer);\
           const left = transfer.map((buffer) => buffer.byteLength);\
           post({ message: new Uint8Array([255, 255, 255, 255]).buffer, seen: [sizes, left, data.bytes?.byteLength ?? 0] });\
         };",
    )?;
    let client = Client::greeted(&page)?;
    client.open(REPORT, "")?;
    let size = page_pixels(sample()?.info().pages[0].size, 0.5);
    client.ask(RequestKind::Page {
        page: 0,
        scale: 0.5,
    })?;
    let seen = "report.answers.filter(a => a.seen).map(a => a.seen)";
    page.wait_until(&format!("{seen}.length === 4"), "what was posted")?;
    let seen = page.eval(&format!("return {seen}"))?;
    let n_bytes = u64::from(size.0) * u64::from(size.1) * 4;
    assert_eq!(seen[3][0][1], n_bytes);
    for post in seen.as_array().into_iter().flatten() {
        let left = post[1].as_array().into_iter().flatten();
        assert!(
            left.into_iter().all(|size| size == 0) && post[2] == 0,
            "{post}"
        );
    }
    Ok(())
}

/// A worker that cannot start, or dies at work, is heard of; another one works.
pub(crate) fn says_that_it_died(test: &Test<'_>) -> Outcome {
    const BORROWED: &str = "/media/borrowed.pdf";
    let site = test.newsroom("sample")?;
    let page = test.page(&site)?;
    page.goto(HOME)?;
    lend(
        &site,
        BORROWED,
        repository("tests/fixtures/report/borrowed.pdf")?,
    );
    // What fetching throws here goes through the engine's own code, as a trap would. Before the first start:
    // the entry is cached for good once it was fetched.
    tamper(
        &page,
        "self.fetch = ((fetch) => (what) => { if (typeof what === 'string') throw new Error('on purpose'); return fetch(what) })(self.fetch.bind(self));",
    )?;
    site.fault("/assets/report-engine-*", Fault::Blocked);
    Client::start(&page)?;
    page.wait_until(
        "report.errors.length > 0",
        "the news of a worker that did not start",
    )?;
    site.let_go("/assets/report-engine-*");
    let client = Client::greeted(&page)?;
    client.open(BORROWED, "")?;
    client.post(&[(1, RequestKind::Text { page: 0 })], None)?;
    page.wait_until("report.errors.length > 0", "the news of a worker that died")?;
    site.let_go("/assets/report-worker-*");
    let other = test.newsroom("sample")?;
    let page = test.page(&other)?;
    page.goto(HOME)?;
    let client = Client::greeted(&page)?;
    let info = sample()?.info();
    assert_eq!(client.open(REPORT, "")?, ResponseKind::Opened { info });
    Ok(())
}

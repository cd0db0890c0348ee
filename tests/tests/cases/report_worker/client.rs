//! The app's side of the wire, as a test plays it: requests written and answers read with `nashra-report`'s own code. It
//! refuses to know what the answers should be.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use nashra_browser_tests::HarnessError;
use nashra_browser_tests::page::Page;
use nashra_report::protocol::{PROTOCOL_VERSION, Request, RequestKind, Response, ResponseKind};
use serde_json::{Value, json};

const CLIENT: &str = include_str!("../../../fixtures/report/client.js");

/// A worker of the page's own, and the requests made so far.
pub(super) struct Client<'p> {
    page: &'p Page<'p>,
    n_requests: std::cell::Cell<u32>,
}

/// An answer with the pixels beside it.
pub(super) struct Answer {
    pub(super) response: Response,
    pub(super) bytes: Option<Vec<u8>>,
}

impl<'p> Client<'p> {
    /// Starts the worker that the page names, alone.
    pub(super) fn start(page: &'p Page<'p>) -> Result<Self, HarnessError> {
        Self::begin(page, true)
    }

    fn begin(page: &'p Page<'p>, is_alone: bool) -> Result<Self, HarnessError> {
        page.eval(CLIENT)?;
        page.eval_async(&format!("await report.start({is_alone})"))?;
        Ok(Self {
            page,
            n_requests: std::cell::Cell::new(0),
        })
    }

    /// Starts it with a module that the page compiled, and greets it once it said `Ready`.
    pub(super) fn greeted(page: &'p Page<'p>) -> Result<Self, HarnessError> {
        let client = Self::begin(page, false)?;
        client.answer_to(0)?;
        let version = PROTOCOL_VERSION;
        client.ask(RequestKind::Hello { version })?;
        Ok(client)
    }

    /// Fetches a file of the site, to be opened under its path.
    pub(super) fn fetch(&self, path: &str) -> Result<(), HarnessError> {
        let js = format!("report.files[{path:?}] = await (await fetch({path:?})).arrayBuffer()");
        self.page.eval_async(&js)?;
        Ok(())
    }

    /// Posts requests in one turn of the page; the file goes beside each `Open` and `Page`. Gives their ids.
    pub(super) fn post(
        &self,
        requests: &[(u32, RequestKind)],
        file: Option<&str>,
    ) -> Result<Vec<u32>, HarnessError> {
        let mut ids = Vec::new();
        let mut messages = Vec::new();
        for (generation, kind) in requests {
            let id = self.n_requests.get() + 1;
            self.n_requests.set(id);
            ids.push(id);
            let takes_it = matches!(kind, RequestKind::Open { .. } | RequestKind::Page { .. });
            let beside = file.filter(|_| takes_it);
            let request = Request {
                id,
                generation: *generation,
                kind: kind.clone(),
            };
            messages.push(json!([request.encode(), beside]));
        }
        let is_handed_over = self
            .page
            .eval_with("return report.post(arguments[0])", &[Value::from(messages)])?;
        if is_handed_over == true {
            Ok(ids)
        } else {
            Err(HarnessError::Shape("a request's buffer was copied".into()))
        }
    }

    /// Waits for the answer to a request, and takes it.
    pub(super) fn answer_to(&self, id: u32) -> Result<Answer, HarnessError> {
        let place = format!(
            "report.answers.findIndex(a => new DataView(a.message).getUint32(0, true) === {id})"
        );
        self.page
            .wait_until(&format!("{place} >= 0"), &format!("the answer to {id}"))?;
        let taken = self.page.eval(&format!(
            "const [a] = report.answers.splice({place}, 1);\
             return [report.base64(a.message), a.bytes ? report.base64(a.bytes) : null]"
        ))?;
        let bytes = |index: usize| {
            let text = taken[index].as_str()?;
            STANDARD.decode(text).ok()
        };
        let unread = || HarnessError::Shape(format!("an answer that cannot be read: {taken}"));
        let message = bytes(0).ok_or_else(unread)?;
        Ok(Answer {
            response: Response::decode(&message).map_err(|_| unread())?,
            bytes: bytes(1),
        })
    }

    /// Asks one thing and waits for the answer.
    pub(super) fn ask(&self, kind: RequestKind) -> Result<ResponseKind, HarnessError> {
        Ok(self.ask_whole(kind)?.response.kind)
    }

    /// The same with the pixels.
    pub(super) fn ask_whole(&self, kind: RequestKind) -> Result<Answer, HarnessError> {
        let ids = self.post(&[(1, kind)], None)?;
        self.answer_to(ids.first().copied().unwrap_or_default())
    }

    /// Asks one thing with a file of the site beside it.
    pub(super) fn ask_with(&self, path: &str, kind: RequestKind) -> Result<Answer, HarnessError> {
        self.fetch(path)?;
        let ids = self.post(&[(1, kind)], Some(path))?;
        self.answer_to(ids.first().copied().unwrap_or_default())
    }

    /// Opens a file of the site.
    pub(super) fn open(&self, path: &str, password: &str) -> Result<ResponseKind, HarnessError> {
        let password = password.to_owned();
        let answer = self.ask_with(path, RequestKind::Open { password })?;
        Ok(answer.response.kind)
    }
}

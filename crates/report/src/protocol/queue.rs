//! Requests that wait for a worker's turn.
//!
//! It never forgets a request silently: what is dropped is handed back, to be answered as cancelled.

use std::collections::VecDeque;

use super::{Request, RequestKind};

/// The worker's queue: first come, first served, but for what was cancelled in the meantime. `B` is what is
/// transferred beside a request: the file's bytes, still in the sender's form.
#[derive(Debug)]
pub struct RenderQueue<B> {
    waiting: VecDeque<(Request, Option<B>)>,
}

impl<B> Default for RenderQueue<B> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
        }
    }
}

impl<B> RenderQueue<B> {
    /// Takes a request in, or carries out a cancellation. Returns the requests that will never be done.
    pub fn push(&mut self, request: Request, beside: Option<B>) -> Vec<Request> {
        match request.kind {
            RequestKind::Cancel { request: id } => self.drop_where(|waiting| waiting.id == id),
            RequestKind::CancelBefore => {
                let generation = request.generation;
                self.drop_where(|waiting| waiting.generation < generation)
            }
            RequestKind::Open { .. } | RequestKind::Close => {
                // What waits is about the file before: nobody needs it. A greeting is about none.
                let is_greeting = |it: &Request| matches!(it.kind, RequestKind::Hello { .. });
                let dropped = self.drop_where(|waiting| !is_greeting(waiting));
                self.waiting.push_back((request, beside));
                dropped
            }
            _ => {
                self.waiting.push_back((request, beside));
                Vec::new()
            }
        }
    }

    /// The next request to do.
    pub fn pop(&mut self) -> Option<(Request, Option<B>)> {
        self.waiting.pop_front()
    }

    /// Drops what may be dropped: a greeting is answered in any case, and a file is let go when it was said so.
    fn drop_where(&mut self, is_dropped: impl Fn(&Request) -> bool) -> Vec<Request> {
        let is_lasting = |request: &Request| {
            matches!(request.kind, RequestKind::Hello { .. } | RequestKind::Close)
        };
        let (dropped, kept) = self
            .waiting
            .drain(..)
            .partition::<VecDeque<_>, _>(|(request, _)| {
                !is_lasting(request) && is_dropped(request)
            });
        self.waiting = kept;
        dropped.into_iter().map(|(request, _)| request).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(id: u32, generation: u32, kind: RequestKind) -> Request {
        Request {
            id,
            generation,
            kind,
        }
    }

    #[test]
    fn cancelled_requests_are_handed_back() {
        let text = |id, generation| request(id, generation, RequestKind::Text { page: 0 });
        let check = |last: RequestKind, generation, dropped: &[u32], left: &[u32]| {
            let mut queue = RenderQueue::<()>::default();
            for request in [text(1, 1), text(2, 1), text(3, 2)] {
                assert!(queue.push(request, None).is_empty());
            }
            let found = queue.push(request(9, generation, last), None);
            assert_eq!(found.iter().map(|r| r.id).collect::<Vec<_>>(), dropped);
            let rest = std::iter::from_fn(|| queue.pop()).map(|(request, _)| request.id);
            assert_eq!(rest.collect::<Vec<_>>(), left);
        };
        check(RequestKind::Cancel { request: 2 }, 1, &[2], &[1, 3]);
        check(RequestKind::Cancel { request: 7 }, 1, &[], &[1, 2, 3]);
        check(RequestKind::CancelBefore, 2, &[1, 2], &[3]);
        check(RequestKind::Close, 2, &[1, 2, 3], &[9]);
    }

    #[test]
    fn a_file_stays_with_its_request() {
        let open = |id, generation| {
            let password = String::new();
            request(id, generation, RequestKind::Open { password })
        };
        let mut queue = RenderQueue::default();
        queue.push(request(1, 1, RequestKind::Hello { version: 1 }), None);
        queue.push(open(2, 1), Some("first"));
        let dropped = queue.push(open(3, 2), Some("second"));
        assert_eq!(dropped.iter().map(|r| r.id).collect::<Vec<_>>(), [2]);
        queue.push(request(4, 3, RequestKind::Close), None);
        // Neither the greeting nor the closing is lost to what comes later.
        queue.push(request(5, 9, RequestKind::CancelBefore), None);
        let rest = std::iter::from_fn(|| queue.pop()).map(|(request, file)| (request.id, file));
        assert_eq!(rest.collect::<Vec<_>>(), [(1, None), (4, None)]);
    }
}

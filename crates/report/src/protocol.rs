//! What the app and a report worker say to each other.
//!
//! A message is the bytes of a [`Request`] or [`Response`], with at most one buffer transferred beside it: the
//! file's bytes with `Open` or `Page`, the pixels (RGBA, rows from the top) with `Bitmap`. It never names a transport.
//!
//! Handshake: the worker says `Ready` once, unasked, when it listens; the app answers `Hello`, to which the worker
//! says `Ready` again or fails. Until the first `Ready` the app posts nothing: messages to a worker that does not
//! listen yet are lost. `Ready` and `Hello` keep their bytes in every version.
//!
//! A worker that panics or runs out of memory is gone: the app hears the `error` event and starts another.

mod queue;

pub use queue::RenderQueue;

use crate::DecodeError;
use crate::document::{DocumentInfo, Link, PageIndex};
use crate::geometry::{RectPt, RectPx};
use crate::text::PageText;
use crate::wire::{Reader, Wire};

/// Both sides must be built with the same one.
pub const PROTOCOL_VERSION: u32 = 1;

/// From the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Chosen by the app; answers carry it. Never used twice in a worker's life.
    pub id: u32,
    /// The view that wants the answer; it grows when the reader moves on (other file, other zoom).
    pub generation: u32,
    /// What is wanted.
    pub kind: RequestKind,
}

/// What the app wants.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestKind {
    /// Who is there?
    Hello {
        /// [`PROTOCOL_VERSION`] of the app.
        version: u32,
    },
    /// Open the file whose bytes are transferred beside. The file opened before is closed.
    Open {
        /// Empty for files that need none.
        password: String,
    },
    /// A whole page as a bitmap; while no file is open also of one whose bytes are transferred beside, which is then let go.
    Page {
        /// From 0.
        page: PageIndex,
        /// Pixels per point.
        scale: f32,
    },
    /// A part of a page as a bitmap.
    Tile {
        /// From 0.
        page: PageIndex,
        /// Pixels per point.
        scale: f32,
        /// Within the page at that scale.
        tile: RectPx,
    },
    /// A page's text with places.
    Text {
        /// From 0.
        page: PageIndex,
    },
    /// A page's links.
    Links {
        /// From 0.
        page: PageIndex,
    },
    /// The places of a phrase on a page, compared after the folding that the site's search uses.
    Find {
        /// As typed.
        phrase: String,
        /// From 0.
        page: PageIndex,
    },
    /// Drop a request that waits. It is answered by `Cancelled`; one already begun is answered as usual.
    Cancel {
        /// Its id.
        request: u32,
    },
    /// Drop all requests of older generations that wait.
    CancelBefore,
    /// Let the file go.
    Close,
}

/// From the worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Of the request; 0 for the `Ready` that nobody asked for and for a message that could not be read.
    pub id: u32,
    /// Of the request.
    pub generation: u32,
    /// The answer.
    pub kind: ResponseKind,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseKind {
    /// It listens; or it has the version that `Hello` named.
    Ready {
        /// [`PROTOCOL_VERSION`] of the worker.
        version: u32,
    },
    /// The file is open.
    Opened {
        /// What is known of it.
        info: DocumentInfo,
    },
    /// Pixels are transferred beside.
    Bitmap {
        /// From 0.
        page: PageIndex,
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// A page's text.
    Text {
        /// From 0.
        page: PageIndex,
        /// In reading order.
        text: PageText,
    },
    /// A page's links.
    Links {
        /// From 0.
        page: PageIndex,
        /// In the file's order.
        links: Vec<Link>,
    },
    /// The places of a phrase.
    Found {
        /// From 0.
        page: PageIndex,
        /// In reading order.
        hits: Vec<Hit>,
    },
    /// The request was dropped before it began.
    Cancelled,
    /// The file is let go.
    Closed,
    /// It did not work.
    Failed(Failure),
}

/// A place of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// From 0.
    pub page: PageIndex,
    /// Which block of the page's text.
    pub block: u32,
    /// First byte in the block's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// One for each word.
    pub rects: Vec<RectPt>,
}

/// What did not work, as the app would act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker is of another version than the app, or was not greeted: load the site again.
    WrongVersion,
    /// The message could not be read.
    BadMessage,
    /// No file is open.
    NotOpen,
    /// Ask the reader for a password.
    Password,
    /// Offer the download.
    UnsupportedEncryption,
    /// The file is damaged or no PDF: offer the download.
    Invalid,
    /// The file has no pages.
    Empty,
    /// There is no such page.
    NoSuchPage,
    /// Ask for fewer pixels.
    BadSize,
    /// This page cannot be drawn or read; others may.
    BrokenPage,
}

macro_rules! coded {
    ($($name:ident)*) => { $(
        impl $name {
            /// The message's bytes.
            pub fn encode(&self) -> Vec<u8> {
                let mut out = Vec::new();
                self.write(&mut out);
                out
            }

            /// Reads a message; fails when it is cut, too long or impossible.
            pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
                let mut reader = Reader::new(bytes);
                let message = Self::read(&mut reader)?;
                reader.finish(message)
            }
        }
    )* };
}

coded! { Request Response }

impl Request {
    /// The answer to this request.
    pub fn answer(&self, kind: ResponseKind) -> Response {
        Response {
            id: self.id,
            generation: self.generation,
            kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{LinkTarget, OutlineItem};
    use crate::text::{Block, Line, Word};

    #[test]
    fn messages_survive_the_way() {
        let word = Word {
            text: "نشرة".into(),
            space_after: true,
            ..Word::default()
        };
        let text = PageText {
            blocks: vec![Block {
                lines: vec![Line { words: vec![word] }],
                ..Block::default()
            }],
            ..PageText::default()
        };
        let link = Link {
            rect: RectPt::default(),
            target: LinkTarget::Url("https://example.org/".into()),
        };
        let outline = OutlineItem {
            title: "One".into(),
            page: Some(3),
            children: vec![OutlineItem::default()],
        };
        let info = DocumentInfo {
            outline: vec![outline],
            title: Some("Report".into()),
            ..DocumentInfo::default()
        };
        let kinds = [
            ResponseKind::Ready {
                version: PROTOCOL_VERSION,
            },
            ResponseKind::Opened { info },
            ResponseKind::Bitmap {
                page: 2,
                width: 100,
                height: 200,
            },
            ResponseKind::Text { page: 0, text },
            ResponseKind::Links {
                page: 0,
                links: vec![link],
            },
            ResponseKind::Failed(Failure::Password),
        ];
        for kind in kinds {
            let message = Response {
                id: 7,
                generation: 2,
                kind,
            };
            let bytes = message.encode();
            assert_eq!(Response::decode(&bytes), Ok(message));
            // Cut anywhere, it is an error and nothing worse.
            for end in 0..bytes.len() {
                assert_eq!(Response::decode(&bytes[..end]), Err(DecodeError));
            }
        }
    }

    #[test]
    fn impossible_messages_are_refused() {
        let check = |bytes: &[u8]| assert_eq!(Request::decode(bytes), Err(DecodeError));
        check(&[]);
        check(&[0; 8]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 99]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 1, 255, 255, 255, 255]);
        check(&[0, 0, 0, 0, 0, 0, 0, 0, 9, 0]);
    }
}

//! Does the requests: opens a file, answers about it, lets it go.
//!
//! It never holds two files: opening one closes the one before. A page that comes in a file of its own is drawn, and that file let go.

use js_sys::{ArrayBuffer, Uint8Array};
use nashra_l10n::fold_with_map;
use nashra_report::find::find;
use nashra_report::protocol::{
    Failure, Hit, PROTOCOL_VERSION, Request, RequestKind, Response, ResponseKind,
};
use nashra_report_engine::{Document, PageError, Session};

use crate::channel::{Channel, Turn, ready};
use crate::failure;
use crate::supplies::Store;

/// Answers as long as the worker lives.
pub(crate) async fn work(channel: Channel) {
    let unasked = Response {
        id: 0,
        generation: 0,
        kind: ready(),
    };
    channel.answer(&unasked, None);
    let store = Store::of(channel.scope());
    let mut is_greeted = false;
    let mut turn = channel.next().await;
    loop {
        let (request, file) = turn;
        let mut pixels = None;
        let answer = match &request.kind {
            RequestKind::Hello { version } => {
                is_greeted = *version == PROTOCOL_VERSION;
                greeting(*version)
            }
            _ if !is_greeted => ResponseKind::Failed(Failure::WrongVersion),
            RequestKind::Open { password } => {
                let bytes = file.as_ref().map(bytes_of).unwrap_or_default();
                store.try_again();
                match Document::open(bytes, password) {
                    Ok(document) => {
                        let info = document.info();
                        channel.answer(&request.answer(ResponseKind::Opened { info }), None);
                        turn = serve(&channel, &document, &store).await;
                        continue;
                    }
                    Err(error) => failure::opening(error),
                }
            }
            RequestKind::Page { .. } if let Some(file) = &file => {
                let (answer, drawn) = alone(file, &store, &request).await;
                pixels = drawn;
                answer
            }
            RequestKind::Close => ResponseKind::Closed,
            // Cancellations are the queue's: none comes here.
            _ => ResponseKind::Failed(Failure::NotOpen),
        };
        channel.answer(&request.answer(answer), pixels.as_deref());
        turn = channel.next().await;
    }
}

fn greeting(version: u32) -> ResponseKind {
    if version == PROTOCOL_VERSION {
        ready()
    } else {
        ResponseKind::Failed(Failure::WrongVersion)
    }
}

/// An answer and the pixels beside it.
type Answer = (ResponseKind, Option<Vec<u8>>);

/// Answers about one file until a request comes that is not about it.
async fn serve(channel: &Channel, document: &Document, store: &Store) -> Turn {
    let mut session = document.session_with(&store.supplies);
    loop {
        let (request, file) = channel.next().await;
        let answer = supplied(document, &mut session, store, &request).await;
        let Some((answer, pixels)) = answer else {
            return (request, file);
        };
        channel.answer(&request.answer(answer), pixels.as_deref());
    }
}

/// Answers about a page that came in a file of its own.
async fn alone(file: &ArrayBuffer, store: &Store, request: &Request) -> Answer {
    let document = match Document::open(bytes_of(file), "") {
        Ok(document) => document,
        Err(error) => return (failure::opening(error), None),
    };
    let mut session = document.session_with(&store.supplies);
    let answer = supplied(&document, &mut session, store, request).await;
    answer.unwrap_or((ResponseKind::Failed(Failure::NotOpen), None))
}

fn bytes_of(file: &ArrayBuffer) -> Vec<u8> {
    Uint8Array::new(file).to_vec()
}

/// Answers a question about a file with all that the file leaves out; nothing where the request is no such question.
async fn supplied<'a>(
    document: &'a Document,
    session: &mut Session<'a>,
    store: &Store,
    request: &Request,
) -> Option<Answer> {
    loop {
        let answer = about(document, session, request)?;
        if !store.fetch_missing().await {
            return Some(answer);
        }
        // What was drawn or read without a font is done again with it.
        *session = document.session_with(&store.supplies);
    }
}

/// Answers a question about the open file; nothing where the request is no such question.
fn about(document: &Document, session: &mut Session<'_>, request: &Request) -> Option<Answer> {
    let plain =
        |answer: Result<ResponseKind, PageError>| (answer.unwrap_or_else(failure::page), None);
    Some(match request.kind {
        RequestKind::Page { page, scale } => bitmap(session, page, scale, None),
        RequestKind::Tile { page, scale, tile } => bitmap(session, page, scale, Some(tile)),
        RequestKind::Text { page } => plain(
            session
                .text(page)
                .map(|text| ResponseKind::Text { page, text }),
        ),
        RequestKind::Links { page } => plain(
            document
                .links(page)
                .map(|links| ResponseKind::Links { page, links }),
        ),
        RequestKind::Find { ref phrase, page } => plain(session.text(page).map(|text| {
            let hits = find(&text, phrase, fold_with_map).into_iter();
            let hits = hits.map(|found| Hit {
                page,
                block: found.block as u32,
                start: found.range.start as u32,
                end: found.range.end as u32,
                rects: found.rects,
            });
            ResponseKind::Found {
                page,
                hits: hits.collect(),
            }
        })),
        RequestKind::Hello { .. }
        | RequestKind::Open { .. }
        | RequestKind::Close
        | RequestKind::Cancel { .. }
        | RequestKind::CancelBefore => return None,
    })
}

fn bitmap(
    session: &mut Session<'_>,
    page: u32,
    scale: f32,
    tile: Option<nashra_report::geometry::RectPx>,
) -> Answer {
    match session.render(page, scale, tile) {
        Ok(bitmap) => {
            let answer = ResponseKind::Bitmap {
                page,
                width: bitmap.width,
                height: bitmap.height,
            };
            (answer, Some(bitmap.rgba))
        }
        Err(error) => (failure::page(error), None),
    }
}

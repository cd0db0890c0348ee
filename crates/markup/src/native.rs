//! The native reader: html5ever parses, the policy reads. It refuses to be compiled into the browser's code.

mod document;
mod sink;

use crate::policy::{Context, read};
use crate::tree::Markup;
use document::Document;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use sink::Sink;
use url::Url;

/// Reads HTML as the browser's reader does.
pub fn read_html(html: &str, context: &Context<'_>) -> Markup {
    let document = parse(html);
    document
        .body()
        .map(|body| read(body, context))
        .unwrap_or_default()
}

/// Resolves a reference as the browser does; for [`Context::resolve`].
pub fn resolve(base: Option<&str>, reference: &str) -> Option<String> {
    let base = base.and_then(|base| Url::parse(base).ok());
    Url::options()
        .base_url(base.as_ref())
        .parse(reference)
        .ok()
        .map(Url::into)
}

fn parse(html: &str) -> Document {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    parse_document(Sink::default(), options).from_iter(["<!doctype html><body>", html])
}

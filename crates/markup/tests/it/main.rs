//! The policy, tested through its native reader: known inputs, and tag soup that nobody wrote.
//! It refuses to judge with our own parser's tree: normal form is checked against another one.

mod found;
mod inputs;
mod random;
mod support;

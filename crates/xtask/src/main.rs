//! The commands a person working on the project runs.
fn main() {}

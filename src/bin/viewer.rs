//! The report viewer's binary: brings the pages of a report to life, when a reader opens one.

fn main() {
    #[cfg(feature = "hydrate")]
    nashra_app::viewer::start();
}

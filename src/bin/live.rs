//! The live module's binary: pages from the feed, composed in the browser when they are asked for.

fn main() {
    #[cfg(feature = "hydrate")]
    nashra_app::live::start();
}

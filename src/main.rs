//! Starts the app: hydrates what is there, else mounts. Natively it is nothing: `nashra` is the command.

fn main() {
    #[cfg(feature = "hydrate")]
    nashra_app::start();
}

//! Published newsrooms, deployed: into a folder, and into a store that speaks S3 and is killed half-way.

#[path = "deploy/bucket.rs"]
mod bucket;
#[allow(
    dead_code,
    reason = "shared with other tests, each of which needs a part"
)]
mod fixture;
#[path = "deploy/folder.rs"]
mod folder;
#[path = "fixture/founding.rs"]
mod founding;
#[path = "deploy/store.rs"]
mod store;

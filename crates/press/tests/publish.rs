//! The sample newsroom, published: what machines read of it, what stays secret, and what a second publication does.

#[path = "publish/again.rs"]
mod again;
#[path = "publish/beside.rs"]
mod beside;
#[path = "publish/broken.rs"]
mod broken;
#[path = "fixture/camera.rs"]
mod camera;
mod fixture;
#[path = "publish/hosts.rs"]
mod hosts;
#[path = "publish/language.rs"]
mod language;
#[path = "publish/languages.rs"]
mod languages;
#[path = "publish/machines.rs"]
mod machines;
#[path = "publish/media.rs"]
mod media;
#[path = "publish/offline.rs"]
mod offline;
#[path = "publish/once.rs"]
mod once;
#[path = "publish/search.rs"]
mod search;
#[path = "publish/visits.rs"]
mod visits;

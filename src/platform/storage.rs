//! What the reader chose and the browser keeps: small strings under `nashra.*`, absent wherever storage is refused.

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`, or forgets it. A full or refused store is no error: the choice then lasts for the page.
pub fn set(key: &str, value: Option<&str>) {
    if let Some(store) = local() {
        let _ = match value {
            Some(value) => store.set_item(key, value),
            None => store.remove_item(key),
        };
    }
}

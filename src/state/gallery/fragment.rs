//! `#photo=3`: the photo that an address names, counted from 1. The thumbnail carries the same name as its `id`, so that the
//! address leads to it without the app.

/// The `id` of the thumbnail of the photo at `index`, from 0.
pub fn id(index: usize) -> String {
    // As a `u32`, which the app can write and read already.
    ["photo=", &(index as u32 + 1).to_string()].concat()
}

/// The index, from 0, of the photo that a fragment names (with its `#` or without), among `n` of them.
pub fn parse(hash: &str, n: usize) -> Option<usize> {
    let number: u32 = hash
        .trim_start_matches('#')
        .strip_prefix("photo=")?
        .parse()
        .ok()?;
    let index = number.checked_sub(1)? as usize;
    (index < n).then_some(index)
}

/// `url` with the photo at `index` as its fragment, or with none.
pub fn address(url: &str, index: Option<usize>) -> String {
    let page = url.split('#').next().unwrap_or(url);
    match index {
        Some(index) => [page, "#", &id(index)].concat(),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_one_photo_of_the_album() {
        #[track_caller]
        fn check(hash: &str, expect: Option<usize>) {
            assert_eq!(parse(hash, 12), expect, "{hash}");
        }
        check("#photo=1", Some(0));
        check("#photo=12", Some(11));
        check("#photo=13", None);
        check("#photo=0", None);
        check("#photo=-1", None);
        check("#photo=", None);
        check("#photo=99999999999999999999999", None);
        check("#photos-heading", None);
        check("", None);
    }

    #[test]
    fn reads_back_what_it_writes() {
        assert_eq!(address("/ar/x/#old", Some(2)), "/ar/x/#photo=3");
        assert_eq!(address("/ar/x/?a#photo=3", None), "/ar/x/?a");
        assert_eq!(parse(&address("", Some(6)), 7), Some(6));
    }
}

//! The last segment of an item's address in our own pages: short, ASCII, and the same on every run.
//! Refuses to look at a title or at a neighbour: both change, and links must not.

/// Where the hash takes over from a slug that would be too long.
const MAX_LENGTH: usize = 64;

/// What the routes beside an item's address are called (`/releases/page/3/`, `/releases/topic/…/`).
const RESERVED: [&str; 4] = ["page", "topic", "index", "data"];

/// The slug from an item's web address, else from its id.
pub(crate) fn derived(url: Option<&str>, id: &str) -> String {
    let from_url = url.and_then(|url| from_address(url, id));
    // Many ids are addresses themselves.
    let from_id = || from_address(id, id);
    from_url
        .or_else(from_id)
        .unwrap_or_else(|| from_text(id, id))
}

/// The slug from what an editor declared.
pub(crate) fn from_text(text: &str, id: &str) -> String {
    let mut out = String::new();
    let mut lost = false;
    let mut bytes = text.trim().as_bytes().iter();
    while let Some(&byte) = bytes.next() {
        let byte = match (byte, bytes.as_slice()) {
            (b'%', [high, low, ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.nth(1);
                    high * 16 + low
                }
                _ => byte,
            },
            _ => byte,
        };
        lost |= !byte.is_ascii();
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte.to_ascii_lowercase()));
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    if out.len() > MAX_LENGTH {
        // Cut between words, unless the last one is most of the text.
        out.truncate(MAX_LENGTH);
        let cut = out.rfind('-').filter(|cut| *cut > MAX_LENGTH / 2);
        out.truncate(cut.unwrap_or(MAX_LENGTH));
        lost = true;
    }
    out.truncate(out.trim_end_matches('-').len());
    let year = out.len() == 4 && out.bytes().all(|b| b.is_ascii_digit());
    if lost || out.is_empty() || year || RESERVED.contains(&out.as_str()) {
        with_hash(&out, id)
    } else {
        out
    }
}

/// The slug with a short mark that follows from the id alone: for what ASCII cannot tell apart.
pub(crate) fn with_hash(slug: &str, id: &str) -> String {
    let mut out = String::with_capacity(slug.len() + 9);
    out.push_str(slug);
    if !slug.is_empty() {
        out.push('-');
    }
    let mut hash = fnv1a(id);
    for _ in 0..8 {
        // Without the letters that are taken for digits, or make words.
        out.push(char::from(
            b"0123456789bcdfghjkmnpqrstvwxyz"[(hash % 30) as usize],
        ));
        hash /= 30;
    }
    out
}

/// FNV-1a, 64 bits: four lines, and it never changes under us as a library's hash may.
pub(crate) fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// The last telling part of an absolute address: its file name, else its query or fragment.
fn from_address(address: &str, id: &str) -> Option<String> {
    let (_, rest) = address.split_once(':')?;
    let rest = rest.strip_prefix("//")?;
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (_, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut name = String::new();
    for segment in path.split('/') {
        let segment = without_extension(segment);
        if !matches!(segment, "" | "index" | "default") {
            name.clear();
            name.push_str(segment);
        }
    }
    // An address such as `view.aspx?id=5` tells its page in the query; where readers came from does not count.
    for pair in query.split('&') {
        if !pair.is_empty() && !pair.starts_with("utm_") {
            name.push('-');
            name.push_str(pair);
        }
    }
    if name.is_empty() {
        name.push_str(fragment);
    }
    (!name.is_empty()).then(|| from_text(&name, id))
}

fn without_extension(name: &str) -> &str {
    let extensions = [".html", ".htm", ".php", ".aspx", ".asp", ".jsp", ".md"];
    extensions.iter().fold(name, |name, extension| {
        name.strip_suffix(extension).unwrap_or(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_urls() {
        let check = |url: &str, expect: &str| assert_eq!(derived(Some(url), "7"), expect, "{url}");
        check(
            "https://news.example.org/2020/joint-report/",
            "joint-report",
        );
        check(
            "https://news.example.org/2020/Joint_Report.html#top",
            "joint-report",
        );
        check("https://news.example.org/2020/launch/index.html", "launch");
        check("https://news.example.org/?p=123", "p-123");
        check(
            "https://news.example.org/view.aspx?id=5&utm_source=rss",
            "view-id-5",
        );
        check("https://news.example.org/#note-3", "note-3");
        check("https://news.example.org", "7");
        check("https://news.example.org/2020/", "2020-w4xcq363");
        check("https://news.example.org/page", "page-w4xcq363");
        check(
            "https://news.example.org/%D9%86%D8%B4%D8%B1%D8%A9",
            "w4xcq363",
        );
        check(
            "https://news.example.org/report-%D9%86-2020",
            "report-2020-w4xcq363",
        );
        check("https://news.example.org/v1.2", "v1-2");
    }

    #[test]
    fn from_ids() {
        let check = |id: &str, expect: &str| assert_eq!(derived(None, id), expect, "{id}");
        check("release-2020-09", "release-2020-09");
        check("https://news.example.org/a/b", "b");
        check("urn:uuid:6E8BC430-9C3A", "urn-uuid-6e8bc430-9c3a");
        check("tag:example.org,2020:12", "tag-example-org-2020-12");
    }

    #[test]
    fn hashes_tell_apart() {
        let long = "word-".repeat(40);
        let slug = derived(None, &long);
        assert!(slug.len() <= MAX_LENGTH + 9, "{slug}");
        assert_ne!(derived(None, "نشرة"), derived(None, "بيان"));
        assert_ne!(slug, derived(None, &format!("{long}x")));
        assert_eq!(derived(None, &"a".repeat(500)).len(), MAX_LENGTH + 9);
    }
}

//! The picture that a page's first view is judged by, asked for in the head: found in the body, it would wait behind the app's code
//! where a host gives six connections. It reads the page as rendered and never guesses by what kind of page it is.

use super::html::link;

/// A `preload` for the picture that is marked `fetchpriority="high"`, in the format and the widths that the browser will choose from.
/// Pages without one get nothing.
pub(super) fn preload(out: &mut String, body: &str) {
    let Some((before, img)) = picture(body) else {
        return;
    };
    // Its newer format stands right before it; a browser that does not read that passes over this preload, too.
    let newer = before.rfind("<source").map(|at| &before[at..]);
    let newer = newer.filter(|tag| tag.find('>') == Some(tag.len() - 1));
    let tag = newer.unwrap_or(img);
    let mut attributes = vec![("rel", "preload"), ("as", "image")];
    let named = [
        ("type", value(tag, "type")),
        ("href", value(tag, "src")),
        ("imagesrcset", value(tag, "srcset")),
        ("imagesizes", value(tag, "sizes")),
    ];
    let named = named.map(|(name, value)| (name, value.map(unescape)));
    attributes.extend(
        named
            .iter()
            .filter_map(|(name, value)| Some((*name, value.as_deref()?))),
    );
    attributes.push(("fetchpriority", "high"));
    link(out, &attributes);
}

/// What stands before the marked `img`, and its tag.
fn picture(body: &str) -> Option<(&str, &str)> {
    let mark = body.find(" fetchpriority=\"high\"")?;
    let start = body[..mark].rfind("<img")?;
    let end = mark + body[mark..].find('>')? + 1;
    Some((&body[..start], &body[start..end]))
}

/// An attribute's value as written; values hold no `"`, which is escaped in them.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&[" ", name, "=\""].concat())?;
    rest.split('"').next()
}

fn unescape(value: &str) -> String {
    value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::preload;

    #[test]
    fn the_first_picture_is_asked_for_as_the_page_will() {
        let check = |body: &str, expect: &str| {
            let mut out = String::new();
            preload(&mut out, body);
            assert_eq!(out, expect, "{body}");
        };
        check("<img loading=\"lazy\" src=\"/a.jpg\">", "");
        check(
            "<p>x</p><img fetchpriority=\"high\" width=\"1\" src=\"/a.jpg?x&amp;y\">",
            "<link rel=\"preload\" as=\"image\" href=\"/a.jpg?x&amp;y\" fetchpriority=\"high\">",
        );
        check(
            "<img fetchpriority=\"high\" sizes=\"100vw\" srcset=\"/a.webp 480w\" src=\"/a.jpg\">",
            "<link rel=\"preload\" as=\"image\" href=\"/a.jpg\" imagesrcset=\"/a.webp 480w\" imagesizes=\"100vw\" fetchpriority=\"high\">",
        );
        let source = "<source type=\"image/avif\" sizes=\"100vw\" srcset=\"/a.avif 480w\">";
        let avif = "<link rel=\"preload\" as=\"image\" type=\"image/avif\" imagesrcset=\"/a.avif 480w\" imagesizes=\"100vw\" fetchpriority=\"high\">";
        let img =
            "<img fetchpriority=\"high\" sizes=\"100vw\" srcset=\"/a.webp 480w\" src=\"/a.jpg\">";
        check(&["<picture>", source, img, "</picture>"].concat(), avif);
        // The newer format of another picture is not this one's.
        let other = "<picture><source type=\"image/avif\" srcset=\"/b.avif 480w\"><img src=\"/b.jpg\"></picture>";
        check(
            &[other, "<img fetchpriority=\"high\" src=\"/a.jpg\">"].concat(),
            "<link rel=\"preload\" as=\"image\" href=\"/a.jpg\" fetchpriority=\"high\">",
        );
    }
}

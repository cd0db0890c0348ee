//! What an object is answered with: type, caching, encoding, as `nashra serve` and the hosts' configurations say it.
//!
//! A store chooses nothing by who asks, so one encoding is chosen for all. It refuses brotli for what others than
//! browsers read: link previews, crawlers and feed readers do not all know it.

use object_store::{Attribute, Attributes};

use crate::publish::files::PublishedFile;
use crate::publish::host::{caching_of, type_of};

/// How files are stored that have compressed copies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Encoding {
    /// As they are: the CDN in front compresses
    None,
    /// What only the app and its pages fetch as brotli, all else as it is; needs HTTPS
    Br,
    /// All that has a copy as gzip
    Gzip,
    /// As they are, with `.br` and `.gz` beside them: for a folder that nginx or Caddy serves
    Copies,
}

/// The headers of an object.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Headers {
    pub(super) content_type: &'static str,
    pub(super) cache_control: &'static str,
    pub(super) content_encoding: Option<&'static str>,
}

/// One object that a file becomes.
#[derive(PartialEq, Debug)]
pub(super) struct Form {
    /// What the name of the file that is sent ends in, after the file's own name.
    pub(super) suffix: &'static str,
    /// Whether the key ends so too.
    pub(super) is_named: bool,
    pub(super) content_encoding: Option<&'static str>,
}

const PLAIN: Form = Form {
    suffix: "",
    is_named: false,
    content_encoding: None,
};

/// The objects that a file becomes.
pub(super) fn forms(file: &PublishedFile, encoding: Encoding) -> Vec<Form> {
    let encoded = |suffix, name| Form {
        suffix,
        is_named: false,
        content_encoding: Some(name),
    };
    let beside = |suffix| Form {
        suffix,
        is_named: true,
        content_encoding: None,
    };
    match encoding {
        Encoding::Br if file.has_brotli && is_for_browsers(&file.path) => {
            vec![encoded(".br", "br")]
        }
        Encoding::Gzip if file.has_gzip => vec![encoded(".gz", "gzip")],
        Encoding::None | Encoding::Br | Encoding::Gzip => vec![PLAIN],
        Encoding::Copies => {
            let mut forms = vec![PLAIN];
            forms.extend(file.has_brotli.then(|| beside(".br")));
            forms.extend(file.has_gzip.then(|| beside(".gz")));
            forms
        }
    }
}

/// Whether nobody but a browser that shows a page asks for it.
fn is_for_browsers(path: &str) -> bool {
    path.starts_with("assets/") || path == "data.json" || path.ends_with("/data.json")
}

impl Headers {
    /// Of a file by its name.
    pub(super) fn of(path: &str, content_encoding: Option<&'static str>) -> Self {
        Self {
            content_type: type_of(path).unwrap_or("application/octet-stream"),
            cache_control: caching_of(path),
            content_encoding,
        }
    }

    /// As a store takes them, with the fingerprint beside them.
    pub(super) fn attributes(&self, fingerprint: &str) -> Attributes {
        let mut attributes = Attributes::with_capacity(4);
        attributes.insert(Attribute::ContentType, self.content_type.into());
        attributes.insert(Attribute::CacheControl, self.cache_control.into());
        if let Some(encoding) = self.content_encoding {
            attributes.insert(Attribute::ContentEncoding, encoding.into());
        }
        attributes.insert(FINGERPRINT, fingerprint.to_owned().into());
        attributes
    }
}

/// The name under which an object carries its fingerprint.
pub(super) const FINGERPRINT: Attribute = Attribute::Metadata(std::borrow::Cow::Borrowed("nashra"));

#[cfg(test)]
mod tests {
    use super::{Encoding, Headers, forms};
    use crate::publish::files::PublishedFile;
    use crate::publish::host::{IMMUTABLE, REVALIDATE};

    #[test]
    fn one_form_for_all_who_ask() {
        #[track_caller]
        fn check(path: &str, has_copies: bool, encoding: Encoding, expect: &[(&str, bool, &str)]) {
            let file = PublishedFile {
                path: path.to_owned(),
                has_brotli: has_copies,
                has_gzip: has_copies,
            };
            let forms = forms(&file, encoding);
            let told: Vec<_> = forms
                .iter()
                .map(|form| {
                    let encoding = form.content_encoding.unwrap_or("-");
                    (form.suffix, form.is_named, encoding)
                })
                .collect();
            assert_eq!(told, expect, "{path} {encoding:?}");
        }
        let plain = [("", false, "-")];
        check("assets/a-1.js", true, Encoding::None, &plain);
        check("assets/a-1.js", true, Encoding::Br, &[(".br", false, "br")]);
        check("assets/a-1.woff2", false, Encoding::Br, &plain);
        check("en/data.json", true, Encoding::Br, &[(".br", false, "br")]);
        // Previews of links and feed readers.
        check("en/index.html", true, Encoding::Br, &plain);
        check("en/feed.xml", true, Encoding::Br, &plain);
        check("feeds/en.json", true, Encoding::Br, &plain);
        check(
            "en/index.html",
            true,
            Encoding::Gzip,
            &[(".gz", false, "gzip")],
        );
        check("robots.txt", false, Encoding::Gzip, &plain);
        check(
            "sitemap.xml",
            true,
            Encoding::Copies,
            &[("", false, "-"), (".br", true, "-"), (".gz", true, "-")],
        );
    }

    #[test]
    fn says_what_serve_says() {
        let check = |path: &str, content_type, cache_control| {
            let expect = Headers {
                content_type,
                cache_control,
                content_encoding: None,
            };
            assert_eq!(Headers::of(path, None), expect, "{path}");
        };
        check("en/index.html", "text/html; charset=utf-8", REVALIDATE);
        check("assets/a-1.wasm", "application/wasm", IMMUTABLE);
        check("media/a.unknown", "application/octet-stream", REVALIDATE);
    }
}

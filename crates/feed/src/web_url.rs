//! URLs as the reader lets them through: absolute, normalised, of a scheme that does no harm.
//! Refuses to parse URLs itself: the browser or the `url` crate does, by the same standard.

use std::ops::Deref;

use crate::warnings::FeedProblem;

/// Whoever knows the WHATWG URL standard: `URL` in the browser, the `url` crate natively.
pub trait UrlResolver {
    /// The absolute, normalised form of a reference, of whatever scheme; `None` when it is no URL, or is
    /// relative without a base.
    fn resolve(&self, base: Option<&str>, reference: &str) -> Option<String>;
}

macro_rules! url_type {
    ($(#[$meta:meta])* $name:ident: $($scheme:literal)*) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// Resolves a reference and checks its scheme.
            pub fn new(urls: &dyn UrlResolver, base: Option<&str>, reference: &str) -> Result<Self, FeedProblem> {
                resolve_checked(urls, base, reference, &[$($scheme),*]).map(Self)
            }

            /// The URL.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The URL, owned.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }
    };
}

url_type! {
    /// An absolute `http:` or `https:` URL: a page, an image, a file.
    WebUrl: "http:" "https:"
}

url_type! {
    /// An absolute URL that a reader may follow: `http:`, `https:`, `mailto:` or `tel:`.
    Link: "http:" "https:" "mailto:" "tel:"
}

#[inline(never)]
fn resolve_checked(
    urls: &dyn UrlResolver,
    base: Option<&str>,
    reference: &str,
    schemes: &[&str],
) -> Result<String, FeedProblem> {
    let url = urls
        .resolve(base, reference)
        .ok_or(FeedProblem::InvalidUrl)?;
    // Normalised URLs have their scheme in lower case, without the white space and controls that hide
    // `java\nscript:` from a naive look; so the look is at what the resolver gave, never at the reference.
    if schemes.iter().any(|scheme| url.starts_with(scheme)) {
        Ok(url)
    } else {
        Err(FeedProblem::ForbiddenScheme)
    }
}

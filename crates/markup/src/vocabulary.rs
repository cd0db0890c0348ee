//! The words of the tree: every element and attribute that can occur in it, and how it is written.
//! It refuses to know what becomes of elements that are not listed; the policy does.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $text:literal)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $variant,)*
        }

        impl $name {
            /// All of them, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// How it is written in HTML.
            pub fn name(self) -> &'static str {
                const NAMES: &[&str] = &[$($text,)*];
                NAMES[self as usize]
            }
        }
    };
}

words! {
    /// An allowed element. Blocks come first, then inline elements.
    Tag {
        H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" P "p" Pre "pre"
        Ul "ul" Ol "ol" Li "li" Dl "dl" Dt "dt" Dd "dd"
        Blockquote "blockquote" Figure "figure" Figcaption "figcaption" Hr "hr"
        Table "table" Caption "caption" Thead "thead" Tbody "tbody" Tfoot "tfoot" Tr "tr" Td "td" Th "th"
        A "a" Abbr "abbr" B "b" Bdi "bdi" Bdo "bdo" Br "br" Cite "cite" Code "code" Em "em" I "i" Img "img"
        Mark "mark" Q "q" Rp "rp" Rt "rt" Ruby "ruby" S "s" Small "small" Span "span" Strong "strong"
        Sub "sub" Sup "sup" Time "time" U "u" Wbr "wbr"
    }
}

words! {
    /// An allowed attribute, in the order in which an element's attributes are listed.
    Attribute {
        Id "id" Lang "lang" Dir "dir"
        Href "href" Hreflang "hreflang" Rel "rel" DataMedia "data-media"
        Src "src" Srcset "srcset" Sizes "sizes" Width "width" Height "height" Alt "alt" Title "title"
        Start "start" Reversed "reversed" Type "type" Value "value"
        Colspan "colspan" Rowspan "rowspan" Scope "scope" Datetime "datetime"
    }
}

impl Tag {
    /// Whether it is an inline element: one that stands in a line of text.
    pub fn is_inline(self) -> bool {
        self >= Tag::A
    }

    /// Whether it never has children or an end tag.
    pub fn is_void(self) -> bool {
        matches!(self, Tag::Br | Tag::Hr | Tag::Img | Tag::Wbr)
    }
}

//! Tag soup from a generator: whatever the input, the tree is in normal form and harmless.
//! More cases: `PROPTEST_CASES=50000 cargo test -p nashra-markup random`.

use crate::support::{CONTEXT, check, read_checked};
use nashra_markup::{DomKind, DomNode, from_text, read};
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;

const CONTENT: &[&str] = &[
    "h1",
    "h2",
    "h3",
    "h6",
    "p",
    "pre",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "figure",
    "figcaption",
    "hr",
    "table",
    "caption",
    "colgroup",
    "col",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "br",
    "cite",
    "code",
    "em",
    "i",
    "img",
    "mark",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "wbr",
    "div",
    "div",
    "section",
    "details",
    "center",
    "font",
    "nobr",
    "big",
    "video",
    "listing",
    "custom-tag",
    "address",
    "menu",
    "label",
    "iframe",
];

const HOSTILE: &[&str] = &[
    "form",
    "button",
    "select",
    "option",
    "input",
    "svg",
    "math",
    "mtext",
    "foreignObject",
    "desc",
    "template",
    "script",
    "style",
    "title",
    "textarea",
    "noscript",
    "object",
    "body",
    "html",
    "head",
    "frameset",
    "marquee",
    "xmp",
    "plaintext",
    "annotation-xml",
    "mglyph",
    "applet",
    "noembed",
];

fn name() -> impl Strategy<Value = &'static str> {
    prop_oneof![9 => select(CONTENT), 1 => select(HOSTILE)]
}

const ATTRIBUTES: &[&str] = &[
    "",
    "",
    "",
    "",
    " id=x",
    " id=y",
    " id='c-x'",
    " name=z",
    " lang=ar",
    " lang='en'",
    " dir=rtl",
    " dir=AUTO",
    " href='https://a.example/'",
    " href=/rel#f",
    " href='#x'",
    " href='java&#10;script:alert(1)'",
    " href='mailto:a b'",
    " src=i.png",
    " src='data:image/png,x'",
    " srcset='a.png 2x, b.png,, c,d.png 1w,javascript:x 2x'",
    " sizes='(min-width: 1em) 2px, 100vw'",
    " onclick=alert(1)",
    " style='color:red'",
    " title='a \"<b>\" &amp;'",
    " colspan=3 rowspan=2",
    " scope=col",
    " start=3 reversed type=a",
    " value=2",
    " datetime=2020-01-01",
    " alt='&#13;x'",
    " title='&#1; \t&#13;x&#0;'",
    " src='https://www.youtube.com/embed/abc' href='https://www.youtube.com/watch?v=abc' data-media=youtube",
    " rel=me class=k target=_top",
    " encoding=text/html",
];

const TEXTS: &[&str] = &[
    "a",
    "b c",
    " ",
    "\n",
    "\n\nx",
    "&nbsp;",
    "x\r\ny",
    "&#13;",
    "&#0;",
    "\u{0}",
    "&lt;i&gt;",
    "نص ",
    "<!-- c -->",
    "<![CDATA[d]]>",
    "<",
    "</",
    "<?pi?>",
    "&#12;",
    "\u{feff}",
    " \n t \n ",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => (name(), select(ATTRIBUTES)).prop_map(|(name, attribute)| format!("<{name}{attribute}>")),
        3 => name().prop_map(|name| format!("</{name}>")),
        4 => select(TEXTS).prop_map(str::to_owned),
    ]
}

/// Elements that are closed in order, and what happens to stand between.
fn nested() -> impl Strategy<Value = String> {
    piece().prop_recursive(6, 40, 5, |inner| {
        (
            name(),
            select(ATTRIBUTES),
            prop::collection::vec(inner, 0..5),
        )
            .prop_map(|(name, attribute, inside)| {
                format!("<{name}{attribute}>{}</{name}>", inside.concat())
            })
    })
}

/// A document that no parser would make, as scripts and XML can.
#[derive(Clone, Debug)]
struct Free {
    siblings: Rc<Vec<Shape>>,
    index: usize,
}

#[derive(Clone, Debug)]
enum Shape {
    Text(&'static str),
    Element(&'static str, usize, Rc<Vec<Shape>>),
}

const FREE_TEXTS: &[&str] = &[
    "a", " ", "\n", "\nb", "c\r", "\u{0}", "d\u{c}", "\u{a0}", "<&>",
];
const FREE_ATTRIBUTES: &[&[(&str, &str)]] = &[
    &[],
    &[],
    &[],
    &[("id", "x"), ("href", "https://a.example/"), ("dir", "rtl")],
    &[
        ("id", "y"),
        ("lang", "ar"),
        ("src", "i.png"),
        ("alt", "\r\n\u{0}"),
    ],
    &[("href", "#x"), ("title", "\r \"")],
    &[("dir", "ltr")],
    &[("href", "tel:1"), ("name", "z")],
];

impl Free {
    fn at(siblings: &Rc<Vec<Shape>>, index: usize) -> Option<Free> {
        (index < siblings.len()).then(|| Free {
            siblings: siblings.clone(),
            index,
        })
    }
}

impl DomNode for Free {
    fn kind(&self) -> DomKind {
        match &self.siblings[self.index] {
            Shape::Text(text) => DomKind::Text((*text).to_owned()),
            Shape::Element(name, ..) => DomKind::Element((*name).to_owned()),
        }
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let Shape::Element(_, attributes, _) = &self.siblings[self.index] else {
            return None;
        };
        let (_, value) = FREE_ATTRIBUTES[*attributes]
            .iter()
            .find(|(key, _)| *key == name)?;
        Some((*value).to_owned())
    }

    fn first_child(&self) -> Option<Self> {
        match &self.siblings[self.index] {
            Shape::Text(_) => None,
            Shape::Element(_, _, children) => Free::at(children, 0),
        }
    }

    fn next_sibling(&self) -> Option<Self> {
        Free::at(&self.siblings, self.index + 1)
    }
}

fn shape() -> impl Strategy<Value = Shape> {
    select(FREE_TEXTS)
        .prop_map(Shape::Text)
        .prop_recursive(9, 60, 4, |inner| {
            (
                name(),
                0..FREE_ATTRIBUTES.len(),
                prop::collection::vec(inner, 0..4),
            )
                .prop_map(|(name, attributes, children)| {
                    Shape::Element(name, attributes, Rc::new(children))
                })
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn soup_comes_out_in_normal_form(pieces in prop::collection::vec(piece(), 0..40)) {
        read_checked(&pieces.concat()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn nested_soup_comes_out_in_normal_form(pieces in prop::collection::vec(nested(), 0..8)) {
        read_checked(&pieces.concat()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn documents_of_no_parser_come_out_in_normal_form(shapes in prop::collection::vec(shape(), 0..6)) {
        let body = Shape::Element("body", 0, Rc::new(shapes));
        let body = Free { siblings: Rc::new(vec![body]), index: 0 };
        check(&read(body, &CONTEXT)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn plain_text_comes_out_in_normal_form(text in "(a|\n|\r|\u{a0}|<b>| |\u{0}|https://a.example/){0,40}") {
        check(&from_text(&text)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_text_comes_out_in_normal_form(html in ".{0,80}") {
        read_checked(&html).map_err(TestCaseError::fail)?;
    }
}

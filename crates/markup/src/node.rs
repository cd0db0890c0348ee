//! What the policy asks of a parsed document: five questions.
//! It refuses to change the document, and to look into a template.

/// One node of a parsed HTML document; a clone is another handle to the same node.
pub trait DomNode: Clone {
    /// What the node is. Asked once for each visit.
    fn kind(&self) -> DomKind;
    /// The value of an attribute without namespace, by its lower-case name.
    fn attribute(&self, name: &str) -> Option<String>;
    /// The first child in the tree (the contents of a `template` are not children).
    fn first_child(&self) -> Option<Self>;
    /// The node after this one under the same parent.
    fn next_sibling(&self) -> Option<Self>;
}

/// What a [`DomNode`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DomKind {
    /// A text node, with its text.
    Text(String),
    /// An element in the HTML namespace, with its lower-case local name.
    Element(String),
    /// An element in any other namespace (SVG, MathML): lost with everything in it.
    Foreign,
    /// A comment, doctype, processing instruction: lost.
    Other,
}

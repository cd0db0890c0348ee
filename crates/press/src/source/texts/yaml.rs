//! YAML as plain nodes that know their line: texts as they are written, lists, members in their order.
//!
//! It refuses to guess types: `no`, `007` and `2020-09-15` are texts until somebody who knows the field asks for more.

use saphyr::{MarkedYaml, ScalarStyle, YamlData, YamlLoader};
use saphyr_parser::Parser;
use serde_json::{Map, Value};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// From 1, in the file.
    pub(super) line: usize,
    pub(super) data: Data,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Data {
    /// Nothing was written, or `null`.
    Nothing,
    /// A text, and whether it stands without quotes.
    Text(String, bool),
    /// A list.
    List(Vec<Node>),
    /// Members.
    Map(Vec<Member>),
}

/// One member of a map.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) name: String,
    /// Where its name stands.
    pub(super) line: usize,
    pub(super) node: Node,
}

/// Why a text is no YAML: the line, and what the parser says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct YamlError {
    pub(super) line: usize,
    pub(super) cause: String,
}

/// Reads `text`, which begins behind `lines_before` lines of its file.
pub(super) fn read(text: &str, lines_before: usize) -> Result<Node, YamlError> {
    let failed = |error: &saphyr::ScanError| YamlError {
        line: lines_before + error.marker().line(),
        cause: error.info().to_owned(),
    };
    let mut loader = YamlLoader::<MarkedYaml<'_>>::default();
    loader.early_parse(false);
    let mut parser = Parser::new_from_str(text);
    parser
        .load(&mut loader, true)
        .map_err(|error| failed(&error))?;
    if let Some(error) = loader.error() {
        return Err(failed(error));
    }
    let first = loader.into_documents().into_iter().next();
    Ok(first.map_or(
        Node {
            line: lines_before + 1,
            data: Data::Nothing,
        },
        |node| convert(&node, lines_before),
    ))
}

fn convert(node: &MarkedYaml<'_>, lines_before: usize) -> Node {
    let data = match &node.data {
        YamlData::Representation(text, style, _) => {
            let is_plain = *style == ScalarStyle::Plain;
            if is_plain && matches!(&**text, "" | "~" | "null") {
                Data::Nothing
            } else {
                Data::Text(text.clone().into_owned(), is_plain)
            }
        }
        YamlData::Sequence(nodes) => {
            let nodes = nodes.iter();
            Data::List(nodes.map(|node| convert(node, lines_before)).collect())
        }
        YamlData::Mapping(members) => {
            let members = members.iter();
            Data::Map(
                members
                    .map(|(name, node)| Member {
                        name: match convert(name, lines_before).data {
                            Data::Text(name, _) => name,
                            _ => String::new(),
                        },
                        line: lines_before + name.span.start.line(),
                        node: convert(node, lines_before),
                    })
                    .collect(),
            )
        }
        YamlData::Tagged(_, inner) => return convert(inner, lines_before),
        YamlData::Value(_) | YamlData::Alias(_) | YamlData::BadValue => Data::Nothing,
    };
    Node {
        line: lines_before + node.span.start.line(),
        data,
    }
}

impl Node {
    /// The text, without the spaces around it.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text, _) => Some(text.trim()),
            _ => None,
        }
    }

    /// A list's nodes; one alone counts as a list of one.
    pub(super) fn each(&self) -> &[Node] {
        match &self.data {
            Data::List(nodes) => nodes,
            Data::Nothing => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The members of a map.
    pub(super) fn members(&self) -> &[Member] {
        match &self.data {
            Data::Map(members) => members,
            _ => &[],
        }
    }

    /// As JSON, where numbers and truth are what they are without quotes.
    pub(super) fn to_json(&self) -> Value {
        match &self.data {
            Data::Nothing => Value::Null,
            Data::Text(text, true) => match &**text {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                _ => number(text).unwrap_or_else(|| Value::from(text.trim())),
            },
            Data::Text(text, false) => Value::from(text.trim()),
            Data::List(nodes) => nodes.iter().map(Self::to_json).collect(),
            Data::Map(members) => {
                let members = members.iter();
                let members = members.map(|it| (it.name.clone(), it.node.to_json()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }
}

/// A number as JSON spells it; `007` is none.
fn number(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.is_number().then_some(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keeps_what_is_written_and_where() {
        let text = "title: 007\ntags:\n  - \"no\"\n  - 2020-09-15\nsize: 3\nopen: true\nnone:\n";
        let node = read(text, 1).unwrap_or_else(|error| panic!("{error:?}"));
        let lines: Vec<(&str, usize)> = node
            .members()
            .iter()
            .map(|it| (&*it.name, it.line))
            .collect();
        let expect = [
            ("title", 2),
            ("tags", 3),
            ("size", 6),
            ("open", 7),
            ("none", 8),
        ];
        assert_eq!(lines, expect);
        assert_eq!(node.members()[1].node.each()[1].line, 5);
        let json = json!({ "title": "007", "tags": ["no", "2020-09-15"], "size": 3, "open": true, "none": null });
        assert_eq!(node.to_json(), json);
    }

    #[test]
    fn says_where_it_is_broken() {
        let check = |text: &str, line: usize| {
            let error = read(text, 10).err().map(|error| error.line);
            assert_eq!(error, Some(10 + line), "{text}");
        };
        check("title: \"open\ntags: x", 1);
        check("a: 1\nb: [1, 2\nc: 3", 3);
        check("a: 1\na: 2", 2);
        check("title: one: two", 1);
    }
}

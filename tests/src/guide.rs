//! The files that the guide for editors shows, as it shows them: what a new editor types. It refuses to add to them.

/// A file of the guide: its name, and what stands in it.
pub type File<'a> = (&'a str, &'a str);

/// Blocks of code whose fence names a file behind the language: ` ```yaml newsroom.yaml `.
#[must_use]
pub fn files(guide: &str) -> Vec<File<'_>> {
    let mut files = Vec::new();
    let mut rest = guide;
    while let Some((_, block)) = rest.split_once("\n```") {
        let Some((fence, block)) = block.split_once('\n') else {
            break;
        };
        // An empty block ends where it begins.
        let (text, after) = match block.strip_prefix("```") {
            Some(after) => ("", after),
            None => match block.split_once("\n```") {
                Some((text, after)) => (text, after),
                None => break,
            },
        };
        if let Some((_, name)) = fence.trim().split_once(' ') {
            files.push((name, text));
        }
        rest = after;
    }
    files
}

#[cfg(test)]
mod tests {
    use super::files;

    #[test]
    fn blocks_that_name_a_file() {
        let guide = "Text.\n\n```yaml newsroom.yaml\nname: A\n\nb: c\n```\n\n```\nno file\n```\n```sh\nls\n```\n\n```text a.txt\nx\n```\n";
        assert_eq!(
            files(guide),
            [("newsroom.yaml", "name: A\n\nb: c"), ("a.txt", "x")]
        );
    }
}

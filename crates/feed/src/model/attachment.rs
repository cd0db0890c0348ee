//! Files that belong to an item. Refuses to fetch them.

use crate::web_url::WebUrl;

/// One file (JSON Feed 1.1, attachments).
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Where the file is.
    pub url: WebUrl,
    /// The media type without parameters, in lower case: as declared, else by the file name's extension.
    pub mime_type: Option<String>,
    /// The name for readers. Files with the same title are alternates of one thing.
    pub title: Option<String>,
    /// The file's length.
    pub size_in_bytes: Option<u64>,
    /// How long it plays; more than 0.
    pub duration_in_seconds: Option<f64>,
    /// The language of the file: a BCP 47 tag in canonical case.
    pub language: Option<String>,
    /// The checksum in 64 hexadecimal digits, lower case.
    pub sha256: Option<String>,
    /// How many pages a document has; at least 1.
    pub page_count: Option<u32>,
    /// The file with page sizes, posters and text.
    pub pages: Option<WebUrl>,
}

impl Attachment {
    /// Whether the viewer can open it.
    pub fn is_pdf(&self) -> bool {
        self.mime_type.as_deref() == Some("application/pdf")
    }
}

/// One thing in one or several files.
#[derive(Clone, Debug, PartialEq)]
pub struct AttachmentGroup<'a> {
    /// The title that they share.
    pub title: Option<&'a str>,
    /// At least one, in the order they were given.
    pub attachments: Vec<&'a Attachment>,
}

/// Puts alternates together: the files of the same title, in the place of the first. Files without a title are
/// each on their own.
pub fn group_alternates(attachments: &[Attachment]) -> Vec<AttachmentGroup<'_>> {
    let mut groups: Vec<AttachmentGroup<'_>> = Vec::new();
    for attachment in attachments {
        let title = attachment.title.as_deref();
        let same = groups
            .iter_mut()
            .find(|group| title.is_some() && group.title == title);
        match same {
            Some(group) => group.attachments.push(attachment),
            None => groups.push(AttachmentGroup {
                title,
                attachments: vec![attachment],
            }),
        }
    }
    groups
}

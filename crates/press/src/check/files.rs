//! The attachments of an item: whether they are there, and are what is said of them.
//! Refuses to open documents: what is in a PDF is the report engine's to know.

use std::path::Path;

use nashra_feed::{Attachment, Item, group_alternates};

use super::finding::Severity;
use super::items::At;
use super::page::Note;
use super::place::State;
use crate::digest::sha256_of;

/// Checks all attachments of an item.
pub(super) fn check(at: &mut At<'_>, item: &Item) {
    for (index, attachment) in item.attachments.iter().enumerate() {
        let member = format!("/attachments/{index}");
        let state = at.file(&[&member, "/url"].concat(), &attachment.url);
        if let Some(pages) = &attachment.pages {
            at.file(&[&member, "/_nashra/pages"].concat(), pages);
        }
        if let State::There(Some(path)) = state {
            against_file(at, &member, attachment, &path);
        }
        if attachment.size_in_bytes.is_none() {
            at.note(
                &member,
                Note {
                    severity: Severity::Hint,
                    code: "no-file-size",
                    message: "Readers are not told how large the file is before they click."
                        .to_owned(),
                    advice: "Add \"size_in_bytes\".",
                },
            );
        }
    }
    for group in group_alternates(&item.attachments) {
        let mut languages: Vec<&str> = Vec::new();
        let all = group.attachments.iter();
        for language in all.filter_map(|attachment| attachment.language.as_deref()) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        if languages.len() > 1 {
            at.note(
                "/attachments",
                Note {
                    severity: Severity::Warning,
                    code: "same-title",
                    message: format!(
                        "Files in {} have the same title, so they count as one file in several formats.",
                        languages.join(", ")
                    ),
                    advice: "Give each edition a title in its own language.",
                },
            );
        }
    }
}

fn against_file(at: &mut At<'_>, member: &str, attachment: &Attachment, path: &Path) {
    let Ok((size, digest)) = measure(path, attachment.sha256.is_some()) else {
        return;
    };
    if attachment.size_in_bytes.is_some_and(|said| said != size) {
        at.note(
            &[member, "/size_in_bytes"].concat(),
            Note {
                severity: Severity::Warning,
                code: "wrong-file-size",
                message: format!("The file has {size} bytes."),
                advice: "Correct the number, or put the right file there.",
            },
        );
    }
    if let (Some(said), Some(is)) = (&attachment.sha256, digest)
        && *said != is
    {
        at.note(
            &[member, "/_nashra/sha256"].concat(),
            Note {
                severity: Severity::Warning,
                code: "wrong-hash",
                message: format!("The file's SHA-256 is {is}."),
                advice: "Correct the hash, or put the right file there.",
            },
        );
    }
}

/// A file's size, and its SHA-256 in hexadecimal digits if that is wanted.
fn measure(path: &Path, is_hashed: bool) -> std::io::Result<(u64, Option<String>)> {
    let size = std::fs::metadata(path)?.len();
    let sum = is_hashed.then(|| sha256_of(path)).transpose()?;
    Ok((size, sum))
}

//! Reviewers' comments of a file become notes.

use wsis_document::{Document, FieldsHash, ParagraphIndex};
use wsis_import::{Comment, Imported};
use wsis_notes::{Note, NoteId, NoteState, describe};

/// The comments of a file as notes on its text, each with its author and its date; answers name
/// the note that they answer. A comment without a date has that of the import, `now`.
///
/// The id of a note is made of what the comment says: the same file gives the same notes again,
/// so that nothing comes in twice. `known` are notes that the text has already, or will have from
/// an earlier reading of the file; a comment that is one of them makes no other.
pub(crate) fn notes(imported: &Imported, known: &[Note], now: &str) -> Vec<Note> {
    let document = &imported.document;
    let is_known = |comment: &Comment| known.iter().find(|note| is_same(note, comment));
    let ids: Vec<(&str, NoteId)> = imported
        .comments
        .iter()
        .map(|comment| {
            let there = is_known(comment).map(|note| note.id.clone());
            let id = there.unwrap_or_else(|| id(document, comment));
            (comment.id.as_str(), id)
        })
        .collect();
    let note = |(comment, (_, id)): (&Comment, &(&str, NoteId))| {
        let index = document.find(&comment.paragraph)?;
        let answered = comment.reply_to.as_deref();
        let date = comment.date.as_deref().map_or_else(|| now.to_owned(), utc);
        Some(Note {
            id: id.clone(),
            document: document.id.clone(),
            anchor: describe(document, index, passage(document, index, comment)?)?,
            body: comment.text.clone(),
            tags: Vec::new(),
            state: if comment.resolved {
                NoteState::Done
            } else {
                NoteState::Open
            },
            created: date.clone(),
            changed: date,
            author: comment.author.clone(),
            reply_to: answered.and_then(|answered| {
                let found = ids.iter().find(|(id, _)| *id == answered);
                found.map(|(_, id)| id.clone())
            }),
        })
    };
    let comments = imported.comments.iter().zip(&ids);
    comments
        .filter(|(comment, _)| !comment.text.trim().is_empty() && is_known(comment).is_none())
        .filter_map(note)
        .collect()
}

/// Whether a note is a comment that came in before, and that nobody has rewritten since.
fn is_same(note: &Note, comment: &Comment) -> bool {
    let dated = comment.date.as_deref();
    note.author == comment.author
        && note.body == comment.text
        && dated.is_none_or(|date| note.created == utc(date))
        && !note.author.is_empty()
}

/// The words that a comment stands on; the whole paragraph where the file names none.
fn passage(
    document: &Document,
    paragraph: ParagraphIndex,
    comment: &Comment,
) -> Option<std::ops::Range<u32>> {
    let text = &document.paragraph(paragraph)?.text;
    let range = comment.passage.clone();
    Some(if range.is_empty() {
        0..text.len() as u32
    } else {
        range
    })
}

fn id(document: &Document, comment: &Comment) -> NoteId {
    let mut hash = FieldsHash::new();
    let date = comment.date.as_deref().unwrap_or("");
    let parts = [
        &document.id.0,
        &comment.id,
        &comment.author,
        date,
        &comment.text,
    ];
    for part in parts {
        hash.field(part);
    }
    NoteId(format!("comment-{}", &hash.finish()[..32]))
}

/// Word writes local time without a zone, and a Z behind it; what has no zone gets one.
fn utc(date: &str) -> String {
    let zoned = date.ends_with('Z') || date.get(10..).is_some_and(|t| t.contains(['+', '-']));
    match (date.len() >= 19, zoned) {
        (true, true) => date.to_owned(),
        (true, false) => format!("{date}Z"),
        (false, _) => format!("{}T00:00:00Z", date.get(..10).unwrap_or(date)),
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::Silent;
    use wsis_import::{Options, read};

    use super::*;

    fn imported() -> Imported {
        let bytes = b"1. Trees are watered in June.\n\n2. Bees are counted.\n";
        let mut imported = read("trees.md", bytes, &Options::default(), &Silent).unwrap();
        let comment = |id: &str, paragraph: &str, passage| Comment {
            id: id.into(),
            paragraph: paragraph.into(),
            passage,
            author: "Ana".into(),
            text: format!("comment {id}"),
            ..Comment::default()
        };
        imported.comments = vec![
            Comment {
                date: Some("2030-05-06T07:08:09".into()),
                resolved: true,
                ..comment("4", "1", 0..5)
            },
            Comment {
                reply_to: Some("4".into()),
                ..comment("5", "1", 0..5)
            },
            comment("6", "2", 0..0),
        ];
        imported
    }

    #[test]
    fn comments_become_notes_with_author_date_and_answers() {
        let notes = notes(&imported(), &[], "2031-01-01T00:00:00Z");
        assert_eq!(notes.len(), 3);
        assert_eq!(notes[0].anchor.exact, "Trees");
        assert_eq!(notes[0].author, "Ana");
        assert_eq!(notes[0].created, "2030-05-06T07:08:09Z");
        assert_eq!(notes[0].state, NoteState::Done);
        assert_eq!(notes[1].reply_to.as_ref(), Some(&notes[0].id));
        assert_eq!(notes[1].created, "2031-01-01T00:00:00Z");
        assert_eq!(notes[2].anchor.exact, "Bees are counted.");
    }

    #[test]
    fn the_same_file_gives_the_same_notes() {
        let ids = |at| -> Vec<NoteId> {
            let made = notes(&imported(), &[], at);
            made.into_iter().map(|note| note.id).collect()
        };
        assert_eq!(ids("2031-01-01T00:00:00Z"), ids("2032-02-02T00:00:00Z"));
    }

    #[test]
    fn a_comment_that_was_brought_along_comes_in_no_second_time() {
        let now = "2031-01-01T00:00:00Z";
        let made = notes(&imported(), &[], now);
        let carried = [Note {
            id: NoteId("carried".into()),
            state: NoteState::Open,
            ..made[0].clone()
        }];
        let again = notes(&imported(), &carried, now);
        assert_eq!(again.len(), 2);
        assert_eq!(again[0].reply_to.as_ref(), Some(&carried[0].id));
    }
}

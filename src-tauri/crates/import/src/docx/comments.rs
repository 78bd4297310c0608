//! Reviewers' comments: who wrote what, which are answers, and which are dealt with.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::story::Paragraph;
use super::xml::{self, Tag, Visitor};
use crate::{Comment, ImportError};

/// Reads the comments of a file by their ids. `texts` are the paragraphs of the part, `xml` the
/// part itself, `extended` the part that says what is an answer and what is dealt with.
/// Passages and paragraphs are still empty. Linear.
///
/// # Errors
/// Those of [`xml::walk`].
pub(super) fn read(
    xml: &str,
    extended: Option<&str>,
    texts: Vec<Paragraph>,
) -> Result<FxHashMap<i64, Comment>, ImportError> {
    let mut heads = Heads::default();
    xml::walk(xml, &mut heads)?;
    if let Some(xml) = extended {
        xml::walk(xml, &mut heads)?;
    }
    let mut comments: FxHashMap<i64, Comment> = FxHashMap::default();
    for (id, head) in &heads.heads {
        let states = |paragraph: &String| heads.states.get(paragraph);
        let state = head.last_paragraph.as_ref().and_then(states);
        let answered = state
            .and_then(|state| state.parent.as_ref())
            .and_then(|parent| heads.owners.get(parent));
        let comment = Comment {
            id: id.to_string(),
            reply_to: answered.map(ToString::to_string),
            author: head.author.clone(),
            date: head.date.clone(),
            resolved: state.is_some_and(|state| state.done),
            ..Comment::default()
        };
        comments.insert(*id, comment);
    }
    for paragraph in texts {
        let comment = paragraph.owner.and_then(|id| comments.get_mut(&id));
        let Some(Comment { text, .. }) = comment else {
            continue;
        };
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(paragraph.text.trim());
    }
    Ok(comments)
}

/// What stands on a comment's element.
#[derive(Default)]
struct Head {
    author: String,
    date: Option<String>,
    /// Word names a comment by its last paragraph where it tells of answers.
    last_paragraph: Option<String>,
}

#[derive(Default)]
struct State {
    parent: Option<String>,
    done: bool,
}

#[derive(Default)]
struct Heads {
    heads: Vec<(i64, Head)>,
    /// By paragraph.
    states: FxHashMap<String, State>,
    owners: FxHashMap<String, i64>,
}

impl Visitor for Heads {
    fn open(&mut self, tag: &Tag<'_>) -> bool {
        let text = |name: &str| tag.attribute(name).map(Cow::into_owned);
        match tag.name() {
            "comment" => {
                let Some(id) = tag.number("id") else {
                    return false;
                };
                let head = Head {
                    author: text("author").unwrap_or_default(),
                    date: text("date"),
                    last_paragraph: None,
                };
                self.heads.push((id, head));
            }
            "p" => {
                if let (Some(paragraph), Some((id, head))) = (text("paraId"), self.heads.last_mut())
                {
                    self.owners.insert(paragraph.clone(), *id);
                    head.last_paragraph = Some(paragraph);
                }
            }
            "commentEx" => {
                if let Some(paragraph) = text("paraId") {
                    let state = State {
                        parent: text("paraIdParent"),
                        done: text("done").is_some_and(|done| matches!(&*done, "1" | "true")),
                    };
                    self.states.insert(paragraph, state);
                }
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, _: &str) {}
    fn text(&mut self, _: &str) {}
}

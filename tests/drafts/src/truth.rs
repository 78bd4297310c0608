//! What is known of a pair of made-up texts: which paragraph was made from which.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// A pair of texts and all that is true of them.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Truth {
    /// Seed it was made from.
    pub seed: u64,
    /// `easy`, `medium` or `hard`.
    pub level: String,
    /// Language of both texts.
    #[serde(default = "english")]
    pub language: String,
    /// Paragraphs of the older text.
    pub old: Vec<Item>,
    /// Paragraphs of the newer text.
    pub new: Vec<Item>,
    /// What was made from what.
    pub links: Vec<TrueLink>,
    /// Older paragraphs without counterpart.
    pub deleted: Vec<usize>,
    /// Newer paragraphs without counterpart.
    pub inserted: Vec<usize>,
    /// Links of each kind.
    pub counts: BTreeMap<String, usize>,
}

/// A paragraph of a made-up text.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Item {
    /// Position.
    pub id: usize,
    /// Chapter it was written for.
    pub section: usize,
    /// `heading`, `preambular` or `para`.
    pub kind: String,
    /// The words.
    pub text: String,
}

/// Paragraphs that one was made from.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct TrueLink {
    /// Older paragraphs.
    pub old: Vec<usize>,
    /// Newer paragraphs.
    pub new: Vec<usize>,
    /// How it was made.
    #[serde(rename = "type")]
    pub fate: Fate,
}

/// What became of a paragraph.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Taken over.
    Kept,
    /// A few words changed.
    Light,
    /// Most words changed.
    Heavy,
    /// Taken over elsewhere.
    Moved,
    /// Changed and put elsewhere.
    MovedEdited,
    /// Cut in two.
    Split,
    /// Two made one.
    Merged,
}

impl Fate {
    /// As it is written in `truth.json`.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Kept => "kept",
            Fate::Light => "light",
            Fate::Heavy => "heavy",
            Fate::Moved => "moved",
            Fate::MovedEdited => "moved_edited",
            Fate::Split => "split",
            Fate::Merged => "merged",
        }
    }
}

fn english() -> String {
    "en".to_owned()
}

impl Truth {
    /// Reads `truth.json`.
    ///
    /// # Errors
    /// When there is none in `folder`, or it is something else.
    pub fn read(folder: &Path) -> io::Result<Self> {
        Ok(serde_json::from_slice(&std::fs::read(
            folder.join("truth.json"),
        )?)?)
    }

    /// Writes `truth.json`, and `old.txt` and `new.txt` with one paragraph a line.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let lines = |items: &[Item]| {
            let mut lines: String = items.iter().map(|i| i.text.clone() + "\n").collect();
            lines.shrink_to_fit();
            lines
        };
        std::fs::write(folder.join("old.txt"), lines(&self.old))?;
        std::fs::write(folder.join("new.txt"), lines(&self.new))?;
        std::fs::write(folder.join("truth.json"), serde_json::to_vec(self)?)
    }

    /// How tables call the pair: `en hard 1000, seed 21`.
    pub fn name(&self) -> String {
        let paragraphs = self.old.len();
        format!(
            "{} {} {paragraphs}, seed {}",
            self.language, self.level, self.seed
        )
    }

    /// All pairs of an older and a newer paragraph that belong together.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, Fate)> + '_ {
        self.links.iter().flat_map(|link| {
            link.old
                .iter()
                .flat_map(move |&old| link.new.iter().map(move |&new| (old, new, link.fate)))
        })
    }
}

//! Lists of words and phrases of a language, looked up in a run of words.

use rustc_hash::FxHashSet;
use wsis_document::fold;

/// Folded words and phrases.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    known: FxHashSet<String>,
    /// Words of the longest phrase.
    longest: usize,
}

impl Forms {
    /// Makes a list ready for looking up.
    pub(crate) fn new<'a>(forms: impl Iterator<Item = &'a str>) -> Self {
        let mut list = Forms::default();
        for form in forms {
            let words: Vec<String> = form.split_whitespace().map(fold).collect();
            list.longest = list.longest.max(words.len());
            list.known.insert(words.join(" "));
        }
        list
    }

    /// Which of some folded words are part of a form, longer forms first.
    pub(crate) fn covered(&self, words: &[String]) -> Vec<bool> {
        let mut covered = vec![false; words.len()];
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=self.longest.min(words.len() - at))
                .rev()
                .find(|&len| self.known.contains(&words[at..at + len].join(" ")));
            covered[at..at + longest.unwrap_or(0)].fill(true);
            at += longest.unwrap_or(1);
        }
        covered
    }
}

//! Lists of words and phrases of a language, looked up in a run of words.

use rustc_hash::FxHashMap;
use wsis_document::fold;

use crate::interner::Interner;

/// Words and phrases by the numbers of their words.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    /// The further words of each form, by its first one; longer forms first.
    known: FxHashMap<u32, Vec<Box<[u32]>>>,
}

impl Forms {
    /// Makes a list ready for looking up in texts whose words the interner knows: a form with a
    /// word that it does not know stands nowhere in them.
    pub(crate) fn new<'a>(forms: impl Iterator<Item = &'a str>, interner: &Interner) -> Self {
        let mut list = Forms::default();
        for form in forms {
            let keys = form.split_whitespace().map(|w| interner.known(&fold(w)));
            if let Some(keys) = keys.collect::<Option<Vec<u32>>>()
                && let Some((first, rest)) = keys.split_first()
            {
                list.known.entry(*first).or_default().push(rest.into());
            }
        }
        for rests in list.known.values_mut() {
            rests.sort_by_key(|rest| std::cmp::Reverse(rest.len()));
        }
        list
    }

    /// The words of all forms.
    pub(crate) fn words(&self) -> impl Iterator<Item = u32> {
        (self.known.iter()).flat_map(|(first, rests)| {
            std::iter::once(*first).chain(rests.iter().flatten().copied())
        })
    }

    /// Which of some words are part of a form, longer forms first. Linear.
    pub(crate) fn covered(&self, words: &[u32]) -> Vec<bool> {
        let mut covered = vec![false; words.len()];
        let mut at = 0;
        while at < words.len() {
            let rests = self.known.get(&words[at]).into_iter().flatten();
            let longest = rests
                .filter(|rest| words[at + 1..].starts_with(rest))
                .map(|rest| rest.len() + 1)
                .next();
            covered[at..at + longest.unwrap_or(0)].fill(true);
            at += longest.unwrap_or(1);
        }
        covered
    }
}

//! What happens to a paragraph from one draft to the next.

use super::prose::{self, Prose, Sentence};
use super::random::Random;
use super::vocabulary::{Vocabulary, bare};

/// Who edits: the words to draw from and what the text is about.
pub struct Editor<'a> {
    /// The words.
    pub vocabulary: &'a Vocabulary,
    /// What the text is about.
    pub topic: usize,
}

impl Editor<'_> {
    /// Changes about `rate` of the words: other words, words left out, words put in, in bursts of
    /// one to three. From a rate of 0.3 on sentences may change places and new ones come in. The
    /// result differs from the original.
    pub fn edit(&self, original: &Prose, rate: f64, random: &mut Random) -> Prose {
        for _ in 0..8 {
            let mut edited: Prose = original
                .iter()
                .map(|sentence| {
                    if original.len() == 1 || random.chance(0.75) {
                        self.edit_sentence(sentence, rate, random)
                    } else {
                        sentence.clone()
                    }
                })
                .collect();
            if rate > 0.3 {
                if edited.len() > 1 && random.chance(0.35) {
                    let (a, b) = (random.below(edited.len()), random.below(edited.len()));
                    edited.swap(a, b);
                }
                if random.chance(0.25) {
                    edited.push(prose::sentence(self.topic, false, self.vocabulary, random));
                }
            }
            if edited != *original {
                return edited;
            }
        }
        let mut edited = original.clone();
        edited.push(prose::sentence(self.topic, false, self.vocabulary, random));
        edited
    }

    fn edit_sentence(&self, words: &Sentence, rate: f64, random: &mut Random) -> Sentence {
        let mut out = Vec::with_capacity(words.len() + 4);
        let mut at = 0;
        while at < words.len() {
            if !random.chance(rate / 2.0) {
                out.push(words[at].clone());
                at += 1;
                continue;
            }
            let burst = random.between(1, 3);
            match random.unit() {
                r if r < 0.55 => {
                    let replaced = words[at..].iter().take(burst);
                    out.extend(replaced.map(|w| self.vocabulary.other_word(w, self.topic, random)));
                    at += burst;
                }
                r if r < 0.75 => at += burst,
                _ => {
                    out.push(words[at].clone());
                    at += 1;
                    out.extend((0..burst).map(|_| self.vocabulary.word(self.topic, random)));
                }
            }
        }
        self.finished(out, random)
    }

    /// Says the same in other words: of the content words the share `kept` stays, clauses change
    /// places, function words are drawn anew.
    pub fn recast(&self, original: &Prose, kept: f64, random: &mut Random) -> Prose {
        let mut out: Prose = original
            .iter()
            .map(|sentence| self.recast_sentence(sentence, kept, random))
            .collect();
        if out.len() > 1 && random.chance(0.4) {
            let (a, b) = (random.below(out.len()), random.below(out.len()));
            out.swap(a, b);
        }
        if out.len() > 2 && random.chance(0.25) {
            out.pop();
        } else if random.chance(0.25) {
            out.push(prose::sentence(self.topic, false, self.vocabulary, random));
        }
        out
    }

    fn recast_sentence(&self, words: &Sentence, kept: f64, random: &mut Random) -> Sentence {
        let material = self.vocabulary.material;
        let mut clauses: Vec<Sentence> = vec![Vec::new()];
        for word in words {
            let ends = word.ends_with(material.comma);
            let mut word = word.clone();
            bare(&mut word, material);
            if let Some(clause) = clauses.last_mut() {
                clause.push(word);
                if ends || clause.len() > 9 {
                    clauses.push(Vec::new());
                }
            }
        }
        clauses.retain(|clause| !clause.is_empty());
        for last in (1..clauses.len()).rev() {
            if random.chance(0.4) {
                clauses.swap(last, random.below(last + 1));
            }
        }
        let mut out = Vec::with_capacity(words.len());
        for word in clauses.into_iter().flatten() {
            if self.vocabulary.is_function(&word) {
                if random.chance(0.5) {
                    out.push(word);
                } else if random.chance(0.7) {
                    out.push(self.vocabulary.function_word(random));
                }
            } else if random.chance(kept) {
                out.push(word);
            } else if random.chance(0.85) {
                out.push(self.vocabulary.other_word(&word, self.topic, random));
            }
        }
        self.finished(out, random)
    }

    fn finished(&self, mut words: Sentence, random: &mut Random) -> Sentence {
        if words.is_empty() {
            words.push(self.vocabulary.word(self.topic, random));
        }
        prose::end_with(&mut words, self.vocabulary.material.stop, self.vocabulary);
        words
    }

    /// Cuts a paragraph in two, between sentences or inside the only one; `None` when it is too
    /// short for that.
    pub fn cut(&self, original: &Prose, random: &mut Random) -> Option<(Prose, Prose)> {
        let mut first = original.clone();
        if let [only] = first.as_mut_slice() {
            if only.len() < 16 {
                return None;
            }
            let rest = only.split_off(only.len() / 2);
            prose::end_with(only, self.vocabulary.material.stop, self.vocabulary);
            first.push(rest);
        }
        let at = random.between(1, first.len() - 1);
        let second = first.split_off(at);
        Some((first, second))
    }

    /// A text under negotiation: the older one has a few words between brackets, which the newer
    /// one keeps without the brackets or gives up.
    pub fn settle(&self, original: &Prose, random: &mut Random) -> (Prose, Prose) {
        let (mut open, mut settled) = (original.clone(), original.clone());
        let at = random.below(original.len());
        let length = original[at].len();
        let first = random.below(length);
        let last = (first + random.between(1, 5)).min(length - 1);
        open[at][first].insert(0, '[');
        let mut closed = open[at][last].clone();
        bare(&mut closed, self.vocabulary.material);
        closed.push(']');
        open[at][last] = closed;
        if last == length - 1 {
            open[at][last].push_str(self.vocabulary.material.stop);
        }
        if random.chance(0.5) && last - first + 1 < length {
            settled[at].drain(first..=last);
            settled[at] = self.finished(settled[at].clone(), random);
        }
        (open, settled)
    }
}

//! Sentences and paragraphs.

use super::random::Random;
use super::vocabulary::{Vocabulary, bare};

/// A sentence: its words, with the marks that are written after them.
pub type Sentence = Vec<String>;
/// A paragraph: its sentences.
pub type Prose = Vec<Sentence>;

/// The text of a paragraph.
pub fn text(prose: &Prose, vocabulary: &Vocabulary) -> String {
    let space = vocabulary.material.space;
    let sentences: Vec<String> = prose.iter().map(|s| s.join(space)).collect();
    sentences.join(space)
}

/// How many words a paragraph has.
pub fn word_count(prose: &Prose) -> usize {
    prose.iter().map(Vec::len).sum()
}

/// Writes a paragraph: now and then an item of a list, else one to five sentences.
pub fn paragraph(topic: usize, vocabulary: &Vocabulary, random: &mut Random) -> Prose {
    if random.chance(0.14) {
        let length = random.between(4, 12);
        let mut item = vocabulary.clause(topic, length, random);
        end_with(&mut item, vocabulary.material.semicolon, vocabulary);
        return vec![item];
    }
    let sentences = if random.chance(0.45) {
        1
    } else {
        random.between(2, 5)
    };
    (0..sentences)
        .map(|at| sentence(topic, at == 0, vocabulary, random))
        .collect()
}

/// Writes a heading.
pub fn heading(topic: usize, vocabulary: &Vocabulary, random: &mut Random) -> Prose {
    let length = random.between(2, 7);
    let mut words = vocabulary.clause(topic, length, random);
    words.iter_mut().for_each(|w| bare(w, vocabulary.material));
    vec![words]
}

/// Writes a sentence; the first one of a paragraph begins with a formula.
pub fn sentence(
    topic: usize,
    first: bool,
    vocabulary: &Vocabulary,
    random: &mut Random,
) -> Sentence {
    let material = vocabulary.material;
    let formula = |list: &'static str, random: &mut Random| -> Vec<String> {
        let all: Vec<&str> = list.split('|').collect();
        let formula = random.pick(&all);
        if material.space.is_empty() {
            vec![(*formula).to_owned()]
        } else {
            formula.split(' ').map(str::to_owned).collect()
        }
    };
    let length = (6.0 + 26.0 * random.unit() * random.unit() + 6.0 * random.unit()) as usize;
    let mut words = if first {
        formula(material.openings, random)
    } else {
        Vec::new()
    };
    words.extend(vocabulary.clause(topic, length, random));
    if !first {
        capitalize(&mut words[0]);
    }
    if random.chance(0.04) {
        quote(&mut words, vocabulary, random);
    }
    if random.chance(0.30) {
        if let Some(last) = words.last_mut() {
            bare(last, material);
            last.push_str(material.comma);
        }
        words.extend(formula(material.tails, random));
    }
    end_with(&mut words, material.stop, vocabulary);
    words
}

/// Puts a few words between quotation marks.
fn quote(words: &mut Sentence, vocabulary: &Vocabulary, random: &mut Random) {
    let (open, close) = vocabulary.material.quotes[0];
    let first = random.below(words.len());
    let last = (first + random.below(4)).min(words.len() - 1);
    words[first].insert_str(0, open);
    let mut closed = words[last].clone();
    bare(&mut closed, vocabulary.material);
    closed.push_str(close);
    words[last] = closed;
}

/// Ends a sentence with this mark and no other.
pub fn end_with(words: &mut Sentence, mark: &str, vocabulary: &Vocabulary) {
    if let Some(last) = words.last_mut() {
        bare(last, vocabulary.material);
        last.push_str(mark);
    }
}

fn capitalize(word: &mut String) {
    let mut letters = word.chars();
    if let Some(first) = letters.next() {
        *word = first.to_uppercase().collect::<String>() + letters.as_str();
    }
}

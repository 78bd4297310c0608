//! The words of one made-up world: function words, content words with synonyms, names, and stock
//! phrases, drawn by Zipf's law and by topic.

use rustc_hash::{FxHashMap, FxHashSet};

use super::languages::Material;
use super::random::Random;

/// Content words with an ending.
const STEMS: usize = 620;
/// Words of two words with a hyphen, in languages with spaces.
const COMPOUNDS: usize = 2_400;
const NAMES: usize = 1_200;
/// What a chapter may be about.
pub const TOPICS: usize = 60;
const WORDS_OF_TOPIC: usize = 90;
/// Runs of words that recur: drafting is formulaic, so unrelated paragraphs share some.
const PHRASES: usize = 1_800;
const PHRASES_OF_TOPIC: usize = 70;

/// A vocabulary; see the module.
#[derive(Debug)]
pub struct Vocabulary {
    /// What it was made from.
    pub material: &'static Material,
    function: Vec<String>,
    function_set: FxHashSet<String>,
    content: Vec<String>,
    synonyms: FxHashMap<String, Vec<String>>,
    names: Vec<String>,
    topics: Vec<Vec<usize>>,
    phrases: Vec<Vec<String>>,
    topic_phrases: Vec<Vec<usize>>,
    zipf_function: Vec<f64>,
    zipf_content: Vec<f64>,
}

impl Vocabulary {
    /// Makes one up.
    pub fn new(material: &'static Material, random: &mut Random) -> Self {
        let (mut content, synonyms) = content(material, random);
        random.shuffle(&mut content);
        let common = content.len();
        if !material.space.is_empty() {
            for _ in 0..COMPOUNDS {
                let (a, b) = (random.below(common), random.below(common));
                content.push(format!("{}-{}", content[a], content[b]));
            }
        }
        let function: Vec<String> = list(material.function);
        let names = (0..NAMES).map(|_| name(material, random)).collect();
        let topics = (0..TOPICS)
            .map(|_| (0..WORDS_OF_TOPIC).map(|_| random.below(common)).collect())
            .collect();
        let mut vocabulary = Vocabulary {
            material,
            function_set: function.iter().cloned().collect(),
            zipf_function: zipf(function.len(), 1.5),
            zipf_content: zipf(content.len(), 2.7),
            function,
            content,
            synonyms,
            names,
            topics,
            phrases: Vec::new(),
            topic_phrases: Vec::new(),
        };
        vocabulary.phrases = (0..PHRASES)
            .map(|k| {
                let length = random.between(3, 9);
                vocabulary.clause(k % TOPICS, length, random)
            })
            .collect();
        for phrase in &mut vocabulary.phrases {
            phrase.iter_mut().for_each(|w| bare(w, material));
        }
        vocabulary.topic_phrases = (0..TOPICS)
            .map(|topic| {
                (0..PHRASES_OF_TOPIC)
                    .map(|_| {
                        if random.chance(0.5) {
                            topic + TOPICS * random.below(PHRASES / TOPICS)
                        } else {
                            random.early(PHRASES)
                        }
                    })
                    .collect()
            })
            .collect();
        vocabulary
    }

    /// A word of a text about `topic`.
    pub fn word(&self, topic: usize, random: &mut Random) -> String {
        match random.unit() {
            r if r < 0.40 => self.function_word(random),
            r if r < 0.62 => {
                let of_topic = &self.topics[topic];
                self.content[of_topic[random.early(of_topic.len())]].clone()
            }
            r if r < 0.975 => self.content[draw(&self.zipf_content, random)].clone(),
            r if r < 0.985 => random.pick(&self.names).clone(),
            r if r < 0.993 => format!("{}/{}", random.between(40, 80), random.between(1, 320)),
            _ => random.between(1948, 2030).to_string(),
        }
    }

    /// A function word.
    pub fn function_word(&self, random: &mut Random) -> String {
        self.function[draw(&self.zipf_function, random)].clone()
    }

    /// Whether a word holds a sentence together only.
    pub fn is_function(&self, word: &str) -> bool {
        self.function_set.contains(word)
    }

    /// Another word that says nearly the same, or any word of the topic; what is written after
    /// the word stays.
    pub fn other_word(&self, word: &str, topic: usize, random: &mut Random) -> String {
        let core = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let marks = &word[core.len()..];
        let other = match self.synonyms.get(core) {
            Some(others) if random.chance(0.8) => random.pick(others).clone(),
            _ => self.word(topic, random),
        };
        other + marks
    }

    /// About `length` words: single ones and stock phrases.
    pub fn clause(&self, topic: usize, length: usize, random: &mut Random) -> Vec<String> {
        let mut words: Vec<String> = Vec::with_capacity(length + 8);
        while words.len() < length {
            if !self.topic_phrases.is_empty() && random.chance(0.13) {
                let phrase = if random.chance(0.6) {
                    let of_topic = &self.topic_phrases[topic];
                    of_topic[random.early(of_topic.len())]
                } else {
                    random.early(self.phrases.len())
                };
                words.extend(self.phrases[phrase].iter().cloned());
                continue;
            }
            let mut word = self.word(topic, random);
            if let Some(last) = words.last() {
                let two = self.is_function(&word) && self.is_function(last);
                if *last == word || (two && random.chance(0.8)) {
                    continue;
                }
            }
            if words.len() > 4 && words.len() + 2 < length && random.chance(0.06) {
                word.push_str(self.material.comma);
            }
            words.push(word);
        }
        words
    }
}

/// Takes the marks off the end of a word.
pub fn bare(word: &mut String, material: &Material) {
    for mark in [material.comma, material.stop, material.semicolon] {
        while word.ends_with(mark) {
            word.truncate(word.len() - mark.len());
        }
    }
}

fn list(of: &str) -> Vec<String> {
    of.split_whitespace().map(str::to_owned).collect()
}

/// Stems with their endings, and for each form the same form of stems that mean the same.
fn content(
    material: &Material,
    random: &mut Random,
) -> (Vec<String>, FxHashMap<String, Vec<String>>) {
    let syllables = list(material.syllables);
    let endings: Vec<&str> = material.endings.split(' ').collect();
    let mut seen = FxHashSet::default();
    let mut stems = Vec::with_capacity(STEMS);
    while stems.len() < STEMS {
        let (least, most) = material.length;
        let stem: String = (0..random.between(least, most))
            .map(|_| random.pick(&syllables).as_str())
            .collect();
        if seen.insert(stem.clone()) {
            stems.push(stem);
        }
    }
    let mut words = Vec::new();
    let mut synonyms: FxHashMap<String, Vec<String>> = FxHashMap::default();
    let mut at = 0;
    while at < stems.len() {
        // A third of the stems stand alone, the others in groups of two to four.
        let size = if random.chance(0.33) {
            1
        } else {
            random.between(2, 4)
        };
        let group = &stems[at..(at + size).min(stems.len())];
        for ending in &endings {
            let forms: Vec<String> = group.iter().map(|s| format!("{s}{ending}")).collect();
            for form in &forms {
                let others: Vec<String> = forms.iter().filter(|f| *f != form).cloned().collect();
                if !others.is_empty() {
                    synonyms.insert(form.clone(), others);
                }
            }
            words.extend(forms);
        }
        at += size;
    }
    words.sort_unstable();
    words.dedup();
    (words, synonyms)
}

fn name(material: &Material, random: &mut Random) -> String {
    let syllables = list(material.syllables);
    let name: String = (0..random.between(2, 4))
        .map(|_| random.pick(&syllables).as_str())
        .collect();
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
        .unwrap_or_default()
}

/// Running sums of 1 / (rank + shift).
fn zipf(words: usize, shift: f64) -> Vec<f64> {
    let mut sum = 0.0;
    (0..words)
        .map(|rank| {
            sum += 1.0 / (rank as f64 + shift);
            sum
        })
        .collect()
}

fn draw(sums: &[f64], random: &mut Random) -> usize {
    let at = random.unit() * sums.last().copied().unwrap_or(0.0);
    sums.partition_point(|sum| *sum < at)
        .min(sums.len().saturating_sub(1))
}

//! Made-up phrases in six languages, and sentences from them.

mod spaced;
mod unspaced;

use spaced::{ARABIC, ENGLISH, FRENCH, RUSSIAN};
use unspaced::{CHINESE, JAPANESE};

/// What the sentences of one language are made of.
pub struct Phrases {
    /// BCP 47 tag.
    pub language: &'static str,
    /// Country that picks the fonts of the language.
    pub country: &'static str,
    /// Words are parted by spaces.
    pub spaced: bool,
    /// The lines run from right to left.
    pub rtl: bool,
    /// The end of a sentence.
    pub stop: &'static str,
    /// The end of an item that is not the last.
    pub item_stop: &'static str,
    /// The end of an opening paragraph.
    pub comma: &'static str,
    /// The end of a paragraph that introduces items.
    pub colon: &'static str,
    pub subjects: [&'static str; 8],
    pub verbs: [&'static str; 8],
    pub objects: [&'static str; 8],
    pub tails: [&'static str; 8],
    /// First words of opening paragraphs.
    pub leads: [&'static str; 4],
    pub headings: [&'static str; 8],
    /// Organ, printed name of the body, session, agenda line, clause before the title.
    pub masthead: [&'static str; 5],
    /// Date in the masthead.
    pub date: &'static str,
    /// The organ as the first line of the text.
    pub organ: &'static str,
    pub title: &'static str,
    /// `1.` of a numbered paragraph.
    pub number_mark: &'static str,
    /// Labels of items.
    pub items: [&'static str; 3],
    /// A note at the foot.
    pub note: &'static str,
}

/// Every language of the bars.
pub const ALL: [Phrases; 6] = [ENGLISH, FRENCH, RUSSIAN, CHINESE, JAPANESE, ARABIC];

/// The same numbers from the same seed: the texts of two runs must be equal.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(2).wrapping_add(1))
    }

    /// A number below `limit`.
    pub fn roll(&mut self, limit: usize) -> usize {
        // Knuth's MMIX; the upper bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

impl Phrases {
    fn space(&self) -> &'static str {
        if self.spaced { " " } else { "" }
    }

    /// A clause without the mark at its end, beginning as a sentence does.
    pub fn clause(&self, dice: &mut Dice) -> String {
        let subject = self.subjects[dice.roll(8)];
        format!("{subject}{}{}", self.space(), self.predicate(dice))
    }

    /// What a subject does, to go on with after other words.
    pub fn predicate(&self, dice: &mut Dice) -> String {
        let (verb, object) = (self.verbs[dice.roll(8)], self.objects[dice.roll(8)]);
        let tail = self.tails[dice.roll(8)];
        let gap = self.space();
        match (self.language, tail) {
            (_, "") => format!("{verb}{gap}{object}"),
            // The verb closes a Japanese sentence.
            ("ja", tail) => format!("{tail}{object}{verb}"),
            (_, tail) => format!("{verb}{gap}{object}{gap}{tail}"),
        }
    }

    /// Sentences, `count` of them.
    pub fn sentences(&self, dice: &mut Dice, count: usize) -> String {
        let sentences: Vec<String> = (0..count)
            .map(|_| format!("{}{}", self.clause(dice), self.stop))
            .collect();
        sentences.join(self.space())
    }
}

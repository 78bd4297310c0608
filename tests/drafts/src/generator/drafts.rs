//! Two drafts of one text, the second made from the first.

use std::collections::BTreeMap;

use super::edits::Editor;
use super::languages::material;
use super::prose::{self, Prose};
use super::random::Random;
use super::vocabulary::{TOPICS, Vocabulary};
use super::{Level, Size, Wish};
use crate::truth::{Fate, Item, TrueLink, Truth};

/// Shares of paragraphs, and rates of edits.
struct Rates {
    kept: f64,
    light: f64,
    heavy: f64,
    moved: f64,
    moved_edited: f64,
    split: f64,
    merged: f64,
    deleted: f64,
    inserted: f64,
    /// Of the inserted: made from an older one, yet not it.
    confusing: f64,
    /// Of the older text: made from another one of it.
    twin: f64,
    /// Of the lightly edited: brackets are closed.
    settled: f64,
    /// Chance that the newer text sets quotation marks in another way.
    quotes: f64,
    light_rate: (f64, f64),
    heavy_rate: (f64, f64),
}

fn rates(level: Level) -> Rates {
    let rates = Rates {
        kept: 0.62,
        light: 0.24,
        heavy: 0.03,
        moved: 0.02,
        moved_edited: 0.01,
        split: 0.01,
        merged: 0.01,
        deleted: 0.06,
        inserted: 0.06,
        confusing: 0.10,
        twin: 0.04,
        settled: 0.05,
        quotes: 0.3,
        light_rate: (0.04, 0.15),
        heavy_rate: (0.30, 0.45),
    };
    match level {
        Level::Easy => rates,
        Level::Medium => Rates {
            kept: 0.32,
            light: 0.34,
            heavy: 0.14,
            moved: 0.03,
            moved_edited: 0.03,
            split: 0.03,
            merged: 0.03,
            deleted: 0.08,
            inserted: 0.08,
            confusing: 0.25,
            twin: 0.10,
            settled: 0.10,
            light_rate: (0.06, 0.22),
            heavy_rate: (0.35, 0.60),
            ..rates
        },
        Level::Hard => Rates {
            kept: 0.10,
            light: 0.24,
            heavy: 0.34,
            moved: 0.03,
            moved_edited: 0.07,
            split: 0.05,
            merged: 0.05,
            deleted: 0.12,
            inserted: 0.12,
            confusing: 0.35,
            twin: 0.16,
            settled: 0.15,
            quotes: 0.5,
            light_rate: (0.10, 0.30),
            heavy_rate: (0.50, 0.90),
        },
    }
}

/// A paragraph of the older text.
struct Older {
    section: usize,
    topic: usize,
    kind: Kind,
    prose: Prose,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Preambular,
    Numbered,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Heading => "heading",
            Kind::Preambular => "preambular",
            Kind::Numbered => "para",
        }
    }
}

/// A paragraph of the newer text: what it was made from, none for a new one.
struct Newer {
    old: Vec<usize>,
    fate: Fate,
    section: usize,
    kind: Kind,
    prose: Prose,
}

/// Makes both drafts.
pub fn drafts(wish: &Wish) -> Truth {
    let mut random = Random::new(wish.seed);
    let vocabulary = Vocabulary::new(material(&wish.language), &mut random);
    let mut writer = Writer {
        vocabulary: &vocabulary,
        rates: rates(wish.level),
        random,
        old: Vec::new(),
        deleted: Vec::new(),
    };
    writer.write_old(wish.size);
    let (stream, moved) = writer.revise();
    let stream = writer.put_back(stream, moved);
    let stream = writer.insert(stream);
    writer.truth(stream, wish)
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    rates: Rates,
    random: Random,
    old: Vec<Older>,
    deleted: Vec<usize>,
}

impl Writer<'_> {
    fn editor(&self, topic: usize) -> Editor<'_> {
        Editor {
            vocabulary: self.vocabulary,
            topic,
        }
    }

    /// Writes the older text: an opening, then chapters of a heading and up to 22 paragraphs.
    fn write_old(&mut self, size: Size) {
        let mut words = 0;
        let enough = |paragraphs: usize, words: usize| match size {
            Size::Paragraphs(most) => paragraphs >= most,
            Size::Words(most) => words >= most,
        };
        let mut section = 0;
        while !enough(self.old.len(), words) {
            let topic = self.random.below(TOPICS);
            if section > 0 {
                let heading = prose::heading(topic, self.vocabulary, &mut self.random);
                words += self.push(section, topic, Kind::Heading, heading);
            }
            let kind = if section == 0 {
                Kind::Preambular
            } else {
                Kind::Numbered
            };
            for _ in 0..self.random.between(6, 22) {
                if enough(self.old.len(), words) {
                    break;
                }
                let prose = self.fresh_or_twin(topic);
                words += self.push(section, topic, kind, prose);
            }
            section += 1;
        }
    }

    fn push(&mut self, section: usize, topic: usize, kind: Kind, prose: Prose) -> usize {
        let words = prose::word_count(&prose);
        self.old.push(Older {
            section,
            topic,
            kind,
            prose,
        });
        words
    }

    fn fresh_or_twin(&mut self, topic: usize) -> Prose {
        if self.random.chance(self.rates.twin) && self.old.len() > 20 {
            let rate = self.random.within((0.10, 0.45));
            return self.like_an_older_one(rate);
        }
        prose::paragraph(topic, self.vocabulary, &mut self.random)
    }

    /// A paragraph made from any older one that is no heading.
    fn like_an_older_one(&mut self, rate: f64) -> Prose {
        let at = (0..20)
            .map(|_| self.random.below(self.old.len()))
            .find(|&at| self.old[at].kind != Kind::Heading)
            .unwrap_or(0);
        let mut random = self.random.clone();
        let model = &self.old[at];
        let edited = self
            .editor(model.topic)
            .edit(&model.prose, rate, &mut random);
        self.random = random;
        edited
    }

    /// Goes through the older text: what stays in place, and what is put elsewhere, block by
    /// block with the position it was taken from.
    fn revise(&mut self) -> (Vec<Newer>, Vec<(usize, Vec<Newer>)>) {
        let (mut stream, mut moved) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < self.old.len() {
            if self.old[at].kind == Kind::Heading {
                stream.push(self.heading(at));
                at += 1;
                continue;
            }
            let mut share = self.random.unit();
            let mut falls = |into: f64| {
                share -= into;
                share < 0.0
            };
            let r = &self.rates;
            let (kept, light, heavy) = (falls(r.kept), falls(r.light), falls(r.heavy));
            let (moves, splits) = (falls(r.moved + r.moved_edited), falls(r.split));
            let (merges, dies) = (falls(r.merged), falls(r.deleted));
            if kept {
                stream.push(self.made(at, Fate::Kept, |_, prose, _| prose.clone()));
            } else if light {
                stream.push(self.light(at));
            } else if heavy {
                stream.push(self.heavy(at));
            } else if moves {
                let block = self.block(at);
                at += block.len();
                moved.push((at - block.len(), block));
                continue;
            } else if let Some(parts) = splits.then(|| self.split(at)).flatten() {
                stream.extend(parts);
            } else if merges
                && self
                    .old
                    .get(at + 1)
                    .is_some_and(|o| o.kind == self.old[at].kind)
            {
                stream.push(self.merge(at));
                at += 1;
            } else if dies {
                self.deleted.push(at);
            } else {
                stream.push(self.light(at));
            }
            at += 1;
        }
        (stream, moved)
    }

    /// A newer paragraph made from the older one at `at`.
    fn made(
        &mut self,
        at: usize,
        fate: Fate,
        how: impl FnOnce(&Editor, &Prose, &mut Random) -> Prose,
    ) -> Newer {
        let mut random = self.random.clone();
        let old = &self.old[at];
        let newer = Newer {
            old: vec![at],
            fate,
            section: old.section,
            kind: old.kind,
            prose: how(&self.editor(old.topic), &old.prose, &mut random),
        };
        self.random = random;
        newer
    }

    fn heading(&mut self, at: usize) -> Newer {
        if !self
            .random
            .chance(self.rates.light + self.rates.heavy * 0.5)
        {
            return self.made(at, Fate::Kept, |_, prose, _| prose.clone());
        }
        let vocabulary = self.vocabulary;
        self.made(at, Fate::Light, |editor, prose, random| {
            let mut edited = editor.edit(prose, 0.3, random);
            edited.truncate(1);
            edited
                .iter_mut()
                .for_each(|words| prose::end_with(words, "", vocabulary));
            edited
        })
    }

    fn light(&mut self, at: usize) -> Newer {
        if self.random.chance(self.rates.settled) {
            let mut random = self.random.clone();
            let old = &self.old[at];
            let (open, settled) = self.editor(old.topic).settle(&old.prose, &mut random);
            self.random = random;
            self.old[at].prose = open;
            return self.made(at, Fate::Light, |_, _, _| settled);
        }
        let rate = self.random.within(self.rates.light_rate);
        self.made(at, Fate::Light, |editor, prose, random| {
            editor.edit(prose, rate, random)
        })
    }

    fn heavy(&mut self, at: usize) -> Newer {
        let rate = self.random.within(self.rates.heavy_rate);
        let recast = self.random.chance(0.6);
        self.made(at, Fate::Heavy, |editor, prose, random| {
            if recast {
                editor.recast(prose, 1.0 - rate, random)
            } else {
                editor.edit(prose, rate, random)
            }
        })
    }

    /// One to four paragraphs that move together, changed or not.
    fn block(&mut self, at: usize) -> Vec<Newer> {
        let share = self.rates.moved_edited / (self.rates.moved + self.rates.moved_edited);
        let edited = self.random.chance(share);
        let length = if self.random.chance(0.3) {
            self.random.between(2, 4)
        } else {
            1
        };
        let (light, heavy) = (self.rates.light_rate.1, self.rates.heavy_rate);
        let mut block = Vec::new();
        for k in at..at + length {
            if self.old.get(k).is_none_or(|o| o.kind != self.old[at].kind) {
                break;
            }
            block.push(if !edited {
                self.made(k, Fate::Moved, |_, prose, _| prose.clone())
            } else if self.random.chance(heavy.1 - 0.45) {
                self.made(k, Fate::MovedEdited, |editor, prose, random| {
                    editor.recast(prose, 1.0 - heavy.0, random)
                })
            } else {
                self.made(k, Fate::MovedEdited, |editor, prose, random| {
                    editor.edit(prose, light, random)
                })
            });
        }
        block
    }

    fn split(&mut self, at: usize) -> Option<[Newer; 2]> {
        let mut random = self.random.clone();
        let old = &self.old[at];
        let editor = self.editor(old.topic);
        let (mut first, mut second) = editor.cut(&old.prose, &mut random)?;
        if random.chance(0.5) {
            let rate = random.within(self.rates.light_rate);
            first = editor.edit(&first, rate, &mut random);
            second = editor.edit(&second, rate, &mut random);
        }
        self.random = random;
        Some([first, second].map(|part| self.made(at, Fate::Split, |_, _, _| part)))
    }

    fn merge(&mut self, at: usize) -> Newer {
        let rate = self.random.within(self.rates.light_rate);
        let edited = self.random.chance(0.5);
        let more = self.old[at + 1].prose.clone();
        let mut merged = self.made(at, Fate::Merged, |editor, prose, random| {
            let both: Prose = prose.iter().chain(&more).cloned().collect();
            if edited {
                editor.edit(&both, rate, random)
            } else {
                both
            }
        });
        merged.old.push(at + 1);
        merged
    }

    /// Puts what moved elsewhere, at least eight places away where the text is long enough. What
    /// comes out of the opening is numbered from then on, and the other way round.
    fn put_back(&mut self, stream: Vec<Newer>, moved: Vec<(usize, Vec<Newer>)>) -> Vec<Newer> {
        let length = stream.len();
        let firsts: Vec<usize> = stream.iter().map(|n| n.old[0]).collect();
        let far = 8.min(length / 3);
        let mut places: Vec<(usize, Vec<Newer>)> = Vec::with_capacity(moved.len());
        for (from, block) in moved {
            let here = firsts.partition_point(|first| *first < from);
            let mut place = self.random.below(length);
            for _ in 0..20 {
                if place.abs_diff(here) >= far {
                    break;
                }
                place = self.random.below(length);
            }
            places.push((place, block));
        }
        places.sort_by_key(|p| p.0);
        let mut out: Vec<Newer> = Vec::with_capacity(length + places.len());
        let mut places = places.into_iter().peekable();
        for (at, newer) in stream.into_iter().enumerate() {
            while let Some((_, block)) = places.next_if(|p| p.0 <= at) {
                let kind = match newer.kind {
                    Kind::Heading => Kind::Numbered,
                    kind => kind,
                };
                out.extend(block.into_iter().map(|n| Newer { kind, ..n }));
            }
            out.push(newer);
        }
        out.extend(places.flat_map(|p| p.1));
        out
    }

    /// Puts in new paragraphs, some of them confusingly like older ones.
    fn insert(&mut self, stream: Vec<Newer>) -> Vec<Newer> {
        let mut out = Vec::with_capacity(stream.len() * 9 / 8);
        for newer in stream {
            if self.random.chance(self.rates.inserted) {
                let topic = newer.old.first().map_or(0, |&old| self.old[old].topic);
                let prose = if self.random.chance(self.rates.confusing) {
                    self.like_an_older_one(0.55)
                } else {
                    prose::paragraph(topic, self.vocabulary, &mut self.random)
                };
                out.push(Newer {
                    old: Vec::new(),
                    fate: Fate::Kept,
                    section: newer.section,
                    kind: if newer.kind == Kind::Preambular {
                        Kind::Preambular
                    } else {
                        Kind::Numbered
                    },
                    prose,
                });
            }
            out.push(newer);
        }
        out
    }

    fn truth(mut self, stream: Vec<Newer>, wish: &Wish) -> Truth {
        let mut links: Vec<TrueLink> = Vec::new();
        let mut inserted = Vec::new();
        for (at, newer) in stream.iter().enumerate() {
            if newer.old.is_empty() {
                inserted.push(at);
                continue;
            }
            // A new paragraph or a moved one may stand between the halves of a split.
            let other_half =
                links.iter_mut().rev().take(40).find(|l| {
                    newer.fate == Fate::Split && l.fate == Fate::Split && l.old == newer.old
                });
            match other_half {
                Some(half) => half.new.push(at),
                None => links.push(TrueLink {
                    old: newer.old.clone(),
                    new: vec![at],
                    fate: newer.fate,
                }),
            }
        }
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for link in &links {
            *counts.entry(link.fate.name().into()).or_default() += 1;
        }
        counts.insert("deleted".into(), self.deleted.len());
        counts.insert("inserted".into(), inserted.len());
        let item = |(id, section, kind, prose): (usize, usize, Kind, &Prose)| Item {
            id,
            section,
            kind: kind.name().into(),
            text: prose::text(prose, self.vocabulary),
        };
        let old = self.old.iter().enumerate();
        let new = stream.iter().enumerate();
        let mut truth = Truth {
            seed: wish.seed,
            level: wish.level.name().into(),
            language: self.vocabulary.material.code.into(),
            old: old
                .map(|(k, o)| item((k, o.section, o.kind, &o.prose)))
                .collect(),
            new: new
                .map(|(k, n)| item((k, n.section, n.kind, &n.prose)))
                .collect(),
            links,
            deleted: self.deleted.clone(),
            inserted,
            counts,
        };
        if self.random.chance(self.rates.quotes) {
            let [old, new] = self.vocabulary.material.quotes;
            for item in &mut truth.new {
                item.text = requoted(&item.text, old, new);
            }
        }
        truth
    }
}

/// The same text with other quotation marks. Where the older ones do not tell opening from
/// closing, every second one closes.
fn requoted(text: &str, old: (&str, &str), new: (&str, &str)) -> String {
    if old.0 != old.1 {
        return text.replace(old.0, new.0).replace(old.1, new.1);
    }
    let mut out = String::with_capacity(text.len());
    for (at, piece) in text.split(old.0).enumerate() {
        if at > 0 {
            out.push_str(if at % 2 == 1 { new.0 } else { new.1 });
        }
        out.push_str(piece);
    }
    out
}

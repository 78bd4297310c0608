//! Which paragraphs and which chapters belong together.

use wsis_document::{Document, Monitor, ParagraphKind};

use crate::candidates::{Candidate, candidates};
use crate::chapters::{Affinity, Headings, link_sections};
use crate::features::Features;
use crate::interner::Interner;
use crate::manual::{self, Fixed};
use crate::model::{Cut, ManualLink, Regime, RegimeChoice, SectionLink, Settings};
use crate::pace::Pace;
use crate::related::Weighed;
use crate::text::{Text, Wording};
use crate::web::Web;
use crate::{by_order, related, revision, sequence, suggestions};

/// Likeness above which a paragraph counts as kept.
const KEPT: f32 = 0.70;
/// With this share of paragraphs kept, the newer text is a revision of the older one.
const REVISION_SHARE: f32 = 0.30;
/// Paragraphs of fewer words say nothing about the regime.
const TELLING_WORDS: usize = 5;

/// Both texts and what is known of their words.
pub(crate) struct Ground {
    /// Left tokens.
    pub left: Text,
    /// Right tokens.
    pub right: Text,
    /// What the words are.
    pub interner: Interner,
    /// What makes paragraphs alike.
    pub features: Features,
}

/// What is known of two texts before anybody has a say: neither settings nor a person's links
/// change it.
pub(crate) struct Basis {
    /// Both texts.
    pub ground: Ground,
    /// Their headings.
    headings: Headings,
    /// Pairs worth a look.
    found: Vec<Candidate>,
    /// The same pairs with all that speaks for them.
    pub weighed: Vec<Weighed>,
    /// Pairs that speak of the same things, for the suggestions.
    pub alike: Vec<(u32, u32, f32)>,
    /// Share of paragraphs kept.
    pub kept: f32,
    /// What was cut short.
    pub cuts: Vec<Cut>,
}

/// What belongs together. Nothing in it depends on which text is called left, but for the sides.
pub(crate) struct Alignment {
    /// Which rules were used.
    pub regime: Regime,
    /// Whether the texts are in different languages, so that no word could be used.
    pub by_order: bool,
    /// Pairs found.
    pub web: Web,
    /// What was cut short beside what the basis has cut.
    pub cut: Option<Cut>,
    /// Groups made by hand.
    pub fixed: Vec<Fixed>,
    /// How much the chapters have to do with each other.
    pub affinity: Affinity,
    /// Chapters, in no particular order.
    pub sections: Vec<SectionLink>,
}

impl Basis {
    /// Cuts both texts and finds the pairs worth a look.
    pub(crate) fn new(left: &Document, right: &Document, monitor: &dyn Monitor) -> Self {
        let pace = Pace::new(monitor);
        let mut interner = Interner::default();
        let texts = Text::both(left, right, &mut interner, &pace);
        let headings = Headings::new(left, right, &mut interner);
        let features = Features::new(&texts.0, &texts.1, &interner, &pace);
        let ground = Ground {
            left: texts.0,
            right: texts.1,
            interner,
            features,
        };
        pace.ask();
        let equal = Equal::new(&ground, &pace);
        pace.ask();
        let (mut found, skipped) = candidates(&ground.features, &equal.twins, &pace);
        // The enacting clause repeats the words of half the text and carries on none of it.
        let enacting = |text: &Document, k: u32| {
            text.paragraphs[k as usize].kind == ParagraphKind::FrontMatter
        };
        found.retain(|c| enacting(left, c.left) == enacting(right, c.right));
        let found = equal.with(found);
        pace.ask();
        let kept = kept_share(&found, &ground);
        pace.ask();
        let first = Affinity::new(
            left,
            right,
            &headings,
            found.iter().map(|c| (c.left, c.right, c.score)),
        );
        pace.ask();
        let weighed = related::weigh(&found, ground.left.len(), ground.right.len(), &first);
        pace.ask();
        let thought_of = weighed.iter().map(|w| (w.left, w.right, w.likeness));
        let alike = suggestions::alike(
            &ground.left,
            &ground.right,
            &ground.interner,
            thought_of,
            &pace,
        );
        // Whichever stage was late, the next ones had little to go by.
        let skipped = if pace.was_late() {
            skipped.max(right.paragraphs.len() as u32)
        } else {
            skipped
        };
        let cuts = (skipped > 0).then(|| Cut {
            stage: "align".into(),
            skipped,
        });
        Basis {
            ground,
            headings,
            found,
            weighed,
            alike,
            kept,
            cuts: cuts.into_iter().collect(),
        }
    }

    /// [`Features::likeness`], which is known of the pairs worth a look.
    pub(crate) fn likeness(&self, left: u32, right: u32) -> f32 {
        let known = self
            .found
            .binary_search_by_key(&(left, right), |c| (c.left, c.right));
        match known {
            Ok(at) => self.found[at].score,
            Err(_) => (self.ground.features).likeness(left as usize, right as usize),
        }
    }
}

/// Aligns two documents.
pub(crate) fn align(
    left: &Document,
    right: &Document,
    basis: &Basis,
    settings: &Settings,
    manual: &[ManualLink],
    monitor: &dyn Monitor,
) -> Alignment {
    let ground = &basis.ground;
    let mut web = Web::new(ground.left.len(), ground.right.len());
    let fixed = manual::apply(manual, left, right, &mut web);
    let regime = match settings.regime {
        RegimeChoice::Revision => Regime::Revision,
        RegimeChoice::Related => Regime::Related,
        RegimeChoice::Auto if left.language != right.language => Regime::Related,
        RegimeChoice::Auto if basis.kept >= REVISION_SHARE => Regime::Revision,
        RegimeChoice::Auto => Regime::Related,
    };
    let by_order = left.language != right.language;
    let mut cut = None;
    match regime {
        _ if by_order => cut = by_order::align(left, right, &mut web, monitor),
        Regime::Revision => {
            let ground = revision::Ground {
                left: &ground.left,
                right: &ground.right,
                interner: &ground.interner,
                features: &ground.features,
                candidates: &basis.found,
                weighed: &basis.weighed,
                monitor,
            };
            let skipped = revision::align(&ground, &mut web);
            cut = (skipped > 0).then(|| Cut {
                stage: "align".into(),
                skipped,
            });
        }
        Regime::Related => related::align(&basis.weighed, &mut web),
    }
    Pace::new(monitor).ask();
    // Chapters are linked by what has become of their paragraphs in the end; where a paragraph has
    // no counterpart, what it resembles still has a small say.
    let by_hand = fixed.iter().flat_map(|(ls, rs)| {
        ls.iter()
            .flat_map(|&l| rs.iter().map(move |&r| (l, r, 1.0)))
    });
    let faint = basis
        .weighed
        .iter()
        .map(|w| (w.left, w.right, w.likeness * 0.5));
    let affinity = Affinity::new(
        left,
        right,
        &basis.headings,
        web.pairs().chain(by_hand).chain(faint),
    );
    let sections = link_sections(left, right, &basis.headings, &affinity);
    Alignment {
        regime,
        by_order,
        cut,
        web,
        fixed,
        affinity,
        sections,
    }
}

/// Pairs of paragraphs with the same words.
struct Equal {
    /// Those that stand in order.
    in_order: Vec<(u32, u32)>,
    /// Those that have their words to themselves.
    twins: Vec<(u32, u32)>,
}

impl Equal {
    /// Linear in the words.
    fn new<'g>(ground: &'g Ground, pace: &'g Pace) -> Self {
        let wordings = |text: &'g Text| {
            (0..text.len()).map(|k| {
                pace.late(text.paragraph(k).len());
                Wording(text.paragraph(k))
            })
        };
        let (a, b) = sequence::number(wordings(&ground.left), wordings(&ground.right));
        Equal {
            in_order: sequence::common(&a, &b, pace).pairs,
            twins: sequence::unique(&a, &b),
        }
    }

    /// Adds them to the pairs that the search has found: it passes over those whose words are
    /// everywhere, and over twins.
    fn with(&self, mut found: Vec<Candidate>) -> Vec<Candidate> {
        let equal = self.in_order.iter().chain(&self.twins);
        found.extend(equal.map(|&(left, right)| Candidate {
            left,
            right,
            score: 1.0,
        }));
        // Three lists in order, one after the other: a merge sort has little to do.
        found.sort_by(|x, y| {
            (x.left, x.right)
                .cmp(&(y.left, y.right))
                .then(y.score.total_cmp(&x.score))
        });
        found.dedup_by_key(|c| (c.left, c.right));
        found
    }
}

/// Share of the paragraphs of both sides that have a nearly equal one on the other side.
fn kept_share(found: &[Candidate], ground: &Ground) -> f32 {
    let telling = |text: &Text| -> Vec<bool> {
        (0..text.len())
            .map(|k| text.word_count(k) >= TELLING_WORDS)
            .collect()
    };
    let (left, right) = (telling(&ground.left), telling(&ground.right));
    let mut kept = (vec![false; left.len()], vec![false; right.len()]);
    for c in found.iter().filter(|c| c.score >= KEPT) {
        kept.0[c.left as usize] = true;
        kept.1[c.right as usize] = true;
    }
    let count = |kept: &[bool], telling: &[bool]| {
        kept.iter().zip(telling).filter(|(k, t)| **k && **t).count()
    };
    let all = left.iter().chain(&right).filter(|t| **t).count();
    if all == 0 {
        return 0.0;
    }
    (count(&kept.0, &left) + count(&kept.1, &right)) as f32 / all as f32
}

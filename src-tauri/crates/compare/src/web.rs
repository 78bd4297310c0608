//! The links under construction: which left paragraphs hang together with which right ones.

use rustc_hash::FxHashSet;

/// Most paragraphs that one paragraph is split into or merged from.
pub(crate) const MAX_FAN: usize = 3;

/// One end of a pair, seen from the other end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Partner {
    /// Position of the partner.
    pub other: u32,
    /// Likeness of the pair.
    pub score: f32,
    /// Logarithm of the odds that the pair belongs together; 0 until it is [weighed](Web::weigh).
    pub worth: f32,
}

/// Pairs of paragraphs that form stars: a paragraph with several partners is the only partner of
/// each of them, so a group is one to one, one to several, or several to one.
///
/// Paragraphs that a person has decided about are closed, and pairs that a person has parted
/// cannot be joined.
#[derive(Debug, Default)]
pub(crate) struct Web {
    left: Vec<Vec<Partner>>,
    right: Vec<Vec<Partner>>,
    closed_left: Vec<bool>,
    closed_right: Vec<bool>,
    parted: FxHashSet<(u32, u32)>,
}

impl Web {
    /// A web without pairs.
    pub(crate) fn new(left: usize, right: usize) -> Self {
        Web {
            left: vec![Vec::new(); left],
            right: vec![Vec::new(); right],
            closed_left: vec![false; left],
            closed_right: vec![false; right],
            parted: FxHashSet::default(),
        }
    }

    /// Takes a left paragraph out of the game.
    pub(crate) fn close_left(&mut self, left: usize) {
        self.closed_left[left] = true;
    }

    /// Takes a right paragraph out of the game.
    pub(crate) fn close_right(&mut self, right: usize) {
        self.closed_right[right] = true;
    }

    /// Forbids a pair.
    pub(crate) fn part(&mut self, left: u32, right: u32) {
        self.parted.insert((left, right));
    }

    /// Whether the pair is free to be thought of at all.
    pub(crate) fn allows(&self, left: u32, right: u32) -> bool {
        !self.closed_left[left as usize]
            && !self.closed_right[right as usize]
            && !self.parted.contains(&(left, right))
    }

    /// Whether a left paragraph has no partner and may get one.
    pub(crate) fn left_free(&self, left: usize) -> bool {
        !self.closed_left[left] && self.left[left].is_empty()
    }

    /// Whether a right paragraph has no partner and may get one.
    pub(crate) fn right_free(&self, right: usize) -> bool {
        !self.closed_right[right] && self.right[right].is_empty()
    }

    /// Partners of a left paragraph.
    pub(crate) fn of_left(&self, left: usize) -> &[Partner] {
        &self.left[left]
    }

    /// Partners of a right paragraph.
    pub(crate) fn of_right(&self, right: usize) -> &[Partner] {
        &self.right[right]
    }

    /// The best score of a left paragraph's pairs, 0 without any.
    pub(crate) fn best_of_left(&self, left: usize) -> f32 {
        self.left[left].iter().map(|p| p.score).fold(0.0, f32::max)
    }

    /// The best score of a right paragraph's pairs, 0 without any.
    pub(crate) fn best_of_right(&self, right: usize) -> f32 {
        self.right[right]
            .iter()
            .map(|p| p.score)
            .fold(0.0, f32::max)
    }

    /// Joins two paragraphs that are both free. Answers whether it did.
    pub(crate) fn join_free(&mut self, left: u32, right: u32, score: f32) -> bool {
        let free = self.left_free(left as usize) && self.right_free(right as usize);
        if free && self.allows(left, right) {
            self.push(left, right, score);
            return true;
        }
        false
    }

    /// Joins two paragraphs when the group stays a star of at most [`MAX_FAN`] leaves. Answers
    /// whether it did.
    pub(crate) fn join(&mut self, left: u32, right: u32, score: f32) -> bool {
        if !self.allows(left, right) {
            return false;
        }
        let (of_left, of_right) = (&self.left[left as usize], &self.right[right as usize]);
        let fits = if of_left.is_empty() {
            of_right.len() < MAX_FAN
                && of_right
                    .iter()
                    .all(|p| self.left[p.other as usize].len() == 1)
        } else {
            of_right.is_empty()
                && of_left.len() < MAX_FAN
                && of_left
                    .iter()
                    .all(|p| self.right[p.other as usize].len() == 1)
        };
        if fits {
            self.push(left, right, score);
        }
        fits
    }

    /// Notes the logarithm of the odds of a pair.
    pub(crate) fn weigh(&mut self, left: u32, right: u32, worth: f32) {
        let of = |partners: &mut [Partner], other| {
            let pair = partners.iter_mut().find(|p| p.other == other);
            pair.into_iter().for_each(|p| p.worth = worth);
        };
        of(&mut self.left[left as usize], right);
        of(&mut self.right[right as usize], left);
    }

    /// Whether two paragraphs are a pair.
    pub(crate) fn has(&self, left: u32, right: u32) -> bool {
        let partners = self.left.get(left as usize);
        partners.is_some_and(|partners| partners.iter().any(|p| p.other == right))
    }

    /// Takes a pair apart again.
    pub(crate) fn separate(&mut self, left: u32, right: u32) {
        self.left[left as usize].retain(|p| p.other != right);
        self.right[right as usize].retain(|p| p.other != left);
    }

    /// All pairs, by left and then right position: (left, right, score).
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        self.left.iter().enumerate().flat_map(|(left, partners)| {
            partners
                .iter()
                .map(move |p| (left as u32, p.other, p.score))
        })
    }

    /// The groups of at least one pair: left positions, right positions, both ascending; ordered
    /// by their first left position.
    pub(crate) fn groups(&self) -> Vec<(Vec<u32>, Vec<u32>)> {
        let mut groups = Vec::new();
        for (left, partners) in self.left.iter().enumerate() {
            let left = left as u32;
            let others = |partners: &[Partner]| {
                let mut others: Vec<u32> = partners.iter().map(|p| p.other).collect();
                others.sort_unstable();
                others
            };
            match partners.as_slice() {
                [] => {}
                [one] => {
                    let lefts = others(&self.right[one.other as usize]);
                    if lefts.first() == Some(&left) {
                        groups.push((lefts, vec![one.other]));
                    }
                }
                several => groups.push((vec![left], others(several))),
            }
        }
        groups
    }

    fn push(&mut self, left: u32, right: u32, score: f32) {
        let partner = |other| Partner {
            other,
            score,
            worth: 0.0,
        };
        self.left[left as usize].push(partner(right));
        self.right[right as usize].push(partner(left));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_group_stays_a_star() {
        let mut web = Web::new(3, 4);
        assert!(web.join(0, 0, 1.0));
        assert!(web.join(0, 1, 1.0));
        assert!(!web.join(1, 1, 1.0), "1 would tie two centres together");
        assert!(web.join(0, 2, 1.0));
        assert!(!web.join(0, 3, 1.0), "the fan is full");
        assert_eq!(web.groups(), [(vec![0], vec![0, 1, 2])]);
    }

    #[test]
    fn a_persons_decisions_hold() {
        let mut web = Web::new(2, 2);
        web.part(0, 0);
        web.close_left(1);
        assert!(!web.join(0, 0, 1.0));
        assert!(!web.join(1, 1, 1.0));
        assert!(web.join(0, 1, 1.0));
    }

    proptest! {
        #[test]
        fn every_paragraph_is_in_at_most_one_group(
            pairs in proptest::collection::vec((0u32..8, 0u32..8), 0..40)
        ) {
            let mut web = Web::new(8, 8);
            for (left, right) in pairs {
                if !web.of_left(left as usize).iter().any(|p| p.other == right) {
                    web.join(left, right, 1.0);
                }
            }
            let groups = web.groups();
            let mut lefts: Vec<u32> = groups.iter().flat_map(|g| g.0.clone()).collect();
            let mut rights: Vec<u32> = groups.iter().flat_map(|g| g.1.clone()).collect();
            let (l, r) = (lefts.len(), rights.len());
            lefts.sort_unstable();
            lefts.dedup();
            rights.sort_unstable();
            rights.dedup();
            prop_assert_eq!((lefts.len(), rights.len()), (l, r));
            prop_assert!(groups.iter().all(|g| g.0.len() == 1 || g.1.len() == 1));
            prop_assert_eq!(groups.iter().map(|g| g.0.len() * g.1.len()).sum::<usize>(), web.pairs().count());
        }
    }
}

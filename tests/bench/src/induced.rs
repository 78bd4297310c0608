//! Pairs of paragraphs that the word differences of other programs imply.
//!
//! A word difference says which words stand in both texts. Where the words that two paragraphs
//! share in it are at least half of the shorter one, it has laid the two side by side, and whoever
//! reads it takes them for the same paragraph. So programs that give no links can be scored by the
//! truth about links. What was put elsewhere they show as removed and added: of moves they have
//! none to score.

use rustc_hash::{FxHashMap, FxHashSet};

/// Words next to each other, in the order in which a difference tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// So many words of both texts.
    Both(usize),
    /// So many words of the older text only.
    Older(usize),
    /// So many words of the newer text only.
    Newer(usize),
}

impl Stretch {
    /// By the sign with which a program begins a line.
    fn new(sign: &str, words: usize) -> Option<Self> {
        match sign {
            " " | "=" => Some(Stretch::Both(words)),
            "-" => Some(Stretch::Older(words)),
            "+" => Some(Stretch::Newer(words)),
            _ => None,
        }
    }
}

/// The marks with which [`marked`] wants removed and added words begun and ended: characters that
/// no text has.
pub const MARKS: [char; 4] = ['\u{1}', '\u{2}', '\u{3}', '\u{4}'];

/// Reads what `git diff --word-diff=porcelain` prints with the whole text as context.
pub fn porcelain(output: &str) -> Vec<Stretch> {
    output
        .lines()
        .skip_while(|line| !line.starts_with("@@"))
        .filter_map(|line| {
            let (sign, text) = line.split_at_checked(1)?;
            // Other lines are the head of a piece, or the end of a line of the texts.
            Stretch::new(sign, count(text))
        })
        .collect()
}

/// Reads a text in which removed and added words stand between [`MARKS`], as GNU wdiff and dwdiff
/// print it.
pub fn marked(output: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut kind: fn(usize) -> Stretch = Stretch::Both;
    let mut rest = output;
    while let Some(at) = rest.find(MARKS) {
        let mark = rest[at..].chars().next();
        stretches.push(kind(count(&rest[..at])));
        kind = if mark == Some(MARKS[0]) {
            Stretch::Older
        } else if mark == Some(MARKS[2]) {
            Stretch::Newer
        } else {
            Stretch::Both
        };
        rest = &rest[at + 1..];
    }
    stretches.push(kind(count(rest)));
    stretches
}

/// Reads lines of a sign and a number of words, `= 12`, `- 3`, `+ 4`, as the scripts in `peers`
/// print them.
pub fn counted(output: &str) -> Vec<Stretch> {
    output
        .lines()
        .filter_map(|line| {
            let (sign, number) = line.split_once(' ')?;
            Stretch::new(sign, number.parse().ok()?)
        })
        .collect()
}

/// The pairs (older paragraph, newer paragraph) that a difference implies, for texts of one
/// paragraph a line; `None` when it has not all words of both texts, so that nothing can be said.
///
/// Linear in the words.
pub fn pairs(old: &str, new: &str, stretches: &[Stretch]) -> Option<FxHashSet<(usize, usize)>> {
    let (old, new) = (lengths(old), lengths(new));
    let (older, newer) = (places(&old), places(&new));
    let (mut at, mut to) = (0, 0);
    let mut shared: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for stretch in stretches {
        match *stretch {
            Stretch::Older(words) => at += words,
            Stretch::Newer(words) => to += words,
            Stretch::Both(words) => {
                let left = older.get(at..at + words)?;
                let right = newer.get(to..to + words)?;
                for pair in left.iter().copied().zip(right.iter().copied()) {
                    *shared.entry(pair).or_default() += 1;
                }
                at += words;
                to += words;
            }
        }
    }
    (at == older.len() && to == newer.len()).then(|| {
        shared
            .into_iter()
            .filter(|((a, b), words)| 2 * words >= old[*a].min(new[*b]))
            .map(|(pair, _)| pair)
            .collect()
    })
}

/// Words of each line that has any.
fn lengths(text: &str) -> Vec<usize> {
    text.lines().map(count).filter(|words| *words > 0).collect()
}

/// For each word the paragraph it stands in.
fn places(lengths: &[usize]) -> Vec<usize> {
    let words = lengths.iter().enumerate();
    words
        .flat_map(|(paragraph, words)| std::iter::repeat_n(paragraph, *words))
        .collect()
}

/// Words as these programs know them: what stands between white space.
fn count(text: &str) -> usize {
    text.split_ascii_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::Stretch::{Both, Newer, Older};
    use super::*;

    const OLD: &str = "the ferry leaves at noon\nlamps burn all night\n";
    const NEW: &str = "the ferry leaves at dusk\nfees are paid\nlamps burn all night\n";

    fn told(stretches: &[Stretch]) -> Vec<Stretch> {
        let mut told = stretches.to_vec();
        told.retain(|s| !matches!(s, Both(0) | Older(0) | Newer(0)));
        told
    }

    #[test]
    fn porcelain_is_read_after_its_head() {
        let output = "diff --git a/old.txt b/new.txt\n--- a/old.txt\n+++ b/new.txt\n\
            @@ -1,2 +1,3 @@\n the ferry leaves at\n-noon\n+dusk\n~\n+fees are paid\n~\n lamps burn all night\n~\n";
        assert_eq!(
            told(&porcelain(output)),
            [Both(4), Older(1), Newer(1), Newer(3), Both(4)]
        );
    }

    #[test]
    fn marks_are_read_over_the_ends_of_lines() {
        let output = "the ferry leaves at \u{1}noon\u{2} \u{3}dusk\nfees are paid\u{4}\nlamps burn all night\n";
        assert_eq!(
            told(&marked(output)),
            [Both(4), Older(1), Newer(4), Both(4)]
        );
        assert_eq!(told(&marked("no [-mark-] at all")), [Both(4)]);
    }

    #[test]
    fn counts_are_read() {
        assert_eq!(
            counted("= 4\n- 1\n+ 4\n= 4\nnothing\n"),
            [Both(4), Older(1), Newer(4), Both(4)]
        );
    }

    #[test]
    fn half_of_the_shorter_paragraph_makes_a_pair() {
        let found = pairs(OLD, NEW, &[Both(4), Older(1), Newer(4), Both(4)]).unwrap();
        assert_eq!(found, FxHashSet::from_iter([(0, 0), (1, 2)]));
        // Of the four words of the lamps one is shared: too few.
        let found = pairs(OLD, NEW, &[Both(4), Older(4), Newer(7), Both(1)]).unwrap();
        assert_eq!(found, FxHashSet::from_iter([(0, 0)]));
    }

    #[test]
    fn an_output_that_does_not_add_up_says_nothing() {
        assert_eq!(pairs(OLD, NEW, &[Both(4)]), None);
        assert_eq!(pairs(OLD, NEW, &[Both(40)]), None);
        assert_eq!(pairs("", "", &[]), Some(FxHashSet::default()));
    }
}

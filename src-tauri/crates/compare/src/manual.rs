//! What a person has decided: taken over as it is before anything is looked for.

use rustc_hash::FxHashMap;
use wsis_document::Document;

use crate::model::{ManualAction, ManualLink};
use crate::web::Web;

/// A group that a person made: left positions, right positions, both ascending; one of the two
/// may be empty (a person said that there is no counterpart).
pub(crate) type Fixed = (Vec<u32>, Vec<u32>);

/// Closes in the web what a person has linked, parts what a person has parted, and answers with
/// the groups made by hand. Ids that are not in the documents are passed over; of two decisions
/// about one paragraph the first holds.
pub(crate) fn apply(
    manual: &[ManualLink],
    left: &Document,
    right: &Document,
    web: &mut Web,
) -> Vec<Fixed> {
    if manual.is_empty() {
        return Vec::new();
    }
    let index = |document: &Document| -> FxHashMap<String, u32> {
        document
            .paragraphs
            .iter()
            .enumerate()
            .map(|(k, p)| (p.id.clone(), k as u32))
            .collect()
    };
    let (left, right) = (index(left), index(right));
    let positions = |ids: &[String], index: &FxHashMap<String, u32>| -> Vec<u32> {
        let mut found: Vec<u32> = ids.iter().filter_map(|id| index.get(id).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let mut fixed = Vec::new();
    for link in manual {
        let mut lefts = positions(&link.left, &left);
        let mut rights = positions(&link.right, &right);
        match link.action {
            ManualAction::Unlink => {
                for &l in &lefts {
                    rights.iter().for_each(|&r| web.part(l, r));
                }
            }
            ManualAction::Link => {
                lefts.retain(|&l| web.left_free(l as usize));
                rights.retain(|&r| web.right_free(r as usize));
                // A side that was named and is gone (a newer import) leaves nothing to hold on to.
                let gone = lefts.is_empty() != link.left.is_empty()
                    || rights.is_empty() != link.right.is_empty();
                if gone || (lefts.is_empty() && rights.is_empty()) {
                    continue;
                }
                lefts.iter().for_each(|&l| web.close_left(l as usize));
                rights.iter().for_each(|&r| web.close_right(r as usize));
                fixed.push((lefts, rights));
            }
        }
    }
    fixed
}

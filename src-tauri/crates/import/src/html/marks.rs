//! Raised numbers that no link explains: marks of notes, or powers and units.

use rustc_hash::FxHashSet;

use crate::{Block, Blocks};

/// Settles what the raised numbers at `loose` (block, place among its marks; in order) are.
/// A block that begins with a number that stands in the text before it is that note. A number
/// without any note goes back into its text. Linear.
pub(super) fn settle(out: &mut Blocks, loose: &[(usize, usize)]) {
    let loose: FxHashSet<(usize, usize)> = loose.iter().copied().collect();
    let mut seen = FxHashSet::default();
    let mut kept = Vec::with_capacity(out.blocks.len());
    for (index, mut block) in std::mem::take(&mut out.blocks).into_iter().enumerate() {
        let first = block.note_marks.first().filter(|(at, _)| *at == 0);
        let of_note = first.map(|(_, mark)| mark.clone());
        if let Some(mark) = of_note.filter(|m| loose.contains(&(index, 0)) && seen.contains(m)) {
            out.footnotes.push((mark, std::mem::take(&mut block.text)));
            continue;
        }
        seen.extend(block.note_marks.iter().map(|(_, mark)| mark.clone()));
        kept.push((index, block));
    }
    let noted: FxHashSet<&str> = out.footnotes.iter().map(|(mark, _)| &**mark).collect();
    out.blocks = kept
        .into_iter()
        .map(|(index, block)| {
            give_back(block, |place, mark| {
                loose.contains(&(index, place)) && !noted.contains(mark)
            })
        })
        .collect();
}

/// Puts the marks that `is_text` names back into the text of the block.
fn give_back(mut block: Block, is_text: impl Fn(usize, &str) -> bool) -> Block {
    if block.note_marks.is_empty() {
        return block;
    }
    let text = std::mem::take(&mut block.text);
    let marks = std::mem::take(&mut block.note_marks);
    let (mut from, mut shift) = (0usize, 0u32);
    for (place, (at, mark)) in marks.into_iter().enumerate() {
        if !is_text(place, &mark) {
            block.note_marks.push((at + shift, mark));
            continue;
        }
        block.text.push_str(&text[from..at as usize]);
        from = at as usize;
        let (here, length) = (at + shift, mark.len() as u32);
        for italic in &mut block.italics {
            italic.start += if italic.start >= here { length } else { 0 };
            italic.end += if italic.end > here { length } else { 0 };
        }
        shift += length;
        block.text.push_str(&mark);
    }
    block.text.push_str(&text[from..]);
    block
}

# Reports and tables that leave the program. The window's own words are in en.ftl.

report-title = Comparison of two texts
report-chapter = Chapter: { $chapter }
opening = Opening paragraphs
older = Older text
newer = Newer text
remarks = Remarks and notes
unofficial = Unofficial working comparison; the authentic texts are the UN documents.
digest = Digest in our own words, not the text itself.
translation = Unofficial translation.
date = Date: { $date }
source = File: { $file }
empty = No paragraph to show.
no-difference = The two texts do not differ.
paragraphs = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
  }, where the older text had { $older }.
method-revision = Compared as drafts of one text: { $percent }% of the paragraphs are kept nearly unchanged.
method-related = Compared as two texts on the same matter: only { $percent }% of the paragraphs are kept nearly unchanged.
cut-short = This comparison was cut short: { $skipped } paragraphs or pairs were looked at less closely than the rest.
notice-left_empty = The older text has no paragraphs: everything counts as new.
notice-right_empty = The newer text has no paragraphs: everything counts as dropped.
notice-other_language = The two texts are in different languages: paragraphs are set side by side by number and order, and their words are not compared.
notice-nothing_shared = The two texts have next to nothing in common.
notice-no_numbers = At least one text has no numbered paragraphs, so numbers were no help in setting them side by side.
notice-no_headings = At least one text has no headings, so chapters were no help in setting them side by side.

written = Written to { $path }

legend = Marks
legend-added = only in the newer text
legend-removed = only in the older text
legend-moved = moved
legend-shared = shared phrase
spoken-added = added:
spoken-removed = removed:
spoken-end = end of change.

counts = { $kind }: { $count }
changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
likeness = likeness { $percent } %
by-hand = linked by hand
proposed-by = tracked changes by { $people }
decision-link = linked by hand
decision-none = no counterpart, decided by hand
decision-unlink = ¶ { $older } and ¶ { $newer } parted by hand
check = probable, please check
none-added = (new)
none-removed = (dropped)
none-heading = (no heading)
unchanged-run = ¶ { $numbers } unchanged
renumbered = number { $older } → { $newer }
moved-from = moved from ¶ { $older } to ¶ { $newer }
split-into = ¶ { $older } split into ¶ { $newer }
merged-from = ¶ { $newer } merged from ¶ { $older }

kind-same = unchanged
kind-revised = revised
kind-moved = moved
kind-moved_revised = moved and revised
kind-split = split
kind-merged = merged
kind-related = related
kind-removed = dropped
kind-added = new

chapter-carried = carried on
chapter-split = split
chapter-merged = merged
chapter-dropped = dropped
chapter-new = new

tier-identical = identical
tier-revised = revised
tier-probable = probable
tier-related_phrases = shared phrases only
tier-unlinked = no counterpart

class-substance = wording
class-commitment_verb = commitment verb
class-number = number or date
class-actor = actor
class-citation = citation or footnote
class-punctuation = punctuation
class-case = capital letters
class-spelling = spelling
class-space = spacing
class-label = number of a paragraph or footnote

state-open = open
state-done = done
notes-adrift = Notes whose passage was not found
note-adrift = note without a place
footnotes-older = Footnotes of the older text (not compared)
footnotes-newer = Footnotes of the newer text (not compared)

column-older-chapter = Chapter, older text
column-newer-chapter = Chapter, newer text
column-older-numbers = Paragraph, older text
column-newer-numbers = Paragraph, newer text
column-kind = What became of it
column-tier = How sure
column-likeness = Likeness %
column-older-text = Older text
column-newer-text = Newer text
column-changes = Changes
column-notes = Notes
column-decisions = Decisions by hand

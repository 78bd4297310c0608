# Sentences of the window, English.

app-title = WSIS Compare
starting = Opening the library …
start-failed = The library could not be opened.
close = Close
cancel = Cancel
cancelling = Cancelling …
keep = Keep
copied = Copied
quoted = “{ $text }”
paragraph = ¶ { $label }
messages = Messages
jobs = Work in progress

## Bar

chapters = Chapters
notes = Notes
library = Library
settings = Settings
export = Export
find = Find
open-file = Open file
swap = Swap the older and the newer text
only-changes = Only changes
undo = Undo
redo = Redo
decisions = Decisions
method-button = How the texts are compared: { $name }
method-regime = How the two texts hang together
method-granularity = Show differences by
regime-revision = Drafts
regime-related = Related
regime-choice-auto = Let the program decide
regime-choice-revision = Drafts of one text, in order
regime-choice-related = Two texts on the same matter, in any order
regime-why-revision = now: drafts, because { $percent }% of the paragraphs are kept nearly unchanged
regime-why-related = now: related texts, because only { $percent }% of the paragraphs are kept nearly unchanged
granularity-word = Words
granularity-character = Characters
granularity-sentence = Whole sentences
chooser-left = Older text: { $name }
chooser-right = Newer text: { $name }
chooser-none = Choose a text
side-left = Older
side-right = Newer

## Filter

filter-button = Show: { $name }
filter-button-all = Filter
filter-all = everything
filter-revised = revised
filter-added = new
filter-removed = dropped
filter-moved = moved
filter-structure = split or merged
filter-related = related
filter-noted = with notes
filter-decided = decided by hand
filter-rows = Rows to show
filter-classes = Changes in full strength; the others are dimmed
filter-dim-nothing = Dim nothing
filter-nothing = No paragraph is like that.
filter-show-all = Show everything

## Find

find-count = { $count ->
    [0] not found
    [one] 1 place
   *[other] { $count } places
  }
find-position = { $at } of { $count }
find-next = Next
find-previous = Previous

## Go to a paragraph

go-to-title = Go to a paragraph
go-to-label = Number of the paragraph, in the newer text first
go-to-go = Go
go-to-missing = No paragraph has this number.

## Export

export-all = The whole comparison
export-chapter = Only “{ $name }”
export-html = Web page for reading and printing (HTML)
export-csv = Table for a spreadsheet (CSV)
export-json = Data for programs (JSON)
export-done = Written to { $path }
export-open-folder = Open the folder

## Settings

settings-language = Language
settings-theme = Colours
settings-text-size = Size of the text
settings-fetching = Fetching official texts
fetching-ask = Ask each time
fetching-click = One click is enough
fetching-never = Never
settings-newer-left = Newer text on the left
settings-letter-keys = Single letters are shortcuts (n, p, j, k, ?)
settings-author = Your name
settings-data = Version { $version }. The library is in { $folder }. Nothing leaves this computer unless you have an official text fetched.
theme-system = As the system
theme-light = Light
theme-dark = Dark

## Library

library-own = Texts and own files
library-digests = Digests in our own words
library-empty = The library is empty. Open a file, or drop one on the window.
library-counts = { $numbered ->
    [one] 1 numbered paragraph
   *[other] { $numbered } numbered paragraphs
  }, { $headings ->
    [one] 1 heading
   *[other] { $headings } headings
  }
library-digest = digest
library-remove = Remove
library-remove-sure = Remove it from the library? The file itself stays.
empty-title = No texts yet
empty-words = Open a PDF, a Word file or a text, or drop one on this window. Two texts make a comparison.
choose-title = Choose two texts
choose-words = Pick the older and the newer text above, or open a file.
drop-here = Drop a PDF, Word or text file to read it

## Official texts

digest-line = These are digests in our own words, not the official texts.
catalogue-get = Get the official texts
official-title = Get an official text
official-why = This program carries no official texts. Take one from its page in your browser, or have it fetched for you.
official-symbol = Symbol of the document, or the address of its page
official-examples = For example A/RES/80/173, A/C.2/80/L.58 or S/RES/2728(2024). A name of the list below will do, too.
official-known = Documents this program knows by name
official-list = Back to the list
official-no-symbol = A draft without a symbol: it is not among the official documents, and can only be read on its page.
official-language = Language
official-six = Official documents exist in Arabic, Chinese, English, French, Russian and Spanish. Japanese is not an official language of the United Nations.
official-mark-library = in your library
official-mark-kept = fetched before
official-by-page = In your browser
official-by-page-words = Open the page, save the PDF or Word file, and drop it on this window or open it here. Your browser contacts the United Nations, this program does not.
official-open-page = Open the page in your browser
official-open-file = Open the saved file
official-directly = Fetch it directly
official-directly-words = When you press the button, this program contacts { $host } for this document only: it asks for Word, old Word and PDF in turn until there is a file (usually two requests, rarely more than four, a minute in all at most). The server sees your internet address, the symbol and the language, as it would from your browser. Nothing else is sent, and the file is kept so that nobody is asked again.
official-format = Kind of file
official-format-best = Word if there is one, else PDF
official-format-word = Word
official-format-pdf = PDF
official-fetch = Fetch from { $host }
official-ask = Contact { $host } now, for { $symbol } ({ $language })?
official-ask-yes = Yes, fetch it
official-ask-no = No
official-never = Fetching is switched off in the settings. Use your browser.
official-here = It is here already
official-in-library = The text ({ $language }) is in your library. Nobody needs to be contacted.
official-kept = The file was fetched on { $date } and kept. Nobody needs to be contacted.
official-read-kept = Read the kept file
official-from-here = The text was here already. Nobody was contacted.
official-other-language = You asked for { $asked }, and the server sent a text in { $language }: the document probably does not exist in the other language. Please check before you use it. The file was not kept.
official-other-symbol = The text calls itself { $symbol }, which is not the symbol you asked for. Please check that it is the document you want; else discard it and look at its page in your browser. The file was not kept.

## Comparing

comparing = Comparing …
reader = The two texts
about-comparison = About this comparison
reader-rows = Texts side by side
reader-table = Paragraphs that belong together
overview-strip = Overview of the whole comparison
cut-align = The comparison was cut short: { $count } paragraphs were matched less closely than the rest.
cut-differences = The comparison was cut short: in { $count } paragraphs the words were compared less closely.
no-difference = No differences: both texts say the same in all { $count } paragraphs.
row-loading = Loading
row-new = new in the newer text
row-dropped = not carried over
chapter-new = new chapter
chapter-dropped = chapter not carried over
chapter-carried-left = no heading in the older text
chapter-carried-right = no heading in the newer text
chapter-split = continued from the chapter before
chapter-merged = continued from the chapter before
chapter-opening = Opening
head-no-older = No older chapter
head-no-newer = No newer chapter
chip-moved = moved here from ¶ { $from }
chip-moved-chapter = moved here from ¶ { $from }, in another chapter
chip-moved-preambular_to_operative = moved here from ¶ { $from }: from the opening into the numbered paragraphs
chip-moved-operative_to_preambular = moved here from ¶ { $from }: from the numbered paragraphs into the opening
chip-split = ¶ { $from } was split into ¶ { $to }
chip-merged = ¶ { $from } were merged into ¶ { $to }
chip-related = related: the same matter in other words
moved-away = ¶ { $from } moved to ¶ { $to }
chip-peek = Show the other place here
peek-left = Where it stood in the older text
peek-right = Where it stands in the newer text
peek-go = Go there
fold-unchanged = { $count ->
    [one] ¶ { $first } unchanged
   *[other] ¶ { $first }–{ $last } unchanged
  }
fold-not-shown = { $count ->
    [one] ¶ { $first } not shown
   *[other] ¶ { $first }–{ $last } not shown ({ $count })
  }
spoken-added = inserted:
spoken-removed = deleted:
spoken-end = , end.
spoken-note-ins = footnote inserted:
spoken-note-del = footnote deleted:
note-label-same = The same footnote has another number
note-citation-ins = Footnote added, or with other words
note-citation-del = Footnote removed, or with other words
spoken-added-by = inserted by { $author }:
spoken-removed-by = deleted by { $author }:
spoken-bracket = { $level ->
    [1] bracket
   *[other] bracket of level { $level }
  }, { $words }:
spoken-bracket-end = { $level ->
    [1] , end of the bracket
   *[other] , end of the bracket of level { $level }
  }
byline = Tracked changes by
list-comma = {", "}

## Negotiation marks

brackets = { $count ->
    [one] 1 bracket or mark of the negotiation
   *[other] { $count } brackets and marks of the negotiation
  }
mark-open = not agreed
mark-of = bracket of { $names }
mark-wish = { $names }: { $wish }
mark-level = level { $level }
mark-with = { $words } (alternative { $at } of { $count })
mark-option = name of an option
mark-placeholder = still to be written
mark-agreed = agreed
mark-ad_referendum = agreed ad referendum: if the capitals do not object
mark-preliminarily = preliminarily agreed
mark-suggested_for_closure = suggested for closure
mark-former = where the paragraph comes from
mark-verb-add = add
mark-verb-delete = delete
mark-verb-retain = retain
mark-verb-move = move
mark-verb-replace = replace
mark-verb-reserve = reserve
mark-verb-alternative = alternative wording
mark-verb-bracket = put in brackets
mark-verb-clean = take the brackets away
mark-verb-clarify = asks for clarification
mark-verb-support = support
mark-verb-oppose = oppose

## Why paragraphs stand side by side

evidence-numbers = { $newer } ← { $older }
evidence-likeness = { $percent }% alike
evidence-phrases = tied by { $phrases }
evidence-next-best = next best:
evidence-next-best-likeness = ({ $percent }% alike)
evidence-by-order = set side by side by number and order
evidence-chapters = their chapters go together ({ $percent }%)
movement-place = in another place
movement-chapter = in another chapter
movement-preambular_to_operative = from the opening into the numbered paragraphs
movement-operative_to_preambular = from the numbered paragraphs into the opening
evidence-locked = decided by hand
evidence-see-also = See also
evidence-suggestion = of the older text, which shares { $phrase }

## Deciding by hand

action-link = Link with …
action-mark = Mark to link
action-split = Add a newer paragraph …
action-merge = Add an older paragraph …
action-unlink = Unlink
action-lock = Confirm as it is
action-lock-none = Confirm: no counterpart
action-free = Take the confirmation back
decision-link = { $older } belongs with { $newer }
decision-unlink = { $older } does not belong with { $newer }
decision-none-older = { $newer } has no older counterpart
decision-none-newer = { $older } has no newer counterpart
decision-by = { $author }, { $date }
decision-nobody = without a name
decision-gone = Not in the text any more: { $labels }
decision-jump = Go there
decision-why = Say why …
decision-remove = Take back
decisions-empty = Nobody has decided anything about these two texts. Choose a row, and link, unlink or confirm it: Alt+L, Alt+U, Alt+K.
decided-linked = Linked as you said. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed around it.
   *[other] { $changed } other rows changed around it.
  }
decided-parted = Unlinked. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed around it.
   *[other] { $changed } other rows changed around it.
  }
decided-locked = Confirmed. No later comparison changes this row.
decided-freed = The confirmation was taken back. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed.
   *[other] { $changed } other rows changed.
  }
decided-removed = The decision was taken back. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed.
   *[other] { $changed } other rows changed.
  }
decided-undo = Undone. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed.
   *[other] { $changed } other rows changed.
  }
decided-redo = Done again. { $changed ->
    [0] Nothing else changed.
    [one] 1 other row changed.
   *[other] { $changed } other rows changed.
  }
decided-reason = The reason is kept with the decision.
pairing-title = What belongs together
pairing-add-left = Add an older paragraph: number or words
pairing-add-right = Add a newer paragraph: number or words
pairing-offers = Paragraphs that may be meant
pairing-none = none
pairing-remove = Take ¶ { $label } out
pairing-save = Link these
pairing-save-none = Say that it has no counterpart
naming-title = Who decides?
naming-label = Your name
naming-words = It is kept with every decision, with the date. It may stay empty. You can change it in the settings.
naming-go = Go on
reason-title = Why?
reason-label = Reason (may stay empty)
reason-save = Keep the reason
question-title = This contradicts an earlier decision
question-words = { $count ->
    [one] A paragraph can hold in one decision only. Should the new decision take the place of this one?
   *[other] A paragraph can hold in one decision only. Should the new decision take the place of these { $count }?
  }
question-keep = Keep the earlier one
question-replace = The new one holds
tier-identical = identical
tier-revised = surely carried on
tier-probable = probably carried on: please check
tier-related_phrases = shares some phrases
tier-unlinked = no counterpart

kind-heading = heading
kind-same = unchanged
kind-revised = revised
kind-moved = moved
kind-moved_revised = moved and revised
kind-split = split
kind-merged = merged
kind-related = related
kind-added = new
kind-removed = dropped

class-name-substance = Wording
class-name-commitment_verb = Commitment verbs
class-name-number = Numbers and dates
class-name-actor = Actors
class-name-citation = Citations and footnotes
class-name-punctuation = Punctuation
class-name-case = Capital letters
class-name-spelling = Spelling and hyphens
class-name-space = Spaces
class-name-label = Numbers of paragraphs and footnotes
class-commitment_verb = { $count ->
    [one] 1 commitment verb
   *[other] { $count } commitment verbs
  }
class-number = { $count ->
    [one] 1 number
   *[other] { $count } numbers
  }
class-actor = { $count ->
    [one] 1 actor
   *[other] { $count } actors
  }
class-citation = { $count ->
    [one] 1 citation or footnote
   *[other] { $count } citations or footnotes
  }
class-label = { $count ->
    [one] 1 paragraph number
   *[other] { $count } paragraph numbers
  }
mark-commitment_verb = verb
mark-number = 123
mark-actor = who
mark-citation = ref.
mark-locked = hand
margin-different = { $percent }% different

## Chapters

tag-new = new
tag-dropped = dropped
bar-unchanged = unchanged
bar-changed = changed
bar-added = new
bar-removed = dropped
count-unchanged = { $count } unchanged
count-changed = { $count } changed
count-added = { $count } new
count-removed = { $count } dropped
count-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }

## Notes

side-pane = Overview and notes
tab-start = Overview
tab-notes = Notes ({ $count })
tab-decisions = Decisions ({ $count })
notes-empty = Select words in a paragraph and press “Add note” to write down what you think of them.
notes-orphans = Notes without their passage
notes-orphans-words = The words these notes stood on are no longer in the text. Nothing was deleted.
note-add = Add note
note-body = Note
note-tags = Tags
note-tags-hint = position, to check
note-save = Save note
note-saving = Saving …
note-saved = saved
note-not-saved = The note could not be saved. Its text is kept here: try again, or copy it.
note-copy = Copy the text
note-discard = Discard
note-first = Save or discard this note first; then begin the next one.
note-edit = Edit
note-delete = Delete
note-delete-sure = Delete this note for good?
note-done = done
note-mark-done = Mark as done
note-reopen = Reopen
note-by = Comment by { $author }, { $date }
note-answer-by = Answer by { $author }, { $date }
note-jump = Go to ¶ { $label }
margin-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }

## Overview

start-title = What changed
start-chapters = { $count ->
    [one] 1 chapter
   *[other] { $count } chapters
  }, { $added ->
    [0] none of them new
    [one] 1 of them new
   *[other] { $added } of them new
  }{ $dropped ->
    [0] .
    [one] ; 1 older chapter was dropped.
   *[other] ; { $dropped } older chapters were dropped.
  }
start-paragraphs = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
  }, where the older text had { $older }.
summary-same = { $count } unchanged
summary-revised = { $count } revised
summary-moved = { $count } moved
summary-split = { $count } split
summary-merged = { $count } merged
summary-related = { $count } related
summary-added = { $count } new
summary-removed = { $count } dropped
start-words =
  In paragraphs that were carried on, { $added ->
    [one] 1 word was
   *[other] { $added } words were
  } added and { $removed } taken out.
method-why-revision = Compared as drafts of one text: { $percent }% of the paragraphs are kept nearly unchanged.
method-why-related = Compared as two texts on the same matter: only { $percent }% of the paragraphs are kept nearly unchanged.
method-chosen-revision = Compared as drafts of one text, as you chose; { $percent }% of the paragraphs are kept nearly unchanged.
method-chosen-related = Compared as two texts on the same matter, as you chose; { $percent }% of the paragraphs are kept nearly unchanged.
start-highlights = The changes of most substance
start-digest = About these texts
start-digest-words = What you see is a digest of the resolution, written for this program in its own words. For quoting and negotiating, load the official text.
samples-title = A second thing to try
samples-words = Five drafts of one chapter from a made-up conference: with moves, splits, brackets and names of delegations, from the zero draft to the adopted text.
samples-try = Try a made-up negotiation
start-help = F8 goes to the next change. Press F1 for all shortcuts.

## Status

status-start = { $count ->
    [0] no changes
    [one] 1 change
   *[other] { $count } changes
  }
status-change = change { $at } of { $count }
status-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
  }
status-with = { $changes } ({ $classes })
status-by = by { $authors }
status-folded = { $count ->
    [one] 1 paragraph folded
   *[other] { $count } paragraphs folded
  }
status-dimmed = { $count ->
    [one] 1 change dimmed
   *[other] { $count } changes dimmed
  }{ $rows ->
    [0] {""}
    [one] , 1 row has no other
   *[other] , { $rows } rows have no other
  }
status-dimmed-numbers = { $count ->
    [one] 1 new number dimmed
   *[other] { $count } new numbers dimmed
  }
status-marked = ¶ { $label } is marked: go to its counterpart and press Alt+L, or Alt+L again to choose it by number. Esc gives up.
next-change = Next change
previous-change = Previous change

## Shortcuts

help-title = Keyboard shortcuts
command-next-change = Next change
command-previous-change = Previous change
command-first-change = First change
command-last-change = Last change
command-next-row = Next row
command-previous-row = Previous row
command-find = Find
command-find-next = Next place found
command-find-previous = Previous place found
command-go-to = Go to a paragraph
command-peek = Show the other place of a moved paragraph
command-note = Note on the selected words
command-mark = Mark a row to link; on the next row: link the two
command-unlink = Unlink the two sides of a row
command-split = Add a newer paragraph to a row (split)
command-merge = Add an older paragraph to a row (merge)
command-lock = Confirm a row as it is, or set it free
command-undo = Undo the last decision
command-redo = Do it again
command-regime = Next way to compare: by itself, drafts, related
command-granularity = Differences by word, character, sentence
command-classes = Filter of rows and of classes of change
command-swap = Swap the texts
command-export = Export
command-open-file = Open a file
command-messages = Go to the newest message
command-help = This list
help-report = In the outline of the import report
report-key-heading = Heading, of the usual or of that level
report-key-paragraph = Paragraph
report-key-title = Title
report-key-number = Set or take away the number
report-key-join = Join to the piece before
report-key-split = Split before a sentence
report-key-drop = Take out of the text
report-key-undo = Undo, redo

## Work in progress

job-fetch = Fetching { $name }
job-import = Reading { $name }
job-compare = Comparing with { $name }
job-export = Writing { $name }
stage-fetching = waiting for the server
stage-reading = reading the file
stage-structuring = finding chapters and paragraphs
stage-aligning = finding what belongs together
stage-differencing = comparing words
stage-writing = writing

## Import

import-done = { $title } is in the library: { $numbered ->
    [one] 1 numbered paragraph
   *[other] { $numbered } numbered paragraphs
  }, { $headings ->
    [one] 1 heading
   *[other] { $headings } headings
  }{ $warnings ->
    [0] .
    [one] , 1 thing to check.
   *[other] , { $warnings } things to check.
  }
import-known = { $title } was in the library already. Nothing was changed.
import-compare-left = Compare as the older text
import-compare-right = Compare as the newer text
import-show-report = Import report
import-notes = Notes of the earlier version: { $carried } carried over{ $lost ->
    [0] .
   *[other] , { $lost } without their passage now. They are listed among the notes.
  }
import-carry = Carry decisions and notes over from the earlier version
import-links = { $count ->
    [one] 1 decision about the earlier version was carried over.
   *[other] { $count } decisions about the earlier version were carried over.
  }
version-newer-of = Newer version of …
version-title = Which text is the earlier version?
version-words = { $name } takes over decisions and notes from:
version-none = There is no other text of yours in the library.
carried-title = Carried over
carried-from = From { $name }
carried-links = { $count ->
    [one] 1 decision was carried over.
   *[other] { $count } decisions were carried over.
  }{ $known ->
    [0] {""}
    [one] {" "}1 held already.
   *[other] {" "}{ $known } held already.
  }
carried-notes = { $count ->
    [one] 1 note was carried over.
   *[other] { $count } notes were carried over.
  }{ $known ->
    [0] {""}
    [one] {" "}1 was there already.
   *[other] {" "}{ $known } were there already.
  }
carried-left-links = Decisions that stay with the earlier version
carried-ambiguous = Notes whose words stand in several places now
carried-orphaned = Notes whose words are not there any more
carried-nothing-lost = Nothing was lost: all of these are still there when you open the earlier version.
carried-replaced = These are kept with the version that was replaced, and are there again if its file is read in as it was.
carried-why-gone = ¶ { $label } is not there any more.
carried-why-split = ¶ { $label } was split.
carried-why-merged = ¶ { $label } was merged with another.
carried-why-uncertain = Too little of the words of ¶ { $label } is left.
carried-why-contradicts = Another decision already holds for these paragraphs.

## Before a file is in the library

intake-title = Read, not saved yet
intake-waiting = { $count ->
    [one] 1 more file waits
   *[other] { $count } more files wait
  }
intake-known = This text is in the library already.
intake-corrects = You are correcting a text of the library. It stays as it is until you replace it.
intake-save = Add to the library
intake-save-both = Add both and compare them
intake-save-all = Add all { $count }
intake-save-replace = Replace the earlier version
intake-save-beside = Keep both versions
intake-discard = Discard
intake-discard-all = Discard all
intake-leave-sure = Your corrections are not saved. Discard them?
intake-go-on = Go on correcting
intake-correct = Correct …
page = p. { $page }
fact-title = Title
fact-symbol = Symbol
fact-date = Date
fact-language = Language
fact-language-found = as recognised: { $language }
fact-language-differs = The words look like { $language }. Is the language right?
recognised-chapters = { $count ->
    [one] 1 chapter
   *[other] { $count } chapters
  }
recognised-sections = { $count ->
    [one] 1 section
   *[other] { $count } sections
  }
recognised-opening = { $count ->
    [one] 1 opening paragraph
   *[other] { $count } opening paragraphs
  }
recognised-numbered = { $count ->
    [one] 1 numbered paragraph
   *[other] { $count } numbered paragraphs
  }
recognised-items = { $count ->
    [one] 1 item
   *[other] { $count } items
  }
recognised-other = { $count ->
    [one] 1 unnumbered paragraph
   *[other] { $count } unnumbered paragraphs
  }
recognised-footnotes = { $count ->
    [one] 1 footnote
   *[other] { $count } footnotes
  }
recognised-brackets = { $count ->
    [one] 1 passage in brackets
   *[other] { $count } passages in brackets
  }
recognised-brackets-of = Names in brackets: { $names }
tracked-title = Tracked changes
tracked-counts = { $inserted } passages put in, { $deleted } taken out{ $moved ->
    [0] .
   *[other] , { $moved } moved.
  }
tracked-authors = By { $authors }
tracked-nobody = no name given
tracked-accepted = Read as if they were accepted
tracked-rejected = Read as if they were rejected
tracked-both = Two texts to compare: the base and the proposal
tracked-list = { $count ->
    [one] The change
   *[other] The { $count } changes
  }
tracked-kind-inserted = put in
tracked-kind-deleted = taken out
tracked-kind-moved_from = moved from here
tracked-kind-moved_to = moved to here
report-show-place = Show the place
report-not-compared = Not compared
report-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
  } of the file
report-corrections = Your corrections
report-withdraw = Take back
report-bring-back = Bring back
report-bring-back-here = before “{ $words }”
report-more = and { $count } more
part-pictures = Pictures
part-text = Text outside the paragraphs
part-comments = Comments
part-hidden_text = Hidden text
part-text_boxes = Text boxes
part-embedded = Embedded files
why-masthead = Stands at the head of the first page and names the document.
why-running_head = Is repeated at the head or the foot of the pages.
why-page_number = Counts the pages.
why-job_number = Is there for the printing and filing of the document.
why-closing = Says which meeting adopted the text.
why-hidden = Is marked in the file as not to be shown.
why-furniture = Stands outside the text: lists of contents, headers and footers, rules.
why-by_hand = You said that it is no part of the text.
outline-title = The text as it was read
outline-list = Outline of the text. Arrow keys move; H heading, P paragraph, T title, N number, J join, S split, Delete takes out.
outline-tools = What the selected piece is
outline-corrected = corrected
piece-title = title
piece-heading = heading { $level }
piece-front_matter = before the text
piece-preambular = opening
piece-operative = paragraph
piece-item = item
piece-continuation = unnumbered
tool-role = The piece is
tool-number = Number …
tool-number-label = Number as printed; empty for none
tool-set = Set
tool-join = Join to the one before
tool-split = Split …
tool-split-title = Begin a new paragraph with:
tool-split-none = This piece is one sentence.
tool-drop = Take out
tool-bring-back = part of the text
correction-heading = Heading { $level }: “{ $words }”
correction-title = Title: “{ $words }”
correction-paragraph = Paragraph: “{ $words }”
correction-number = Number { $label }: “{ $words }”
correction-no_number = No number: “{ $words }”
correction-join = Joined to the one before: “{ $words }”
correction-split = New paragraph: “{ $words }”
correction-drop = Taken out: “{ $words }”
correction-restore = Brought back: “{ $words }”
report-title = Import report
report-warnings = To check
report-no-warnings = Nothing to check.
report-stripped = Set aside, not compared
report-nothing-stripped = Nothing was set aside.
report-stripped-count = { $kind }: { $count }
stripped-masthead = Masthead
stripped-running_head = Running heads
stripped-page_number = Page numbers
stripped-job_number = Job numbers and barcodes
stripped-closing = Lines about the adopting meeting
stripped-hidden = Hidden text
stripped-furniture = Other parts of the page
stripped-by_hand = Taken out by you
warning-no_numbers = No numbered paragraphs were found. Every paragraph is compared without a number.
warning-no_headings = No headings were found. The text is compared as one chapter.
warning-numbering_gap = The numbering jumps at { $place }: the next number is { $detail }. Something may be missing in the file.
warning-note_unmatched = A footnote and its mark do not find each other ({ $place } { $detail }).
warning-revisions_accepted = The file has tracked changes. They were read as if accepted ({ $detail }).
warning-revisions_rejected = The file has tracked changes. They were read as if rejected ({ $detail }).
}
warning-encoding = Some characters could not be read and were replaced ({ $detail }).
warning-unbalanced_brackets = A square bracket in paragraph { $place } has no counterpart ({ $detail }). It is kept as it stands; check what is open there.
warning-untagged = The PDF does not say where its paragraphs begin; they were found by their position on the page. Please look them over.
warning-page_without_text = Page { $place } holds a picture and no text, or only a stamp; it may be a scan. What it says is not compared. Run text recognition (OCR) on the file first, or open a version with text.
warning-correction_lost = A correction made earlier no longer applies: its words are not in the file any more (“{ $detail }”).

## Notices

notice-database-newer = The library was written by a newer version of this program. It was left untouched at { $path }, and an empty library was opened. Update the program to read it again.
notice-database-damaged = The library could not be read. It was set aside, unchanged, at { $path }, and an empty library was opened. Keep that file: the notes in it may be recovered.
notice-database-migrated = The library was brought up to date. A copy of how it was is at { $path }.
notice-other = Something happened to the library ({ $code }): { $path }
notice-left_empty = The older text has no paragraphs: everything counts as new.
notice-right_empty = The newer text has no paragraphs: everything counts as dropped.
notice-other_language = The two texts are in different languages: paragraphs are set side by side by number and order, and their words are not compared.
notice-nothing_shared = The two texts have next to nothing in common.
notice-no_numbers = At least one text has no numbered paragraphs, so numbers were no help in setting them side by side.
notice-no_headings = At least one text has no headings, so chapters were no help in setting them side by side.

## Verbs

verbs-title = Commitment verbs
verbs-words = One line for each strength, the strongest first; verbs of the same strength are separated by commas. The order is a reading of usage, not a rule of law, so change it as you see it. The comparison follows at once.
verbs-language = Language of the text
verbs-step = Strength { $rank }
verbs-up = Make strength { $rank } stronger
verbs-down = Make strength { $rank } weaker
verbs-remove = Remove strength { $rank }
verbs-add = Add a line
verbs-reset = Back to the program's own
verbs-save = Keep and compare

## Errors: the file, the reason, what to do

error-import-empty = { $file } is empty. Save or download it again, then open it once more.
error-import-unsupported = { $file } cannot be read: it is neither a PDF, a Word file (.docx), a web page, Markdown nor plain text ({ $detail }). Save it as one of these and open that.
error-import-mismatch = { $file } is not what its name says ({ $detail }). Give it the right ending, or save it again from the program it came from.
error-import-damaged = { $file } is damaged ({ $detail }). Download or save it again, then open it once more.
error-import-legacy-word = { $file } is a Word file of the old kind (.doc). Open it in Word or LibreOffice, save it as .docx and open that; or install LibreOffice and open it again.
error-import-encrypted = { $file } is protected by a password. Save a copy without the password and open that.
error-import-no-text = { $file } holds no text; it may be a scan. Open a version with text, such as the Word file, or run text recognition on it first.
error-import-too-large = { $file } is too large to be read ({ $detail }). Open a part of it.
error-draft-gone = What was read is not there any more. Nothing was saved: open the file again.
error-label-unknown = “{ $detail }” is not read as a number. Write it as it is printed, such as 12, 5 bis, 26A, (a) or (iv).
error-date-unknown = “{ $detail }” is not a date. Write it as year, month and day, such as 2025-12-17.
error-symbol-empty = Type a symbol, for example A/RES/80/173.
error-symbol-unfinished = Go on: the symbol is not complete yet.
error-symbol-too-long = This is too long for a symbol. Type it as it stands at the head of the document, for example A/RES/80/173.
error-symbol-character = A symbol has no “{ $detail }”. Use letters, digits, slashes, full stops, hyphens and brackets.
error-symbol-organ = A symbol begins with the organ, not with “{ $detail }”: for example A/RES/80/173.
error-symbol-part = “{ $detail }” is no part of a symbol. Compare it with the head of the document.
error-symbol-suffix-inside = “{ $detail }” stands at the end of a symbol. Take out what follows it.
error-symbol-resolution-form = Resolutions up to session 30 carry the session in brackets, later ones between slashes. Write { $detail }.
error-fetch-not-allowed = Nothing was fetched, because you did not allow it. Open the page in your browser, or change this in the settings.
error-fetch-language = There are no official documents in this language ({ $detail }). Choose one of the six official languages of the United Nations.
error-fetch-base = { $detail } is not a server on this machine. Nothing was fetched.
error-fetch-another = Another document is being fetched. Wait for it or cancel it, then try again.
error-fetch-offline = { $detail } cannot be reached. Check your connection and try again, or open a file you already have.
error-fetch-insecure = The connection to { $detail } could not be made safe, so nothing was fetched. A network that inspects its traffic may be the reason: open the page in your browser instead.
error-fetch-timeout = The server did not deliver within { $detail } seconds. It is often slow: try again later, or open the page in your browser.
error-fetch-interrupted = The file did not come whole ({ $detail }). Nothing of it was kept. Try again, or open the page in your browser.
error-fetch-busy = The server is busy (status { $detail }). Try again in a few minutes, or open the page in your browser.
error-fetch-refused = The server turned the request away ({ $detail }). Open the page in your browser instead.
error-fetch-redirect = The server sent the request on to { $detail }, which this program does not follow. Open the page in your browser instead.
error-fetch-no-such-document = The server has no such document in this language and kind of file. Check the symbol, try another language or kind, or look at its page in your browser.
error-fetch-not-published = The document is announced, but not published yet in this language. Try again another day, or look at its page in your browser.
error-fetch-too-large = The file is larger than { $detail } and was not fetched. Save it from its page in your browser.
error-fetch-word-perfect = The document exists only as a WordPerfect file, which cannot be read here. Open its page in your browser and look for a PDF, or convert the file with an office program.
error-fetch-unknown-kind = What came is neither a PDF nor a Word file ({ $detail }), so it was not kept. Open the page in your browser instead.
error-cancelled = Cancelled. Nothing was changed.
error-file-not-found = { $file } is not there any more. It may have been moved or renamed: choose it again.
error-file-unreadable = { $file } could not be read ({ $detail }). Check that you may open it and that no other program holds it.
error-not-found = What you asked for is not in the library any more ({ $detail }). Choose another text.
error-invalid = The request could not be understood ({ $detail }). Please try again; if it happens again, report it.
error-write-failed = { $file } could not be written ({ $detail }). Choose another folder, or check that there is room on the disk.
error-store = The library could not be changed ({ $detail }). Your texts are as they were. Check that there is room on the disk, and try again.
error-internal = Something went wrong inside the program ({ $detail }). Nothing was lost; please try again.

## Closing the window

quit-title = Something is not saved
quit-unsaved-note = The note you are writing is not saved.
quit-unsaved-corrections = The corrections of the file you are bringing in are not saved.
quit-save = Save the note and close
quit-anyway = Close without saving
quit-stay = Stay here

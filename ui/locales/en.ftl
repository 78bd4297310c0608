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
chooser-left = Older text: { $name }
chooser-right = Newer text: { $name }
chooser-none = Choose a text
side-left = Older
side-right = Newer

## Filter

filter-button = Show: { $name }
filter-all = everything
filter-revised = revised
filter-added = new
filter-removed = dropped
filter-moved = moved
filter-structure = split or merged
filter-related = related
filter-noted = with notes
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

## Settings

settings-language = Language
settings-theme = Colours
settings-text-size = Size of the text
settings-newer-left = Newer text on the left
settings-letter-keys = Single letters are shortcuts (n, p, j, k, ?)
settings-data = Version { $version }. The library is in { $folder }. Nothing leaves this computer.
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
catalogue-title = The official texts
catalogue-why = This program does not carry the official texts and never fetches anything by itself. It takes a minute to bring them in:
catalogue-step-open = Open the page of the text in your browser.
catalogue-step-save = Save the PDF or Word file in the language you need.
catalogue-step-drop = Drop the file on this window. It takes the place of the digest.
catalogue-open = Open in the browser

## Comparing

comparing = Comparing …
reader = The two texts
about-comparison = About this comparison
reader-rows = Texts side by side
reader-table = Paragraphs that belong together
overview-strip = Overview of the whole comparison
languages-differ = The two texts are in different languages: paragraphs can be set side by side, but their words are not compared.
cut-align = The comparison was cut short: { $count } paragraphs were matched less closely than the rest.
cut-differences = The comparison was cut short: in { $count } paragraphs the words were compared less closely.
no-difference = No differences: both texts say the same in all { $count } paragraphs.
row-loading = Loading
row-new = new in the newer text
row-dropped = not carried over
chapter-new = new chapter
chapter-dropped = chapter not carried over
chapter-opening = Opening
head-no-older = No older chapter
head-no-newer = No newer chapter
chip-moved = moved here from ¶ { $from }
chip-split = ¶ { $from } was split into ¶ { $to }
chip-merged = ¶ { $from } were merged into ¶ { $to }
chip-related = related: the same matter in other words
moved-away = ¶ { $from } moved to ¶ { $to }
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

## Why paragraphs stand side by side

evidence-numbers = { $newer } ← { $older }
evidence-likeness = { $percent }% alike
evidence-phrases = tied by { $phrases }
evidence-runner-up = next best: ¶ { $label }
evidence-locked = confirmed by hand
evidence-see-also = See also
evidence-suggestion = of the older text, which shares { $phrase }
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
    [one] 1 citation
   *[other] { $count } citations
  }
class-label = { $count ->
    [one] 1 paragraph number
   *[other] { $count } paragraph numbers
  }
mark-commitment_verb = verb
mark-number = 123

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
note-edit = Edit
note-delete = Delete
note-delete-sure = Delete this note for good?
note-done = done
note-mark-done = Mark as done
note-reopen = Reopen
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
start-words = In paragraphs that were carried on, { $added } words were added and { $removed } taken out.
start-highlights = The changes of most substance
start-digest = About these texts
start-digest-words = What you see is a digest of the resolution, written for this program in its own words. For quoting and negotiating, load the official text.
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
status-folded = { $count ->
    [one] 1 paragraph folded
   *[other] { $count } paragraphs folded
  }
status-dimmed = { $count ->
    [one] 1 small change dimmed
   *[other] { $count } small changes dimmed
  }
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
command-note = Note on the selected words
command-swap = Swap the texts
command-export = Export
command-open-file = Open a file
command-help = This list

## Work in progress

job-import = Reading { $name }
job-compare = Comparing with { $name }
job-export = Writing { $name }
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
report-title = Import report
report-footnotes = { $count ->
    [one] 1 footnote
   *[other] { $count } footnotes
  }
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
warning-not_compared = { $place ->
    [pictures] Pictures are not compared ({ $detail }).
    [embedded] Documents inside the file are not read ({ $detail }).
   *[other] Part of the file is not compared: { $place } { $detail }.
}
warning-encoding = Some characters could not be read and were replaced ({ $detail }).
warning-untagged = The PDF does not say where its paragraphs begin; they were found by their position on the page. Please look them over.
warning-correction_lost = A correction made earlier no longer applies: its words are not in the file any more (“{ $detail }”).

## Notices

notice-database-newer = The library was written by a newer version of this program. It was left untouched at { $path }, and an empty library was opened. Update the program to read it again.
notice-database-damaged = The library could not be read. It was set aside, unchanged, at { $path }, and an empty library was opened. Keep that file: the notes in it may be recovered.
notice-database-migrated = The library was brought up to date. A copy of how it was is at { $path }.
notice-other = Something happened to the library ({ $code }): { $path }

## Errors: the file, the reason, what to do

error-import-empty = { $file } is empty. Save or download it again, then open it once more.
error-import-unsupported = { $file } cannot be read: it is neither a PDF, a Word file (.docx), a web page, Markdown nor plain text ({ $detail }). Save it as one of these and open that.
error-import-mismatch = { $file } is not what its name says ({ $detail }). Give it the right ending, or save it again from the program it came from.
error-import-damaged = { $file } is damaged ({ $detail }). Download or save it again, then open it once more.
error-import-encrypted = { $file } is protected by a password. Save a copy without the password and open that.
error-import-no-text = { $file } holds no text; it may be a scan. Open a version with text, such as the Word file, or run text recognition on it first.
error-import-too-large = { $file } is too large to be read ({ $detail }). Open a part of it.
error-cancelled = Cancelled. Nothing was changed.
error-file-not-found = { $file } is not there any more. It may have been moved or renamed: choose it again.
error-file-unreadable = { $file } could not be read ({ $detail }). Check that you may open it and that no other program holds it.
error-not-found = What you asked for is not in the library any more ({ $detail }). Choose another text.
error-invalid = The request could not be understood ({ $detail }). Please try again; if it happens again, report it.
error-write-failed = { $file } could not be written ({ $detail }). Choose another folder, or check that there is room on the disk.
error-store = The library could not be changed ({ $detail }). Your texts are as they were. Check that there is room on the disk, and try again.
error-internal = Something went wrong inside the program ({ $detail }). Nothing was lost; please try again.

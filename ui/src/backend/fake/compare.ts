import type { CellView, ChapterView, ComparisonView, DocumentView, RowHead, RowView } from '../types';
import { parsePassage, sideOf, textOf } from './markup';
import type { ScriptRow } from './texts';

const CLASSES = [
  'substance',
  'commitment_verb',
  'number',
  'actor',
  'citation',
  'punctuation',
  'case',
  'spelling',
  'space',
  'label',
];

/** A comparison with all its rows. */
export interface FakeComparison {
  view: ComparisonView;
  rows: RowView[];
}

/** Turns a script into what the engine would answer. */
export function buildComparison(
  left: DocumentView,
  right: DocumentView,
  script: ScriptRow[],
): FakeComparison {
  const counters = { left: new Numbers(), right: new Numbers() };
  const rows = script.map((line, index) => buildRow(line, index, counters));
  const chapters = buildChapters(rows, script);
  const heads = rows.map((row, index) => buildHead(row, chapters, index));
  const count = (...kinds: string[]) => rows.filter((row) => kinds.includes(row.kind)).length;
  const changed = heads.filter((head) => head.changes > 0 && head.kind !== 'same');
  const view: ComparisonView = {
    id: `${left.id}:${right.id}`,
    left,
    right,
    regime: 'revision',
    kept: 0.7,
    regimeChoice: 'auto',
    granularity: 'word',
    classes: CLASSES.map((name, bit) => ({
      class: name,
      count: heads.flatMap((head) => head.changeClasses).filter((classes) => classes & (1 << bit)).length,
    })),
    chapters,
    rows: heads,
    summary: {
      chapters: chapters.filter((chapter) => chapter.right.length > 0).length,
      chaptersNew: chapters.filter((chapter) => chapter.kind === 'new').length,
      chaptersDropped: chapters.filter((chapter) => chapter.kind === 'dropped').length,
      rightParagraphs: heads.reduce((sum, head) => sum + head.right.length, 0),
      leftParagraphs: heads.reduce((sum, head) => sum + head.left.length, 0),
      same: count('same'),
      revised: count('revised'),
      moved: count('moved', 'moved_revised'),
      split: count('split'),
      merged: count('merged'),
      related: count('related'),
      added: count('added'),
      removed: count('removed'),
      changes: heads.reduce((sum, head) => sum + head.changes, 0),
      wordsRemoved: 18,
      wordsAdded: 41,
    },
    highlights: changed.slice(0, 5).map((head) => {
      const row = heads.indexOf(head);
      const cell = rows[row]?.right[0] ?? rows[row]?.left[0];
      return {
        row,
        kind: head.kind,
        label: head.rightLabels[0] ?? head.leftLabels[0] ?? '',
        excerpt: cell ? textOf(cell).slice(0, 70) : '',
      };
    }),
    cuts: [],
    notices: [],
    decisions: [],
    undo: false,
    redo: false,
  };
  return { view, rows };
}

/** Hands out paragraph indices and printed numbers, the opening paragraphs first. */
class Numbers {
  paragraph = 0;
  section = 0;
  private opening = 0;
  private number = 0;

  next(): { paragraph: number; id: string; label: string | null; kind: string } {
    const paragraph = this.paragraph++;
    if (this.section === 0) {
      this.opening += 1;
      return { paragraph, id: `P${this.opening}`, label: null, kind: 'preambular' };
    }
    this.number += 1;
    return { paragraph, id: String(this.number), label: String(this.number), kind: 'operative' };
  }
}

const NO_MARKS = { marks: [], proposals: [] };

function buildRow(line: ScriptRow, index: number, counters: Record<'left' | 'right', Numbers>): RowView {
  const cells = (side: 'left' | 'right'): CellView[] =>
    passages(line, side).map((pieces) => {
      if (line.kind === 'heading') {
        const section = counters[side].section++;
        return { paragraph: section, id: '', label: null, kind: 'heading', page: null, pieces, ...NO_MARKS };
      }
      return { ...counters[side].next(), page: null, pieces, ...NO_MARKS };
    });
  const left = cells('left');
  const right = cells('right');
  const oneSided = left.length === 0 || right.length === 0;
  const changed = line.kind.includes('revised');
  return {
    index,
    kind: line.kind,
    level: line.level ?? 0,
    tier:
      line.kind === 'heading'
        ? null
        : oneSided
          ? 'unlinked'
          : line.kind === 'same'
            ? 'identical'
            : changed
              ? 'revised'
              : 'probable',
    likeness: line.kind === 'heading' || oneSided ? null : line.kind === 'same' ? 100 : 82,
    locked: false,
    decisions: [],
    chaptersAlike: line.kind === 'heading' || oneSided ? null : 60,
    left,
    right,
    movement: line.kind.startsWith('moved') ? 'place' : null,
    evidence: line.evidence ?? (changed ? ['the common phrase of both'] : []),
    runnerUp: changed ? { label: '3', paragraph: 4, row: 6, likeness: 22 } : null,
    suggestions:
      line.kind === 'added'
        ? [{ label: '3', paragraph: 4, row: 6, likeness: 31, phrase: 'every harbour' }]
        : [],
    classes: countClasses([...left, ...right]),
  };
}

/** A passage with `¶` stands for several paragraphs. */
function passages(line: ScriptRow, side: 'left' | 'right'): CellView['pieces'][] {
  if (!line.both) return (line[side] ?? []).map((text) => sideOf(parsePassage(text), side));
  const texts: CellView['pieces'][] = [[]];
  for (const piece of sideOf(parsePassage(line.both), side)) {
    const parts = piece.text.split('¶');
    parts.forEach((text, at) => {
      if (at > 0) texts.push([]);
      if (text !== '') texts.at(-1)?.push({ ...piece, text });
    });
  }
  return texts.map((pieces) => sideOf(pieces, side));
}

function countClasses(cells: CellView[]): RowView['classes'] {
  const seen = new Map<string, Set<number>>();
  for (const piece of cells.flatMap((cell) => cell.pieces)) {
    if (piece.class === null || piece.change === null) continue;
    seen.set(piece.class, (seen.get(piece.class) ?? new Set()).add(piece.change));
  }
  return [...seen]
    .map(([name, changes]) => ({ class: name, count: changes.size }))
    .sort((a, b) => b.count - a.count);
}

function buildChapters(rows: RowView[], script: ScriptRow[]): ChapterView[] {
  const starts = rows.filter((row) => row.kind === 'heading').map((row) => row.index);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((row, at) => {
    const last = (starts[at + 1] ?? rows.length) - 1;
    const heading = rows[row]?.kind === 'heading';
    const body = rows.slice(row, last + 1).filter((one) => one.kind !== 'heading');
    const count = (test: (kind: string) => boolean) => body.filter((one) => test(one.kind)).length;
    return {
      row,
      last,
      level: heading ? (rows[row]?.level ?? 1) : 1,
      left: heading ? (rows[row]?.left.map(textOf) ?? []) : [],
      right: heading ? (rows[row]?.right.map(textOf) ?? []) : [],
      kind: heading ? (script[row]?.chapter ?? 'carried') : 'opening',
      unchanged: count((kind) => kind === 'same'),
      changed: count((kind) => !['same', 'added', 'removed'].includes(kind)),
      added: count((kind) => kind === 'added'),
      removed: count((kind) => kind === 'removed'),
    };
  });
}

function buildHead(row: RowView, chapters: ChapterView[], index: number): RowHead {
  const ids = (cells: CellView[]) => cells.map((cell) => cell.id).filter((id) => id !== '');
  const at = (cells: CellView[]) => (row.kind === 'heading' ? [] : cells.map((cell) => cell.paragraph));
  const length = (cells: CellView[]) => cells.reduce((sum, cell) => sum + textOf(cell).length, 0);
  const classes: number[] = [];
  for (const piece of [...row.left, ...row.right].flatMap((cell) => cell.pieces)) {
    if (piece.change === null) continue;
    const bit = CLASSES.indexOf(piece.class ?? 'substance');
    classes[piece.change] = (classes[piece.change] ?? 0) | (1 << bit);
  }
  const quiet = row.kind === 'same' || row.kind === 'heading';
  const changeClasses = quiet ? [] : classes.length > 0 ? classes : [0];
  return {
    kind: row.kind,
    chapter: chapters.findIndex((chapter) => chapter.row <= index && index <= chapter.last),
    length: Math.max(length(row.left), length(row.right)),
    changes: changeClasses.length,
    changeClasses,
    renumbered: false,
    locked: false,
    leftLabels: ids(row.left),
    rightLabels: ids(row.right),
    left: at(row.left),
    right: at(row.right),
  };
}

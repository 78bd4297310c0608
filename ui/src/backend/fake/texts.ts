/**
 * A made-up negotiation about harbours, written for the tests and for `vite dev`. It holds every
 * kind of row that the reader must show.
 */

/** A row as it is written below. */
export interface ScriptRow {
  /** Kind of the row, as in the contract. */
  kind: string;
  /** One passage with marks, for rows whose sides differ in words. */
  both?: string;
  /** Older passages, or headings. */
  left?: string[];
  /** Newer passages, or headings. */
  right?: string[];
  /** Level of a heading. */
  level?: number;
  /** What became of the chapter of a heading. */
  chapter?: string;
  /** Phrases that tie the sides. */
  evidence?: string[];
  /** A moved row: number of the older paragraph that stood before it. */
  movedFrom?: number;
}

const heading = (level: number, left: string | null, right: string | null): ScriptRow => ({
  kind: 'heading',
  level,
  left: left === null ? [] : [left],
  right: right === null ? [] : [right],
  chapter: left === null ? 'new' : right === null ? 'dropped' : 'carried',
});

const same = (text: string): ScriptRow => ({ kind: 'same', left: [text], right: [text] });
const revised = (both: string): ScriptRow => ({ kind: 'revised', both });
const added = (text: string): ScriptRow => ({ kind: 'added', right: [text] });
const removed = (text: string): ScriptRow => ({ kind: 'removed', left: [text] });

const DUES = ['anchorage', 'pilotage', 'towage', 'mooring', 'storage', 'lighterage', 'quarantine', 'salvage'];

/** The English pair. */
export const ENGLISH: ScriptRow[] = [
  same('The Assembly of Harbours, meeting in the old customs house,'),
  revised(
    'Recalling the {-first-}{+second+} meeting of pilots{+, held in the spring,+} and what it asked for,',
  ),
  heading(1, '1. Shared vision', '1. Shared vision'),
  same(
    'We affirm that a harbour belongs to everyone who arrives in it, by whatever vessel and from whatever shore.',
  ),
  revised(
    'We {-commitment_verb:should-}{+commitment_verb:shall+} keep the harbour lights burning at night, {-as far as the budget of the town allows-}{+in every season+}, so that {+small+} boats find their way home{^1^}.',
  ),
  revised(
    'Pilots speak with one voice{-punctuation:;-}{+punctuation:,+} and they keep a common log of {-number:12-}{+number:14+} pages.',
  ),
  same(
    'We honour those who built the breakwater by hand and ask that their names be read aloud once a year.',
  ),
  heading(2, '1.1 Tariffs', '1.1 Dues and tariffs'),
  ...DUES.map((name) =>
    same(`Dues for ${name} are published one month before they are raised, and nobody pays them twice.`),
  ),
  {
    kind: 'split',
    both: 'Fishing crews land their catch free of charge on market days.{- They also-}{+¶Fishing crews+} have a seat at the table where dues are set{+ and a vote in the last round+}.',
  },
  {
    kind: 'merged',
    both: 'Every ferry publishes its timetable.{-¶Each timetable names-}{+ It names+} the crew that answers for it.',
  },
  heading(1, '2. Storms and repair', '2. Storms, repair and insurance'),
  {
    kind: 'moved_revised',
    both: 'A harbour that was damaged by a storm may ask its neighbours for {+timber, rope and+} skilled hands.',
    movedFrom: 4,
  },
  {
    kind: 'related',
    left: [
      'Towns that share a coast {~keep a fund for rebuilding~} and meet twice a year to look at its accounts.',
    ],
    right: [
      'An insurance pool is set up. Its members {~keep a fund for rebuilding~}, and a small office pays claims within ten days.',
    ],
    evidence: ['keep a fund for rebuilding'],
  },
  added(
    'A register of sandbanks is kept, drawn anew after each storm, and open to every captain without a fee.',
  ),
  same('Repairs begin with the quay on which the hospital boat lies.'),
  removed(
    'The rope walk remains the property of the guild, which lets it to other trades in the winter months.',
  ),
  heading(1, null, '3. Signals and data'),
  added(
    'Signals are given in flags, lights and plain words, and a table of all three hangs in every wheelhouse.',
  ),
  added(
    'Readings of tide and wind are shared between harbours every hour, and they remain the property of the harbour that took them.',
  ),
  heading(1, '3. Lamp oil', null),
  removed('Lamp oil is bought in common, and each harbour draws from the store what its lights have burned.'),
  removed('A harbour without a lighthouse draws no oil.'),
  heading(1, '4. Follow-up', '4. Follow-up and review'),
  revised(
    'We meet again in {-number:ten-}{+number:five+} years to {-look back-}{+review what was done+}{+, with the towns and the crews+}.',
  ),
  same('The secretary keeps these minutes where anyone may read them.'),
  ...Array.from({ length: 160 }, (_, index): ScriptRow => {
    const berth = index + 1;
    if (index % 23 === 7)
      return revised(`Berth ${berth} is kept for {-sailing-}{+visiting+} boats from dawn to dusk.`);
    return same(
      `Berth ${berth} is swept on the first day of the month, and its rings and bollards are painted before the season begins.`,
    );
  }),
];

/** The Japanese pair. */
export const JAPANESE: ScriptRow[] = [
  same('港湾会議は、旧税関の建物において会合し、'),
  revised('水先人の第{-一-}{+二+}回会合{+（春に開催）+}とその求めを想起し、'),
  heading(1, '1. 共有するビジョン', '1. 共有するビジョン'),
  same('港は、どの船でどの岸から来た者にも開かれていることを確認する。'),
  revised(
    '港の灯は、{-町の予算が許す限り-}{+すべての季節において+}夜通し{-commitment_verb:ともすべきである-}{+commitment_verb:ともすものとする+}。',
  ),
  same('防波堤を手で築いた人々をたたえ、その名を年に一度読み上げるよう求める。'),
  same('係留料は、引き上げの一か月前に公表する。'),
  same('水先料は、引き上げの一か月前に公表する。'),
  heading(1, null, '2. 信号とデータ'),
  added('信号は旗、灯火及び平易な言葉で示し、三つを並べた表を各操舵室に掲げる。'),
  heading(1, '2. 嵐と修復', '3. 嵐、修復及び保険'),
  removed('綱工場は組合の財産とし、冬の間は他の職に貸す。'),
  revised('嵐で損なわれた港は、近隣の港に{+木材、綱及び+}熟練した働き手を求めることができる。'),
];

/** A pair in two languages, to see right-to-left text opposite left-to-right text. */
export const ARABIC: ScriptRow[] = [
  {
    kind: 'heading',
    level: 1,
    left: ['1. Shared vision'],
    right: ['1. رؤية مشتركة'],
    chapter: 'carried',
  },
  {
    kind: 'related',
    left: ['We affirm that a harbour belongs to everyone who arrives in it (see page 12).'],
    right: ['نؤكد أن المرفأ ملك لكل من يصل إليه (انظر الصفحة 12).'],
  },
  added('تُتبادل قراءات المد والرياح بين المرافئ كل ساعة (v2.0).'),
];

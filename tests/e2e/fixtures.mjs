// Made-up files, written by the tests themselves.

import { crc32 } from 'node:zlib';

const SUBJECTS = ['lanterns', 'ferries', 'orchards', 'bridges', 'kites', 'harbours', 'archives', 'gardens'];
const VERBS = ['welcomes', 'notes', 'supports', 'recalls', 'encourages', 'invites', 'stresses', 'commends'];
const PLACES = [
  'the northern valley',
  'every coastal town',
  'the old quarter',
  'all small islands',
  'the lower river',
];

/** A sentence about nothing real; the same number gives the same sentence. */
export function sentence(number) {
  const pick = (list, step) => list[Math.floor(number / step) % list.length];
  return `The council ${pick(VERBS, 1)} the keepers of ${pick(SUBJECTS, 3)} ${number} in ${pick(PLACES, 7)}, and of ${pick(SUBJECTS, 11)} near gate ${number * 7}.`;
}

/** A small resolution in Markdown, in one of its two drafts. */
export function markdown(draft) {
  const older = draft === 'older';
  return `# Resolution of the Lantern Council

The council met in spring and thanks its hosts.

## Light

1. The council ${older ? 'may repair' : 'shall repair'} every lantern on the quay before winter comes.
2. Each keeper reports to the council twice in a year.
${older ? '3. The council burns whale oil in the great tower.' : '3. Children of the town choose the colour of one lamp.'}

## Water

4. Ferries leave when the bell of the harbour rings ${older ? 'three' : 'five'} times.
5. The harbour keeps a book of all boats.
`;
}

/** The same kind of text without any marks. */
export function plainText() {
  return [
    'Kite Accord',
    '',
    '1. The makers of kites meet when the west wind blows.',
    '',
    '2. Every kite carries the name of its maker.',
    '',
    '3. No string is longer than the tower is high.',
    '',
  ].join('\n');
}

/** A long text: paragraphs that share many words, some changed. Costly to align and to compare. */
export function longText(paragraphs, draft) {
  const lines = [`# The long ledger, ${draft} draft`, ''];
  for (let number = 1; number <= paragraphs; number++) {
    const seed = draft === 'older' ? number : number + (number % 3 === 0 ? 5 : 0);
    lines.push(`${number}. ${[0, 1, 2, 3].map((step) => sentence(seed * 5 + step)).join(' ')}`, '');
  }
  return lines.join('\n');
}

/** A text with a sentence cut in two and a heading that nothing sets off. */
export function orchard() {
  return `# Orchard rules

## Trees

1. Every tree is watered in summer. No tree is cut in spring.

2. Bees are welcome in all

gardens of the valley.

Harvest

3. Apples are picked by hand.
`;
}

/** A Word file in which two people proposed changes. */
export function trackedDocx() {
  const run = (tag, text) => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
  const by = (name, id) => `w:id="${id}" w:author="${name}" w:date="2026-03-01T10:00:00Z"`;
  const swap = (name, id, from, to) =>
    `<w:del ${by(name, id)}>${run('delText', from)}</w:del><w:ins ${by(name, id + 1)}>${run('t', to)}</w:ins>`;
  return docx([
    'Ferry Compact',
    { runs: `${run('t', '1. Ferries ')}${swap('Ada', 1, 'may', 'shall')}${run('t', ' wait for the post.')}` },
    {
      runs: `${run('t', '2. The bell rings ')}${swap('Bo', 3, 'twice', 'five times')}${run('t', ' at noon.')}`,
    },
  ]);
}

/** A Word file of paragraphs (plain, or `{ runs }` as XML), the smallest that Word itself opens. */
export function docx(paragraphs) {
  const escape = (text) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  const plain = (text) => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  const body = paragraphs.map((one) => `<w:p>${one.runs ?? plain(one)}</w:p>`).join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** A ZIP archive of stored parts: all a test file needs. */
function zip(parts) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    // Version 2.0, no flags, stored, 1 January 1980; then sum and both sizes.
    const common = Buffer.alloc(26);
    [20, 0, 0, 0, 33].forEach((value, index) => common.writeUInt16LE(value, index * 2));
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), common, path, data);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, path);
    offset += 4 + common.length + path.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A text under negotiation, in one of its two drafts: nested brackets, alternatives, marks of agreement. */
export function bracketed(draft) {
  const older = draft === 'older';
  return `# Draft on lanterns

## Light

1. The council ${older ? '[shall][should]' : '[shall]'} repair every lantern on the quay [EU, JP: retain before ${older ? '' : 'the '}winter comes] and [G77: delete [at its own cost [CANZ: within existing ${older ? 'resources' : 'means'}]] each year].
2. Each keeper reports to the council ${older ? 'twice' : '[US: reserve twice]'} in a year. ${older ? '(agreed ad ref)' : '(agreed)'}
3. Children of the town choose the colour of one lamp [Option 1] [of every street].
`;
}

/** A text whose paragraph on the bell stands at another place in the newer draft. */
export function moved(draft) {
  const bell = 'Ferries leave when the bell of the harbour has rung five times and the tide is in.';
  const others = [
    'Every lantern on the quay is lit before the last boat of the evening comes home.',
    'Kites are flown from the tower only while the wind is from the open sea.',
    'The archive keeps a copy of each chart that a captain has drawn by hand.',
    'Gardens by the river are watered in the morning by those who live there.',
  ];
  const order = draft === 'older' ? [others[0], bell, ...others.slice(1)] : [...others, bell];
  return `# Rules of the quay\n\n${order.map((one, at) => `${at + 1}. ${one}`).join('\n\n')}\n`;
}

/** A small text in Arabic, which runs from right to left. */
export function arabic() {
  return `# قواعد الميناء

## الضوء

1. يصلح المجلس كل مصباح على الرصيف قبل حلول الشتاء.
2. يقدم كل حارس تقريرا إلى المجلس مرتين في السنة.
3. يختار أطفال المدينة لون مصباح واحد.

## الماء

4. تغادر العبارات عندما يدق جرس الميناء خمس مرات.
5. يحتفظ الميناء بسجل لجميع القوارب.
`;
}

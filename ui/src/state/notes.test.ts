import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Engine } from '../backend';
import { fakeEngine } from '../backend/fake';
import { splitTags } from './notes.svelte';
import { Session } from './session.svelte';

let engine: Engine;
let session: Session;

const PLACE = { paragraph: 3, start: 3, end: 8 };

beforeEach(async () => {
  engine = fakeEngine({ language: 'en' });
  session = new Session(engine);
  await session.start();
});

async function write(body: string): Promise<void> {
  session.notes.begin('en-2', PLACE, 'words');
  session.notes.draft!.body = body;
  session.notes.draft!.tags = 'position, to check, position';
  await session.notes.save();
}

describe('Notes', () => {
  it('saves a draft with its tags and shows it in its row', async () => {
    await write('  Keep this.  ');
    const [note] = session.notes.list;
    expect(note).toMatchObject({ body: 'Keep this.', tags: ['position', 'to check'], state: 'open' });
    expect(session.notes.draft).toBeNull();
    const row = session.comparison!.rowOfNote(note!)!;
    expect(session.comparison!.notedRows).toEqual(new Set([row]));
    expect(session.comparison!.notesOfRow(session.comparison!.head(row)!)).toEqual([note]);
  });

  it('keeps the text when it cannot be saved, and saves it the second time', async () => {
    vi.spyOn(engine, 'call').mockRejectedValueOnce(new Error('disk full'));
    await write('Long thought.');
    expect(session.notes.draft).toMatchObject({ body: 'Long thought.', status: 'failed' });
    await session.notes.save();
    expect(session.notes.list).toHaveLength(1);
  });

  it('does not throw a draft away for another one', async () => {
    session.notes.begin('en-2', PLACE, 'words');
    session.notes.draft!.body = 'Half written';
    session.notes.begin('en-1', PLACE, 'others');
    expect(session.notes.draft?.quote).toBe('words');
  });

  it('does not save an empty note', async () => {
    await write('   ');
    expect(session.notes.list).toEqual([]);
  });

  it('edits, marks as done and deletes', async () => {
    await write('First');
    const [note] = session.notes.list;
    session.notes.edit(note!);
    session.notes.draft!.body = 'Second';
    await session.notes.save();
    expect(session.notes.list.map((one) => one.body)).toEqual(['Second']);
    await session.notes.setState(session.notes.list[0]!, 'done');
    expect(session.notes.list[0]?.state).toBe('done');
    await session.notes.delete(note!.id);
    expect(session.notes.list).toEqual([]);
  });

  it('lists notes without a passage apart', async () => {
    await write('Here');
    session.notes.list = session.notes.list.map((note) => ({ ...note, place: null }));
    expect(session.notes.orphans).toHaveLength(1);
    expect(session.comparison!.notedRows.size).toBe(0);
  });
});

describe('splitTags', () => {
  it('takes commas of any script', () => {
    expect(splitTags('立場、要確認，a, ,b،c')).toEqual(['立場', '要確認', 'a', 'b', 'c']);
  });
});

import { describe, expect, test } from 'vitest';
import { applyCorrections } from '../../src/extract/corrections.ts';
import type { Correction, NewsEvent, Report } from '../../src/types.ts';

const report = (article: string, start: number): Report => ({
  article,
  source: `Outlet ${article}`,
  start,
  end: start + 40,
  quote: 'The bridge collapsed on Friday.',
  title: 'Bridge collapsed',
  edtf: '2024-05-10',
  inferred: false,
  status: 'reported',
  category: 'accident',
  place: null,
  figures: [],
  background: false,
  senses: ['collapse'],
  actors: [],
  support: false,
});

const event = (id: string, reports: Report[]): NewsEvent => ({
  id,
  title: 'Bridge collapsed',
  status: 'reported',
  category: 'accident',
  edtf: '2024-05-10',
  start: '2024-05-10T00:00:00+00:00',
  end: '2024-05-10T23:59:59+00:00',
  inferred: false,
  place: null,
  figures: [],
  outlets: reports.length,
  texts: reports.length,
  reports,
});

const correct = (of: string, change: Correction['change'], at = '2024-05-12T10:00:00Z'): Correction => ({
  id: `c-${at}-${change.kind}`,
  event: of,
  at,
  evidence: [{ article: 'a', start: 0, end: 40 }],
  change,
});

const events = [event('one', [report('a', 0), report('b', 0)]), event('two', [report('c', 100)])];
const apply = (...corrections: Correction[]) => applyCorrections(events, corrections, 'Europe/London');
const byId = (all: NewsEvent[], id: string) => all.find((e) => e.id === id);

describe('corrections', () => {
  test('change a field and name it', () => {
    const one = byId(apply(correct('one', { kind: 'title', title: 'Old bridge falls' })), 'one');
    expect(one).toMatchObject({ title: 'Old bridge falls', corrected: ['title'] });
    expect(byId(apply(), 'one')?.corrected).toBeUndefined();
  });

  test('a later one wins, in whatever order they come', () => {
    const first = correct('one', { kind: 'title', title: 'First' }, '2024-05-12T10:00:00Z');
    const second = correct('one', { kind: 'title', title: 'Second' }, '2024-05-12T11:00:00Z');
    expect(byId(apply(second, first), 'one')?.title).toBe('Second');
  });

  test('a corrected time is stated, in the zone of the place or else of the story', () => {
    const one = byId(apply(correct('one', { kind: 'time', edtf: '2024-05-09' })), 'one');
    expect(one).toMatchObject({ edtf: '2024-05-09', start: '2024-05-09T00:00:00+01:00', inferred: false });
  });

  test('merging moves the witnesses and drops the other event', () => {
    const all = apply(correct('one', { kind: 'merge', into: 'two' }));
    expect(all.map((e) => e.id)).toEqual(['two']);
    expect(all[0]).toMatchObject({ outlets: 3, texts: 3, corrected: ['merged'] });
  });

  test('splitting gives the reports an event of their own, but never empties one', () => {
    const all = apply(correct('one', { kind: 'split', reports: [{ article: 'b', start: 0, end: 40 }] }));
    expect(all).toHaveLength(3);
    expect(byId(all, 'one')?.reports.map((r) => r.article)).toEqual(['a']);
    expect(apply(correct('two', { kind: 'split', reports: [{ article: 'c', start: 100, end: 140 }] }))).toHaveLength(2);
  });

  test('an event is found again by its evidence when its id has changed', () => {
    const one = byId(apply(correct('gone', { kind: 'hidden', hidden: true })), 'one');
    expect(one).toMatchObject({ hidden: true, corrected: ['hidden'] });
  });

  test('a hidden double does not hide the event that it went into', () => {
    const joined = [event('one', [report('a', 0), report('b', 0), report('c', 100)])];
    const hide = correct('double', { kind: 'hidden', hidden: true });
    expect(applyCorrections(joined, [hide], 'UTC')).toEqual(joined);
    expect(applyCorrections(events, [hide], 'UTC')[0]).toMatchObject({ id: 'one', hidden: true });
  });

  test('both events of a merger are found again by their evidence', () => {
    const reports = [{ article: 'c', start: 100, end: 140 }];
    const all = apply(correct('old-one', { kind: 'merge', into: 'old-two', reports }));
    expect(all.map(({ id, reports: { length } }) => [id, length])).toEqual([['two', 3]]);
  });

  test('what was read stays beside what an editor says, however often', () => {
    const one = byId(
      apply(
        correct('one', { kind: 'time', edtf: '2024-05-08' }, '2024-05-12T10:00:00Z'),
        correct('one', { kind: 'time', edtf: '2024-05-09' }, '2024-05-12T11:00:00Z'),
        correct('one', { kind: 'category', category: 'disaster' }, '2024-05-12T12:00:00Z'),
      ),
      'one',
    );
    expect(one).toMatchObject({
      edtf: '2024-05-09',
      asRead: { edtf: '2024-05-10', inferred: false, category: 'accident' },
      corrected: ['category', 'time'],
    });
    expect(one?.corrections).toHaveLength(3);
  });

  test('a merger shows on whose word it stands now, and who denies it', () => {
    const denied = event('three', [{ ...report('d', 0), status: 'disputed', deniedBy: 'the mayor' }]);
    const merge: Correction = { ...correct('three', { kind: 'merge', into: 'one' }), evidence: [] };
    const [one] = applyCorrections([...events, denied], [merge], 'UTC').filter(({ id }) => id === 'one');
    expect(one).toMatchObject({ status: 'disputed', deniedBy: 'the mayor', outlets: 3 });
  });

  test('what is left after a split is summed up anew, but for what an editor has set', () => {
    const late = { ...report('b', 0), edtf: '2024-05-09', status: 'claimed' as const, attribution: 'the army' };
    const mixed = [event('one', [report('a', 0), late])];
    const title = correct('one', { kind: 'title', title: 'Set' }, '2024-05-12T09:00:00Z');
    const split = correct('one', { kind: 'split', reports: [{ article: 'a', start: 0, end: 40 }] });
    const all = applyCorrections(mixed, [title, split], 'Europe/London');
    expect(byId(all, 'one')).toMatchObject({
      title: 'Set',
      edtf: '2024-05-09',
      status: 'claimed',
      attribution: 'the army',
    });
    expect(all.find(({ id }) => id !== 'one')).toMatchObject({
      title: 'Bridge collapsed',
      start: '2024-05-10T00:00:00+01:00',
      corrected: ['split'],
    });
  });

  test('one that belongs to nothing changes nothing, and no event names it', () => {
    const lost = { ...correct('gone', { kind: 'title', title: 'Lost' }), evidence: [] };
    expect(apply(lost)).toEqual(apply());
  });

  test('what is one already, or apart already, stays as it is and is not lost', () => {
    const merge = correct('gone', { kind: 'merge', into: 'one' });
    expect(apply(merge).find(({ id }) => id === 'one')?.corrections).toEqual([merge.id]);
    const apart = correct('two', { kind: 'split', reports: [{ article: 'c', start: 100, end: 140 }] });
    expect(apply(apart).find(({ id }) => id === 'two')).toEqual({ ...events[1], corrections: [apart.id] });
  });
});

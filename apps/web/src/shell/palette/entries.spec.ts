import { type Entry, inGroups, initials, recentFirst, restOf, step } from './entries.js';
import type { SearchHit } from '../../data/search.js';

const hit = (id: string, patientId: string): SearchHit => ({
  kind: 'patient',
  id,
  title: id,
  snippet: '',
  snippetIn: null,
  patientId,
  at: null,
  status: null,
});
const entry = (id: string, group: Entry['group']): Entry => ({ id, group, label: id, aside: '', run: () => undefined });

describe('the palette', () => {
  it('puts first whom somebody opened last, and leaves the rest in the order of the search', () => {
    const hits = [hit('a', 'p1'), hit('b', 'p2'), hit('c', 'p3'), hit('d', 'p2')];
    expect(recentFirst(hits, ['p3', 'p2']).map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('stands in groups, in one order, without empty ones', () => {
    const groups = inGroups([entry('x', 'action'), entry('y', 'patient'), entry('z', 'action')]);
    expect(groups.map(({ group, entries }) => [group, entries.map(({ id }) => id)])).toEqual([
      ['patient', ['y']],
      ['action', ['x', 'z']],
    ]);
  });

  it('tells how many more there are than are shown', () => {
    const data = [hit('a', 'p1'), hit('b', 'p2')];
    expect(restOf({ data, totals: { patient: 2, appointment: 0, invoice: 0 } })).toEqual({});
    expect(restOf({ data, totals: { patient: 9, appointment: 3, invoice: '50+' } })).toEqual({
      patient: '7',
      appointment: '3',
      invoice: '50+',
    });
    const many = Array.from({ length: 50 }, (_, at) => hit(`h${at}`, `p${at}`));
    expect(restOf({ data: many, totals: { patient: '50+', appointment: 0, invoice: 0 } })).toEqual({ patient: '1+' });
  });

  it('is gone through around its ends', () => {
    expect(step(['a', 'b'], undefined, 1)).toBe('a');
    expect(step(['a', 'b'], undefined, -1)).toBe('b');
    expect(step(['a', 'b'], 'b', 1)).toBe('a');
    expect(step(['a', 'b'], 'gone', 1)).toBe('a');
    expect(step([], 'a', 1)).toBeUndefined();
  });

  it('shows initials while names are hidden', () => {
    expect(initials('Nora Anne Paquet (Nono)')).toBe('N. P.');
    expect(initials('Cher')).toBe('C.');
  });
});

import type { PlacedAppointment } from '../columns.js';
import { neighbourOf, type Way } from './neighbour.js';

const card = (id: string, start: number, lane = 0) => ({ appointment: { id }, start, end: start + 30, lane, of: 2 }) as PlacedAppointment;
const columns = [
  { cards: [card('b', 600), card('a', 540), card('c', 600, 1)] },
  { cards: [] },
  { cards: [card('x', 560), card('y', 900)] },
];
const from = (id: string, way: Way) => neighbourOf(columns, id, way)?.appointment.id;

describe('arrow keys', () => {
  it('go from appointment to appointment by time, side by side from the left', () => {
    expect([from('a', 'down'), from('b', 'down'), from('c', 'down'), from('c', 'up'), from('a', 'up')]).toEqual([
      'b',
      'c',
      undefined,
      'b',
      undefined,
    ]);
    expect([from('b', 'first'), from('b', 'last')]).toEqual(['a', 'c']);
  });

  it('go to the nearest appointment of the next column that has any', () => {
    expect([from('a', 'right'), from('b', 'right'), from('y', 'left'), from('x', 'left'), from('x', 'right')]).toEqual([
      'x',
      'x',
      'b',
      'a',
      undefined,
    ]);
  });

  it('go nowhere from an appointment that is not there', () => {
    expect(from('gone', 'down')).toBeUndefined();
  });
});

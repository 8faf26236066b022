import fc from 'fast-check';
import type { Practitioner } from '../../../../data/practitioners.js';
import type { Appointment } from '../../../../data/appointments.js';
import type { Axis } from '../axis.js';
import type { GridColumn, PlacedAppointment } from '../columns.js';
import { STEP_MINUTES } from '../drop.js';
import { type Held, type LastMove, liesAt, mayGoTo, moveTo, nudge, type Nudge } from './change.js';

const axis: Axis = { kind: 'elapsed', zone: 'America/Toronto' };
const SPAN = { first: 480, last: 1080 };
const column = (id: string, profession: string) => ({ date: '2026-11-24', practitioner: { id, profession } as Practitioner }) as GridColumn;
const columns = [column('amelie', 'physio'), column('ben', 'massage'), column('francois', 'physio')];
const appointment = { id: 'v', practitionerId: 'amelie', start: '2026-11-24T15:00:00Z', end: '2026-11-24T15:45:00Z' } as Appointment;
const card: PlacedAppointment = { appointment, start: 600, end: 645, lane: 0, of: 1 };
const drawn = { column: 0, start: 600, end: 645 };
const held = (to: Partial<Held['to']> = {}): Held => ({ card, from: drawn, to: { ...drawn, ...to } });

describe('an appointment that is moved', () => {
  it('changes what has changed and nothing else', () => {
    expect(moveTo(axis, columns, held())).toBeUndefined();
    expect(moveTo(axis, columns, held({ start: 615, end: 660 }))).toEqual({ start: '2026-11-24T15:15:00.000Z' });
    expect(moveTo(axis, columns, held({ end: 660 }))).toEqual({ durationMinutes: 60 });
    expect(moveTo(axis, columns, held({ column: 2 }))).toEqual({ start: '2026-11-24T15:00:00.000Z', practitionerId: 'francois' });
  });

  it('lies where it was last moved to, until that is drawn or somebody has changed it since', () => {
    const to = { column: 2, start: 615, end: 660 };
    const at = (last: Partial<LastMove>) =>
      liesAt({ ...card, appointment: { ...appointment, version: 3 } }, 0, { appointmentId: 'v', to, ...last });
    expect(at({})).toBe(to);
    expect(at({ version: 4 })).toBe(to);
    expect([at({ version: 3 }), at({ version: 2 }), at({ appointmentId: 'other' }), liesAt(card, 0, undefined)]).toEqual([
      drawn,
      drawn,
      drawn,
      drawn,
    ]);
  });

  it('can be put back before its last move is drawn', () => {
    const moved = { column: 2, start: 615, end: 660 };
    expect(moveTo(axis, columns, { from: moved, to: drawn })).toEqual({ start: '2026-11-24T15:00:00.000Z', practitionerId: 'amelie' });
    expect(moveTo(axis, columns, { from: moved, to: moved })).toBeUndefined();
  });

  it('goes to colleagues of the same profession only, by the keyboard past the others', () => {
    expect([0, 1, 2, 3].map((to) => mayGoTo(columns, 0, to))).toEqual([true, false, true, false]);
    expect(nudge(columns, held(), 'right', SPAN).column).toBe(2);
    expect(nudge(columns, held({ column: 2 }), 'left', SPAN).column).toBe(0);
    expect(nudge(columns, held({ column: 2 }), 'right', SPAN).column).toBe(2);
  });

  it('comes onto the steps by the keyboard, a step at a time', () => {
    expect(nudge(columns, held({ start: 605, end: 650 }), 'later', SPAN)).toEqual({ column: 0, start: 615, end: 660 });
    expect(nudge(columns, held({ start: 605, end: 650 }), 'earlier', SPAN)).toEqual({ column: 0, start: 600, end: 645 });
    expect(nudge(columns, held(), 'earlier', SPAN)).toEqual({ column: 0, start: 585, end: 630 });
    expect(nudge(columns, held(), 'later', SPAN)).toEqual({ column: 0, start: 615, end: 660 });
    expect(nudge(columns, held(), 'shorter', SPAN)).toEqual({ column: 0, start: 600, end: 630 });
  });

  it('stays within the hours that are shown, a step long at least, whatever is pressed', () => {
    const keys = fc.array(fc.constantFrom<Nudge[]>('earlier', 'later', 'left', 'right', 'shorter', 'longer'), { maxLength: 120 });
    fc.assert(
      fc.property(keys, (pressed) => {
        const { start, end, column: at } = pressed.reduce((to, key) => nudge(columns, { card, from: drawn, to }, key, SPAN), held().to);
        expect(start >= SPAN.first && end <= SPAN.last && end - start >= STEP_MINUTES).toBe(true);
        expect(mayGoTo(columns, 0, at)).toBe(true);
      }),
    );
  });
});

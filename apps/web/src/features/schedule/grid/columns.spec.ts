import type { WeeklyTemplate } from '@keel/calendar';
import type { Practitioner } from '../../../data/practitioners.js';
import type { Appointment } from '../../../data/appointments.js';
import type { Axis } from './axis.js';
import { columnsOf, type GridFacts, spanOfColumns } from './columns.js';

const axis: Axis = { kind: 'elapsed', zone: 'America/Toronto' };
const DAY = '2026-11-24';
const [amelie, ben] = ['amelie', 'ben'].map((id) => ({ id }) as Practitioner) as [Practitioner, Practitioner];
const at = (clock: string) => `${DAY}T${clock}:00-05:00`;
const appointment = (id: string, start: string, end: string, over: Partial<Appointment> = {}) =>
  ({ id, practitionerId: 'amelie', start: at(start), end: at(end), status: 'booked', ...over }) as Appointment;
const nine = (weekday: number) => ({ weekday, start: '09:00', end: '17:00', timeZone: axis.zone, locationId: 'here' });
const hours: WeeklyTemplate[] = [{ effectiveFrom: '2020-01-01', effectiveTo: null, weekly: [1, 2].map(nine) }];
const facts = (appointments: Appointment[]): GridFacts => ({ appointments, hours: new Map([['amelie', hours]]), timeOff: [] });

describe('the columns of a day', () => {
  it('have each practitioner’s own appointments, hours and time off', () => {
    const off = { id: 'off', practitionerId: 'ben', start: at('12:00'), end: at('13:00'), reason: 'Lunch' };
    const columns = columnsOf(
      axis,
      [amelie, ben].map((practitioner) => ({ date: DAY, practitioner })),
      { ...facts([appointment('one', '10:00', '10:45'), appointment('two', '10:00', '11:00', { practitionerId: 'ben' })]), timeOff: [off] },
      false,
    );
    expect(columns.map(({ cards }) => cards.map((card) => card.appointment.id))).toEqual([['one'], ['two']]);
    expect(columns.map(({ worked }) => worked)).toEqual([[{ start: 540, end: 1020 }], []]);
    expect(columns.map(({ away }) => away)).toEqual([[], [{ id: 'off', reason: 'Lunch', start: 720, end: 780 }]]);
  });

  it('leave out what was cancelled, unless it is asked for', () => {
    const appointments = [appointment('one', '10:00', '10:45'), appointment('gone', '10:00', '10:45', { status: 'cancelled' })];
    const wanted = [{ date: DAY, practitioner: amelie }];
    const [without] = columnsOf(axis, wanted, facts(appointments), false);
    expect(without?.cards).toMatchObject([{ lane: 0, of: 1 }]);
    const [withEnded] = columnsOf(axis, wanted, facts(appointments), true);
    expect(withEnded?.cards).toMatchObject([{ of: 2 }, { of: 2 }]);
  });

  it('draw a short appointment so that it can be read, beside what comes at once after it', () => {
    const [column] = columnsOf(
      axis,
      [{ date: DAY, practitioner: amelie }],
      facts([appointment('a', '10:00', '10:05'), appointment('b', '10:05', '10:35')]),
      false,
    );
    expect(column?.cards.map(({ start, end, lane }) => [start, end, lane])).toEqual([
      [600, 615, 0],
      [605, 635, 1],
    ]);
  });

  it('show the usual hours, and those of whoever comes earlier or later', () => {
    const early = columnsOf(axis, [{ date: DAY, practitioner: amelie }], facts([appointment('early', '06:30', '07:00')]), false);
    expect(spanOfColumns(axis, early)).toEqual({ first: 300, last: 1080 });
    expect(spanOfColumns(axis, columnsOf(axis, [{ date: DAY, practitioner: ben }], facts([]), false))).toEqual({ first: 480, last: 1080 });
  });
});

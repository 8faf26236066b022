import { addDays, type CivilDate, daysAsInterval, type Interval, shiftsIn, type WeeklyTemplate } from '@keel/calendar';
import type { Practitioner } from '../../../data/practitioners.js';
import type { Appointment } from '../../../data/appointments.js';
import { type Axis, lengthOfDay, type Span, spanOf, type Stretch, stretchOf } from './axis.js';
import { lookOf } from '../../../ui/appointments/card-look.js';
import { type Lane, lanesOf } from './lanes.js';

/** One day of one practitioner. */
export interface GridColumn {
  key: string;
  date: CivilDate;
  practitioner: Practitioner;
  worked: Stretch[];
  away: (Stretch & { id: string; reason: TimeOff['reason'] })[];
  cards: PlacedAppointment[];
}

export interface PlacedAppointment extends Stretch, Lane {
  appointment: Appointment;
}

export interface TimeOff {
  id: string;
  practitionerId: string;
  start: string;
  end: string;
  /** Not told to everybody. */
  reason?: string | null | undefined;
}

/** Everything that a grid is made of. */
export interface GridFacts {
  appointments: readonly Appointment[];
  /** By practitioner. */
  hours: ReadonlyMap<string, readonly WeeklyTemplate[]>;
  timeOff: readonly TimeOff[];
}

/** A shorter appointment is drawn as long as this, so that it can be read and hit. */
const SHORTEST = 15;
const USUAL: Span = { first: 8 * 60, last: 18 * 60 };

/** A day of several practitioners, or several days of one. */
export function columnsOf(
  axis: Axis,
  wanted: readonly Pick<GridColumn, 'date' | 'practitioner'>[],
  facts: GridFacts,
  withEnded: boolean,
): GridColumn[] {
  return wanted.map(({ date, practitioner }) => {
    const mine = <T extends { practitionerId: string }>(all: readonly T[]) => all.filter((one) => one.practitionerId === practitioner.id);
    const day = daysAsInterval(axis.zone, date, addDays(date, 1));
    const place = ({ start, end }: Interval) => stretchOf(axis, date, start, end);
    const cards = mine(facts.appointments).flatMap((appointment) => {
      const stretch = place(timeOf(appointment));
      return stretch && (withEnded || lookOf(appointment.status) !== 'ended') ? [{ appointment, ...atLeast(stretch, SHORTEST) }] : [];
    });
    const lanes = lanesOf(cards);
    return {
      key: `${date} ${practitioner.id}`,
      date,
      practitioner,
      worked: shiftsIn(facts.hours.get(practitioner.id) ?? [], day).flatMap((shift) => place(shift) ?? []),
      away: mine(facts.timeOff).flatMap(({ id, reason, ...off }) => {
        const stretch = place(timeOf(off));
        return stretch ? [{ id, reason, ...stretch }] : [];
      }),
      cards: cards.map((card, index) => ({ ...card, ...lanes[index]! })),
    };
  });
}

/** The hours that show all of the columns. */
export function spanOfColumns(axis: Axis, columns: readonly GridColumn[]): Span {
  const lengths = columns.map(({ date }) => lengthOfDay(axis, date));
  const shown = columns.flatMap(({ worked, cards }) => [...worked, ...cards]);
  return spanOf(shown, Math.max(...lengths, 0), USUAL);
}

const timeOf = ({ start, end }: { start: string; end: string }): Interval => ({ start: Date.parse(start), end: Date.parse(end) });

function atLeast({ start, end }: Stretch, minutes: number): Stretch {
  return { start, end: Math.max(end, start + minutes) };
}

import { addDays, startOfDay } from '@keel/calendar';
import { LIVE_STATUSES } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../../identity/index.js';
import { type Ctx, Db, InvalidProblem, NOT_PERSONAL } from '../../platform/index.js';
import type { AppointmentDayDto, AppointmentDaysDto, AppointmentDaysQuery } from './appointments.dto.js';

const MOST_DAYS = 92;

interface DayRow {
  day: number;
  practitionerId: string;
  appointments: number;
  bookedMinutes: number;
  ended: number;
}

// The borders of the clinic's days come as instants: what a day is in its zone is never PostgreSQL's to say.
const COUNT = `
  SELECT width_bucket(a.start_at, $1::timestamptz[]) AS day, a.practitioner_id AS "practitionerId",
    count(*) FILTER (WHERE a.status = ANY ($4))::integer AS appointments,
    coalesce(sum(date_part('epoch', a.end_at - a.start_at)) FILTER (WHERE a.status = ANY ($4)) / 60, 0)::integer AS "bookedMinutes",
    count(*) FILTER (WHERE a.status <> ALL ($4))::integer AS ended
  FROM appointment a
  WHERE a.start_at >= $2 AND a.start_at < $3 AND ($6 OR a.status = ANY ($4)) AND ($5::uuid IS NULL OR a.practitioner_id = $5)
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** How full each day is, for the overview of a month: numbers alone, so nobody's record is read. */
@Injectable()
export class AppointmentDays {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
  ) {}

  /** @throws InvalidProblem where the range is empty or too long */
  async list(ctx: Ctx, { from, to, practitionerId, ended: withEnded }: AppointmentDaysQuery): Promise<AppointmentDaysDto> {
    const days = daysOf(from, to);
    const { timeZone } = await this.clinics.get(ctx);
    const borders = [...days, to].map((day) => new Date(startOfDay(timeZone, day)));
    const params = [borders, borders[0], borders.at(-1), LIVE_STATUSES, practitionerId ?? null, withEnded === 'true'];
    const rows = await this.db.read<DayRow>(ctx, NOT_PERSONAL, COUNT, params);
    const data = rows.flatMap(({ day, ended, ...row }): AppointmentDayDto[] => {
      // The first bucket is number one.
      const date = days[day - 1];
      return date === undefined ? [] : [{ date, ...row, ...(withEnded && { ended }) }];
    });
    return { data };
  }
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day < to && days.length <= MOST_DAYS; day = addDays(day, 1)) days.push(day);
  if (days.length === 0) throw new InvalidProblem([{ pointer: '/to', detail: 'is after from; it is exclusive' }]);
  if (days.length > MOST_DAYS) throw new InvalidProblem([{ pointer: '/to', detail: `is at most ${MOST_DAYS} days after from` }]);
  return days;
}

import { dateIn } from '@keel/calendar';
import { KEPT_STATUSES } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PatientChanges, type PatientDto } from '../../patients/index.js';
import type { TxCtx } from '../../platform/index.js';
import { SeenAfterDeathError, SeenBeforeBirthError } from './lifetime.errors.js';
import { sideOf } from './lifetimes.js';

interface Seen {
  start: Date;
  timeZone: string;
}

/**
 * The patient's kept appointments that may be on that side of a day, the farthest first. It finds every one that is so in some time zone,
 * and so more than are so by the clock of their location, which `farthest` asks afterwards.
 */
const seen = (beyond: string, order: string): string => `
  SELECT a.start_at AS start, l.time_zone AS "timeZone"
  FROM appointment a JOIN location_card l ON l.clinic_id = a.clinic_id AND l.id = a.location_id
    LEFT JOIN appointment_card c ON c.clinic_id = a.clinic_id AND c.id = a.id
  WHERE a.patient_id = $1 AND a.status = ANY ($2) AND coalesce(c.invoice_status, '') NOT IN ('part_paid', 'paid') AND a.start_at ${beyond} ORDER BY a.start_at ${order}, a.id LIMIT 100`;
const SEEN_BEFORE = seen("< $3::date::timestamp AT TIME ZONE 'UTC' + interval '14 hours'", 'ASC');
const SEEN_AFTER = seen(">= $3::date::timestamp AT TIME ZONE 'UTC' + interval '10 hours'", 'DESC');

type Dates = Pick<PatientDto, 'dateOfBirth' | 'deceasedOn'>;

/**
 * A date of birth or of death is refused if an appointment to which the patient came would then lie outside their life: one of the two is
 * wrong, and while the appointment can be undone a person decides which. One that was paid cannot be undone after its day, so it never
 * keeps out the true date.
 */
@Injectable()
export class KeptInLife implements OnModuleInit {
  constructor(private readonly changes: PatientChanges) {}

  onModuleInit(): void {
    this.changes.register((ctx, before, after) => this.assertKept(ctx, after.id, before, after));
  }

  /** @throws SeenBeforeBirthError, SeenAfterDeathError */
  private async assertKept(ctx: TxCtx, patientId: string, before: Dates, after: Dates): Promise<void> {
    const { dateOfBirth: bornOn, deceasedOn: diedOn } = after;
    if (bornOn !== before.dateOfBirth) {
      const day = await this.farthest(ctx, SEEN_BEFORE, patientId, bornOn, (day) => sideOf({ bornOn, diedOn: null }, day) === 'before');
      if (day) throw new SeenBeforeBirthError(day);
    }
    if (diedOn !== null && diedOn !== before.deceasedOn) {
      const day = await this.farthest(ctx, SEEN_AFTER, patientId, diedOn, (day) => sideOf({ bornOn, diedOn }, day) === 'after');
      if (day) throw new SeenAfterDeathError(day);
    }
  }

  /** The day of the farthest appointment that is beyond the date where it took place. */
  private async farthest(
    ctx: TxCtx,
    sql: string,
    patientId: string,
    date: string,
    isBeyond: (day: string) => boolean,
  ): Promise<string | undefined> {
    const appointments = await ctx.tx.query<Seen[]>(sql, [patientId, KEPT_STATUSES, date]);
    return appointments.map(({ start, timeZone }) => dateIn(timeZone, start.getTime())).find(isBeyond);
  }
}

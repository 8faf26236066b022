import { dateIn } from '@keel/calendar';
import type { Profession } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { LocationsService } from '../../identity/index.js';
import { type Ctx, Db, loginBehind, NOT_PERSONAL, NotFoundProblem, now, type TxCtx } from '../../platform/index.js';
import { Schedules } from '../availability/schedules.js';
import {
  LocationClosedError,
  PatientArchivedError,
  PatientDeceasedError,
  PractitionerInactiveError,
  ServiceArchivedError,
  ServiceNotOfferedError,
  AppointmentBeforeBirthError,
} from '../scheduling.errors.js';
import { type Lifetime, sideOf } from './lifetimes.js';
import { inLockOrder, locked } from '../bookings/locks.js';

export interface AppointmentWish {
  patientId: string;
  practitionerId: string;
  serviceId: string;
  locationId?: string | undefined;
  start: Date;
}

/** What an appointment has already, and whether it keeps its time and its practitioner, or goes back to where it was until it was off. */
interface Kept extends Pick<AppointmentWish, 'serviceId' | 'practitionerId' | 'locationId'> {
  id: string;
  placing: 'stays' | 'back' | 'anew';
}

export interface AppointmentPlan {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  locationId: string;
  /** What the caller says is the practitioner’s own word. */
  ownWord: boolean;
}

interface Findings extends Lifetime {
  patientKnown: boolean;
  patientArchived: boolean;
  practitionerKnown: boolean;
  practitionerActive: boolean;
  /** The appointment was not off yet when its practitioner stopped taking appointments; `outstayedLocation` is the same of its place. */
  outstayedPractitioner: boolean;
  practitionerProfession: Profession;
  ownWord: boolean;
  serviceKnown: boolean;
  serviceProfession: Profession;
  serviceArchived: boolean;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  locationKnown: boolean;
  locationActive: boolean;
  outstayedLocation: boolean;
  /** The clinic's active locations, the first one first. */
  locationIds: string[];
}

/** The appointment `v` was called off after the row stopped taking appointments; where nobody wrote down when that was, any time is after it. */
const outstayed = (row: string) => `coalesce(v.off_since > coalesce(${row}.inactive_since, '-infinity'), false)`;

const FIND = `SELECT pa.id IS NOT NULL AS "patientKnown", pa.archived_at IS NOT NULL AS "patientArchived",
    pa.date_of_birth::text AS "bornOn", pa.deceased_on::text AS "diedOn", pr.id IS NOT NULL AS "practitionerKnown", pr.active AS "practitionerActive",
    ${outstayed('pr')} AS "outstayedPractitioner", ${outstayed('l')} AS "outstayedLocation",
    pr.profession AS "practitionerProfession", coalesce($6 = ANY (voices_of(me.clinic_id, me.user_id)), false) AS "ownWord", s.id IS NOT NULL AS "serviceKnown", s.profession AS "serviceProfession",
    s.archived_at IS NOT NULL AS "serviceArchived", s.duration_minutes AS "durationMinutes",
    s.buffer_before_minutes AS "bufferBeforeMinutes", s.buffer_after_minutes AS "bufferAfterMinutes",
    l.id IS NOT NULL AS "locationKnown", l.active AS "locationActive", ARRAY(SELECT id FROM location_card WHERE active ORDER BY id) AS "locationIds",
    ${locked('$5')} AS locks
  FROM (SELECT 1) AS one
    LEFT JOIN patient_card pa ON pa.id = $1
    LEFT JOIN practitioner_card pr ON pr.id = $2
    LEFT JOIN staff_card me ON me.practitioner_id = $2
    LEFT JOIN service s ON s.id = $3
    LEFT JOIN location_card l ON l.id = $4
    LEFT JOIN appointment v ON v.id = $7`;

/** Whether an appointment can be, apart from its time. */
@Injectable()
export class BookingRules {
  constructor(
    private readonly db: Db,
    private readonly schedules: Schedules,
    private readonly locations: LocationsService,
  ) {}

  /**
   * Locks the time of the practitioners on the way: what is free is asked after this, in a statement that sees what others
   * have just taken. `kept` names what the appointment already has: an archived service does not stop a move of it, and a practitioner
   * who left or a closed location does not stop a change within the time that it has, nor its return there.
   * @throws NotFoundProblem for ids of another clinic; ServiceNotOfferedError and the like
   */
  async make(ctx: TxCtx, wish: AppointmentWish, kept?: Kept): Promise<AppointmentPlan> {
    const locks = inLockOrder([wish.practitionerId, ...(kept ? [kept.practitionerId] : [])]);
    const params = [
      wish.patientId,
      wish.practitionerId,
      wish.serviceId,
      wish.locationId ?? null,
      locks,
      loginBehind(ctx),
      kept?.id ?? null,
    ];
    const [found] = await this.db.read<Findings>(ctx, NOT_PERSONAL, FIND, params);
    if (!found?.patientKnown) throw new NotFoundProblem('patient');
    if (found.diedOn !== null && wish.start > now(ctx)) throw new PatientDeceasedError();
    if (found.patientArchived) throw new PatientArchivedError();
    if (!found.practitionerKnown) throw new NotFoundProblem('practitioner');
    if (!found.serviceKnown) throw new NotFoundProblem('service');
    if (wish.locationId !== undefined && !found.locationKnown) throw new NotFoundProblem('location');
    if (found.practitionerProfession !== found.serviceProfession) throw new ServiceNotOfferedError();
    if (found.serviceArchived && kept?.serviceId !== wish.serviceId) throw new ServiceArchivedError();
    // To take back what was done to an appointment is no new placing of it.
    const stood = (outstayed: boolean) => kept?.placing === 'stays' || (kept?.placing === 'back' && outstayed);
    const placing = kept?.placing === 'back' ? 'back' : 'anew';
    if (!found.practitionerActive && !stood(found.outstayedPractitioner)) throw new PractitionerInactiveError(placing);
    const keepsPlace = kept?.locationId === wish.locationId && stood(found.outstayedLocation);
    if (wish.locationId !== undefined && !found.locationActive && !keepsPlace) throw new LocationClosedError(placing);
    const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, ownWord } = found;
    const locationId = wish.locationId ?? (await this.placeOf(ctx, wish, found.locationIds));
    await this.assertInLifetime(ctx, wish.start, locationId, found);
    return { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, locationId, ownWord };
  }

  /** What took place while somebody lived is still written down after their death; the day is that of the place. */
  private async assertInLifetime(ctx: Ctx, start: Date, locationId: string, lifetime: Lifetime): Promise<void> {
    const { timeZone } = await this.locations.place(ctx, locationId);
    const side = sideOf(lifetime, dateIn(timeZone, start.getTime()));
    if (side === 'after') throw new PatientDeceasedError();
    if (side === 'before') throw new AppointmentBeforeBirthError();
  }

  /** Where the practitioner works at that time; outside their hours, the clinic's first location. */
  private async placeOf(ctx: Ctx, wish: AppointmentWish, locationIds: string[]): Promise<string> {
    const [first, ...others] = locationIds;
    if (first === undefined) throw new NotFoundProblem('active location');
    if (others.length === 0) return first;
    const at = wish.start.getTime();
    const shifts = await this.schedules.shiftsOf(ctx, wish.practitionerId, { start: at, end: at + 60_000 });
    return shifts.find((shift) => shift.start <= at && at < shift.end)?.locationId ?? first;
  }
}

import { EXPECTED_STATUSES, type Locale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, now, systemCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { type VisitFacts, VisitFactsReader } from '../sending/visit-facts.js';
import { visitTime } from '../sending/visit-time.js';
import { plainName } from '../templates/render.js';
import type { Named } from './answer-texts.js';
import { type Shown, type Told, visitsTold } from './visits-meant.js';

/** A visit to come that a phone may answer for, and what it was told of it. */
export interface LiveVisit extends VisitFacts {
  clinicId: string;
  shown: number | null;
  locale: Locale;
}

/** More visits to come of one clinic than this are not told apart by what they wait for: a person does. */
const MOST_OF_A_CLINIC = 20;

/** What is to come of one clinic, of which a phone was told; the last told of first. */
export interface ToCome {
  visits: LiveVisit[];
  /** False where there are more of them. */
  all: boolean;
}

/** Visits that the holder of a phone may speak about now. */
@Injectable()
export class LiveVisits {
  constructor(
    private readonly facts: VisitFactsReader,
    private readonly consents: ConsentsService,
    private readonly appointments: AppointmentsService,
  ) {}

  /**
   * All that the phone was told of and that is still to come, of each clinic for itself: however many visits one clinic tells
   * it of, those of the others stay among what it may mean.
   */
  async toCome(told: readonly Told[], number: string): Promise<ToCome[]> {
    const found: ToCome[] = [];
    for (const [clinicId, shown] of Map.groupBy(visitsTold(told), (one) => one.clinicId)) {
      const ahead = await this.appointments.toCome(
        replyCtx(clinicId),
        shown.map(({ appointmentId }) => appointmentId),
      );
      const standing = shown.filter(({ appointmentId }) => ahead.has(appointmentId));
      const visits = await this.readAll(standing.slice(0, MOST_OF_A_CLINIC), number);
      if (visits.length > 0) found.push({ visits, all: standing.length <= MOST_OF_A_CLINIC });
    }
    return found;
  }

  /** Those of them about which it may still speak. */
  async readAll(shown: readonly Shown[], number: string): Promise<LiveVisit[]> {
    const visits: LiveVisit[] = [];
    for (const one of shown) {
      const visit = await this.read(one, number);
      if (visit) visits.push(visit);
    }
    return visits;
  }

  /** Undefined for what is over, off or gone, and where the phone is not the patient's any more. */
  async read({ clinicId, appointmentId, version }: Shown, number: string): Promise<LiveVisit | undefined> {
    const ctx = replyCtx(clinicId);
    const visit = await this.facts.read(ctx, appointmentId);
    if (!visit || visit.start <= now(ctx) || !EXPECTED_STATUSES.includes(visit.status)) return undefined;
    const { phone, barred, locale } = await this.consents.contact(ctx, visit.patientId, 'appointments');
    return phone === number && !barred ? { ...visit, clinicId, shown: version, locale } : undefined;
  }
}

export const replyCtx = (clinicId: string): Ctx => systemCtx(clinicId, 'sms_reply');

/** The visit as an answer names it. */
export function named(visit: LiveVisit): Named {
  const spot = visit.placeName === visit.clinic.name ? '' : plainName(visit.placeName);
  return {
    ...visitTime(visit.start, visit.timeZone, visit.locale, 'sms'),
    spot,
    practitioner: plainName(visit.practitioner),
    newPlace: visit.news.place ? plainName(visit.place) : '',
    newPractitioner: visit.news.practitioner,
  };
}

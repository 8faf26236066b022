import type { AppointmentStatus, Locale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, now, systemCtx } from '../../platform/index.js';
import { type VisitFacts, VisitFactsReader } from '../sending/visit-facts.js';
import { visitTime } from '../sending/visit-time.js';
import { plainName } from '../templates/render.js';
import type { Named } from './answer-texts.js';
import type { Shown } from './visits-meant.js';

const TO_COME: readonly AppointmentStatus[] = ['pending', 'booked', 'confirmed'];

/** A visit to come that a phone may answer for, and what it was told of it. */
export interface LiveVisit extends VisitFacts {
  clinicId: string;
  shown: number | null;
  locale: Locale;
}

/** Visits that the holder of a phone may speak about now. */
@Injectable()
export class LiveVisits {
  constructor(
    private readonly visits: VisitFactsReader,
    private readonly consents: ConsentsService,
  ) {}

  /** Undefined for what is over, off or gone, and where the phone is not the patient's any more. */
  async read({ clinicId, appointmentId, version }: Shown, number: string): Promise<LiveVisit | undefined> {
    const ctx = replyCtx(clinicId);
    const visit = await this.visits.read(ctx, appointmentId);
    if (!visit || visit.start <= now(ctx) || !TO_COME.includes(visit.status)) return undefined;
    const { phone, barred, locale } = await this.consents.contact(ctx, visit.patientId, 'appointments');
    return phone === number && !barred ? { ...visit, clinicId, shown: version, locale } : undefined;
  }
}

export const replyCtx = (clinicId: string): Ctx => systemCtx(clinicId, 'sms_reply');

/** The visit as an answer names it. */
export function named(visit: LiveVisit): Named {
  const spot = visit.placeName === visit.clinic.name ? '' : plainName(visit.placeName);
  return { ...visitTime(visit.start, visit.timeZone, visit.locale, 'sms'), spot, practitioner: plainName(visit.practitioner) };
}

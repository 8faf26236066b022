import { languageOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService } from '../../identity/index.js';
import { ConsentsService } from '../../patients/index.js';
import type { Ctx } from '../../platform/index.js';
import { type Calling, clinicNames, signed } from './appointment-answers.js';
import { type Answer, answerText } from './answer-texts.js';
import type { Outcome } from './conversations.js';
import { replyCtx } from './live-appointments.js';
import type { Home } from './whose-words.js';

/** What a clinic answers that is about no appointment, and what clinics are called where one is to be chosen. */
@Injectable()
export class ClinicAnswers {
  constructor(
    private readonly consents: ConsentsService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
  ) {}

  /** An answer that is about no appointment, by this clinic. */
  async say(reply: Exclude<Answer, 'which'>, outcome: Outcome, by: Home, number: string): Promise<Outcome> {
    const ctx = replyCtx(by.clinicId);
    const clinic = await this.clinics.get(ctx);
    const language = languageOf(by.patientId ? (await this.consents.contact(ctx, by.patientId, 'appointments')).locale : clinic.locale);
    const text = answerText(reply, signed({ clinic, phone: clinic, locale: language }), language);
    return { ...outcome, text, lines: [aboutNoAppointment(reply, by, number, text)] };
  }

  /** What to call each of them; undefined where there is none. */
  async namesOf(clinicIds: readonly string[]): Promise<string[] | undefined> {
    if (clinicIds.length === 0) return undefined;
    const clinics: Calling[] = [];
    for (const clinicId of clinicIds) {
      const ctx = replyCtx(clinicId);
      const clinic = await this.clinics.get(ctx);
      clinics.push({ clinic, phone: clinic, locale: clinic.locale, address: await this.addressOf(ctx) });
    }
    return clinicNames(clinics);
  }

  /** Of the place that a clinic began with, as long as it is there. */
  private async addressOf(ctx: Ctx): Promise<string> {
    const { data } = await this.locations.list(ctx, { limit: 20 });
    const main = data.find(({ active }) => active);
    return [main?.addressLine1, main?.city].filter(Boolean).join(', ');
  }
}

function aboutNoAppointment(reply: Exclude<Answer, 'which'>, by: Home, number: string, text: string): Outcome['lines'][number] {
  const { clinicId, patientId } = by;
  return { clinicId, number, text, patientId, appointmentId: null, reply, version: null, startsAt: null };
}

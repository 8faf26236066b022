import { fillMessage, type Locale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, Db, now, Problem, systemCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { Composer } from '../sending/composer.js';
import { Preparation } from '../sending/preparation.js';
import { type VisitFacts, VisitFactsReader } from '../sending/visit-facts.js';
import { forSms } from '../templates/render.js';
import { inboundWish } from './inbound-word.js';
import { REPLIES } from './replies.js';

interface Conversation {
  clinicId: string;
  messageId: string;
  appointmentId: string | null;
}

// At these words Twilio answers by itself and stops our texts; an answer of ours would only be refused.
const ANSWERED_BY_TWILIO = /^\s*(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT)\s*$/i;

/** What a patient texts back: one word is understood, anything else is answered with the clinic's number. */
@Injectable()
export class InboundSms {
  constructor(
    private readonly db: Db,
    private readonly composer: Composer,
    private readonly preparation: Preparation,
    private readonly visits: VisitFactsReader,
    private readonly consents: ConsentsService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** The text to answer with, or undefined for none. */
  async take(from: string, body: string): Promise<string | undefined> {
    const conversations = await this.db.door<Conversation>('sms_conversations', [this.composer.numberHash(from)]);
    const [latest] = conversations;
    if (!latest) return undefined;
    const wish = inboundWish(body);
    // The number is one for all clinics of this installation, so is the wish to hear no more from it.
    if (wish === 'stop') await this.suppress(conversations, from);
    if (wish === 'start') await this.resume(conversations, from);
    if (wish === 'stop' && ANSWERED_BY_TWILIO.test(body)) return undefined;
    const ctx = systemCtx(latest.clinicId, 'sms_reply');
    const visit = latest.appointmentId ? await this.visits.read(ctx, latest.appointmentId) : undefined;
    if (!visit) return undefined;
    const { locale } = await this.consents.contact(ctx, visit.patientId, 'appointments');
    if (wish === 'confirm') return this.confirm(ctx, visit, locale);
    const link = wish === 'reschedule' ? await this.db.tx(ctx, (ctx) => this.composer.visitLink(ctx, visit)) : '';
    return this.reply(wish, visit, locale, link);
  }

  private async confirm(ctx: Ctx, visit: VisitFacts, locale: Locale): Promise<string> {
    if (visit.start <= now(ctx)) return this.reply('other', visit, locale);
    if (visit.status !== 'confirmed') {
      try {
        await this.appointments.confirm(ctx, visit.id, { by: 'patient' });
      } catch (error) {
        // Cancelled, or past confirming: the clinic's number is the answer.
        if (error instanceof Problem && error.getStatus() < 500) return this.reply('other', visit, locale);
        throw error;
      }
    }
    return this.reply('confirm', visit, locale);
  }

  private reply(wish: keyof typeof REPLIES, visit: VisitFacts, locale: Locale, link = ''): string {
    const text = REPLIES[wish][locale];
    return forSms(fillMessage(text, { clinic: visit.clinic.name, phone: visit.phone ?? visit.clinic.name, link })).trim();
  }

  private async suppress(conversations: readonly Conversation[], number: string): Promise<void> {
    for (const { clinicId } of conversations) {
      await this.db.tx(systemCtx(clinicId, 'sms_reply'), (ctx) => this.preparation.suppress(ctx, 'sms', number, 'stop'));
    }
  }

  private async resume(conversations: readonly Conversation[], number: string): Promise<void> {
    for (const { clinicId } of conversations) {
      await this.db.tx(systemCtx(clinicId, 'sms_reply'), (ctx) =>
        ctx.tx.query("DELETE FROM suppression WHERE channel = 'sms' AND address = $1", [number]),
      );
    }
  }
}

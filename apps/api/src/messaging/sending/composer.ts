import { type Channel, type Language, type MessageValues, WAY_OUT } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Config, LinkTokens, now, type TxCtx } from '../../platform/index.js';
import { numberHash } from '../number-hashes.js';
import { type Composed, toContent } from './content.js';
import type { AppointmentFacts } from './appointment-facts.js';

const LINK_OUTLIVES_START_MS = 24 * 3_600_000;
/** Old mail is searched through when somebody has had enough. */
const WAY_OUT_LIVES_MS = 2 * 365 * 24 * 3_600_000;

/** Whom a message to a patient goes to, and on whose behalf. */
export interface Addressee {
  patientId: string;
  address: string;
  channel: Channel;
  clinic: { name: string; email: string | null };
}

/** What is the same for every message to a patient. */
@Injectable()
export class Composer {
  constructor(
    private readonly links: LinkTokens,
    private readonly config: Config,
  ) {}

  /** Filled in and ready to leave; an e-mail bears its clinic's name and ends with a way out. */
  toPatient(
    ctx: TxCtx,
    { patientId, address, channel, clinic }: Addressee,
    text: { subject: string | null; body: string; locale: Language },
    values: MessageValues,
  ): Composed {
    if (channel === 'sms') {
      const content = toContent(address, text, values, text.locale, channel);
      return { content, kept: content };
    }
    const mail = { ...text, body: `${text.body.trimEnd()}\n\n${WAY_OUT[text.locale]}` };
    const render = (wayOut: string) => toContent(address, mail, { ...values, wayOut }, text.locale, channel);
    const { page, oneClick } = this.wayOut(ctx, patientId);
    // Who reads it at the clinic does not hold the link by which the mailbox speaks.
    const sender = { name: clinic.name, replyTo: clinic.email };
    return { content: { ...render(page), wayOut: oneClick, sender }, kept: render('…') };
  }

  /** How whoever gets an e-mail gets no more of them: for a person, and for the provider of the mailbox. */
  private wayOut(ctx: TxCtx, patientId: string): { page: string; oneClick: string } {
    const expiresAt = new Date(now(ctx).getTime() + WAY_OUT_LIVES_MS);
    const token = this.links.mint(ctx, { kind: 'mailbox', subjectId: patientId, patientId, channel: 'email', expiresAt });
    const { publicUrl } = this.config;
    return { page: `${publicUrl}/emails/${token}`, oneClick: `${publicUrl}/api/v1/public/emails/${token}/one-click` };
  }

  /** A fresh link to the appointment; earlier ones stay good until they expire or are withdrawn. */
  appointmentLink(ctx: TxCtx, appointment: AppointmentFacts, channel: Channel): string {
    const token = this.links.mint(ctx, {
      kind: 'appointment',
      subjectId: appointment.id,
      patientId: appointment.patientId,
      channel,
      expiresAt: new Date(appointment.start.getTime() + LINK_OUTLIVES_START_MS),
    });
    return `${this.config.publicUrl}/l/${token}`;
  }

  numberHash(number: string): Buffer {
    return numberHash(this.config.masterKey, number);
  }
}

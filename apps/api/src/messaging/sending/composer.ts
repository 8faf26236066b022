import { type Channel, type Locale, type MessageValues, notedPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Config, LinkTokens, type TxCtx } from '../../platform/index.js';
import { numberHash } from '../number-hashes.js';
import { MessageTemplatesService } from '../templates/message-templates.service.js';
import { plainName } from '../templates/render.js';
import { type Composed, toContent } from './content.js';
import { type StaffMailKind, StaffMails } from './staff-mails.js';
import type { VisitFacts } from './visit-facts.js';
import { visitTime } from './visit-time.js';

const LINK_OUTLIVES_START_MS = 24 * 3_600_000;

@Injectable()
export class Composer {
  constructor(
    private readonly templates: MessageTemplatesService,
    private readonly links: LinkTokens,
    private readonly staffMails: StaffMails,
    private readonly config: Config,
  ) {}

  async reminder(
    ctx: TxCtx,
    visit: VisitFacts,
    channel: 'email' | 'sms',
    person: { address: string; firstName: string; locale: Locale },
  ): Promise<Composed> {
    const template = await this.templates.choose(ctx, 'reminder', channel, person.locale);
    const phone = plainName(notedPhone(visit.phone, template.locale));
    const values: MessageValues = {
      firstName: plainName(person.firstName),
      clinic: plainName(visit.clinic.name),
      practitioner: plainName(visit.practitioner),
      location: plainName(visit.place),
      link: await this.visitLink(ctx, visit, channel),
      ...(phone && { phone }),
      ...visitTime(visit.start, visit.timeZone, template.locale, channel),
    };
    const content = toContent(person.address, template, values, template.locale, channel);
    return { content, kept: content, appointmentVersion: visit.version };
  }

  /** A fresh link to the visit; earlier ones stay good until they expire or are withdrawn. */
  async visitLink(ctx: TxCtx, visit: VisitFacts, channel: Channel): Promise<string> {
    const token = await this.links.mint(ctx, {
      kind: 'appointment',
      subjectId: visit.id,
      patientId: visit.patientId,
      channel,
      expiresAt: new Date(visit.start.getTime() + LINK_OUTLIVES_START_MS),
    });
    return `${this.config.publicUrl}/l/${token}`;
  }

  staffMail(ctx: TxCtx, kind: StaffMailKind, subjectId: string, recipientId: string | null): Promise<Composed | undefined> {
    return this.staffMails.compose(ctx, kind, subjectId, recipientId);
  }

  numberHash(number: string): Buffer {
    return numberHash(this.config.masterKey, number);
  }
}

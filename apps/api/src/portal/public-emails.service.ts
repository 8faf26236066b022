import { firstPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import { ConsentsService, keepPatient, Mailboxes, type PatientContact } from '../patients/index.js';
import { type Ctx, Db, LinkTokens, type Requester } from '../platform/index.js';
import { linkCtx } from './link-ctx.js';
import { masked } from './masked.js';
import { LinkGoneError } from './portal.errors.js';
import type { PublicEmailsDto } from './public-emails.dto.js';

/** What whoever holds a mailbox may see and say of a clinic's e-mails to it. */
@Injectable()
export class PublicEmailsService {
  constructor(
    private readonly db: Db,
    private readonly links: LinkTokens,
    private readonly consents: ConsentsService,
    private readonly mailboxes: Mailboxes,
    private readonly clinics: ClinicsService,
  ) {}

  /** Shows, and changes nothing: mail scanners and previews open links too. @throws LinkGoneError */
  async show(token: string, requester: Requester): Promise<PublicEmailsDto> {
    const { ctx, patientId } = await this.open(token, requester);
    return this.describe(ctx, await this.consents.contact(ctx, patientId, 'appointments'));
  }

  /** Whoever holds the mailbox wants e-mails of this clinic again, or no more. @throws LinkGoneError */
  async say(token: string, granted: boolean, requester: Requester): Promise<PublicEmailsDto> {
    const { ctx, linkId, patientId } = await this.open(token, requester);
    return this.db.tx(ctx, async (ctx) => {
      // The address is not corrected meanwhile, or this link has died with it by now.
      keepPatient(ctx, patientId);
      const { email } = await this.consents.contact(ctx, patientId, 'appointments');
      if (!email || !(await this.links.isOpen(ctx, linkId))) throw new LinkGoneError();
      await this.mailboxes.say(ctx, email, granted);
      return this.describe(ctx, await this.consents.contact(ctx, patientId, 'appointments'));
    });
  }

  private async open(token: string, requester: Requester): Promise<{ ctx: Ctx; linkId: string; patientId: string }> {
    const link = await this.links.resolve(token);
    if (link?.kind !== 'mailbox' || !link.open) throw new LinkGoneError();
    return { ctx: linkCtx(link, requester), linkId: link.id, patientId: link.subjectId };
  }

  private async describe(ctx: Ctx, { email, barred, locale, country, channels, mailboxRefuses }: PatientContact): Promise<PublicEmailsDto> {
    // One answer, whether it never was a link, has died, or belongs to somebody to whom nobody is to write.
    if (!email || barred) throw new LinkGoneError();
    const clinic = await this.clinics.get(ctx);
    return {
      locale,
      country,
      clinic: { name: clinic.name, email: clinic.email, ...firstPhone(clinic) },
      address: masked(email),
      stoppedBy: !channels.includes('email') ? 'clinic' : mailboxRefuses ? 'link' : null,
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClinicsService, publicClinic } from '../identity/index.js';
import { type Ctx, Db, LinkGoneError, LinkKinds, LinkTokens, type ResolvedLink } from '../platform/index.js';
import { ConsentsService } from './consents.service.js';
import { keepPatient } from './keep-patient.js';
import { Mailboxes } from './mailboxes.js';
import { masked } from './masked.js';
import type { PatientContact } from './patients.dto.js';
import type { PublicEmailsDto } from './public-emails.dto.js';

/** What whoever holds a mailbox may see and say of a clinic's e-mails to it, by the link in one of them. */
@Injectable()
export class MailboxLinkKind implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly kinds: LinkKinds,
    private readonly links: LinkTokens,
    private readonly consents: ConsentsService,
    private readonly mailboxes: Mailboxes,
    private readonly clinics: ClinicsService,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      mailbox: {
        page: 'emails',
        // Its holder may be anybody by now, and no clinic is named to them.
        ended: 'gone',
        versionOf: null,
        open: (ctx, link) =>
          Promise.resolve({
            show: async () => this.describe(ctx, await this.contact(ctx, link)),
            actions: new Map([
              ['stop', () => this.say(ctx, link, false)],
              ['start', () => this.say(ctx, link, true)],
            ]),
          }),
      },
    });
  }

  /** Whoever holds the mailbox wants e-mails of this clinic again, or no more. @throws LinkGoneError */
  private async say(ctx: Ctx, link: ResolvedLink, granted: boolean): Promise<PublicEmailsDto> {
    return this.db.tx(ctx, async (ctx) => {
      // The address is not corrected meanwhile, or this link has died with it by now.
      keepPatient(ctx, link.subjectId);
      const { email } = await this.contact(ctx, link);
      if (!email || !(await this.links.isOpen(ctx, link.id))) throw new LinkGoneError();
      await this.mailboxes.say(ctx, email, granted);
      return this.describe(ctx, await this.contact(ctx, link));
    });
  }

  private contact(ctx: Ctx, { subjectId }: ResolvedLink): Promise<PatientContact> {
    return this.consents.contact(ctx, subjectId, 'appointments');
  }

  private async describe(ctx: Ctx, { email, barred, locale, country, channels, mailboxRefuses }: PatientContact): Promise<PublicEmailsDto> {
    // One answer, whether it never was a link, has died, or belongs to somebody to whom nobody is to write.
    if (!email || barred) throw new LinkGoneError();
    return {
      locale,
      country,
      clinic: publicClinic(await this.clinics.get(ctx)),
      address: masked(email),
      stoppedBy: !channels.includes('email') ? 'clinic' : mailboxRefuses ? 'link' : null,
    };
  }
}

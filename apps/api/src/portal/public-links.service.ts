import { Injectable } from '@nestjs/common';
import { ClinicsService, publicClinic } from '../identity/index.js';
import {
  type Ctx,
  LinkGoneError,
  type LinkKindRules,
  LinkKinds,
  type LinkPage,
  LinkTokens,
  type OpenedLink,
  type Requester,
} from '../platform/index.js';
import { linkCtx } from './link-ctx.js';
import { LinkClosedError, VersionRequiredError } from './portal.errors.js';

/** What an action is given that asks for the same whatever was shown. */
const NO_VERSION = 0;

/** Links of every kind: whose they are, whether they are open, and who is asked what they open. */
@Injectable()
export class PublicLinksService {
  constructor(
    private readonly links: LinkTokens,
    private readonly kinds: LinkKinds,
    private readonly clinics: ClinicsService,
  ) {}

  /** Shows, and changes nothing: mail scanners and previews open links too. @throws LinkGoneError, LinkClosedError; so do the others */
  async show(page: LinkPage, token: string, requester: Requester): Promise<object> {
    const { opened } = await this.open(page, token, requester);
    return opened.show();
  }

  /** The same as a file for a calendar. */
  async calendar(page: LinkPage, token: string, requester: Requester): Promise<string> {
    const { opened } = await this.open(page, token, requester);
    if (!opened.calendar) throw new LinkGoneError();
    return opened.calendar();
  }

  /** Does what was asked to what was `shown`. @throws VersionRequiredError, and what the kind refuses */
  async act(page: LinkPage, token: string, action: string, shown: number | undefined, requester: Requester): Promise<object> {
    const { ctx, kind, opened } = await this.open(page, token, requester);
    const act = opened.actions.get(action);
    if (!act) throw opened.notPossible?.(action) ?? new LinkGoneError();
    if (shown === undefined && kind.versionOf !== null) throw new VersionRequiredError(kind.versionOf);
    try {
      return await act(shown ?? NO_VERSION);
    } catch (error) {
      // It ended while the press waited for its turn.
      throw error instanceof LinkGoneError ? await this.ended(ctx, kind) : error;
    }
  }

  private async open(page: LinkPage, token: string, requester: Requester): Promise<{ ctx: Ctx; kind: LinkKindRules; opened: OpenedLink }> {
    const link = await this.links.resolve(token);
    const kind = link && this.kinds.of(link.kind);
    if (!link || kind?.page !== page) throw new LinkGoneError();
    const ctx = linkCtx(link, requester);
    const opened = link.open ? await kind.open(ctx, link) : undefined;
    if (!opened) throw await this.ended(ctx, kind);
    return { ctx, kind, opened };
  }

  private async ended(ctx: Ctx, { ended }: LinkKindRules): Promise<Error> {
    return ended === 'gone' ? new LinkGoneError() : new LinkClosedError(publicClinic(await this.clinics.get(ctx)));
  }
}

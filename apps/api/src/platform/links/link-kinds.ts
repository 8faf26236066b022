import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import type { Problem } from '../problems/problem.js';
import { LINK_KINDS, type LinkKind, type ResolvedLink } from './link-tokens.js';

/** Below which address a link opens: `/public/links/{token}`, or `/public/emails/{token}` for the way out of e-mails. */
export type LinkPage = 'links' | 'emails';

/** How the module that owns what a link opens shows it, and what whoever holds the link may do there. */
export interface LinkKindRules {
  page: LinkPage;
  /**
   * What is said of a link that opens nothing for its holder any more: that it is closed, with the clinic to call; or no more than of
   * what never was one.
   */
  ended: 'closed' | 'gone';
  /**
   * The part of the answer whose `version` an action must bring back as it was shown, so that nothing is done to what nobody saw; null
   * where an action asks for the same whatever was shown.
   */
  versionOf: string | null;
  /** Asked of a link that is neither withdrawn nor past its time. Undefined where its subject is not for its holder any more. */
  open: (ctx: Ctx, link: ResolvedLink) => Promise<OpenedLink | undefined>;
}

/** What one link opens at this moment. Any of these may throw LinkGoneError, which undoes what was done. */
export interface OpenedLink {
  /** The answer of its page. It changes nothing: mail scanners and previews open links too. */
  show: () => Promise<object>;
  /**
   * What may be posted to `/public/{page}/{token}/{action}` at all, by name; each does it to what was `shown` (0 where no version is
   * asked for) and answers with what the page shows then. A press that comes too late is refused here.
   */
  actions: ReadonlyMap<string, (shown: number) => Promise<object>>;
  /** What an action gets that is none of these; absent where each has a route of its own. */
  notPossible?: (action: string) => Problem;
  /** The same as a file for a calendar. */
  calendar?: () => Promise<string>;
}

/** Modules put the kinds of their links here at boot, which fails where one is shown by nobody, or by two. */
@Injectable()
export class LinkKinds implements OnApplicationBootstrap {
  private readonly kinds = new Map<LinkKind, LinkKindRules>();

  add(kinds: Readonly<Partial<Record<LinkKind, LinkKindRules>>>): void {
    for (const [kind, one] of Object.entries(kinds) as [LinkKind, LinkKindRules][]) {
      if (this.kinds.has(kind)) throw new Error(`Two modules say what a link of kind ${kind} opens; the one that owns its subject should`);
      this.kinds.set(kind, one);
    }
  }

  /** Undefined for a link of another release, which opens nothing in this one. */
  of(kind: LinkKind): LinkKindRules | undefined {
    return this.kinds.get(kind);
  }

  onApplicationBootstrap(): void {
    const faults = linkKindFaults(new Set(this.kinds.keys()));
    if (faults.length > 0) throw new Error(`The kinds of links and their modules disagree:\n  ${faults.join('\n  ')}`);
  }
}

/** What is wrong between the kinds of links and what the modules say of them, each with the mend. */
export function linkKindFaults(told: ReadonlySet<string>, kinds: readonly string[] = LINK_KINDS): string[] {
  const silent = kinds.filter((kind) => !told.has(kind));
  const unlisted = [...told].filter((kind) => !kinds.includes(kind));
  return [
    ...silent.map((kind) => `${kind} is opened by nobody: add it to LinkKinds in the module that owns its subject`),
    ...unlisted.map((kind) => `${kind} is opened by a module and is on no list: add it to LINK_KINDS`),
  ];
}

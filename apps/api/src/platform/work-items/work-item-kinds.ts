import { type Language, LANGUAGES, WORK_ITEM_KINDS, type WorkItemKind } from '@keel/contracts';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { RouteTable } from '../context/route-policy.check.js';

/** Whom an item is about, so that it can be told from the others: never what is the matter. */
export interface WorkItemSubject {
  patient?: { firstName: string; lastName: string; preferredName: string | null } | null;
  /** The login of the member whom it is about. */
  memberId?: string | null;
}

/** How a module shows the work that it opens and closes. */
export interface WorkItemKindWords {
  words: Readonly<Record<Language, string>>;
  /** The route that does it; boot asks whether there is one. */
  doneBy: `POST /${string}`;
  /**
   * SQL that holds where the caller may read the very subject of the work item `w`, and where it is still to be done or was: for what
   * neither the kind's permission nor the item says.
   */
  stands?: (ctx: Ctx) => string;
  /** Whom these subjects are about, by the subject's id; what is shown leaves its audit row. */
  about?: (ctx: Ctx, subjectIds: readonly string[]) => Promise<ReadonlyMap<string, WorkItemSubject>>;
}

/** Modules put the kinds of their work here at boot, which fails where one has no words, no route, or two owners. */
@Injectable()
export class WorkItemKinds implements OnApplicationBootstrap {
  private readonly kinds = new Map<WorkItemKind, WorkItemKindWords>();

  constructor(private readonly routes: RouteTable) {}

  add(kinds: Readonly<Partial<Record<WorkItemKind, WorkItemKindWords>>>): void {
    for (const [kind, one] of Object.entries(kinds) as [WorkItemKind, WorkItemKindWords][]) {
      if (this.kinds.has(kind)) throw new Error(`Two modules say how ${kind} is shown; the one that owns its subject should`);
      this.kinds.set(kind, one);
    }
  }

  of(kind: WorkItemKind): WorkItemKindWords {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`${kind} is no work that a module has put on the list of kinds`);
    return found;
  }

  onApplicationBootstrap(): void {
    const routes = new Set(this.routes.routes().map(({ method, path }) => `${method} ${path}`));
    const faults = kindFaults(this.kinds, routes);
    if (faults.length > 0) throw new Error(`The kinds of work and their modules disagree:\n  ${faults.join('\n  ')}`);
  }
}

/** What is wrong between the kinds of work and what the modules say of them, each with the mend. */
export function kindFaults(
  told: ReadonlyMap<string, Pick<WorkItemKindWords, 'words' | 'doneBy'>>,
  routes: ReadonlySet<string>,
  kinds: readonly string[] = WORK_ITEM_KINDS,
): string[] {
  return kinds.flatMap((kind) => {
    const one = told.get(kind);
    if (!one) return [`${kind} is shown by nobody: add it to WorkItemKinds in the module that owns its subject`];
    const silent = LANGUAGES.filter((language) => !one.words[language]);
    return [
      ...(silent.length > 0 ? [`${kind} has no words in ${silent.join(' and ')}`] : []),
      ...(routes.has(one.doneBy) ? [] : [`${kind} is done by ${one.doneBy}, which is no route`]),
    ];
  });
}

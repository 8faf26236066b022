import type { Ctx, Requester, ResolvedLink } from '../platform/index.js';

/** The holder of a link acts as that link, in its clinic, with no permission of staff. */
export function linkCtx(link: ResolvedLink, requester: Requester): Ctx {
  return {
    clinicId: link.clinicId,
    actor: { type: 'link', id: link.id },
    permissions: new Set(),
    requestId: requester.requestId,
    ip: requester.ip,
  };
}

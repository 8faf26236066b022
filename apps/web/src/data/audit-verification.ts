import type { Answer } from './client/problem.js';
import { answered, api } from './client/api.js';

export type VerificationPage = Answer<'AuditVerificationDto'>;
export type Verification = Pick<VerificationPage, 'seals' | 'entries' | 'faults' | 'head' | 'waiting'>;

/** What two pages of the chain say together: counts and faults add up, and the newer one knows the end. */
export function together(before: Verification | undefined, page: VerificationPage): Verification {
  const { head, waiting } = page;
  return {
    seals: (before?.seals ?? 0) + page.seals,
    entries: (before?.entries ?? 0) + page.entries,
    faults: [...(before?.faults ?? []), ...page.faults],
    head,
    waiting,
  };
}

/** Reads the whole chain, page by page. @throws ApiProblem, UnreachableError */
export async function verifyAudit(): Promise<Verification> {
  let found: Verification | undefined;
  for (let after: number | null = 0; after !== null;) {
    const page: VerificationPage = await answered(api.GET('/api/v1/audit/verification', { params: { query: { after } } }));
    found = together(found, page);
    after = page.next;
  }
  // The first page is always read.
  return found!;
}

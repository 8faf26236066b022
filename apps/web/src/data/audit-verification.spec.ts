import { together, type VerificationPage } from './audit-verification.js';

const page = (over: Partial<VerificationPage>): VerificationPage => ({
  intact: true,
  seals: 2,
  entries: 10,
  faults: [],
  head: { seal: 4, hash: 'h', sealedAt: '2026-11-24T10:00:00.000Z' },
  waiting: 3,
  next: null,
  ...over,
});

it('adds up the pages of the chain, and keeps the faults of all', () => {
  const fault = { kind: 'changed' as const, seal: 1, entryIds: ['a'] };
  const first = together(undefined, page({ faults: [fault], next: 2, waiting: 0 }));
  expect(together(first, page({}))).toEqual({ seals: 4, entries: 20, faults: [fault], head: page({}).head, waiting: 3 });
});

import { QueryClient } from '@tanstack/react-query';
import { locationsQuery } from '../../data/locations.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { leftForGood, sentence } from './move-done.js';

function known(): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(practitionersQuery.queryKey, [
    { id: 'amelie', active: true },
    { id: 'gone', active: false },
  ] as never);
  queries.setQueryData(locationsQuery.queryKey, [
    { id: 'main', active: true },
    { id: 'closed', active: false },
  ] as never);
  return queries;
}

const at = (practitionerId: string, locationId: string) => ({ practitionerId, locationId });

describe('what a moved appointment has left for good', () => {
  it.each([
    [at('gone', 'main'), at('amelie', 'main'), 'practitioner'],
    [at('amelie', 'closed'), at('amelie', 'main'), 'location'],
    [at('gone', 'closed'), at('amelie', 'main'), 'practitioner'],
    // It is there still, only longer or shorter.
    [at('gone', 'closed'), at('gone', 'closed'), undefined],
    [at('amelie', 'main'), at('other', 'elsewhere'), undefined],
  ])('from %j to %j is %j', async (before, now, left) => {
    expect(await leftForGood(known(), before, now)).toBe(left);
  });

  it('is nothing where it cannot be asked', async () => {
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    expect(await leftForGood(queries, at('gone', 'closed'), at('amelie', 'main'))).toBeUndefined();
  });
});

it('ends by one full stop, whatever the time ends by', () => {
  expect(sentence('Maya Roy: moved to Tue, Dec 8, 1:30 p.m.')).toBe('Maya Roy: moved to Tue, Dec 8, 1:30 p.m.');
  expect(sentence('Maya Roy : déplacé au mar. 8 déc., 13 h 30')).toBe('Maya Roy : déplacé au mar. 8 déc., 13 h 30.');
});

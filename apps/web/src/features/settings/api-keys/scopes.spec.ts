import { keysOf } from '../../../i18n/words.js';
import { PERMISSIONS } from '@keel/contracts';
import { apiKeysWords } from './api-keys-words.js';
import { GROUPS, SCOPE_GROUPS, ungrouped } from './scopes.js';

it('puts every permission into one group, under words of its own', () => {
  expect(ungrouped).toEqual([]);
  const all = GROUPS.flatMap((group) => [...SCOPE_GROUPS[group]]);
  expect([...all].sort()).toEqual([...PERMISSIONS].sort());
  expect([...keysOf(apiKeysWords, 'scope')].sort()).toEqual(PERMISSIONS.map((one) => one.replace(':', '-')).sort());
});

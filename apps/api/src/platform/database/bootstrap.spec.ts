import { serverFault } from './bootstrap.js';

it('takes PostgreSQL 18 and newer', () => {
  expect(serverFault(180_000)).toBeUndefined();
  expect(serverFault(190_002)).toBeUndefined();
});

it('refuses an older one, with its version and what to do', () => {
  expect(serverFault(170_010)).toMatch(/PostgreSQL 17; Keel needs 18 or newer. Upgrade that server/);
  expect(serverFault(90_624)).toMatch(/PostgreSQL 9;/);
});

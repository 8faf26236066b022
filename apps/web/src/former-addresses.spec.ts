import { movedTo } from './former-addresses.js';

const ID = '0198c0de-0000-7000-8000-000000000001';
const at = (address: string) => {
  const { pathname, search } = new URL(address, 'https://clinic.example');
  return movedTo({ pathname, search });
};

describe('an address of before', () => {
  it.each([
    [`/visits/${ID}/note`, `/appointments/${ID}/note`],
    [`/visits/${ID}/note/`, `/appointments/${ID}/note/`],
    [`/patients/${ID}/visits/`, `/patients/${ID}/appointments/`],
    [`/patients/${ID}/visits`, `/patients/${ID}/appointments`],
    [`/patients/${ID}/visits?visit=${ID}`, `/patients/${ID}/appointments?appointment=${ID}`],
    [`/schedule?date=2026-11-30&visit=${ID}&view=day`, `/schedule?date=2026-11-30&appointment=${ID}&view=day`],
    [`/patients/${ID}/journey?theme=visits`, `/patients/${ID}/journey?theme=appointments`],
    [`/?next=${encodeURIComponent(`/schedule?visit=${ID}`)}`, `/?next=${encodeURIComponent(`/schedule?appointment=${ID}`)}`],
    [`/?next=${encodeURIComponent(`/visits/${ID}/note`)}`, `/?next=${encodeURIComponent(`/appointments/${ID}/note`)}`],
  ])('%s is %s now', (before, now) => {
    expect(at(before)).toBe(now);
  });

  it.each([
    '/schedule',
    `/schedule?appointment=${ID}`,
    `/patients/${ID}/journey?theme=money`,
    '/visits',
    '/l/visits',
    `/notes/${ID}?a=1&a=2`,
    '/?next=%2Ftoday',
  ])('%s stays', (address) => {
    expect(at(address)).toBeUndefined();
  });
});

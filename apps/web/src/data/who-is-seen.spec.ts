import { whoIsSeen } from './who-is-seen.js';

const people = [
  { id: 'ann', active: true },
  { id: 'left', active: false },
  { id: 'gone', active: false },
];
const names = (...given: [Parameters<typeof whoIsSeen>[1], string[]]) => whoIsSeen(people, ...given).map(({ id }) => id);

it('shows whoever takes bookings, and of the others those who have appointments in these days or are asked for', () => {
  expect(names([], [])).toEqual(['ann']);
  expect(names([{ practitionerId: 'left', appointments: 2 }], [])).toEqual(['ann', 'left']);
  expect(names([{ practitionerId: 'left', appointments: 0 }], ['gone'])).toEqual(['ann', 'gone']);
});

it('shows those whose appointments are all called off where these are looked at', () => {
  expect(names([{ practitionerId: 'left', appointments: 0, ended: 1 }], [])).toEqual(['ann', 'left']);
  expect(names([{ practitionerId: 'left', appointments: 0, ended: 0 }], [])).toEqual(['ann']);
});

it('leaves nobody out where it is not known who has appointments', () => {
  expect(names(undefined, [])).toEqual(['ann', 'left', 'gone']);
});

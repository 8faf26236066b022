import { act, screen } from '@testing-library/react';
import { chooseLanguage } from '../../i18n/index.js';
import { draw } from '../../testing.js';
import type { Practitioner } from '../../data/practitioners.js';
import type { Booking } from './use-booking.js';
import { WhatPart } from './what-part.js';

const lea = { id: 'lea', displayName: 'Léa Roy', active: false } as Practitioner;
const form = (unavailable?: Practitioner) =>
  ({ choose: () => undefined, faults: {}, draft: { offered: [], unavailable } }) as unknown as Booking;

afterEach(() => chooseLanguage('en'));

it('says why nobody is chosen where who was asked for takes no bookings', async () => {
  await draw(<WhatPart form={form(lea)} />, { clinic: { timeZone: 'America/Toronto' } });
  expect(screen.getByText('Léa Roy takes no new bookings: choose somebody else.')).toBeTruthy();
  act(() => chooseLanguage('fr'));
  expect(screen.getByText('Léa Roy ne prend pas de nouveaux rendez-vous : choisissez quelqu’un d’autre.')).toBeTruthy();
});

it('offers what a service is called in the language that is read', async () => {
  const offered = [
    { id: 's', name: 'Foot care', nameIn: { fr: 'Soins des pieds' } },
    { id: 't', name: 'Reiki', nameIn: null },
  ];
  const draft = { offered, lastService: 's' };
  await draw(<WhatPart form={{ choose: () => undefined, faults: {}, draft } as unknown as Booking} />, {
    clinic: { timeZone: 'America/Toronto' },
  });
  expect(screen.getByRole('option', { name: /^Foot care/ })).toBeTruthy();
  act(() => chooseLanguage('fr'));
  for (const name of [/^Soins des pieds/, 'Reiki']) expect(screen.getByRole('option', { name })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /Foot care/ })).toBeNull();
});

it('says nothing otherwise', async () => {
  await draw(<WhatPart form={form()} />, { clinic: { timeZone: 'America/Toronto' } });
  expect(screen.queryByText(/takes no new bookings/)).toBeNull();
});

import { act, screen, waitFor } from '@testing-library/react';
import { api } from '../../../data/client/api.js';
import type { Service } from '../../../data/services.js';
import { chooseLanguage } from '../../../i18n/index.js';
import { draw } from '../../../testing.js';
import { ServiceDialog } from './service-dialog.js';

const { jest } = import.meta;

const footCare = {
  id: 's', name: 'Foot care', nameIn: null, description: null, profession: 'foot_care_nurse', durationMinutes: 45, bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0, price: { amount: 7500, currency: 'CAD' }, taxCode: 'exempt', onlineBookable: true, colour: null, archived: false, version: 1,
} as Service; // prettier-ignore

afterEach(() => {
  jest.restoreAllMocks();
  act(() => chooseLanguage('en'));
});

/** The form at a clinic that writes in a language; `sent` is what is saved of it. */
async function open(service: Service | undefined, locale: 'en' | 'fr' = 'en') {
  const sent: object[] = [];
  const save =
    (answer: object) =>
    async (_: string, { body }: { body: object }) => {
      sent.push(body);
      return { data: { ...answer, ...body }, response: { ok: true } };
    };
  jest.spyOn(api, 'PATCH').mockImplementation(save(service ?? {}) as never);
  jest.spyOn(api, 'POST').mockImplementation(save(footCare) as never);
  const clinic = { locale, timeZone: 'America/Toronto', currency: 'CAD', country: 'CA' } as const;
  const hands = await draw(<ServiceDialog service={service} onClose={() => undefined} />, { permissions: ['schedule:manage'], clinic });
  return { sent, hands };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const save = async (hands: { click: (on: Element) => Promise<void> }, name = 'Save') => hands.click(screen.getByRole('button', { name }));

describe('the form of a service', () => {
  it('asks for its name in the language that the clinic does not write in, and says by what name it goes without', async () => {
    const { sent, hands } = await open(footCare);
    expect(screen.queryByLabelText('Name in English')).toBeNull();
    expect(field('Name in French').placeholder).toBe('Foot care');
    await hands.type(field('Name in French'), ' Soins des pieds ');
    await save(hands);
    await waitFor(() => expect(sent).toEqual([{ nameIn: { fr: 'Soins des pieds' } }]));
  });

  it('asks at a clinic that writes French for the name in English', async () => {
    act(() => chooseLanguage('fr'));
    await open({ ...footCare, name: 'Soins des pieds' }, 'fr');
    expect(screen.queryByLabelText('Nom en français')).toBeNull();
    expect(field('Nom en anglais').value).toBe('');
  });

  it('takes the other name away where it is emptied, under the hand that empties it', async () => {
    const { sent, hands } = await open({ ...footCare, nameIn: { en: 'Nursing of feet', fr: 'Soins des pieds' } });
    // What a program has named in the clinic's own language is there too.
    await hands.clear(field('Name in English'));
    await hands.clear(field('Name in French'));
    expect(field('Name in English')).toBeTruthy();
    await save(hands);
    await waitFor(() => expect(sent).toEqual([{ nameIn: null }]));
  });

  it('makes a service without one where none is typed', async () => {
    const { sent, hands } = await open(undefined);
    await hands.type(field('Name'), 'Reiki');
    await hands.type(field('Price before tax'), '50');
    await save(hands);
    await waitFor(() => expect(sent).toMatchObject([{ name: 'Reiki', nameIn: null }]));
  });

  it('is headed by the name that the reader knows', async () => {
    act(() => chooseLanguage('fr'));
    await open({ ...footCare, nameIn: { fr: 'Soins des pieds' } });
    expect(screen.getByRole('heading', { name: 'Soins des pieds' })).toBeTruthy();
    expect(field('Nom').value).toBe('Foot care');
    expect(field('Nom en français').value).toBe('Soins des pieds');
  });
});

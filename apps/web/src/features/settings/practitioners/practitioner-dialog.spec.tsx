import { act, screen, waitFor } from '@testing-library/react';
import { api } from '../../../data/client/api.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { chooseLanguage } from '../../../i18n/index.js';
import { draw } from '../../../testing.js';
import { PractitionerDialog } from './practitioner-dialog.js';

const { jest } = import.meta;

const rosa = {
  id: 'p', email: 'rosa@clinic.example', firstName: 'Rosa', lastName: 'Roy', displayName: 'Rosa Roy', profession: 'massage_therapist',
  registrationNumber: 'R-1', title: 'Registered Massage Therapist', titleIn: null, college: null, collegeIn: null, colour: '#0b7a63',
  userId: 'u', access: 'joined', active: true, version: 1,
} as Practitioner; // prettier-ignore

afterEach(() => {
  jest.restoreAllMocks();
  act(() => chooseLanguage('en'));
});

async function open(practitioner: Practitioner) {
  const sent: object[] = [];
  jest.spyOn(api, 'PATCH').mockImplementation((async (_: string, { body }: { body: object }) => {
    sent.push(body);
    return { data: { ...practitioner, ...body }, response: { ok: true } };
  }) as never);
  const clinic = { locale: 'en', timeZone: 'America/Toronto', country: 'CA' } as const;
  const hands = await draw(<PractitionerDialog practitioner={practitioner} onClose={() => undefined} />, {
    permissions: ['staff:manage'],
    roles: ['owner'],
    clinic,
  });
  return { sent, hands };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });

describe('the form of a practitioner', () => {
  it('says what the title is called in French without another word, and takes another', async () => {
    const { sent, hands } = await open(rosa);
    expect(field('Title in French').placeholder).toBe('Massothérapeute autorisé(e)');
    await hands.type(field('Title in French'), 'Massothérapeute');
    await hands.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ titleIn: { fr: 'Massothérapeute' } }]));
  });

  it('keeps what holds in every language in the clinic’s own, whoever reads', async () => {
    act(() => chooseLanguage('fr'));
    await open(rosa);
    expect(field('Titre sur les reçus').value).toBe('Registered Massage Therapist');
    expect(field('Titre en français').placeholder).toBe('Massothérapeute autorisé(e)');
  });

  it('asks how a college is called in French once there is one', async () => {
    const { sent, hands } = await open(rosa);
    expect(screen.queryByLabelText('College or board in French')).toBeNull();
    await hands.type(field('College or board'), 'Reiki Canada');
    await hands.type(field('College or board in French'), 'Reiki du Canada');
    await hands.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ college: 'Reiki Canada', collegeIn: { fr: 'Reiki du Canada' } }]));
  });

  it('lets the other name of a college go with it', async () => {
    const { sent, hands } = await open({ ...rosa, college: 'Reiki Canada', collegeIn: { fr: 'Reiki du Canada' } });
    await hands.type(field('College or board in French'), ' inc.');
    await hands.clear(field('College or board'));
    expect(screen.queryByLabelText('College or board in French')).toBeNull();
    await hands.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ college: null }]));
  });
});

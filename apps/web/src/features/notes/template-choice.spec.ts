import type { NoteTemplate } from '../../data/note-templates.js';
import { templatesInOrder } from './template-choice.js';

const template = (id: string, over: Partial<NoteTemplate>): NoteTemplate => ({
  id,
  name: { en: id },
  profession: null,
  builtIn: null,
  isDefault: false,
  active: true,
  sections: [],
  version: 1,
  ...over,
});

it('templates come with the practitioner’s usual one first, and without those that are no longer used', () => {
  const all = [
    template('soap', { builtIn: 'soap' }),
    template('massage', { profession: 'massage_therapist', isDefault: true }),
    template('own', { profession: 'physiotherapist' }),
    template('physio', { profession: 'physiotherapist', isDefault: true }),
    template('old', { active: false }),
  ];
  expect(templatesInOrder(all, 'physiotherapist').map(({ id }) => id)).toEqual(['physio', 'own', 'soap', 'massage']);
  expect(templatesInOrder(all, undefined)[0]?.id).toBe('soap');
});

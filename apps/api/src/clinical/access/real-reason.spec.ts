import fc from 'fast-check';
import { isRealReason } from './real-reason.js';

it.each([
  'Urgent call',
  'Covering for a colleague',
  'The patient collapsed in the waiting room',
  'Shared care',
  'Effondrée dans la salle d’attente',
  '患者在候诊室昏倒',
  'المريض فقد الوعي',
  'ᐃᓄᒃ ᐋᓐᓂᐊᖅᑐᖅ',
])('takes "%s"', (text) => expect(isRealReason(text)).toBe(true));

it.each([
  '',
  '.',
  '...........',
  'x',
  'urgent',
  'asdfasdfasdf',
  'x x x x x x x x',
  'aa aa aa aa aa',
  '12345 67890 12345',
  '🙂🙂🙂 🙂🙂🙂',
  'a b c d',
])('refuses "%s"', (text) => expect(isRealReason(text)).toBe(false));

it('refuses whatever repeats one word, and whatever holds no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (word, times) => {
      const one = word.replaceAll(/[^a-z]/gi, '');
      expect(isRealReason(Array.from({ length: times }, () => one).join(' '))).toBe(false);
      expect(isRealReason(word.replaceAll(/\p{L}/gu, ''))).toBe(false);
    }),
  );
});

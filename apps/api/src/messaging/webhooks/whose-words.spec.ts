import { clinicsMeant, homeOf } from './whose-words.js';

const NOW = new Date('2026-11-29T12:00:00Z');
const wrote = (clinicId: string, daysAgo: number) => ({ clinicId, at: new Date(+NOW - daysAgo * 24 * 3_600_000) });
const has = (clinicId: string, patientId: string | null = `p-${clinicId}`) => ({ clinicId, patientId });

describe('words about no visit', () => {
  it.each([
    ['one wrote', [wrote('a', 1), wrote('a', 2)], [has('a')], ['a']],
    ['two wrote within three days', [wrote('a', 1), wrote('b', 3)], [], ['a', 'b']],
    ['another wrote longer ago and still has the number', [wrote('a', 1), wrote('b', 4)], [has('a'), has('b')], ['a', 'b']],
    ['another wrote most of a year ago and still has the number', [wrote('a', 0), wrote('b', 360)], [has('a'), has('b')], ['a', 'b']],
    ['another wrote longer ago and has the number no more', [wrote('a', 1), wrote('b', 3.1)], [has('a')], ['a']],
    ['another has the number and never wrote', [wrote('a', 1)], [has('a'), has('b')], ['a']],
    ['the last to write has the number no more, and long ago', [wrote('a', 4), wrote('b', 9)], [has('b')], ['b']],
    ['the last to write has the number no more', [wrote('a', 1), wrote('b', 9)], [has('b')], ['a', 'b']],
    ['both wrote long ago and neither has the number', [wrote('a', 30), wrote('b', 31)], [], ['a']],
    ['nobody wrote and one has the number', [], [has('a'), has('a', 'q')], ['a']],
    ['nobody wrote and two have the number', [], [has('a'), has('b')], ['a', 'b']],
    ['nobody wrote and nobody has the number', [], [], []],
  ])('may be meant for whom they may: %s', (_, told, known, meant) => {
    expect(clinicsMeant(told, known, NOW)).toEqual(meant);
  });
});

describe('whose phone it is', () => {
  it.each([
    ['of the one patient who has it', [wrote('a', 1)], [has('a')], { clinicId: 'a', patientId: 'p-a', sharedBy: [] }],
    ['of a patient who was never written to', [], [has('a')], { clinicId: 'a', patientId: 'p-a', sharedBy: [] }],
    [
      'of one of several who have it',
      [wrote('a', 1)],
      [has('a', 'p'), has('a', 'q')],
      { clinicId: 'a', patientId: null, sharedBy: ['p', 'q'] },
    ],
    ['of nobody known once it was corrected', [wrote('a', 1)], [], { clinicId: 'a', patientId: null, sharedBy: [] }],
    [
      'of the clinic that wrote last where two did',
      [wrote('b', 1), wrote('a', 2)],
      [has('a')],
      { clinicId: 'b', patientId: null, sharedBy: [] },
    ],
    ['of the only clinic there is', [], [has('a', null)], { clinicId: 'a', patientId: null, sharedBy: [] }],
    ['nobody can say where two have it and neither wrote', [], [has('a'), has('b')], undefined],
    ['nobody can say where nobody has it', [], [], undefined],
  ])('is %s', (_, told, known, home) => {
    expect(homeOf(told, known, NOW)).toEqual(home);
  });
});

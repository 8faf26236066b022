import { chosenClinic, clinicChosenBy, clinicsMeant, homeOf, type Offer, toOffer } from './whose-words.js';

const NOW = new Date('2026-11-29T12:00:00Z');
const wrote = (clinicId: string, daysAgo: number) => ({ clinicId, at: new Date(+NOW - daysAgo * 24 * 3_600_000) });
const has = (clinicId: string, patientId: string | null = `p-${clinicId}`) => ({ clinicId, patientId });

describe('words about no appointment', () => {
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

describe('whom a phone chose for its words', () => {
  const HOUR = 3_600_000;
  const offer = (over: Partial<Offer> = {}): Offer => ({
    offered: ['a', 'b'],
    at: new Date(+NOW - HOUR),
    chosen: null,
    chosenAt: null,
    ...over,
  });
  const chose = (hoursAgo: number) => offer({ chosen: 'b', chosenAt: new Date(+NOW - hoursAgo * HOUR) });
  const said = (clinicId: string, hoursAgo: number, reply: 'noted' | 'kept' | 'resend' | 'help' | null) => ({
    clinicId,
    reply,
    at: new Date(+NOW - hoursAgo * HOUR),
  });
  const number = (...choice: number[]) => ({ wish: 'choice', choice, forPerson: false }) as const;

  it.each([
    ['was offered nothing', undefined, [], undefined],
    ['chose none', offer(), [], undefined],
    ['chose within a day', chose(23), [], 'b'],
    ['chose longer ago', chose(25), [], undefined],
    ['heard from another clinic since', chose(2), [said('a', 1, null)], undefined],
    ['heard from another clinic before', chose(2), [said('a', 3, null)], 'b'],
    ['heard from that clinic since', chose(2), [said('b', 1, null)], 'b'],
    ['was answered by another since', chose(2), [said('a', 1, 'kept')], undefined],
    ['was answered by that clinic since', chose(2), [said('b', 1, 'kept')], 'b'],
  ])('is nobody, or the one for a day until another writes: %s', (_, of, told, whom) => {
    expect(chosenClinic(of, told, NOW)).toBe(whom);
  });

  it('is offered among those that wrote within a month alone: who had the number before is named to nobody', () => {
    const told = [wrote('a', 29), wrote('b', 31), wrote('b', 300)];
    expect(toOffer(['a', 'b', 'c'], told, [], [], NOW)).toEqual(['a']);
    // An appointment to come brings a text in any case; and numbers go on meaning the same.
    expect(toOffer(['a', 'b', 'c'], told, ['b'], ['c', 'b'], NOW)).toEqual(['b', 'a']);
  });

  it('is offered nine of more, those that have written for longest', () => {
    const many = Array.from({ length: 12 }, (_, nth) => `c${nth}`);
    const told = [...many.map((one) => wrote(one, 0)), wrote('c9', 20), wrote('c11', 300)];
    const offered = toOffer(many, told, [], ['c9'], NOW);
    expect(offered).toHaveLength(9);
    expect(offered.slice(0, 2)).toEqual(['c9', 'c11']);
  });

  it.each([
    ['a number of those', number(2), offer(), [], 'b'],
    ['a number beyond', number(3), offer(), [], undefined],
    ['two numbers', number(1, 2), offer(), [], undefined],
    ['all', { wish: 'choice', choice: 'all', forPerson: false } as const, offer(), [], undefined],
    ['a yes with a number', { ...number(1), saysYes: true }, offer(), [], undefined],
    ['no number', { wish: 'yes', forPerson: false } as const, offer(), [], undefined],
    ['nothing offered', number(1), undefined, [], undefined],
    ['a day later', number(1), offer({ at: new Date(+NOW - 25 * HOUR) }), [], undefined],
    ['another number than before', number(1), chose(0), [said('b', 0.5, 'resend'), said('b', 0.4, 'noted'), said('a', 0.3, 'help')], 'a'],
    ['something said of an appointment since', number(1), offer(), [said('a', 0.5, 'kept')], undefined],
    ['a reminder since, which it may answer', number(1), offer(), [said('a', 0.5, null)], undefined],
  ])('is chosen by one number, while the offer stands: %s', (_, reply, of, told, whom) => {
    expect(clinicChosenBy(reply, of, told, NOW)).toBe(whom);
  });
});

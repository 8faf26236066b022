import { answerText, type Named, strayText, toldApart, whichText, whoseText } from './answer-texts.js';

const clinic = { clinic: 'Érablière Physio', phone: '613 555 0100' };
const appointment: Named = {
  date: 'Tue, Dec 1',
  time: '10:00 a.m.',
  spot: 'Downtown',
  practitioner: 'Pia Physio',
  newPlace: '',
  newPractitioner: false,
};

describe('an answer to a text', () => {
  it('names the appointment that it is about, in both languages', () => {
    expect(answerText('confirmed', clinic, 'en', appointment)).toBe(
      'Érablière Physio: thank you, your appointment on Tue, Dec 1 at 10:00 a.m. (Downtown) is confirmed.',
    );
    expect(answerText('changed', clinic, 'fr', { ...appointment, date: 'mar. 1er déc.', time: '10 h', spot: '' })).toBe(
      "Érablière Physio : votre rendez-vous a été modifié. Il est maintenant le mar. 1er déc. à 10 h avec Pia Physio. Rien n'est encore confirmé : répondez C pour le confirmer, ou appelez au 613 555 0100.",
    );
  });

  it('does not say of a change that nothing is confirmed where somebody has confirmed it', () => {
    expect(answerText('changed', clinic, 'en', { ...appointment, confirmed: true })).toBe(
      'Érablière Physio: your appointment was changed. It is now on Tue, Dec 1 at 10:00 a.m. (Downtown) with Pia Physio. It is noted as confirmed: reply C if that suits you, or call 613 555 0100.',
    );
    expect(answerText('changed', clinic, 'fr', { ...appointment, date: 'mar. 1er déc.', time: '10 h', spot: '', confirmed: true })).toBe(
      'Érablière Physio : votre rendez-vous a été modifié. Il est maintenant le mar. 1er déc. à 10 h avec Pia Physio. Il est noté comme confirmé : répondez C si cela vous convient, ou appelez au 613 555 0100.',
    );
  });

  it('names who treats and where, where either is new to whoever reads it', () => {
    const moved = { ...appointment, newPlace: 'Harbour, 9 Harbour St', newPractitioner: true };
    expect(answerText('confirmed', clinic, 'en', moved)).toBe(
      'Érablière Physio: thank you, your appointment on Tue, Dec 1 at 10:00 a.m. (new place: Harbour, 9 Harbour St) now with Pia Physio is confirmed.',
    );
    expect(answerText('changed', clinic, 'en', moved)).toMatch(
      /It is now on Tue, Dec 1 at 10:00 a\.m\. \(new place: Harbour, 9 Harbour St\) with Pia/,
    );
    expect(toldApart([moved, { ...appointment, date: 'Wed, Dec 2' }], 'fr')?.[0]).toMatch(
      / \(nouveau lieu : Harbour, .+\) maintenant avec Pia/,
    );
  });

  it('asks by numbers', () => {
    expect(
      whichText('yes', clinic, 'fr', [
        { number: 1, name: 'A' },
        { number: 2, name: 'B' },
      ]),
    ).toBe('Érablière Physio : quel rendez-vous confirmez-vous ? Répondez par son numéro.\n1) A\n2) B');
    expect(whichText('no', clinic, 'en', [])).toMatch(/which appointment can you not come to\?/);
    expect(whoseText('reschedule', 'en', [])).toMatch(/would you like to move/);
  });

  it('says of a phone of nobody known that nobody has read what it says, beside what it asked for', () => {
    expect(strayText('out', false)).not.toMatch(/nobody has read it/);
    expect(strayText('out', true)).toMatch(/^You will get no more texts.+\nWe cannot tell .+ nobody has read it\./);
    expect(strayText(null, false)).toBe(strayText(null, true));
  });

  it('tells two appointments of one hour apart by whom they are with, or not at all', () => {
    const other = { ...appointment, time: '11:00 a.m.' };
    expect(toldApart([appointment, other], 'en')).toEqual(['Tue, Dec 1 at 10:00 a.m. (Downtown)', 'Tue, Dec 1 at 11:00 a.m. (Downtown)']);
    expect(toldApart([appointment, { ...appointment, practitioner: 'Nina Neue' }], 'en')).toEqual([
      'Tue, Dec 1 at 10:00 a.m. (Downtown) with Pia Physio',
      'Tue, Dec 1 at 10:00 a.m. (Downtown) with Nina Neue',
    ]);
    expect(toldApart([appointment, appointment], 'en')).toBeUndefined();
  });
});

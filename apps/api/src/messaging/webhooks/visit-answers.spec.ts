import type { LiveVisit } from './live-visits.js';
import { VisitAnswers } from './visit-answers.js';

const none = undefined as never;
const answers = new VisitAnswers(none, none, none, none, none);

function aVisit(id: string, locale: 'en' | 'fr', practitioner: string): LiveVisit {
  const visit = {
    id,
    clinicId: 'c',
    patientId: id,
    locale,
    practitioner,
    start: new Date('2026-11-29T22:55:00Z'),
    timeZone: 'America/Toronto',
    placeName: 'Maple',
    clinic: { name: 'Maple' },
    phone: { phone: null, phoneExtension: null, phoneRemark: null },
  };
  return visit as unknown as LiveVisit;
}

describe('two visits behind one phone, at one time', () => {
  it('are told apart by who treats, in one language, whatever each patient reads', () => {
    const said = answers.ask('yes', [aVisit('a', 'en', 'Pat Practice'), aVisit('b', 'fr', 'Quinn Two')], '+16135550100');
    expect(said?.text).toMatch(/1\) .+ with Pat Practice\n2\) .+ with Quinn Two$/);
  });

  it('go to a person where nothing tells them apart but the language', () => {
    expect(answers.ask('yes', [aVisit('a', 'en', 'Pat Practice'), aVisit('b', 'fr', 'Pat Practice')], '+16135550100')).toBeUndefined();
  });
});

import type { LiveAppointment } from './live-appointments.js';
import { clinicNames, AppointmentAnswers } from './appointment-answers.js';

const none = undefined as never;
const answers = new AppointmentAnswers(none, none, none, none, none);

function anAppointment(id: string, locale: 'en' | 'fr', practitioner: string, clinic = 'Maple', clinicId = 'c'): LiveAppointment {
  const appointment = {
    id,
    clinicId,
    patientId: id,
    locale,
    practitioner,
    start: new Date('2026-11-29T22:55:00Z'),
    timeZone: 'America/Toronto',
    placeName: clinic,
    news: { practitioner: false, place: false },
    clinic: { name: clinic },
    phone: { phone: null, phoneExtension: null, phoneRemark: null },
  };
  return appointment as unknown as LiveAppointment;
}

describe('two appointments behind one phone, at one time', () => {
  it('are told apart by who treats, in one language, whatever each patient reads', () => {
    const said = answers.ask('yes', [anAppointment('a', 'en', 'Pat Practice'), anAppointment('b', 'fr', 'Quinn Two')], '+16135550100');
    expect(said?.text).toMatch(/1\) .+ with Pat Practice\n2\) .+ with Quinn Two$/);
  });

  it('go to a person where nothing tells them apart but the language', () => {
    expect(
      answers.ask('yes', [anAppointment('a', 'en', 'Pat Practice'), anAppointment('b', 'fr', 'Pat Practice')], '+16135550100'),
    ).toBeUndefined();
  });
});

describe('a question about appointments of several clinics', () => {
  const ours = (id: string) => anAppointment(id, 'en', `Pat ${id}`);
  const theirs = (id: string) => anAppointment(id, 'fr', `Quinn ${id}`, 'Cedar HIV Clinic', 'd');

  it.each([1, 7])('is kept by each in its own name and language, and names no other (%s there)', (many) => {
    const appointments = [theirs('z'), ...Array.from({ length: many }, (_, index) => ours(String(index)))];
    const said = answers.ask('no', appointments, '+16135550100');
    expect(said?.text).toMatch(/Cedar HIV Clinic/);
    expect(said?.text).toMatch(/\d\) Maple/);
    for (const { clinicId, text } of said?.lines ?? []) {
      expect(text).toMatch(clinicId === 'c' ? /^Maple: which appointment/ : /^Cedar HIV Clinic : à quel rendez-vous/);
      expect(text).not.toMatch(clinicId === 'c' ? /Cedar|Quinn|rendez-vous|\d\)/ : /Maple|Pat|which|\d\)/);
    }
  });
});

describe('names of clinics in a list by numbers', () => {
  const called = (...names: string[]) =>
    clinicNames(names.map((name, at) => ({ ...anAppointment('a', 'en', 'P', name), phone: phoneOf(at) })));
  const phoneOf = (at: number) => ({ phone: `+1613555010${at}`, phoneExtension: null, phoneRemark: null });

  it('are followed by the phone, by which a reader tells apart what looks alike', () => {
    for (const other of ['Cedar', 'Maple Physio.', 'MAPLE  PHYSIO', 'Mаple Physio', 'MapIe Physio']) {
      expect(called('Maple Physio', other)).toEqual(['Maple Physio (613 555-0100)', `${other.replace(/ +/, ' ')} (613 555-0101)`]);
    }
  });

  it('are followed by where the clinic is too where name and phone read alike, and stay alike where that does too', () => {
    const maple = { ...anAppointment('a', 'en', 'P', 'Maple Physio'), phone: phoneOf(1) };
    const glued = { ...anAppointment('b', 'en', 'P', 'Maple-Physio 613 555 0101'), address: '9 Harbour St, Gatineau' };
    expect(clinicNames([{ ...maple, address: '12 Main St, Ottawa' }, glued, anAppointment('c', 'en', 'P', 'Cedar')])).toEqual([
      'Maple Physio (613 555-0101), 12 Main St, Ottawa',
      'Maple-Physio 613 555 0101, 9 Harbour St, Gatineau',
      'Cedar',
    ]);
    expect(clinicNames([maple, maple])).toEqual(['Maple Physio (613 555-0101)', 'Maple Physio (613 555-0101)']);
  });

  it('hold no numbers of the list', () => {
    expect(called('Zed 2) Maple Physio 3. Maple', 'Cedar')).toEqual([
      expect.stringMatching(/^Zed 2 Maple Physio 3 Maple \(/),
      expect.stringMatching(/^Cedar \(/),
    ]);
  });
});

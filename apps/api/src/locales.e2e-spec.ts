import { canReadPdf, wordsOf } from './testing/pdf.js';
import { linkTo } from './testing/links.fixture.js';
import { dueNow, inDays, providers, until } from './testing/messaging.fixture.js';
import { aPatient } from './testing/patients.fixture.js';
import { aPractitioner, aService, anAppointment, at, comingDay, workingHours } from './testing/scheduling.fixture.js';
import { session, type SessionOptions } from './testing/session.js';

const NEW_YORK = { timeZone: 'America/New_York', country: 'US', region: 'NY', currency: 'USD' };
/** Unicode's data has spaces of several widths, which vary between releases. */
const plain = (text: unknown) => String(text).replaceAll(/\s+/g, ' ');

/** A clinic of the United States, with what an appointment needs. */
async function american(locale = 'en', options: SessionOptions = {}) {
  const clinic = await session('owner', { clinic: { ...NEW_YORK, locale }, ...options });
  const { owner } = clinic;
  const practitioner = await aPractitioner(owner);
  await workingHours(owner, practitioner.id);
  const service = await aService(owner, { name: 'Evaluation', price: { amount: 123_450, currency: 'USD' } });
  const book = async (patient: object, over: object = {}) => {
    const { id } = await aPatient(owner, { ...patient });
    return anAppointment(owner, { practitionerId: practitioner.id, serviceId: service.id, patientId: id }, { overbook: true, ...over });
  };
  return { ...clinic, book };
}

describe('a locale', () => {
  it('is given back as it was stated, of a clinic, of whoever signs in there and of its patients', async () => {
    for (const locale of ['en', 'fr', 'en-CA', 'fr-CA', 'en-US']) {
      const { owner, clinic } = await session('owner', { clinic: { locale } });
      expect((await owner.get(`/clinics/${clinic.id}`).expect(200)).body).toMatchObject({ locale });
      expect((await owner.get('/session').expect(200)).body).toMatchObject({ clinic: { locale, country: 'CA' } });
      // A patient is written to as the clinic unless they say otherwise.
      const patient = await aPatient(owner);
      expect((await owner.get(`/patients/${patient.id}`).expect(200)).body).toMatchObject({ locale });
      const changed = await owner.patch(`/patients/${patient.id}`, { locale: 'en-US' }, { ifMatch: '*' }).expect(200);
      expect(changed.body).toMatchObject({ locale: 'en-US' });
    }
  });

  it('that nobody writes here is refused, with those that are', async () => {
    const { owner, clinic, app } = await session('owner');
    const patient = await aPatient(owner);
    for (const locale of ['en-GB', 'fr-FR', 'en_US', 'EN-us', 'de', '', null, 7]) {
      const answers = [
        await owner.patch(`/clinics/${clinic.id}`, { locale }, { ifMatch: '*' }).expect(400),
        await owner.patch(`/patients/${patient.id}`, { locale }, { ifMatch: '*' }).expect(400),
      ];
      for (const { body } of answers)
        expect(body).toMatchObject({
          errors: [{ pointer: '/locale', detail: expect.stringMatching(/en, fr, en-CA, fr-CA, en-US/) as unknown }],
        });
    }
    await owner.get(`/patients/${patient.id}/timeline?locale=en-GB`).expect(400);
    for (const table of ['clinic', 'patient'])
      await expect(app.sql(`UPDATE ${table} SET locale = 'en-GB' WHERE clinic_id = $1`, [clinic.id])).rejects.toThrow(/locale_known/);
  });
});

describe('a clinic of the United States', () => {
  it('writes to its patients as the country does, and to who stated another locale by that', async () => {
    const world = await providers();
    const here = await american('en', { workers: true, env: world.env });
    world.leadTo(here.app);
    const read = async (locale: string | undefined, number: string) => {
      const appointment = await here.book(
        { phone: `+1212555${number}`, email: `p${number}@patients.example`, ...(locale && { locale }) },
        { start: inDays(10) },
      );
      const messages = async () =>
        ((await here.owner.get(`/messages?appointmentId=${appointment.id}`).expect(200)).body as { data: unknown[] }).data;
      await until(async () => (await messages()).length === 2, 'planned reminders');
      await dueNow(here.app, appointment.id);
      const mail = await until(() => world.sandbox.control.mails(`p${number}@patients.example`)[0], 'the mail');
      const sms = await until(() => world.sandbox.control.sms(`+1212555${number}`)[0], 'the text');
      return { mail: plain(mail.text), sms: plain(sms.body) };
    };
    // Said in the language of the clinic; a bare language is as the clinic's country writes it.
    const usual = await read(undefined, '0101');
    for (const text of Object.values(usual)) expect(text).toMatch(/\d{1,2}:\d{2} (AM|PM)\b/);
    expect(usual.sms).toMatch(/your appointment is \w{3}, \w{3} \d+ at /);
    const canadian = await read('en-CA', '0102');
    for (const text of Object.values(canadian)) expect(text).toMatch(/\d{1,2}:\d{2} (a\.m\.|p\.m\.)/);
    const french = await read('fr', '0103');
    for (const text of Object.values(french)) expect(text).toMatch(/\d{1,2} h( \d{2})?\b/);
  });

  it('prints receipts, tells the journey and shows the page behind a link as the country does', async () => {
    const here = await american('en-US', { workers: true });
    const { owner } = here;
    const appointment = await here.book({ locale: 'en' }, { start: at(comingDay(), '10:00', 'America/New_York') });
    const day = comingDay();
    await owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const { id } = (await owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as { id: string };
    await owner.post(`/invoices/${id}/payments`, { amount: { amount: 123_450, currency: 'USD' }, method: 'cash' }).expect(201);

    const summaries = async (query = '') =>
      ((await owner.get(`/patients/${appointment.patientId}/timeline${query}`).expect(200)).body as { data: { summary: string }[] }).data
        .map(({ summary }) => plain(summary))
        .join('\n');
    const told = await until(async () => {
      const text = await summaries();
      return /Booked.*at/.test(text) && text.includes('$') && text;
    }, 'the journey');
    expect(told).toMatch(/at 10:00 AM/);
    expect(told).toContain('$1,234.50');
    expect(await summaries('?locale=en-CA')).toMatch(/at 10:00 a\.m\./);
    expect(await summaries('?locale=fr')).toMatch(/à 10 h/);

    const token = await linkTo(here, appointment);
    const { body } = await owner.get(`/public/links/${token}`).expect(200);
    expect(body).toMatchObject({ locale: 'en', country: 'US' });

    if (!canReadPdf) return;
    const paper = wordsOf((await owner.get(`/invoices/${id}/pdf`).responseType('blob').expect(200)).body as Buffer);
    const [year = '', , date = ''] = day.split('-');
    expect(paper).toContain('$1,234.50');
    expect(paper).toMatch(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/);
    expect(paper).toMatch(new RegExp(`\\w+day, \\w+ ${Number(date)}, ${year}`));
    expect(paper).not.toMatch(/US\$|a\.m\.|p\.m\./);
  });
});

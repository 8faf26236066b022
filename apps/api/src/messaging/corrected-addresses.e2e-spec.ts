import { linkTo } from '../testing/links.fixture.js';
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import type { TestAppointment } from '../testing/scheduling.fixture.js';
import { session, type Session } from '../testing/session.js';
import { aNumber, aReminded, messagesOf, type Seen } from './testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

type Appointment = TestAppointment & { status: string; untold: boolean; version: number };
type Reminded = Awaited<ReturnType<typeof aReminded>>;
const read = async (id: string) => (await clinic.owner.get(`/appointments/${id}`).expect(200)).body as Appointment;
const correct = ({ patientId }: Reminded, address: object) =>
  clinic.owner.patch(`/patients/${patientId}`, address, { ifMatch: '*' }).expect(200);
const listed = async (id: string) => {
  const { body } = await clinic.owner.get('/appointments?untold=true').expect(200);
  return (body as { data: Appointment[] }).data.some((one) => one.id === id);
};
const outlook = async (id: string) => {
  const { body } = await clinic.owner.get(`/appointments/${id}/reminders`).expect(200);
  return (body as { data: { channel: string; outlook: string; reason: string | null }[] }).data;
};
const journey = async ({ patientId }: Reminded) => {
  const { body } = await clinic.owner.get(`/patients/${patientId}/timeline`).expect(200);
  return (body as { data: { kind: string }[] }).data.map(({ kind }) => kind);
};
/** Every event that was caused until now has been heard by everybody. */
const settled = () =>
  until(async () => {
    const sql = `SELECT count(*)::integer AS open FROM outbox o WHERE clinic_id = $1 AND
      (published_at IS NULL OR type = 'patient.updated' AND (SELECT count(*) FROM inbox i WHERE i.event_id = o.id) < 2)`;
    const [row] = await clinic.app.sql<{ open: number }>(sql, [clinic.clinic.id]);
    return row?.open === 0;
  }, 'all events heard');

const found = (id: string, what: (message: Seen) => boolean, name: string) =>
  until(async () => (await messagesOf(clinic.owner, id)).find(what), name);
const mails = (address: string) => world.sandbox.control.mails(address);

/** Moved by the clinic to so many hours from now, and reminded of that where the patient has this one way of being written to. */
async function movedAndReminded(over: object, hours = 200): Promise<Reminded> {
  const reminded = await aReminded(clinic, { patient: { phone: null, ...over } });
  const half = 30 * 60_000;
  const start = new Date(Math.ceil((Date.now() + hours * 3_600_000) / half) * half).toISOString();
  await found(reminded.appointmentId, ({ status }) => status === 'scheduled', 'a planned reminder');
  await clinic.owner.patch(`/appointments/${reminded.appointmentId}`, { start, overbook: true }, { ifMatch: '*' }).expect(200);
  expect(await read(reminded.appointmentId)).toMatchObject({ untold: true });
  return remind(reminded, start);
}

/** The reminder of the time that it has now leaves. */
async function remind(reminded: Reminded, start: string): Promise<Reminded> {
  const { appointmentId } = reminded;
  await until(async () => {
    await dueNow(clinic.app, appointmentId);
    return !(await read(appointmentId)).untold;
  }, 'a reminder that tells of the new time');
  return { ...reminded, start };
}

describe('a mistyped address that is corrected', () => {
  it('has its reminder sent once to the right one, and told nobody until then', async () => {
    const reminded = await movedAndReminded({});
    expect(mails(reminded.email)).toHaveLength(1);
    const right = `right-${reminded.email}`;
    await correct(reminded, { email: right });
    await until(() => mails(right).length === 1, 'a reminder at the right address');
    await until(async () => !(await read(reminded.appointmentId)).untold, 'told by the second reminder');
    await settled();
    expect(mails(reminded.email)).toHaveLength(1);
    expect(mails(right)).toHaveLength(1);
    expect((await outlook(reminded.appointmentId)).find(({ channel }) => channel === 'email')).toMatchObject({ outlook: 'gone' });
  });

  it('is a call to make where no reminder comes in time, and the outlook says so', async () => {
    const reminded = await aReminded(clinic, { patient: { phone: null } });
    const moved = await movedToSoon(reminded);
    await correct(moved, { email: `right-${moved.email}` });
    await until(async () => (await read(moved.appointmentId)).untold, 'to be told again');
    expect(await listed(moved.appointmentId)).toBe(true);
    const { body } = await clinic.owner.get('/appointments/untold').expect(200);
    expect((body as { count: number }).count).toBeGreaterThan(0);
    await settled();
    expect(mails(`right-${moved.email}`)).toHaveLength(0);
    const told = (await outlook(moved.appointmentId)).filter(({ channel }) => channel === 'email');
    expect(told.map((one) => [one.outlook, one.reason])).toEqual([['held', 'astray']]);
  });

  it('is no correction where only the case of its letters changes, or a number is added', async () => {
    const reminded = await movedAndReminded({});
    await correct(reminded, { email: reminded.email.toUpperCase() });
    await correct(reminded, { phone: aNumber() });
    await settled();
    expect(await read(reminded.appointmentId)).toMatchObject({ untold: false });
    expect([mails(reminded.email).length, mails(reminded.email.toUpperCase()).length].toSorted()).not.toContain(2);
  });

  it('gets no second reminder once it is put back', async () => {
    const reminded = await movedAndReminded({});
    const wrong = `wrong-${reminded.email}`;
    await correct(reminded, { email: wrong });
    await until(() => mails(wrong).length === 1, 'a reminder at the second address');
    await until(async () => !(await read(reminded.appointmentId)).untold, 'told by the second reminder');
    await correct(reminded, { email: reminded.email });
    await settled();
    expect(await read(reminded.appointmentId)).toMatchObject({ untold: false });
    expect(mails(reminded.email)).toHaveLength(1);
    expect((await outlook(reminded.appointmentId)).find(({ channel }) => channel === 'email')).toMatchObject({ outlook: 'gone' });
  });

  it('stays to be told where the right number has said STOP', async () => {
    const right = aNumber();
    await world.sandbox.carrier.receive(right, CLINIC_NUMBER, 'STOP');
    const reminded = await movedAndReminded({ email: null, phone: aNumber() });
    await correct(reminded, { phone: right });
    await until(async () => (await read(reminded.appointmentId)).untold, 'to be told again');
    await found(reminded.appointmentId, ({ status }) => status === 'opted_out', 'a reminder that the number refuses');
    expect(await read(reminded.appointmentId)).toMatchObject({ untold: true });
    expect(world.sandbox.control.sms(right).filter(({ body }) => /appointment is/.test(body))).toEqual([]);
  });

  it('leaves alone whoever shares the number', async () => {
    const shared = aNumber();
    const [one, other] = [await movedAndReminded({ email: null, phone: shared }), await movedAndReminded({ email: null, phone: shared })];
    const right = aNumber();
    await correct(one, { phone: right });
    await until(() => world.sandbox.control.sms(right).length === 1, 'a reminder at the right number');
    await settled();
    expect(await read(other.appointmentId)).toMatchObject({ untold: false });
    expect(world.sandbox.control.sms(shared)).toHaveLength(2);
  });

  it('has a reminder that came back from it sent to the right one', async () => {
    const reminded = await aReminded(clinic, { patient: { phone: null, email: 'nobody-here@bounce.example' } });
    await found(reminded.appointmentId, ({ status }) => status === 'scheduled', 'a planned reminder');
    await dueNow(clinic.app, reminded.appointmentId);
    const { id } = await found(reminded.appointmentId, ({ status }) => status === 'sent' || status === 'failed', 'a reminder that left');
    await clinic.app.sql("UPDATE message SET status = 'failed', reason = 'smtp_550' WHERE id = $1", [id]);
    await correct(reminded, { email: `right-${reminded.email}` });
    await until(() => mails(`right-${reminded.email}`).length === 1, 'a reminder at the right address');
  });
});

describe('a mistyped address that is corrected after the place was', () => {
  it('has the reminder that went there sent to the right one, with where the place is now', async () => {
    const place = { name: 'Place', timeZone: 'America/Toronto', addressLine1: '1 Old Street', city: 'Ottawa' };
    const locationId = ((await clinic.owner.post('/locations', place).expect(201)).body as { id: string }).id;
    const reminded = await aReminded(clinic, { patient: { phone: null }, locationId });
    await found(reminded.appointmentId, ({ status }) => status === 'scheduled', 'a planned reminder');
    await dueNow(clinic.app, reminded.appointmentId);
    await found(reminded.appointmentId, ({ status }) => status === 'sent', 'a reminder that left');
    // Days go by, so that its rule is over.
    const soon = [reminded.appointmentId, new Date(Date.now() + 30 * 3_600_000)];
    await clinic.app.sql("UPDATE appointment SET start_at = $2, end_at = $2::timestamptz + interval '30 minutes' WHERE id = $1", soon);
    await clinic.app.sql('UPDATE message SET starts_at = $2 WHERE appointment_id = $1', soon);
    await clinic.owner.patch(`/locations/${locationId}`, { addressLine1: '99 New Avenue' }, { ifMatch: '*' }).expect(200);
    expect(await read(reminded.appointmentId)).toMatchObject({ untold: true });
    const right = `right-${reminded.email}`;
    await correct(reminded, { email: right });
    await until(() => mails(right).length === 1, 'a reminder at the right address');
    expect(mails(right)[0]?.text).toContain('99 New Avenue');
    await until(async () => !(await read(reminded.appointmentId)).untold, 'told by that reminder');
    await settled();
    expect(mails(right)).toHaveLength(1);
    expect(mails(reminded.email)).toHaveLength(1);
  });
});

async function movedToSoon(reminded: Reminded): Promise<Reminded> {
  await found(reminded.appointmentId, ({ status }) => status === 'scheduled', 'a planned reminder');
  const half = 30 * 60_000;
  const start = new Date(Math.ceil((Date.now() + 200 * 3_600_000) / half) * half).toISOString();
  await clinic.owner.patch(`/appointments/${reminded.appointmentId}`, { start, overbook: true }, { ifMatch: '*' }).expect(200);
  const moved = await remind(reminded, start);
  // Days go by.
  const soon = new Date(Date.now() + 3_600_000);
  await clinic.app.sql("UPDATE appointment SET start_at = $2, end_at = $2::timestamptz + interval '30 minutes' WHERE id = $1", [
    moved.appointmentId,
    soon,
  ]);
  return moved;
}

describe('an answer from a former address', () => {
  const press = async (token: string, action: string) => {
    const { body } = await clinic.owner.get(`/public/links/${token}`).expect(200);
    const { version } = (body as { appointment: { version: number } }).appointment;
    await clinic.owner.post(`/public/links/${token}/${action}`, { version }).expect(200);
  };

  it('is no yes of the patient: it waits for one again, with a line in the history', async () => {
    const reminded = await movedAndReminded({});
    const token = await linkTo(clinic, await read(reminded.appointmentId));
    await press(token, 'confirm');
    expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
    await correct(reminded, { email: `right-${reminded.email}` });
    await until(async () => (await read(reminded.appointmentId)).status === 'booked', 'a yes that does not count');
    await until(async () => (await journey(reminded)).includes('appointment.answer_withdrawn'), 'a line in the history');
    await until(() => mails(`right-${reminded.email}`).length === 1, 'a reminder at the right address');
    const audit = "SELECT reason FROM audit_entry WHERE entity_id = $1 AND reason = 'answer withdrawn'";
    expect(await clinic.app.sql(audit, [reminded.appointmentId])).toHaveLength(1);
    // The patient's own yes counts, whatever is corrected of another way to them later.
    await press(await linkTo(clinic, await read(reminded.appointmentId)), 'confirm');
    await correct(reminded, { phone: aNumber() });
    await settled();
    expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed' });
  });

  it('changes nothing of what staff had confirmed before', async () => {
    const reminded = await movedAndReminded({});
    await clinic.owner.post(`/appointments/${reminded.appointmentId}/confirm`, {}, { ifMatch: '*' }).expect(200);
    await correct(reminded, { email: `right-${reminded.email}` });
    await until(() => mails(`right-${reminded.email}`).length === 1, 'a reminder at the right address');
    expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed' });
  });

  it('is no yes by text either', async () => {
    const phone = aNumber();
    const reminded = await movedAndReminded({ email: null, phone });
    await world.sandbox.carrier.receive(phone, CLINIC_NUMBER, 'yes');
    await until(async () => (await read(reminded.appointmentId)).status === 'confirmed', 'a yes by text');
    const right = aNumber();
    await correct(reminded, { phone: right });
    await until(async () => (await read(reminded.appointmentId)).status === 'booked', 'a yes that does not count');
    await until(() => world.sandbox.control.sms(right).length === 1, 'a reminder at the right number');
    await world.sandbox.carrier.receive(right, CLINIC_NUMBER, 'yes');
    await until(async () => (await read(reminded.appointmentId)).status === 'confirmed', "the patient's own yes");
    await correct(reminded, { email: `also-${reminded.email}` });
    await settled();
    expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
  });

  it('has called nothing off that the patient knows of: they are to be told', async () => {
    const reminded = await movedAndReminded({});
    await press(await linkTo(clinic, await read(reminded.appointmentId)), 'cancel');
    expect(await read(reminded.appointmentId)).toMatchObject({ status: 'cancelled', untold: false });
    await correct(reminded, { email: `right-${reminded.email}` });
    await until(async () => (await read(reminded.appointmentId)).untold, 'to be told');
    expect(await listed(reminded.appointmentId)).toBe(true);
  });

  describe('leaves what stands without it:', () => {
    const show = async (token: string) => {
      const { body } = await clinic.owner.get(`/public/links/${token}`).expect(200);
      return (body as { appointment: { version: number } }).appointment.version;
    };
    const pressAs = (token: string, action: string, version: number) =>
      clinic.owner.post(`/public/links/${token}/${action}`, { version }).expect(200);
    /** Its own links by mail, which went to a stranger, and by text, each as it was shown before anybody pressed. */
    async function twoLinks({ appointmentId }: Reminded) {
      const appointment = await read(appointmentId);
      const [mailed, texted] = [await linkTo(clinic, appointment), await linkTo(clinic, appointment, { channel: 'sms' })];
      return { mailed, texted, version: await show(mailed) };
    }
    /** Every consequence of the correction is there once the reminder has come to the right mailbox. */
    async function correctMail(reminded: Reminded): Promise<void> {
      const right = `right-${reminded.email}`;
      await correct(reminded, { email: right });
      await until(async () => (await journey(reminded)).includes('appointment.answer_withdrawn'), 'a line in the history');
      await settled();
    }
    async function remindedTwice() {
      const phone = aNumber();
      const reminded = await movedAndReminded({ phone });
      await found(reminded.appointmentId, ({ channel, status }) => channel === 'sms' && status === 'delivered', 'the text');
      return { ...reminded, phone };
    }
    const events = async (id: string) =>
      clinic.app.sql("SELECT 1 FROM outbox WHERE type = 'appointment.confirmed' AND payload->>'appointmentId' = $1", [id]);

    it("the patient's own yes by text, after a stranger's by the link", async () => {
      const reminded = await remindedTwice();
      await press(await linkTo(clinic, await read(reminded.appointmentId)), 'confirm');
      const { version } = await read(reminded.appointmentId);
      await world.sandbox.carrier.receive(reminded.phone, CLINIC_NUMBER, 'yes');
      await world.sandbox.carrier.receive(reminded.phone, CLINIC_NUMBER, 'yes');
      // It was confirmed already: nobody else hears of it, and nothing that is shown has changed.
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', version });
      expect(await events(reminded.appointmentId)).toHaveLength(1);
      const audit = "SELECT reason FROM audit_entry WHERE entity_id = $1 AND reason = 'answered again'";
      expect(await clinic.app.sql(audit, [reminded.appointmentId])).toHaveLength(1);
      await correctMail(reminded);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
    });

    it("the patient's own yes by their link, after a stranger's by another", async () => {
      const reminded = await movedAndReminded({ phone: aNumber() });
      const { mailed, texted, version } = await twoLinks(reminded);
      await pressAs(mailed, 'confirm', version);
      await pressAs(mailed, 'confirm', version);
      await pressAs(texted, 'confirm', version);
      expect(await events(reminded.appointmentId)).toHaveLength(1);
      await correctMail(reminded);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
      // Once the number turns out to be no better, it waits for a yes.
      await correct(reminded, { phone: aNumber() });
      await until(async () => (await read(reminded.appointmentId)).status === 'booked', 'a yes that does not count');
    });

    it("staff's word, after a stranger's yes to what it was", async () => {
      const reminded = await movedAndReminded({});
      await press(await linkTo(clinic, await read(reminded.appointmentId)), 'confirm');
      const change = { durationMinutes: 75, overbook: true };
      await clinic.owner.patch(`/appointments/${reminded.appointmentId}`, change, { ifMatch: '*' }).expect(200);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'booked', untold: false });
      await clinic.owner.post(`/appointments/${reminded.appointmentId}/confirm`, {}, { ifMatch: '*' }).expect(200);
      await correctMail(reminded);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed' });
    });

    it("no earlier yes, where a stranger's is to what it is now", async () => {
      const reminded = await movedAndReminded({ phone: aNumber() });
      const { mailed, texted, version } = await twoLinks(reminded);
      await pressAs(texted, 'confirm', version);
      const change = { durationMinutes: 75, overbook: true };
      await clinic.owner.patch(`/appointments/${reminded.appointmentId}`, change, { ifMatch: '*' }).expect(200);
      await press(mailed, 'confirm');
      await correctMail(reminded);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'booked' });
    });

    it('that the patient called it off too: they know of it', async () => {
      const reminded = await movedAndReminded({ phone: aNumber() });
      const { mailed, texted, version } = await twoLinks(reminded);
      await pressAs(mailed, 'cancel', version);
      await pressAs(texted, 'cancel', version);
      await correctMail(reminded);
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'cancelled', untold: false });
      expect(await listed(reminded.appointmentId)).toBe(false);
    });

    it('a yes to what staff had confirmed: who gave it knows of the new time, though the reminder of that went astray', async () => {
      const reminded = await movedToSoon(await aReminded(clinic, { patient: { phone: null } }));
      const { texted, version } = await twoLinks(reminded);
      await clinic.owner.post(`/appointments/${reminded.appointmentId}/confirm`, {}, { ifMatch: '*' }).expect(200);
      await pressAs(texted, 'confirm', version);
      await correct(reminded, { email: `right-${reminded.email}` });
      await settled();
      expect(await read(reminded.appointmentId)).toMatchObject({ status: 'confirmed', untold: false });
    });
  });
});

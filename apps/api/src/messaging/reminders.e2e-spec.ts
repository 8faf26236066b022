import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aPractitioner } from '../testing/scheduling.fixture.js';
import { member, session, type Session } from '../testing/session.js';
import { aPlanned, aReminded, messagesOf, once, remindNow } from './testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

const planned = (appointmentId: string, count: number) =>
  until(async () => {
    const found = (await messagesOf(clinic.owner, appointmentId)).filter(({ status }) => status === 'scheduled');
    return found.length === count && found;
  }, `${count} planned reminders`);

describe('when an appointment is booked', () => {
  it('plans an e-mail three days and an SMS two days ahead', async () => {
    const { appointmentId, start } = await aReminded(clinic);
    const ahead = (await planned(appointmentId, 2)).map(({ channel, dueAt }) => [
      channel,
      (Date.parse(start) - Date.parse(dueAt)) / 3_600_000,
    ]);
    expect(ahead.sort()).toEqual([
      ['email', 72],
      ['sms', 48],
    ]);
  });

  it('skips a rule that is already past', async () => {
    const { appointmentId } = await aReminded(clinic, { days: 2.5 });
    expect((await planned(appointmentId, 1)).map(({ channel }) => channel)).toEqual(['sms']);
  });

  it('reminds by both channels, in English, without a word of what the appointment is for', async () => {
    const { phone, email, appointmentId } = await remindNow(clinic);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'sent');
    const [sms] = world.sandbox.control.sms(phone);
    const [mail] = world.sandbox.control.mails(email);
    expect(sms?.body).toMatch(/^Érablière Physio: your appointment is .+ at .+\. Reply C to confirm.+\/l\/[\w-]{32}.+STOP/);
    expect(mail).toMatchObject({
      subject: expect.stringMatching(/^Your appointment on /),
      text: expect.stringContaining('Hello Zoé,'),
      html: expect.stringContaining('/l/'),
    });
    expect(world.sandbox.control.sms(phone)).toHaveLength(1);
    expect(world.sandbox.control.mails(email)).toHaveLength(1);
  });

  it("writes by mail in the clinic's name, and has the answer go to the clinic as soon as that has a mailbox", async () => {
    const without = await remindNow(clinic);
    await once(clinic.owner, without.appointmentId, 'email', 'sent');
    const [silent] = world.sandbox.control.mails(without.email);
    expect(silent?.from).toMatch(/^"Érablière Physio" <[^<>]+>$/);
    expect(silent?.replyTo).toBeNull();

    const { body } = await clinic.owner.get(`/clinics/${clinic.clinic.id}`).expect(200);
    expect((body as { email: unknown }).email).toBeNull();
    await clinic.owner.patch(`/clinics/${clinic.clinic.id}`, { email: 'desk@erabliere.example' }, { ifMatch: '*' }).expect(200);
    const answered = await remindNow(clinic);
    await once(clinic.owner, answered.appointmentId, 'email', 'sent');
    expect(world.sandbox.control.mails(answered.email)[0]).toMatchObject({ from: silent?.from, replyTo: 'desk@erabliere.example' });
  });

  it('writes in French to those who read French', async () => {
    const { phone, email, appointmentId } = await remindNow(clinic, { patient: { locale: 'fr' } });
    await once(clinic.owner, appointmentId, 'sms', 'sent', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'sent');
    expect(world.sandbox.control.sms(phone)[0]?.body).toMatch(/votre rendez-vous.+Répondez C pour confirmer.+ARRET/);
    expect(world.sandbox.control.mails(email)[0]?.text).toMatch(/^Bonjour Zoé,/);
  });

  it.each([
    [{ firstName: '', lastName: 'Suharto' }, 'Hello Suharto,'],
    [{ firstName: 'Cher', lastName: '' }, 'Hello Cher,'],
    [{ firstName: 'علی\u200cرضا', lastName: '' }, 'Hello علی\u200cرضا,'],
    [{ firstName: ':', lastName: 'Roy' }, 'Hello,'],
  ])('greets %j with "%s"', async (names, greeting) => {
    const { email, appointmentId } = await remindNow(clinic, { patient: names });
    await once(clinic.owner, appointmentId, 'email', 'sent');
    expect(world.sandbox.control.mails(email)[0]?.text.split('\n')[0]).toBe(greeting);
  });

  it('tells the rest of the house, without a name', async () => {
    const { appointmentId } = await remindNow(clinic);
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await once(clinic.owner, appointmentId, 'email', 'sent');
    const events = await clinic.app.sql<{ type: string; payload: object }>(
      "SELECT type, payload FROM outbox WHERE payload->>'appointmentId' = $1 AND type LIKE 'message.%' ORDER BY type",
      [appointmentId],
    );
    expect(events.map(({ type }) => type)).toEqual(['message.delivered', 'message.sent', 'message.sent']);
    expect(JSON.stringify(events)).not.toMatch(/Zoé|\+1613|@example/);
  });
});

/** With somebody else, or elsewhere, at the same time; and what a mail says of it then. */
const CHANGES = {
  practitioner: async () => {
    const { id: practitionerId } = await aPractitioner(clinic.owner, { firstName: 'Nina', lastName: 'Neue' });
    return { change: { practitionerId }, said: 'Nina Neue' };
  },
  place: async () => {
    const west = { name: 'West Clinic', timeZone: 'America/Toronto', country: 'CA', region: 'ON' };
    const { body } = await clinic.owner.post('/locations', west).expect(201);
    return { change: { locationId: (body as { id: string }).id }, said: 'West Clinic' };
  },
};
const OF_NOW = `SELECT m.id FROM message m JOIN appointment a ON a.id = m.appointment_id AND a.time_version = m.time_version
  WHERE a.id = $1 AND m.status = 'scheduled'`;

/** The appointment is changed and its reminders are planned anew. */
async function changed(appointmentId: string, what: keyof typeof CHANGES): Promise<string> {
  const { change, said } = await CHANGES[what]();
  await clinic.owner.patch(`/appointments/${appointmentId}`, { overbook: true, ...change }, { ifMatch: '*' }).expect(200);
  await until(async () => (await clinic.app.sql(OF_NOW, [appointmentId])).length === 2, 'reminders of the appointment as it is now');
  return said;
}

async function aTold() {
  const appointment = await remindNow(clinic);
  await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered');
  await once(clinic.owner, appointment.appointmentId, 'email', 'sent');
  return appointment;
}

describe('when an appointment changes', () => {
  it.each(['practitioner', 'place'] as const)('tells of another %s, once by each way', async (what) => {
    for (const [{ appointmentId, phone, email }, before] of [[await aPlanned(clinic), 0] as const, [await aTold(), 1] as const]) {
      const said = await changed(appointmentId, what);
      await dueNow(clinic.app, appointmentId);
      const [mails, texts] = [() => world.sandbox.control.mails(email), () => world.sandbox.control.sms(phone)];
      await until(() => mails().length > before && texts().length > before, 'the new word');
      await until(async () =>
        (await messagesOf(clinic.owner, appointmentId)).every(({ status }) => !['scheduled', 'queued'].includes(status)),
      );
      expect([mails().length, texts().length]).toEqual([before + 1, before + 1]);
      expect(mails().map(({ text }) => text.includes(said))).toEqual(before ? [false, true] : [true]);
    }
  });

  it.each(['practitioner', 'place'] as const)(
    'says another %s in a text too, whose words leave it out: nobody is called then',
    async (what) => {
      const { appointmentId, phone } = await aPlanned(clinic, { patient: { email: null } });
      const said = await changed(appointmentId, what);
      const untold = async () =>
        ((await clinic.owner.get(`/appointments/${appointmentId}`).expect(200)).body as { untold: boolean }).untold;
      expect(await untold()).toBe(true);
      await dueNow(clinic.app, appointmentId);
      await once(clinic.owner, appointmentId, 'sms', 'delivered');
      expect(world.sandbox.control.sms(phone).at(-1)?.body).toContain(said);
      await until(async () => !(await untold()), 'the list of whom to call');
    },
  );

  it.each<[string, (appointment: Awaited<ReturnType<typeof aTold>>) => Promise<unknown>]>([
    [
      'an archived patient',
      ({ patientId }) => clinic.owner.patch(`/patients/${patientId}`, { archived: true }, { ifMatch: '*' }).expect(200),
    ],
    ['a patient who wants no texts', ({ phone }) => world.sandbox.carrier.receive(phone, '+16135550100', 'STOP')],
  ])('texts nothing of another practitioner to %s', async (_, end) => {
    const appointment = await aTold();
    await changed(appointment.appointmentId, 'practitioner');
    await end(appointment);
    await dueNow(clinic.app, appointment.appointmentId);
    await once(clinic.owner, appointment.appointmentId, 'sms', 'suppressed', 'opted_out');
    const texts = world.sandbox.control.sms(appointment.phone).filter(({ direction }) => direction === 'outbound-api');
    expect(texts).toHaveLength(1);
  });

  it('never reminds of the old time after a move, even where the plan was not yet redone', async () => {
    const { appointmentId, phone, email } = await aReminded(clinic);
    await planned(appointmentId, 2);
    // The row says that it is due; the appointment has moved in the meantime and its event is still on the way.
    await clinic.app.sql('UPDATE appointment SET time_version = time_version + 1 WHERE id = $1', [appointmentId]);
    await clinic.app.sql('UPDATE message SET due_at = now(), next_at = now() WHERE appointment_id = $1', [appointmentId]);
    expect(await once(clinic.owner, appointmentId, 'sms', 'skipped')).toMatchObject({ reason: 'appointment_moved' });
    await once(clinic.owner, appointmentId, 'email', 'skipped');
    expect(world.sandbox.control.sms(phone)).toEqual([]);
    expect(world.sandbox.control.mails(email)).toEqual([]);
  });

  it('drops what waits when it is cancelled, and plans it again when it is restored', async () => {
    const { appointmentId } = await aReminded(clinic);
    await planned(appointmentId, 2);
    await clinic.owner.post(`/appointments/${appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    await until(async () =>
      (await messagesOf(clinic.owner, appointmentId)).every(
        ({ status, reason }) => status === 'skipped' && reason === 'appointment_cancelled',
      ),
    );
    await clinic.owner.post(`/appointments/${appointmentId}/restore`, { overbook: true }).expect(200);
    await planned(appointmentId, 2);
    expect(await messagesOf(clinic.owner, appointmentId)).toHaveLength(2);
  });

  it('sends nothing for an appointment that was cancelled a moment ago', async () => {
    const { appointmentId, phone } = await aReminded(clinic);
    await planned(appointmentId, 2);
    await clinic.app.sql("UPDATE appointment SET status = 'cancelled' WHERE id = $1", [appointmentId]);
    await clinic.app.sql('UPDATE message SET due_at = now(), next_at = now() WHERE appointment_id = $1', [appointmentId]);
    expect(await once(clinic.owner, appointmentId, 'sms', 'skipped')).toMatchObject({ reason: 'appointment_cancelled' });
    expect(world.sandbox.control.sms(phone)).toEqual([]);
  });
});

describe('when the rules change', () => {
  it('the appointments that are already booked follow', async () => {
    const own = await session('owner', { workers: true, env: world.env });
    const { appointmentId, start } = await aPlanned(own);
    const ahead = async () =>
      (await messagesOf(own.owner, appointmentId))
        .filter(({ status }) => status === 'scheduled')
        .map(({ channel, dueAt }) => `${channel} ${(Date.parse(start) - Date.parse(dueAt)) / 3_600_000}`)
        .sort();
    const added = (await own.owner.post('/reminder-rules', { channel: 'sms', minutesBefore: 120 }).expect(201)).body as { id: string };
    expect(await ahead()).toEqual(['email 72', 'sms 2', 'sms 48']);
    await own.owner.patch(`/reminder-rules/${added.id}`, { minutesBefore: 180 }, { ifMatch: '*' }).expect(200);
    expect(await ahead()).toEqual(['email 72', 'sms 3', 'sms 48']);
    // A time that has already gone by is not caught up with.
    await own.owner.post('/reminder-rules', { channel: 'email', minutesBefore: 30 * 24 * 60 }).expect(201);
    expect(await ahead()).toHaveLength(3);
    await own.owner.delete(`/reminder-rules/${added.id}`).expect(204);
    await own.app.sql('UPDATE message SET next_at = now(), due_at = now() WHERE appointment_id = $1 AND rule_id = $2', [
      appointmentId,
      added.id,
    ]);
    await until(
      async () => (await messagesOf(own.owner, appointmentId)).some(({ reason }) => reason === 'rule_off'),
      'the removed rule noticed',
    );
  });
});

describe('whoever may not be written to', () => {
  it('is held back with the reason: no number', async () => {
    const { appointmentId } = await remindNow(clinic, { patient: { phone: undefined } });
    expect(await once(clinic.owner, appointmentId, 'sms', 'suppressed')).toMatchObject({ reason: 'no_address' });
  });
});

describe('a mail to staff', () => {
  it('tells the other owner, without alarm, of a practitioner who was added, and nobody else', async () => {
    const at = await session('owner', { workers: true, env: world.env });
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'owner');
    await at.app.settle();
    const { body } = await agent.get('/session').expect(200);
    const { email, id } = (body as { user: { email: string; id: string } }).user;
    const mails = (to: string) => world.sandbox.control.mails(to).map(({ subject, text }) => ({ subject, text }));
    const person = {
      email: 'pt@notices.example',
      firstName: 'Nia',
      lastName: 'Ng',
      profession: 'physiotherapist',
      registrationNumber: '1',
    };
    await at.agent.post('/practitioners', person).expect(201);
    const mail = await until(() => mails(email).find(({ subject }) => subject.includes('Nia Ng')), 'the notice');
    expect(mail.subject).toBe('Érablière Physio: Nia Ng is a practitioner');
    expect(mail.text).toContain('Olive Owner has added Nia Ng as a practitioner');
    expect(mail.text).toContain('the charts of their own patients');
    expect(mail.text).toContain('/settings/staff');
    await at.app.settle();
    expect(mails(`owner@${at.clinic.slug}.example`).filter(({ subject }) => subject.includes('Nia Ng'))).toEqual([]);
    // The chart right is another matter: whoever gave it is told too.
    const staff = (await at.agent.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
    const other = staff.data.find(({ userId }) => userId === id);
    await at.agent.patch(`/staff/${other?.id}`, { chartRight: true }, { ifMatch: '*' }).expect(200);
    const told = await until(
      () => mails(`owner@${at.clinic.slug}.example`).find(({ subject }) => subject.includes('charts')),
      'the notice',
    );
    expect(told.subject).toBe('Érablière Physio: Mara Member may read all charts');
    expect(told.text).toContain('the charts of all patients');
  });

  it('carries the invitation in its link, and keeps the link out of what staff can read', async () => {
    const email = 'invited@clinic.example';
    await clinic.owner.post('/staff', { email, firstName: 'Ines', lastName: 'Invitée', roles: ['front_desk'] }).expect(201);
    const mail = await until(() => world.sandbox.control.mails(email)[0], 'the invitation');
    expect(mail.text).toMatch(/\/invitation\/[\w-]{40,}/);
    const { body } = await clinic.owner.get('/messages?limit=200').expect(200);
    const listed = (body as { data: { id: string; kind: string }[] }).data.filter(({ kind }) => kind === 'staff_invitation');
    const details = await Promise.all(
      listed.map(async ({ id }) => (await clinic.owner.get(`/messages/${id}`).expect(200)).body as { to: string; text: string }),
    );
    const kept = details.find(({ to }) => to === email);
    expect(kept?.text).toContain('has added you to its team');
    // The address may be anybody's: no name that somebody typed for its reader.
    expect(mail.text).not.toContain('Ines');
    expect(kept?.text).not.toContain('/invitation/');
    // A colleague's address is for those who manage the staff.
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'front_desk');
    const seen = await agent.get(`/messages/${listed[0]?.id}`).expect(200);
    expect(seen.body).toMatchObject({ kind: 'staff_invitation', to: null, subject: null, text: null });
  });

  it('tells the owner at once that a chart was opened, by whom and when, and not whose', async () => {
    const [{ email } = { email: '' }] = await clinic.app.sql<{ email: string }>(
      `SELECT u.email FROM membership m JOIN user_account u ON u.id = m.user_id WHERE m.clinic_id = $1 AND 'owner' = ANY (m.roles)`,
      [clinic.clinic.id],
    );
    const colleague = await member(clinic.app, clinic.owner, clinic.clinic.id, 'practitioner');
    const { id } = await aPatient(clinic.owner, { lastName: 'Zyzzogeton' });
    await colleague.agent.post(`/patients/${id}/chart-access`, { reason: 'He fainted on the stairs' }).expect(201);
    const mail = await until(() => world.sandbox.control.mails(email).find(({ subject }) => /opened a chart/.test(subject)), 'the notice');
    expect(mail.subject).toBe('Mara Member opened a chart without an appointment');
    expect(mail.text).toContain('/settings/chart-access');
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Zyzzogeton|fainted|Amélie/);
  });
});

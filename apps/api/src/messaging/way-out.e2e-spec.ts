import request from 'supertest';
import { Agent } from '../testing/agent.js';
import { linkTo } from '../testing/links.fixture.js';
import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { routesOf } from '../testing/routes.js';
import { aPatient } from '../testing/patients.fixture.js';
import { session, type Session } from '../testing/session.js';
import { aPlanned, messagesOf, once, remindNow } from './testing.js';

let world: Providers;
let clinic: Session;
let holder: Agent;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
  holder = new Agent(clinic.app.url, {});
});

type Appointment = Awaited<ReturnType<typeof aPlanned>>;
interface Shown {
  locale: string;
  address: string;
  stoppedBy: string | null;
  clinic: { name: string };
}

/** The mail of a reminder that just left, and its way out. */
async function mailed(over: Parameters<typeof aPlanned>[1] = {}, here = clinic) {
  const appointment = await remindNow(here, over);
  await once(here.owner, appointment.appointmentId, 'email', 'sent');
  const address = appointment.email;
  const mail = world.sandbox.control.mails(address).at(-1);
  const oneClick = /^<(.+)>$/.exec(mail?.headers?.['list-unsubscribe'] ?? '')?.[1] ?? '';
  return { ...appointment, address, mail, oneClick, token: /emails\/([\w-]{32})/.exec(oneClick)?.[1] ?? '' };
}

/** As a provider of mailboxes does it: from its own site, with no cookie, in either encoding. */
const clickOnce = (url: string, body: URLSearchParams | FormData = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })) =>
  fetch(url, { method: 'POST', body, redirect: 'manual', headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' } });
const inParts = () => {
  const form = new FormData();
  form.append('List-Unsubscribe', 'One-Click');
  return form;
};

const shown = async (token: string) => (await holder.get(`/public/emails/${token}`).expect(200)).body as Shown;
const press = (token: string, action: string) => holder.post(`/public/emails/${token}/${action}`);
const patch = (id: string, body: object) => clinic.owner.patch(`/patients/${id}`, body, { ifMatch: '*' }).expect(200);
const outlook = async (appointmentId: string) => {
  const { body } = await clinic.owner.get(`/appointments/${appointmentId}/reminders`).expect(200);
  const reminders = (body as { data: { channel: string; outlook: string; reason: string | null }[] }).data;
  return reminders.map(({ channel, outlook, reason }) => [channel, outlook, reason].filter(Boolean).join(' '));
};
const consents = async (patientId: string) =>
  ((await clinic.owner.get(`/patients/${patientId}/contact-consents`).expect(200)).body as { data: Record<string, unknown>[] }).data;
/** What became of the next reminder by e-mail. */
async function next(appointment: Pick<Appointment, 'appointmentId'>, here = clinic) {
  await dueNow(here.app, appointment.appointmentId);
  return (await once(here.owner, appointment.appointmentId, 'email', 'sent', 'skipped', 'suppressed', 'opted_out')).status;
}
const another = (email: string, patient: object = {}) => aPlanned(clinic, { patient: { email, ...patient } });
const agrees = (patientId: string, granted: boolean) =>
  clinic.owner
    .post(`/patients/${patientId}/contact-consents`, {
      purpose: 'appointments',
      channel: 'email',
      granted,
      source: 'phone',
      wording: 'Please',
    })
    .expect(201);

describe('an e-mail to a patient', () => {
  it.each([
    ['en', /To stop these e-mails: (\S+)/],
    ['fr', /Pour ne plus recevoir ces courriels\u00a0: (\S+)/],
  ])('says in its head and in its last line how to get no more of them (%s)', async (locale, line) => {
    const { mail, oneClick, token, appointmentId } = await mailed({ patient: { locale } });
    const page = `${world.env['PUBLIC_URL']}/emails/${token}`;
    expect(oneClick).toBe(`${world.env['PUBLIC_URL']}/api/v1/public/emails/${token}/one-click`);
    expect(mail?.headers?.['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(line.exec(mail?.text ?? '')?.[1]).toBe(page);
    expect(mail?.html).toContain(`href="${page}"`);
    // Whoever reads the message at the desk does not hold the patient's link.
    const [message] = (await messagesOf(clinic.owner, appointmentId)).filter(({ channel }) => channel === 'email');
    const { text } = await clinic.owner.get(`/messages/${message?.id}`).expect(200);
    expect(text).not.toContain(token);
    const [row] = await clinic.app.sql<{ kept: boolean }>(`SELECT count(*) > 0 AS kept FROM link_token WHERE hash = sha256($1)`, [
      Buffer.from(token),
    ]);
    expect(row?.kept).toBe(true);
  });

  it('is not a text to a phone, nor a mail to those who work here', async () => {
    const { phone, appointmentId } = await mailed();
    await once(clinic.owner, appointmentId, 'sms', 'sent', 'delivered');
    expect(world.sandbox.control.sms(phone)[0]?.body).not.toContain('/emails/');
    const email = `staff-${Date.now()}@clinic.example`;
    await clinic.owner.post('/staff', { email, firstName: 'I', lastName: 'N', roles: ['billing'] }).expect(201);
    const mail = await until(() => world.sandbox.control.mails(email)[0], 'the invitation');
    expect(mail.headers).not.toHaveProperty('list-unsubscribe');
    expect(mail.text).not.toContain('/emails/');
  });
});

describe('one click', () => {
  it.each([
    ['as a form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['in parts', inParts],
  ])('from the mailbox stops the next e-mail, and nothing else (%s)', async (_, body) => {
    const { oneClick, address, patientId, token } = await mailed();
    const coming = await another(address);
    expect(await outlook(coming.appointmentId)).toEqual(['email goes', 'sms goes']);
    const answer = await clickOnce(oneClick, body());
    expect([answer.status, await answer.text(), answer.headers.get('set-cookie')]).toEqual([200, '', null]);
    expect(await outlook(coming.appointmentId)).toEqual(['email held opted_out', 'sms goes']);
    expect(await next(coming)).toBe('opted_out');
    expect(['sent', 'delivered']).toContain((await once(clinic.owner, coming.appointmentId, 'sms', 'sent', 'delivered')).status);
    expect(world.sandbox.control.mails(address)).toHaveLength(1);
    expect(await shown(token)).toMatchObject({ stoppedBy: 'link' });
    // The card says it, and the audit who did it: the holder of the link.
    expect(await consents(patientId)).toMatchObject([{ purpose: null, channel: 'email', granted: false, source: null, wording: null }]);
    const rows = await clinic.app.sql(
      `SELECT actor_type, action, ip IS NOT NULL AS whence FROM audit_entry WHERE what = 'patient.consent' AND action <> 'read' AND $1 = ANY (patient_ids)`,
      [patientId],
    );
    expect(rows).toEqual([{ actor_type: 'link', action: 'create', whence: true }]);
  });

  it('does nothing without its word, and takes no long one', async () => {
    const { oneClick, token } = await mailed();
    for (const body of [new URLSearchParams(), new URLSearchParams({ 'List-Unsubscribe': 'No' }), new FormData()])
      expect((await clickOnce(oneClick, body)).status).toBe(400);
    expect((await clickOnce(oneClick, new URLSearchParams({ 'List-Unsubscribe': 'One-Click', more: 'x'.repeat(20_000) }))).status).toBe(
      413,
    );
    const long = inParts();
    long.append('more', 'x'.repeat(20_000));
    expect((await clickOnce(oneClick, long)).status).toBe(413);
    expect(await shown(token)).toMatchObject({ stoppedBy: null });
  });

  it('is the one thing that another site may ask for', async () => {
    const token = 'x'.repeat(32);
    const open: string[] = [];
    for (const { method, path } of routesOf(clinic.app)) {
      if (method === 'GET') continue;
      const verb = method.toLowerCase() as 'post';
      const call = request(clinic.app.url)[verb](`/api/v1${path.replace(/:\w+/g, token)}`);
      const { body } = await call.set('origin', 'https://mail.example').send({});
      if ((body as { code?: string }).code !== 'FOREIGN_ORIGIN') open.push(`${method} ${path}`);
    }
    expect(open).toEqual(['POST /public/emails/:token/one-click']);
    // Nor do parts open another door: elsewhere they are no way to write.
    const answer = await fetch(`${clinic.app.url}/api/v1/public/emails/${token}/stop`, { method: 'POST', body: inParts() });
    expect(answer.status).toBe(415);
  });
});

describe('whoever opens the link', () => {
  it('is shown whose mails they are and to where, and has changed nothing', async () => {
    const { oneClick, token, address, appointmentId } = await mailed({ patient: { locale: 'fr' } });
    const answer = await holder.get(`/public/emails/${token}`).expect(200);
    expect(answer.body).toEqual({
      locale: 'fr',
      country: 'CA',
      clinic: expect.objectContaining({ name: 'Érablière Physio' }),
      address: 'p•••@example.com',
      stoppedBy: null,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).not.toMatch(new RegExp(`Zoé|Gagné|${address}|${appointmentId}`));
    for (const method of ['GET', 'HEAD']) {
      const scanned = await fetch(oneClick, { method, redirect: 'manual' });
      expect([scanned.status, scanned.headers.get('location')]).toEqual([302, `${world.env['PUBLIC_URL']}/emails/${token}`]);
    }
    expect(await shown(token)).toMatchObject({ stoppedBy: null });
    expect(await next(await another(address))).toBe('sent');
  });

  it('stops, stops again, starts and starts again: each is done once', async () => {
    const { token, address, patientId, oneClick } = await mailed();
    const coming = await another(address);
    for (let time = 0; time < 2; time++) expect((await press(token, 'stop').expect(200)).body).toMatchObject({ stoppedBy: 'link' });
    expect((await clickOnce(oneClick)).status).toBe(200);
    expect(await consents(patientId)).toHaveLength(1);
    for (let time = 0; time < 2; time++) expect((await press(token, 'start').expect(200)).body).toMatchObject({ stoppedBy: null });
    expect((await consents(patientId)).map(({ granted }) => granted)).toEqual([true, false]);
    expect(await next(coming)).toBe('sent');
    await press(token, 'archive').expect(404);
  });

  it('starts nothing that was never stopped, and nothing that the patient refused at the clinic', async () => {
    const { token, patientId, address } = await mailed();
    await press(token, 'start').expect(200);
    expect(await consents(patientId)).toEqual([]);
    await agrees(patientId, false);
    expect(await shown(token)).toMatchObject({ stoppedBy: 'clinic' });
    for (const action of ['stop', 'start']) expect((await press(token, action).expect(200)).body).toMatchObject({ stoppedBy: 'clinic' });
    const { appointmentId } = await aPlanned(clinic, { patient: { email: address } });
    expect(await outlook(appointmentId)).toContain('email goes');
  });

  it('is told the same by a link that died as by one that never was, and nobody is by the link of an appointment', async () => {
    const said = async (token: string) => {
      const answers = [await holder.get(`/public/emails/${token}`), await press(token, 'stop'), await press(token, 'start')];
      answers.push(await holder.post(`/public/emails/${token}/one-click`, { 'List-Unsubscribe': 'One-Click' }));
      return answers.map(({ status, body }) => ({ status, ...(body as object), requestId: null, instance: null }));
    };
    const never = await said('A'.repeat(32));
    expect(never.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const { token, patientId, appointmentId } = await mailed();
    expect(token).toHaveLength(32);
    await holder.get(`/public/links/${token}`).expect(404);
    await holder.post(`/public/links/${token}/cancel`, { version: 1 }).expect(404);
    const { body: appointment } = await clinic.owner.get(`/appointments/${appointmentId}`).expect(200);
    expect(await said(await linkTo(clinic, appointment as never))).toEqual(never);
    await patch(patientId, { email: 'elsewhere@example.com' });
    expect(await said(token)).toEqual(never);
    // The old address come back does not wake it.
    await patch(patientId, { email: 'Back@example.com' });
    expect(await said(token)).toEqual(never);
  });
});

describe('a way out', () => {
  it('is told of everybody behind the mailbox, in one statement', async () => {
    const { token, address, patientId } = await mailed();
    const others = await Promise.all(Array.from({ length: 5 }, () => aPatient(clinic.owner, { email: address })));
    await press(token, 'stop').expect(200);
    const behind = [patientId, ...others.map(({ id }) => id)];
    const rows = await clinic.app.sql<{ patientId: string; command: string }>(
      `SELECT payload->>'patientId' AS "patientId", xmin || ' ' || cmin AS command FROM outbox
       WHERE type = 'contact_consent.recorded' AND payload->>'patientId' = ANY ($1)`,
      [behind],
    );
    expect(rows.map((row) => row.patientId).toSorted()).toEqual(behind.toSorted());
    expect(new Set(rows.map(({ command }) => command)).size).toBe(1);
  });

  it('is of the address: it goes with it, and one that is given later is written to', async () => {
    const { token, address, patientId } = await mailed();
    const coming = await another(address, {});
    await press(token, 'stop').expect(200);
    await patch(coming.patientId, { email: `new-${address}` });
    expect(await consents(coming.patientId)).toEqual([]);
    expect(await outlook(coming.appointmentId)).toContain('email goes');
    // In whatever letters, and on whichever record it comes back.
    await patch(coming.patientId, { email: address.toUpperCase() });
    expect(await outlook(coming.appointmentId)).toContain('email held opted_out');
    expect(await next(coming)).toBe('opted_out');
    expect(patientId).not.toBe(coming.patientId);
  });

  it.each([{ archived: true }, { deceasedOn: '2026-01-31' }])('closes with the record (%j), and what was said by it stays', async (end) => {
    const { token, patientId, address } = await mailed();
    await press(token, 'stop').expect(200);
    await patch(patientId, end);
    await holder.get(`/public/emails/${token}`).expect(404);
    await press(token, 'start').expect(404);
    await patch(patientId, { archived: false, deceasedOn: null });
    await holder.get(`/public/emails/${token}`).expect(404);
    expect(await outlook((await another(address)).appointmentId)).toContain('email held opted_out');
  });

  it('holds for everybody behind the mailbox, and names nobody to whoever holds it', async () => {
    const { token, address, patientId } = await mailed();
    const child = await another(address, { firstName: 'Timotheus' });
    const later = await press(token, 'stop').expect(200);
    expect(later.text).not.toMatch(/Timotheus|Zoé/);
    expect(await next(child)).toBe('opted_out');
    const younger = await another(address, { firstName: 'Later' });
    expect(await next(younger)).toBe('opted_out');
    for (const id of [patientId, child.patientId, younger.patientId]) expect(await consents(id)).toHaveLength(1);
    const [row] = await clinic.app.sql<{ ids: string[] }>(
      `SELECT patient_ids AS ids FROM audit_entry WHERE what = 'patient.consent' AND action = 'create' AND $1 = ANY (patient_ids)`,
      [patientId],
    );
    expect(row?.ids.sort()).toEqual([patientId, child.patientId].sort());
  });

  it('yields to what one of them says at the clinic afterwards, for that one, until it is pressed again', async () => {
    const { token, address, patientId } = await mailed();
    const child = await another(address);
    await press(token, 'stop').expect(200);
    await agrees(child.patientId, true);
    expect(await outlook(child.appointmentId)).toContain('email goes');
    expect(await outlook((await aPlanned(clinic, { patient: { email: address } })).appointmentId)).toContain('email held opted_out');
    await press(token, 'stop').expect(200);
    expect(await consents(patientId)).toHaveLength(2);
    expect(await next(child)).toBe('opted_out');
  });

  it('is of one clinic: another one that has the same address writes on, and knows nothing of it', async () => {
    const { token, address } = await mailed();
    const other = await session('owner', { workers: true, env: world.env });
    const theirs = await aPlanned(other, { patient: { email: address } });
    await press(token, 'stop').expect(200);
    const { body } = await other.owner.get(`/patients/${theirs.patientId}/contact-consents`).expect(200);
    expect(body).toMatchObject({ data: [] });
    expect(await next(theirs, other)).toBe('sent');
  });

  it('is of the address that it was sent to, however a press of it crosses a correction', async () => {
    const stopped = async (address: string) =>
      (await clinic.app.sql('SELECT 1 FROM mailbox_consent WHERE address = $1 AND clinic_id = $2', [address, clinic.clinic.id])).length;
    for (let round = 0; round < 12; round++) {
      const { appointmentId, patientId, email } = await aPlanned(clinic);
      const subject = { kind: 'mailbox' as const, subjectId: patientId };
      const token = await linkTo(clinic, { id: appointmentId, patientId } as never, subject);
      const pause = new Promise((resolve) => setTimeout(resolve, round));
      const [{ status }] = await Promise.all([press(token, 'stop'), pause.then(() => patch(patientId, { email: `new-${email}` }))]);
      expect([status, await stopped(email), await stopped(`new-${email}`)]).toEqual(status === 200 ? [200, 1, 0] : [404, 0, 0]);
    }
  });

  it('outlives its appointment by a year', async () => {
    const { token } = await mailed();
    const [row] = await clinic.app.sql<{ lives: boolean }>(
      `SELECT expires_at > now() + interval '1 year' AS lives FROM link_token WHERE hash = sha256($1)`,
      [Buffer.from(token)],
    );
    expect(row?.lives).toBe(true);
  });
});

describe('many presses in the moment of being due', () => {
  it('are each followed by no e-mail that had not begun to leave before', async () => {
    const rounds = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const appointment = await aPlanned(clinic);
        const subject = { kind: 'mailbox' as const, subjectId: appointment.patientId };
        return {
          ...appointment,
          token: await linkTo(clinic, { id: appointment.appointmentId, patientId: appointment.patientId } as never, subject),
        };
      }),
    );
    const sql = `SELECT count(*)::int AS n FROM message_attempt a JOIN message m ON m.id = a.message_id WHERE m.appointment_id = $1 AND m.channel = 'email'`;
    const begun = async (appointmentId: string) => (await clinic.app.sql<{ n: number }>(sql, [appointmentId]))[0]?.n ?? 0;
    await Promise.all(
      rounds.map(async ({ appointmentId, token, email }, round) => {
        await dueNow(clinic.app, appointmentId);
        await new Promise((resolve) => setTimeout(resolve, (round * 37) % 250));
        await press(token, 'stop').expect(200);
        const left = await begun(appointmentId);
        const done = async () =>
          (await messagesOf(clinic.owner, appointmentId)).every(({ status }) => !['scheduled', 'queued'].includes(status));
        await until(done, 'every message decided', 90_000);
        expect([world.sandbox.control.mails(email).length <= left, await begun(appointmentId)]).toEqual([true, left]);
      }),
    );
  }, 120_000);
});

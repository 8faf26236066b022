import { type LinkSubject, newId } from '../platform/index.js';
import { toLocalRfc3339 } from '@keel/calendar';
import { Agent } from '../testing/agent.js';
import { linkTo } from '../testing/links.fixture.js';
import { aDiary, aPractitioner, aService, anAppointment, type TestAppointment } from '../testing/scheduling.fixture.js';
import { session, type Session } from '../testing/session.js';

let clinic: Session;
let stranger: Agent;
beforeAll(async () => {
  clinic = await session('owner');
  stranger = new Agent(clinic.app.url, {});
});

interface Opened {
  actions: string[];
  appointment: { status: string; start: string; version: number };
}

async function aLink(over: { appointment?: Partial<TestAppointment>; link?: Partial<LinkSubject> } = {}) {
  const diary = await aDiary(clinic.owner);
  const appointment = await anAppointment(clinic.owner, diary, over.appointment);
  return { appointment, token: await linkTo(clinic, appointment, over.link) };
}
/** Presses a button as the page does: with the version that it shows. */
const press = (token: string, action: string, version: number) => stranger.post(`/public/links/${token}/${action}`, { version });
const statusOf = async (id: string) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as TestAppointment).status;

describe('the link of an appointment', () => {
  it('shows when, where and with whom, to anybody who holds it, and no more', async () => {
    const { appointment, token } = await aLink();
    const answer = await stranger.get(`/public/links/${token}`).expect(200);
    expect(answer.body).toMatchObject({
      kind: 'appointment',
      clinic: { name: 'Érablière Physio' },
      appointment: {
        start: appointment.start,
        localStart: toLocalRfc3339('America/Toronto', Date.parse(appointment.start)),
        localEnd: toLocalRfc3339('America/Toronto', Date.parse(appointment.end)),
        status: 'booked',
        timeZone: 'America/Toronto',
        practitioner: expect.stringContaining('Physio'),
      },
      actions: ['confirm', 'cancel'],
      noticeHours: 24,
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Treatment|Amélie|Gagné|@patients/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('comes as a file for the calendar, in UTC, without the patient and the service', async () => {
    const { appointment, token } = await aLink();
    const answer = await stranger.get(`/public/links/${token}/calendar.ics`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="appointment.ics"',
      'cache-control': 'no-store',
    });
    const stamp = (at: string) => at.replaceAll(/[-:]|\.000/g, '');
    const file = answer.text.replaceAll('\r\n ', '');
    expect(file).toContain(`DTSTART:${stamp(appointment.start)}\r\nDTEND:${stamp(appointment.end)}\r\n`);
    expect(file).toContain('SUMMARY:Appointment at Érablière Physio\r\nDESCRIPTION:With Pia Physio');
    expect(file).toContain('STATUS:CONFIRMED');
    expect(file).not.toMatch(/Treatment|Amélie|Gagné|@patients/);
    expect(file).not.toContain(token);
    await press(token, 'cancel', appointment.version).expect(200);
    const after = await stranger.get(`/public/links/${token}/calendar.ics`).expect(200);
    expect(after.text).toContain('STATUS:CANCELLED');
    const uid = /UID:.+/;
    expect(uid.exec(after.text)).toEqual(expect.arrayContaining([uid.exec(file)?.[0]]));
  });

  it('makes a later file of each change, so that a calendar takes it for the newer: moved, longer, cancelled, restored', async () => {
    const { appointment, token } = await aLink();
    const sequence = async () => {
      const { text } = await stranger.get(`/public/links/${token}/calendar.ics`).expect(200);
      return Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    };
    const act = (action: string, body?: object) => clinic.owner.post(`/appointments/${appointment.id}/${action}`, body).expect(200);
    const change = (to: object) => clinic.owner.patch(`/appointments/${appointment.id}`, to, { ifMatch: '*' }).expect(200);
    const start = new Date(Date.parse(appointment.start) + 7_200_000).toISOString();
    const seen = [await sequence()];
    for (const done of [
      () => change({ start }),
      () => change({ durationMinutes: 60 }),
      () => act('cancel', { by: 'clinic' }),
      () => act('restore'),
      () => act('cancel', { by: 'clinic' }),
    ]) {
      await done();
      seen.push(await sequence());
    }
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
    // What is not in the file leaves it the same.
    await act('restore');
    const before = await sequence();
    await act('confirm', {});
    expect(await sequence()).toBe(before);
  });

  it('gives no file behind a link that is over, or is no link to an appointment', async () => {
    const { token } = await aLink({ link: { expiresAt: new Date(Date.now() - 1000) } });
    const gone = (await stranger.get(`/public/links/${token}`)).status;
    expect(gone).toBe(410);
    await stranger.get(`/public/links/${token}/calendar.ics`).expect(gone);
    await stranger.get(`/public/links/${'A'.repeat(token.length)}/calendar.ics`).expect(404);
  });

  it('changes nothing by being looked at, however often', async () => {
    const { appointment, token } = await aLink();
    for (let look = 0; look < 3; look++) {
      await stranger.get(`/public/links/${token}`).expect(200);
      await stranger.get(`/public/links/${token}/calendar.ics`).expect(200);
    }
    expect(await clinic.app.sql('SELECT status, version FROM appointment WHERE id = $1', [appointment.id])).toEqual([
      { status: 'booked', version: appointment.version },
    ]);
  });

  it('confirms, and a second press is no error', async () => {
    const { appointment, token } = await aLink();
    const { body } = await press(token, 'confirm', appointment.version).expect(200);
    expect(body).toMatchObject({ appointment: { status: 'confirmed' }, actions: ['cancel'] });
    await press(token, 'confirm', appointment.version).expect(200);
    expect(await statusOf(appointment.id)).toBe('confirmed');
    const told = await clinic.app.sql<{ payload: object }>(
      "SELECT payload FROM outbox WHERE type = 'appointment.confirmed' AND payload->>'appointmentId' = $1",
      [appointment.id],
    );
    expect(told).toEqual([{ payload: expect.objectContaining({ by: 'patient' }) }]);
  });

  it('cancels as the patient, leaves the link as the actor in the audit, and then offers nothing', async () => {
    const { appointment, token } = await aLink();
    const { body } = await press(token, 'cancel', appointment.version).expect(200);
    expect(body).toMatchObject({ appointment: { status: 'cancelled', cancelledBy: 'patient' }, actions: [] });
    const { body: refused } = await press(token, 'confirm', appointment.version + 1).expect(409);
    expect(refused).toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
    const actors = await clinic.app.sql<{ actor: string }>(
      'SELECT DISTINCT actor_type AS actor FROM audit_entry WHERE $1 = ANY (patient_ids) ORDER BY 1',
      [appointment.patientId],
    );
    expect(actors.map(({ actor }) => actor)).toContain('link');
  });

  it('shows the time that the appointment has now', async () => {
    const { appointment, token } = await aLink();
    const start = new Date(Date.parse(appointment.start) + 3_600_000).toISOString();
    await clinic.owner.patch(`/appointments/${appointment.id}`, { start }, { ifMatch: '*' }).expect(200);
    expect(((await stranger.get(`/public/links/${token}`).expect(200)).body as Opened).appointment.start).toBe(start);
  });

  it('does nothing for an appointment that has begun, nor by a word that is no action', async () => {
    const begun = await aLink({ appointment: { start: new Date(Math.floor(Date.now() / 60_000) * 60_000 - 600_000).toISOString() } });
    expect((await stranger.get(`/public/links/${begun.token}`).expect(200)).body).toMatchObject({ actions: [] });
    expect((await press(begun.token, 'cancel', begun.appointment.version).expect(409)).body).toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
    const { token } = await aLink();
    const { body } = await stranger.post(`/public/links/${token}/arrive`).expect(409);
    expect(body).toMatchObject({ actions: ['confirm', 'cancel'] });
  });

  it('is a 404 where it is forged, cut short or of another kind', async () => {
    const other = await aLink({ link: { kind: 'invoice' } });
    const { token, appointment } = await aLink();
    for (const wrong of [other.token, token.slice(0, -1), `${token}x`, newId(), appointment.id, '%2e%2e', 'a'.repeat(90)]) {
      for (const answer of [await stranger.get(`/public/links/${wrong}`), await stranger.post(`/public/links/${wrong}/cancel`)]) {
        expect(answer.status).toBe(404);
        expect(answer.headers['content-type']).toMatch(/problem\+json/);
      }
    }
    expect(await statusOf(appointment.id)).toBe('booked');
  });

  it('opens nothing else of the API', async () => {
    const { token, appointment } = await aLink();
    const holder = new Agent(clinic.app.url, { authorization: `Bearer ${token}` });
    await holder.get(`/appointments/${appointment.id}`).expect(401);
    await holder.get('/patients').expect(401);
  });
});

describe('what a patient answers to', () => {
  const move = (appointment: TestAppointment, change: object) =>
    clinic.owner.patch(`/appointments/${appointment.id}`, change, { ifMatch: '*' }).expect(200);
  const later = ({ start }: TestAppointment) => new Date(Date.parse(start) + 7_200_000).toISOString();

  it.each(['confirm', 'cancel'])('is what was shown: after a move, to %s does nothing and shows the new time', async (action) => {
    const { appointment, token } = await aLink();
    const start = later(appointment);
    await move(appointment, { start });
    const { body } = await press(token, action, appointment.version).expect(409);
    expect(body).toMatchObject({
      code: 'STALE_APPOINTMENT',
      current: { appointment: { start, status: 'booked', version: appointment.version + 1 }, actions: ['confirm', 'cancel'] },
    });
    expect(JSON.stringify(body)).not.toMatch(/Treatment|Amélie|Gagné|@patients/);
    expect(await statusOf(appointment.id)).toBe('booked');
    // Asked again about the new facts, the answer counts.
    await press(token, action, appointment.version + 1).expect(200);
    expect(await statusOf(appointment.id)).not.toBe('booked');
  });

  it.each(['confirm', 'cancel'])(
    'holds where nothing that is shown has changed: to %s counts, however often it is pressed',
    async (action) => {
      const { appointment, token } = await aLink();
      const { id: serviceId } = await aService(clinic.owner, { name: 'As long, another' });
      await move(appointment, { serviceId, durationMinutes: 45 });
      await move(appointment, { placeNamed: true });
      const { body: done } = await press(token, action, appointment.version).expect(200);
      expect((done as Opened).appointment.status).toBe(action === 'confirm' ? 'confirmed' : 'cancelled');
      const { body: again } = await press(token, action, appointment.version).expect(200);
      expect(again).toEqual(done);
      expect((await clinic.owner.get(`/appointments/${appointment.id}`)).body).toMatchObject({ serviceId, version: 4, shownVersion: 1 });
    },
  );

  it.each(['there and back', 'called off and brought back'])(
    'does not hold where the appointment was moved %s: it is asked again',
    async (how) => {
      const { appointment, token } = await aLink();
      if (how === 'there and back') {
        await move(appointment, { start: later(appointment) });
        await move(appointment, { start: appointment.start });
      } else {
        await press(token, 'cancel', appointment.version).expect(200);
        await clinic.owner.post(`/appointments/${appointment.id}/restore`).expect(200);
      }
      // A no that comes twice calls nothing off that was brought back.
      const { body } = await press(token, 'cancel', appointment.version).expect(409);
      expect(body).toMatchObject({
        code: 'STALE_APPOINTMENT',
        current: { appointment: { start: appointment.start, status: 'booked', version: 3 } },
      });
      await press(token, 'confirm', 2).expect(409);
      await press(token, 'confirm', 3).expect(200);
    },
  );

  it('is what was shown where the appointment ends at another time, or is at another place', async () => {
    const halifax = { name: 'Halifax', timeZone: 'America/Halifax', country: 'CA', region: 'NS' };
    const { id: locationId } = (await clinic.owner.post('/locations', halifax).expect(201)).body as { id: string };
    for (const change of [{ durationMinutes: 60 }, { locationId }]) {
      const { appointment, token } = await aLink();
      await move(appointment, change);
      for (const action of ['confirm', 'cancel'])
        expect((await press(token, action, appointment.version).expect(409)).body).toMatchObject({ code: 'STALE_APPOINTMENT' });
      expect(await statusOf(appointment.id)).toBe('booked');
    }
  });

  it('calls off as it was shown what the clinic has confirmed meanwhile, and is shown anew where it is done with', async () => {
    const [confirmed, cancelled] = [await aLink(), await aLink()];
    await clinic.owner.post(`/appointments/${confirmed.appointment.id}/confirm`, {}).expect(200);
    await press(confirmed.token, 'cancel', confirmed.appointment.version).expect(200);
    await clinic.owner.post(`/appointments/${cancelled.appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    expect((await press(cancelled.token, 'confirm', cancelled.appointment.version).expect(409)).body).toMatchObject({
      code: 'STALE_APPOINTMENT',
      current: { appointment: { status: 'cancelled', cancelledBy: 'clinic' }, actions: [] },
    });
  });

  it('holds while the service is changed at the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const { appointment, token } = await aLink();
      const { id: serviceId } = await aService(clinic.owner);
      const [pressed] = await Promise.all([
        press(token, 'confirm', appointment.version),
        clinic.owner.patch(`/appointments/${appointment.id}`, { serviceId, durationMinutes: 45 }, { ifMatch: '*' }).expect(200),
      ]);
      expect([pressed.status, await statusOf(appointment.id)]).toEqual([200, 'confirmed']);
    }
  });

  it('is what was shown where another practitioner takes over, too', async () => {
    const { appointment, token } = await aLink();
    const { id: practitionerId } = await aPractitioner(clinic.owner, { firstName: 'Nina', lastName: 'Neue' });
    await move(appointment, { practitionerId });
    const { body } = await press(token, 'confirm', appointment.version).expect(409);
    expect(body).toMatchObject({ code: 'STALE_APPOINTMENT', current: { appointment: { practitioner: 'Nina Neue' } } });
  });

  it('does not pass for done where the clinic moved the appointment and confirmed it by phone', async () => {
    const { appointment, token } = await aLink();
    await move(appointment, { start: later(appointment) });
    await clinic.owner.post(`/appointments/${appointment.id}/confirm`, {}).expect(200);
    expect((await press(token, 'confirm', appointment.version).expect(409)).body).toMatchObject({ code: 'STALE_APPOINTMENT' });
  });

  it('says that they know of it, where the clinic has confirmed meanwhile what it moved: by the link or by phone', async () => {
    const now = async (id: string) =>
      (await clinic.owner.get(`/appointments/${id}`).expect(200)).body as { untold: boolean; version: number };
    for (const by of ['link', 'phone']) {
      const { appointment, token } = await aLink();
      await move(appointment, { start: later(appointment) });
      const shown = (await now(appointment.id)).version;
      await clinic.owner.post(`/appointments/${appointment.id}/confirm`, {}).expect(200);
      expect(await now(appointment.id)).toMatchObject({ untold: true });
      if (by === 'link') await press(token, 'confirm', shown).expect(200);
      else await clinic.owner.post(`/appointments/${appointment.id}/confirm`, { by: 'patient' }).expect(200);
      expect(await now(appointment.id)).toMatchObject({ status: 'confirmed', untold: false });
      // Once it is known there is nothing more to say.
      if (by === 'link') await press(token, 'confirm', shown).expect(200);
      else await clinic.owner.post(`/appointments/${appointment.id}/confirm`, { by: 'patient' }).expect(409);
    }
  });

  it('is asked for where they see it only once the clinic has confirmed what it moved', async () => {
    const { appointment, token } = await aLink();
    await move(appointment, { start: later(appointment) });
    await clinic.owner.post(`/appointments/${appointment.id}/confirm`, {}).expect(200);
    const { body } = await stranger.get(`/public/links/${token}`).expect(200);
    expect(body).toMatchObject({ appointment: { status: 'confirmed' }, actions: ['confirm', 'cancel'] });
    const { body: said } = await press(token, 'confirm', (body as Opened).appointment.version).expect(200);
    expect(said).toMatchObject({ appointment: { status: 'confirmed' }, actions: ['cancel'] });
    expect((await clinic.owner.get(`/appointments/${appointment.id}`).expect(200)).body).toMatchObject({ untold: false });
  });

  it('must be named: by the version or by If-Match, and not by a star', async () => {
    const { appointment, token } = await aLink();
    for (const [body, options] of [
      [undefined, {}],
      [{}, {}],
      [{}, { ifMatch: '*' }],
    ] as const) {
      const answer = await stranger.post(`/public/links/${token}/confirm`, body, options).expect(428);
      expect(answer.body).toMatchObject({ code: 'VERSION_REQUIRED' });
    }
    for (const version of [0, 1.5, '1', null]) await stranger.post(`/public/links/${token}/confirm`, { version }).expect(400);
    expect(await statusOf(appointment.id)).toBe('booked');
    await stranger.post(`/public/links/${token}/confirm`, {}, { ifMatch: appointment.version }).expect(200);
  });

  it('holds when both press at once: the appointment is either moved or cancelled as it was shown', async () => {
    for (let round = 0; round < 6; round++) {
      const { appointment, token } = await aLink();
      const [pressed, moved] = await Promise.all([
        press(token, 'cancel', appointment.version),
        clinic.owner.patch(`/appointments/${appointment.id}`, { start: later(appointment) }, { ifMatch: appointment.version }),
      ]);
      expect([
        [200, 412],
        [200, 409],
        [409, 200],
      ]).toContainEqual([pressed.status, moved.status]);
      expect(await statusOf(appointment.id)).toBe(pressed.status === 200 ? 'cancelled' : 'booked');
    }
  });
});

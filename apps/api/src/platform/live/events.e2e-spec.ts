import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../app.js';
import type { Agent } from '../../testing/agent.js';
import { testEnv } from '../../testing/app.js';
import { aClinician, aNote, aSignedNote } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { aDiary, anAppointment, at, comingDay } from '../../testing/scheduling.fixture.js';
import { member, nobody, program, type Session, session } from '../../testing/session.js';
import { Config } from '../index.js';

/** Looks at sessions often, so that an expired one is seen at once. */
const QUICK = { env: { EVENTS_BEAT_MS: '100' } };

async function ready(agent: Agent, headers: Record<string, string> = {}) {
  const reader = await agent.stream('/events', headers);
  await reader.event('ready');
  return reader;
}

const lastSeen = ({ app, clinic }: Session) =>
  app.sql<{ at: Date }>('SELECT last_seen_at AS at FROM session WHERE clinic_id = $1 ORDER BY 1', [clinic.id]);

describe('the stream of events', () => {
  it('tells by ids what happens in the clinic, to those who may read it', async () => {
    const here = await aClinician();
    const billing = await member(here.app, here.owner, here.clinic.id, 'billing');
    const [desk, books] = [await ready(here.agent), await ready(billing.agent)];
    const appointment = await anAppointment(here.owner, here.diary, { start: at(comingDay(2), '14:00') });
    const { id } = await aSignedNote(here.agent, here.appointment.id);
    await here.owner.post(`/notes/${id}/invoice`, {}).expect(201);
    const booked = await desk.event('appointment.booked');
    expect(booked.data).toEqual({
      id: booked.id,
      type: 'appointment.booked',
      occurredAt: expect.any(String),
      ids: expect.objectContaining({
        appointmentId: appointment.id,
        patientId: appointment.patientId,
        practitionerId: appointment.practitionerId,
      }),
    });
    await Promise.all([desk.event('note.signed'), desk.event('invoice.issued'), books.event('invoice.issued')]);
    expect(books.types).toContain('appointment.booked');
    expect(books.types.filter((type) => type.startsWith('note.'))).toEqual([]);
    expect(desk.raw).not.toMatch(/Gagné|as expected|\b120(00)?\b/);
  });

  it('says nothing of another clinic, and is closed to nobody in particular', async () => {
    const [here, there] = [await session('owner'), await session('owner')];
    const [ours, theirs] = [await ready(here.agent), await ready(there.agent)];
    const ourPatient = await aPatient(here.agent);
    const theirPatient = await aPatient(there.agent);
    const told = await theirs.event('patient.created');
    expect(told.data?.ids).toEqual({ patientId: theirPatient.id });
    expect((await ours.event('patient.created')).data?.ids).toEqual({ patientId: ourPatient.id });
    expect([...ours.types, ...theirs.types]).toEqual(['patient.created', 'patient.created']);
    expect((await (await nobody()).stream('/events')).status).toBe(401);
  });

  it('tells what a transaction has committed, and never what it took back', async () => {
    const here = await session('owner');
    const diary = await aDiary(here.agent);
    const stream = await ready(here.agent);
    await anAppointment(here.agent, diary);
    await here.agent.post('/appointments', { ...diary, start: at(comingDay(), '10:00') }).expect(409);
    await anAppointment(here.agent, diary, { start: at(comingDay(), '13:00') });
    await stream.until(({ types }) => types.filter((type) => type === 'appointment.booked').length === 2);
    expect(stream.types).toEqual(['appointment.booked', 'appointment.booked']);
  });

  it('serves programs by their scopes, until the key is revoked', async () => {
    const here = await session('owner');
    const stream = await ready(await program(here, ['patient:read']));
    const diary = await aDiary(here.agent);
    await anAppointment(here.agent, diary);
    await aPatient(here.agent, { lastName: 'Later' });
    await stream.until(({ types }) => types.length === 2);
    expect(stream.types).toEqual(['patient.created', 'patient.created']);
    const { body } = await here.agent.get('/api-keys').expect(200);
    await here.agent.delete(`/api-keys/${(body as { data: { id: string }[] }).data[0]?.id}`, { ifMatch: '*' }).expect(204);
    await stream.event('end');
    await stream.until(({ ended }) => ended);
  });

  it('says to read anew to a browser that comes back', async () => {
    const { agent } = await session('owner');
    const first = await ready(agent);
    expect(first.raw).toMatch(/^retry: \d+\n/);
    expect(first.told.map(({ event }) => event)).toEqual(['ready']);
    const again = await ready(agent, { 'last-event-id': first.told[0]?.id ?? '' });
    await again.event('resync');
  });

  it('says to read anew where too much happens at once', async () => {
    const here = await session('owner');
    const stream = await ready(here.agent);
    await here.app.sql(
      `INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at)
       SELECT $1, uuidv7(), 'patient.updated', 1, jsonb_build_object('patientId', uuidv7()), now() FROM generate_series(1, 51)`,
      [here.clinic.id],
    );
    await stream.event('resync');
    expect(stream.types).toEqual([]);
  });

  it('gives a session six streams and no seventh', async () => {
    const here = await session('owner');
    const streams = await Promise.all(Array.from({ length: 6 }, () => ready(here.agent)));
    expect((await here.agent.stream('/events')).status).toBe(429);
    await ready((await member(here.app, here.owner, here.clinic.id, 'front_desk')).agent);
    streams[0]?.leave();
    expect(await retried(() => here.agent.stream('/events'))).toBe(200);
  });
});

/** The server learns a moment later that somebody has left. */
async function retried(call: () => Promise<{ status: number | undefined }>): Promise<number | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const { status } = await call();
    if (status !== 429) return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 429;
}

describe('a stream and its session', () => {
  it('end together at sign-out, in every window of that session and in no other', async () => {
    const here = await session('front_desk');
    const [one, two, other] = [await ready(here.agent), await ready(here.agent), await ready(here.owner)];
    await here.agent.delete('/session').expect(204);
    await Promise.all([one.event('end'), two.event('end'), one.until(({ ended }) => ended), two.until(({ ended }) => ended)]);
    await aPatient(here.owner);
    await other.event('patient.created');
    expect(one.types).toEqual([]);
    expect((await here.agent.stream('/events')).status).toBe(401);
  });

  it('end when the member is made inactive', async () => {
    const here = await session('front_desk');
    const stream = await ready(here.agent);
    const { body } = await here.owner.get('/staff').expect(200);
    const desk = (body as { data: { id: string; roles: string[] }[] }).data.find(({ roles }) => roles.includes('front_desk'));
    await here.owner.patch(`/staff/${desk?.id}`, { active: false }, { ifMatch: '*' }).expect(200);
    await stream.event('end');
  });

  it('follow a change of the member’s rights', async () => {
    const here = await session('front_desk');
    const stream = await ready(here.agent);
    const { body } = await here.owner.get('/staff').expect(200);
    const desk = (body as { data: { id: string; roles: string[] }[] }).data.find(({ roles }) => roles.includes('front_desk'));
    await here.owner.patch(`/staff/${desk?.id}`, { roles: ['billing'] }, { ifMatch: '*' }).expect(200);
    const visitor = await aPatient(here.owner);
    await stream.event('patient.created');
    await here.app.sql(
      `INSERT INTO outbox (clinic_id, id, type, version, payload, occurred_at)
       VALUES ($1, uuidv7(), 'message.sent', 1, jsonb_build_object('messageId', uuidv7()), now())`,
      [here.clinic.id],
    );
    await here.owner.patch(`/patients/${visitor.id}`, { lastName: 'Roy' }, { ifMatch: '*' }).expect(200);
    await stream.event('patient.updated');
    expect(stream.types).toEqual(['patient.created', 'patient.updated']);
  });

  it.each([
    ['is idle', "last_seen_at = now() - interval '2 hours'"],
    ['has reached its end', "expires_at = now() - interval '1 second'"],
  ])('end when the session %s, and the stream never keeps it alive', async (_when, change) => {
    const here = await session('owner', QUICK);
    await here.app.sql("UPDATE session SET last_seen_at = now() - interval '10 minutes' WHERE clinic_id = $1", [here.clinic.id]);
    const before = await lastSeen(here);
    const stream = await ready(here.agent);
    await stream.until(({ raw }) => raw.split(': beat').length > 3);
    expect(await lastSeen(here)).toEqual(before);
    await here.app.sql(`UPDATE session SET ${change} WHERE clinic_id = $1`, [here.clinic.id]);
    await stream.event('end');
    await stream.until(({ ended }) => ended);
  });
});

describe('streams of several processes', () => {
  let other: NestFastifyApplication | undefined;
  afterEach(() => other?.close());

  it('tell what another process has done, workers included', async () => {
    const here = await aClinician();
    other = await createApp(new Config({ ...testEnv(here.app.database), KEEL_ROLE: 'all' }));
    await other.listen(0, '127.0.0.1');
    const stream = await ready(here.agent);
    const there = (await program(here)).at(await other.getUrl());
    await aNote(there, here.appointment.id);
    await stream.event('note.started');
    await here.agent.delete('/session').expect(204);
    await stream.event('end');
  });

  it('end with the process and do not hold it up', async () => {
    const here = await session('owner', { env: { EVENTS_BEAT_MS: '60000' } });
    const stream = await ready(here.agent);
    await here.app.nest.close();
    await stream.until(({ ended }) => ended);
    expect(stream.told.map(({ event }) => event)).toEqual(['ready']);
  });
});

import request from 'supertest';
import { Agent } from '../testing/agent.js';
import { cookieOf, member, nobody, program, session } from '../testing/session.js';

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;

describe('a clinic signs up', () => {
  it('is there at once, with its founder signed in and one location', async () => {
    const { agent, clinic } = await session('owner');
    const me = await agent.get('/session').expect(200);
    expect(me.body).toMatchObject({ clinic: { id: clinic.id, slug: clinic.slug }, roles: ['owner'], chartRight: true });
    expect((me.body as { permissions: string[] }).permissions).toContain('note:sign');
    const locations = await agent.get('/locations').expect(200);
    expect(locations.body).toEqual({ data: [expect.objectContaining({ timeZone: 'America/Toronto' })], nextCursor: null, total: 1 });
  });

  it('refuses a slug that is taken, and names every other fault by its pointer', async () => {
    const { app, clinic } = await session('owner');
    const body = {
      name: 'X',
      slug: clinic.slug,
      timeZone: 'America/Toronto',
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'fr',
      owner: { email: 'second@x.example', password: 'long enough password', firstName: 'S', lastName: 'T' },
    };
    const taken = await request(app.url).post('/api/v1/clinics').send(body).expect(409);
    expect(taken.body).toMatchObject({ code: 'SLUG_TAKEN', requestId: uuid });
    const faulty = { ...body, slug: 'No Good', timeZone: 'EST', region: 'CA', owner: { ...body.owner, password: 'short' }, extra: 1 };
    const refused = await request(app.url).post('/api/v1/clinics').send(faulty).expect(400);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    const pointers = (refused.body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/slug', '/timeZone', '/region', '/owner/password', '/extra']));
  });

  it('can be read and changed by its own people alone, and only at the version they saw', async () => {
    const { agent, clinic } = await session('owner');
    const stranger = await session('owner');
    await stranger.agent.get(`/clinics/${clinic.id}`).expect(404);
    await stranger.agent.patch(`/clinics/${clinic.id}`, { name: 'Mine' }, { ifMatch: '*' }).expect(404);
    await agent.patch(`/clinics/${clinic.id}`, { name: 'New name' }).expect(428);
    const changed = await agent.patch(`/clinics/${clinic.id}`, { name: 'New name' }, { ifMatch: 1 }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const stale = await agent.patch(`/clinics/${clinic.id}`, { name: 'Older name' }, { ifMatch: 1 }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { name: 'New name', version: 2 } });
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown address alike', async () => {
    const { app, clinic } = await session('owner');
    const attempt = (email: string) => request(app.url).post('/api/v1/session').send({ email, password: 'not the password' });
    const wrong = await attempt(`owner@${clinic.slug}.example`).expect(401);
    const unknown = await attempt('nobody@nowhere.example').expect(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  it('opens a session by a cookie that scripts cannot read, and signing out ends it', async () => {
    const { app, clinic } = await session('owner');
    const credentials = { email: `OWNER@${clinic.slug}.example`, password: 'correct horse battery' };
    const signedIn = await request(app.url).post('/api/v1/session').send(credentials).expect(200);
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/^__Host-keel=.*Path=\/.*HttpOnly.*Secure.*SameSite=Lax/);
    const agent = new Agent(app.url, { cookie: cookieOf(signedIn) });
    await agent.get('/session').expect(200);
    await agent.delete('/session').expect(204);
    await agent.get('/session').expect(401);
  });

  it('refuses a session past its idle limit', async () => {
    const { app, agent } = await session('owner');
    await app.sql("UPDATE session SET last_seen_at = now() - interval '3 hours'");
    await agent.get('/locations').expect(401);
  });

  it('lets somebody of two clinics choose, and nobody choose a clinic that is not theirs', async () => {
    const { app, clinic } = await session('owner');
    const second = await session('owner', {
      clinic: { owner: { email: `owner@${clinic.slug}.example`, password: 'correct horse battery', firstName: 'O', lastName: 'O' } },
    });
    const stranger = await session('owner');
    const credentials = { email: `owner@${clinic.slug}.example`, password: 'correct horse battery' };
    const signedIn = await request(app.url).post('/api/v1/session').send(credentials).expect(200);
    expect((signedIn.body as { clinics: { id: string }[] }).clinics.map(({ id }) => id).sort()).toEqual(
      [clinic.id, second.clinic.id].sort(),
    );
    const agent = new Agent(app.url, { cookie: cookieOf(signedIn) });
    const unchosen = await agent.get('/locations').expect(403);
    expect(unchosen.body).toMatchObject({ code: 'CLINIC_NOT_CHOSEN' });
    // Nobody learns so which clinics there are, or which have closed.
    const closed = await session('owner');
    await closed.app.sql("UPDATE clinic SET proved_at = NULL, created_at = now() - interval '1 year' WHERE id = $1", [closed.clinic.id]);
    const refusals = [];
    for (const clinicId of [stranger.clinic.id, closed.clinic.id, crypto.randomUUID()]) {
      const { status, body } = await agent.put('/session/clinic', { clinicId });
      refusals.push([status, { ...(body as object), requestId: '' }]);
    }
    expect(refusals[0]).toMatchObject([404, { code: 'NOT_FOUND' }]);
    expect(refusals).toEqual([refusals[0], refusals[0], refusals[0]]);
    await agent.put('/session/clinic', { clinicId: clinic.id }).expect(200);
    await agent.get(`/clinics/${clinic.id}`).expect(200);
    await agent.get(`/clinics/${second.clinic.id}`).expect(404);
  });

  it('is refused from another site, and stops guessing after ten failures', async () => {
    const { app } = await session('owner', { env: { KEEL_RATE_LIMIT: 'on' } });
    const post = () => request(app.url).post('/api/v1/session').send({ email: 'x@y.example', password: 'guess' });
    await post().set('origin', 'https://evil.example').expect(403);
    await post().set('sec-fetch-site', 'cross-site').expect(403);
    for (let guess = 0; guess < 10; guess++) await post().expect(401);
    const stopped = await post().expect(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('practitioners and staff', () => {
  it('have by default the title that their profession has in the clinic’s country', async () => {
    const { agent } = await session('owner', { clinic: { country: 'US', region: 'NY', currency: 'USD', timeZone: 'America/New_York' } });
    const person = { firstName: 'Rosa', lastName: 'Roy', registrationNumber: 'A1' };
    for (const [profession, title] of [
      ['physiotherapist', 'Physical Therapist'],
      ['massage_therapist', 'Licensed Massage Therapist'],
      ['counsellor', 'Counselor'],
    ] as const) {
      const { body } = await agent.post('/practitioners', { ...person, profession, email: `${profession}@x.example` }).expect(201);
      expect(body).toMatchObject({ title });
    }
  });

  it('have titles and colleges in the other language where the clinic says how they are called there', async () => {
    const { agent } = await session('owner');
    const person = { email: 'do@x.example', firstName: 'Rosa', lastName: 'Roy', profession: 'physiotherapist', registrationNumber: 'A1' };
    const names = {
      title: 'Osteopath',
      titleIn: { fr: ' Ostéopathe' },
      college: 'Osteopathy Canada',
      collegeIn: { fr: 'Ostéopathie Canada' },
    };
    const { body: added } = await agent.post('/practitioners', { ...person, ...names }).expect(201);
    expect(added).toMatchObject({ ...names, titleIn: { fr: 'Ostéopathe' } });
    const path = `/practitioners/${(added as { id: string }).id}`;
    const change = async (body: object) => (await agent.patch(path, body, { ifMatch: '*' }).expect(200)).body as unknown;
    expect(await change({ lastName: 'Caron' })).toMatchObject({ titleIn: { fr: 'Ostéopathe' }, collegeIn: { fr: 'Ostéopathie Canada' } });
    // What is read there anyhow is not kept; the same words in the other language are.
    const title = 'Registered Massage Therapist';
    expect(await change({ title, titleIn: { en: title, fr: 'Massothérapeute autorisé(e)' } })).toMatchObject({ title, titleIn: null });
    expect(await change({ titleIn: { en: title, fr: title } })).toMatchObject({ title, titleIn: { fr: title } });
    expect(await change({ titleIn: null })).toMatchObject({ titleIn: null });
    expect(await change({ college: null })).toMatchObject({ college: null, collegeIn: null });
    const without = await agent.patch(path, { collegeIn: { fr: 'Ostéopathie Canada' } }, { ifMatch: '*' }).expect(400);
    expect(without.body).toMatchObject({ errors: [{ pointer: '/collegeIn' }] });
    await agent.post('/practitioners', { ...person, email: 'b@x.example', collegeIn: { fr: 'Ostéopathie Canada' } }).expect(400);
    const long = await agent
      .patch(path, { titleIn: { fr: 'x'.repeat(101) }, collegeIn: { en: 'x'.repeat(201) } }, { ifMatch: '*' })
      .expect(400);
    expect((long.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(['/titleIn/fr', '/collegeIn/en']);
  });

  it('are added by those who may, once per e-mail address', async () => {
    const { agent } = await session('owner');
    const body = { email: 'rmt@x.example', firstName: 'Rosa', lastName: 'Roy', profession: 'massage_therapist', registrationNumber: 'A1' };
    const added = await agent.post('/practitioners', body).expect(201);
    expect(added.body).toMatchObject({
      id: uuid,
      displayName: 'Rosa Roy',
      title: 'Registered Massage Therapist',
      userId: null,
      version: 1,
    });
    const twice = await agent.post('/practitioners', body).expect(409);
    expect(twice.body).toMatchObject({ code: 'PRACTITIONER_EMAIL_TAKEN' });
    const stranger = await session('owner');
    await stranger.agent.get(`/practitioners/${(added.body as { id: string }).id}`).expect(404);
    const desk = await session('front_desk');
    await desk.agent.post('/practitioners', body).expect(403);
    await (await nobody()).post('/practitioners', body).expect(401);
  });

  it('join with the roles they were invited to, by a link that works once', async () => {
    const { agent, practitionerId } = await session('practitioner');
    const me = await agent.get('/session').expect(200);
    expect(me.body).toMatchObject({ roles: ['practitioner'], practitionerId });
    const { app } = await session('owner');
    await request(app.url)
      .post(`/api/v1/invitations/${'x'.repeat(43)}/accept`)
      .send({ password: 'long enough password' })
      .expect(404);
  });

  it('never leaves a clinic without an owner, and lets only owners make owners', async () => {
    const { agent, owner, app, clinic } = await session('admin');
    const { body } = await owner.get('/staff').expect(200);
    const founder = (body as { data: { id: string; roles: string[] }[] }).data.find((one) => one.roles.includes('owner'));
    await agent.patch(`/staff/${founder?.id}`, { roles: ['admin'] }, { ifMatch: '*' }).expect(403);
    await agent.post('/staff', { email: 'new@x.example', firstName: 'N', lastName: 'N', roles: ['owner'] }).expect(403);
    const last = await owner.patch(`/staff/${founder?.id}`, { active: false }, { ifMatch: '*' }).expect(409);
    expect(last.body).toMatchObject({ code: 'LAST_OWNER' });
    const { agent: gone } = await member(app, owner, clinic.id, 'billing');
    const all = await owner.get('/staff').expect(200);
    const clerk = (all.body as { data: { id: string; roles: string[] }[] }).data.find((one) => one.roles.includes('billing'));
    await owner.patch(`/staff/${clerk?.id}`, { active: false }, { ifMatch: '*' }).expect(200);
    await gone.get('/locations').expect(401);
  });
});

describe('API keys', () => {
  it('open what their scopes name, show themselves once, and end when revoked', async () => {
    const owned = await session('owner');
    const reader = await program(owned, ['clinic:read']);
    await reader.get('/locations').expect(200);
    await reader.get('/practitioners').expect(403);
    const { body } = await owned.agent.get('/api-keys').expect(200);
    const [key] = (body as { data: Record<string, unknown>[] }).data;
    expect(key).not.toHaveProperty('key');
    await owned.agent.delete(`/api-keys/${String(key?.['id'])}`).expect(204);
    await reader.get('/locations').expect(401);
  });

  it('hold no more than their maker has', async () => {
    const { agent } = await session('admin');
    const refused = await agent.post('/api-keys', { name: 'too much', scopes: ['note:sign'] }).expect(403);
    expect(refused.body).toMatchObject({ code: 'SCOPE_NOT_YOURS' });
    const all = await agent.post('/api-keys', { name: 'all', scopes: ['*'] }).expect(201);
    expect((all.body as { scopes: string[] }).scopes).not.toContain('note:sign');
  });
});

describe('an Idempotency-Key', () => {
  it('gives a repeat the first answer, and refuses another body', async () => {
    const { agent, owner } = await session('owner');
    const body = { name: 'Second place', timeZone: 'America/Vancouver' };
    const first = await agent.post('/locations', body, { idempotencyKey: 'one' }).expect(201);
    const second = await agent.post('/locations', body, { idempotencyKey: 'one' }).expect(201);
    expect(second.body).toEqual(first.body);
    await agent.post('/locations', { ...body, name: 'Third' }, { idempotencyKey: 'one' }).expect(422);
    const { body: all } = await owner.get('/locations').expect(200);
    expect((all as { data: unknown[] }).data).toHaveLength(2);
  });

  it('makes one of many simultaneous repeats', async () => {
    const { agent } = await session('owner');
    const body = { name: 'Racing place', timeZone: 'America/Vancouver' };
    const answers = await Promise.all(Array.from({ length: 12 }, () => agent.post('/locations', body, { idempotencyKey: 'race' })));
    expect(new Set(answers.map(({ status }) => status)).difference(new Set([201, 409])).size).toBe(0);
    const { body: all } = await agent.get('/locations').expect(200);
    expect((all as { data: unknown[] }).data).toHaveLength(2);
  });
});

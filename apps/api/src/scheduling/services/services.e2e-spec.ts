import pg from 'pg';
import { until } from '../../testing/messaging.fixture.js';
import { aService } from '../../testing/scheduling.fixture.js';
import { member, nobody, session } from '../../testing/session.js';

const SERVICE = {
  name: 'Massage, 60 minutes',
  durationMinutes: 60,
  price: { amount: 11_500, currency: 'CAD' },
  taxCode: 'taxable',
  profession: 'massage_therapist',
  onlineBookable: true,
};

describe('services', () => {
  it('are made, read, changed at the version seen, and listed by name', async () => {
    const { agent } = await session('owner');
    const made = await agent.post('/services', SERVICE).expect(201);
    expect(made.body).toMatchObject({ ...SERVICE, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, archived: false, version: 1 });
    expect(made.headers['etag']).toBe('"1"');
    const { id } = made.body as { id: string };
    await agent.patch(`/services/${id}`, { durationMinutes: 75 }).expect(428);
    const changed = await agent
      .patch(`/services/${id}`, { price: { amount: 12_000, currency: 'CAD' }, bufferAfterMinutes: 10 }, { ifMatch: 1 })
      .expect(200);
    expect(changed.body).toMatchObject({ price: { amount: 12_000 }, bufferAfterMinutes: 10, durationMinutes: 60, version: 2 });
    await agent.patch(`/services/${id}`, { name: 'Older' }, { ifMatch: 1 }).expect(412);
    await aService(agent, { name: 'Assessment' });
    const list = await agent.get('/services').expect(200);
    expect((list.body as { data: { name: string }[] }).data.map((service) => service.name)).toEqual(['Assessment', SERVICE.name]);
  });

  it('are called in the other language as the clinic says, and by their name where it says nothing', async () => {
    const { agent } = await session('owner');
    const names = { name: 'Foot care', nameIn: { en: ' Foot care', fr: ' Soins des pieds ' } };
    const made = await agent.post('/services', { ...SERVICE, ...names }).expect(201);
    // What says nothing else than the name follows it when it changes.
    expect(made.body).toMatchObject({ name: 'Foot care', nameIn: { fr: 'Soins des pieds' } });
    const path = `/services/${(made.body as { id: string }).id}`;
    const change = async (body: object) => (await agent.patch(path, body, { ifMatch: '*' }).expect(200)).body as unknown;
    expect(await change({ name: 'Nursing foot care' })).toMatchObject({ name: 'Nursing foot care', nameIn: { fr: 'Soins des pieds' } });
    // All its other names at once, as they are stated.
    expect(await change({ nameIn: { en: 'Foot nursing' } })).toMatchObject({ name: 'Nursing foot care', nameIn: { en: 'Foot nursing' } });
    expect(await change({ name: 'Foot nursing' })).toMatchObject({ name: 'Foot nursing', nameIn: null });
    for (const nothing of [null, {}, { fr: '' }, { fr: '  ', en: '\u200b' }]) {
      await change({ nameIn: { fr: 'Soins des pieds' } });
      expect(await change({ nameIn: nothing })).toMatchObject({ nameIn: null });
    }
    expect((await agent.get(path).expect(200)).body).toMatchObject({ name: 'Foot nursing', nameIn: null });
    expect((await agent.post('/services', SERVICE).expect(201)).body).toMatchObject({ nameIn: null });
  });

  it('have names in other languages with the limits of their name', async () => {
    const { agent } = await session('owner');
    const faults: [nameIn: unknown, pointer: string][] = [
      [{ fr: 'x'.repeat(201) }, '/nameIn/fr'],
      [{ fr: null }, '/nameIn/fr'],
      [{ fr: 1 }, '/nameIn/fr'],
      [{ fr: 'Soins\ndes pieds' }, '/nameIn/fr'],
      [{ fr: 'Soins \u202edes pieds' }, '/nameIn/fr'],
      [{ de: 'Fußpflege' }, '/nameIn/de'],
      ['Soins des pieds', '/nameIn'],
      [[], '/nameIn'],
    ];
    for (const [nameIn, pointer] of faults) {
      const { body } = await agent.post('/services', { ...SERVICE, nameIn }).expect(400);
      expect((body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer)).toContain(pointer);
    }
    const longest = '🦶'.repeat(200);
    expect((await agent.post('/services', { ...SERVICE, nameIn: { fr: longest } }).expect(201)).body).toMatchObject({
      nameIn: { fr: longest },
    });
  });

  it('keep what the database holds of names, whoever writes', async () => {
    const { agent, app } = await session('owner');
    const { id } = await aService(agent);
    const client = new pg.Client({ connectionString: app.database.superuserUrl });
    await client.connect();
    try {
      for (const names of ['{}', '[]', '"x"', 'null', '{"de":"x"}', '{"fr":""}', '{"fr":1}', `{"fr":"${'x'.repeat(201)}"}`]) {
        const write = client.query('UPDATE service SET name_in = $2 WHERE id = $1', [id, names]);
        await expect(write).rejects.toMatchObject({ constraint: 'service_name_in_by_language' });
      }
      await client.query('UPDATE service SET name_in = $2 WHERE id = $1', [id, '{"en":"x","fr":"y"}']);
    } finally {
      await client.end();
    }
  });

  it('leave the list when archived, and come back', async () => {
    const { agent } = await session('owner');
    const { id } = await aService(agent);
    await agent.post(`/services/${id}/archive`).expect(200);
    expect((await agent.get('/services')).body).toEqual({ data: [], nextCursor: null, total: 0 });
    expect((await agent.get('/services?archived=true')).body).toMatchObject({ data: [{ id, archived: true }] });
    const back = await agent.post(`/services/${id}/unarchive`).expect(200);
    expect(back.body).toMatchObject({ archived: false, version: 3 });
  });

  it("cost what they cost in the clinic's currency, and name every fault", async () => {
    const { agent } = await session('owner');
    const dollars = await agent.post('/services', { ...SERVICE, price: { amount: 100, currency: 'USD' } }).expect(400);
    expect(dollars.body).toMatchObject({ errors: [{ pointer: '/price/currency' }] });
    const faulty = await agent
      .post('/services', { ...SERVICE, durationMinutes: 0, price: { amount: -1, currency: 'CAD' }, colour: 'red', extra: 1 })
      .expect(400);
    const pointers = (faulty.body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/durationMinutes', '/price/amount', '/colour', '/extra']));
  });

  it("are nobody else's: another clinic 404, another role 403, no session 401", async () => {
    const { app, owner, clinic } = await session('owner');
    const { id } = await aService(owner);
    const stranger = await session('owner');
    await stranger.agent.get(`/services/${id}`).expect(404);
    await stranger.agent.patch(`/services/${id}`, { name: 'Mine' }, { ifMatch: '*' }).expect(404);
    await stranger.agent.post(`/services/${id}/archive`).expect(404);
    const desk = await member(app, owner, clinic.id, 'front_desk');
    await desk.agent.get(`/services/${id}`).expect(200);
    await desk.agent.post('/services', SERVICE).expect(403);
    await (await nobody()).get('/services').expect(401);
  });

  it('are not priced in money that the clinic is just leaving', async () => {
    const { agent, app, clinic } = await session('owner');
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      const { rowCount } = await other.query("UPDATE clinic SET currency = 'USD' WHERE clinic_id = $1", [clinic.id]);
      expect(rowCount).toBe(1);
      const post = { answered: false };
      const made = agent.post('/services', SERVICE).then((answer) => {
        post.answered = true;
        return answer;
      });
      const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await until(async () => post.answered || (await other.query(waits)).rows.length > 0, 'the service made, or waiting');
      await other.query('COMMIT');
      expect((await made).status).toBe(400);
      expect((await agent.get('/services')).body).toMatchObject({ data: [] });
    } finally {
      await other.end();
    }
  });
});

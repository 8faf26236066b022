import { nobody, session } from '../testing/session.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment } from '../testing/scheduling.fixture.js';

type Told = { data: { id: string; kind: string; summary: string }[]; nextCursor: string | null };
type Found = { data: { id: string; lastName: string }[]; nextCursor: string | null };

describe('a patient', () => {
  it('is kept as typed, with the number in one form and the card sealed', async () => {
    const { agent, app } = await session('front_desk');
    const patient = await aPatient(agent, { healthCardNumber: '1234-567-890-AB', alerts: ['Latex allergy'], preferredName: 'Mimi' });
    const { body, headers } = await agent.get(`/patients/${patient.id}`).expect(200);
    expect(body).toMatchObject({
      phone: '+14165550123',
      healthCardNumber: '1234-567-890-AB',
      alerts: ['Latex allergy'],
      locale: 'en',
      version: 1,
    });
    expect(headers['etag']).toBe('"1"');
    const [row] = await app.sql<{ card: Buffer }>('SELECT health_card AS card FROM patient WHERE id = $1', [patient.id]);
    expect(row?.card.toString('latin1')).not.toContain('1234');
  });

  it('is nobody to another clinic, to a stranger, and leaves an audit row for each look', async () => {
    const { agent, app, clinic } = await session('front_desk');
    const { id } = await aPatient(agent);
    const other = await session('front_desk');
    await other.agent.get(`/patients/${id}`).expect(404);
    await other.agent.get(`/patients/${id}/timeline`).expect(404);
    await other.agent.patch(`/patients/${id}`, { lastName: 'X' }, { ifMatch: '*' }).expect(404);
    await other.agent
      .post(`/patients/${id}/contact-consents`, { purpose: 'marketing', channel: 'sms', granted: true, source: 's', wording: 'w' })
      .expect(404);
    await (await nobody()).get(`/patients/${id}`).expect(401);
    await agent.get(`/patients/${id}`).expect(200);
    const rows = await app.sql('SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND $2 = ANY (patient_ids) AND action = $3 AND what = $4', [
      clinic.id,
      id,
      'read',
      'patient.demographics',
    ]);
    expect(rows.length).toBeGreaterThanOrEqual(1);
  });

  it('changes at the version that was seen, and shows the other side when it is stale', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent);
    await agent.patch(`/patients/${id}`, { lastName: 'Roy' }).expect(428);
    const changed = await agent.patch(`/patients/${id}`, { lastName: 'Roy', phone: '' }, { ifMatch: 1 }).expect(200);
    expect(changed.body).toMatchObject({ firstName: 'Amélie', lastName: 'Roy', phone: null, version: 2 });
    const stale = await agent.patch(`/patients/${id}`, { lastName: 'Late' }, { ifMatch: 1 }).expect(412);
    expect(stale.body).toMatchObject({ current: { lastName: 'Roy', version: 2 } });
    const { body } = await agent.get('/patients?q=amelie%20roy').expect(200);
    expect((body as Found).data.map((one) => one.id)).toEqual([id]);
  });

  it.each([
    ['a day that never was', { dateOfBirth: '2023-02-29' }, '/dateOfBirth'],
    ['a birth in the future', { dateOfBirth: '2999-01-01' }, '/dateOfBirth'],
    ['a number that is none', { phone: 'call me' }, '/phone'],
    ['an unknown field', { nickname: 'x' }, '/nickname'],
    ['a name of nothing', { firstName: '   ' }, '/firstName'],
    ['a nested fault', { emergencyContact: { phone: '1' } }, '/emergencyContact/name'],
  ])('with %s is refused with the field named', async (_, over, pointer) => {
    const { agent } = await session('front_desk');
    const body = { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', ...over };
    const refused = await agent.post('/patients', body).expect(400);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((fault) => fault.pointer)).toContain(pointer);
  });

  it('may be called what people are called', async () => {
    const { agent } = await session('front_desk');
    for (const lastName of ["'; DROP TABLE patient; --", 'محمد علي', '山田', 'O’Connor-Ñuñez', 'x'.repeat(100)]) {
      const { id } = await aPatient(agent, { lastName });
      const { body } = await agent.get(`/patients/${id}`).expect(200);
      expect(body).toMatchObject({ lastName });
      const found = await agent.get(`/patients?q=${encodeURIComponent(lastName)}`).expect(200);
      expect((found.body as Found).data.map((one) => one.id)).toContain(id);
    }
    await agent.post('/patients', { firstName: 'x'.repeat(3_000_000) }).expect(413);
  });

  it('is called by what is seen of a preferred name, and by none of it where nothing is', async () => {
    const { agent } = await session('front_desk');
    for (const [preferredName, kept] of [
      [' Mélie\u200b  Ann ', 'Mélie Ann'],
      ['علی\u200cرضا', 'علی\u200cرضا'],
      ['\u200b\u200d', null],
      ['', null],
    ]) {
      const { id } = await aPatient(agent, { firstName: '', lastName: 'Suharto', preferredName });
      expect((await agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({ firstName: '', preferredName: kept });
    }
  });

  it('is added once for each id of the system they come from', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent, { externalId: 'old-7' });
    const twice = await agent
      .post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', externalId: 'old-7' })
      .expect(409);
    expect(twice.body).toMatchObject({ code: 'EXTERNAL_ID_TAKEN', patientId: id });
  });
});

describe('the search', () => {
  it('forgives accents, order, typing errors, and takes parts of numbers and dates', async () => {
    const { agent } = await session('front_desk');
    const zoe = await aPatient(agent, {
      firstName: 'Zoé',
      lastName: 'Lavoie-Tremblay',
      dateOfBirth: '1990-05-17',
      phone: '514 555 0177',
      email: 'zlt@x.example',
    });
    await aPatient(agent, {
      firstName: 'Marc',
      lastName: 'Dubois',
      dateOfBirth: '1971-01-02',
      phone: '604 555 0101',
      email: 'md@x.example',
    });
    const queries = [
      'zoe',
      'tremblay zoe',
      'Lavoi',
      'zoé tremblai',
      'tremlbay',
      '0177',
      '(514) 555',
      '1990-05-17',
      '17/05/1990',
      '17 mai 1990',
      'zoe 1990-05-17',
    ];
    for (const q of queries) {
      const { body } = await agent.get(`/patients?q=${encodeURIComponent(q)}`).expect(200);
      expect({ q, ids: (body as Found).data.map((one) => one.id) }).toEqual({ q, ids: [zoe.id] });
    }
    const nothing = await agent.get('/patients?q=xqzw').expect(200);
    expect(nothing.body).toEqual({ data: [], nextCursor: null, total: 0 });
    const other = await session('front_desk');
    const elsewhere = await other.agent.get('/patients?q=zoe').expect(200);
    expect(elsewhere.body).toEqual({ data: [], nextCursor: null, total: 0 });
  });
});

describe('the list', () => {
  it('gives everybody once, page by page, and hides the archived', async () => {
    const { agent } = await session('front_desk');
    for (const lastName of ['Cyr', 'Aubin', 'Boyer', 'Boyer', 'Dion']) await aPatient(agent, { lastName });
    const names: string[] = [];
    let cursor = '';
    for (let guard = 0; guard < 5; guard++) {
      const { body } = await agent.get(`/patients?limit=2${cursor}`).expect(200);
      const page = body as Found;
      names.push(...page.data.map((one) => one.lastName));
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(names).toEqual(['Aubin', 'Boyer', 'Boyer', 'Cyr', 'Dion']);
    const { body } = await agent.get('/patients?limit=1').expect(200);
    await agent.patch(`/patients/${(body as Found).data[0]?.id}`, { archived: true }, { ifMatch: '*' }).expect(200);
    const rest = await agent.get('/patients?sort=-lastName').expect(200);
    expect((rest.body as Found).data.map((one) => one.lastName)).toEqual(['Dion', 'Cyr', 'Boyer', 'Boyer']);
    const searched = async (query: string) => ((await agent.get(`/patients?q=amelie&${query}`).expect(200)).body as Found).data;
    expect((await searched('archived=true')).map((one) => one.lastName)).toEqual(['Aubin']);
    expect((await searched('archived=false')).map((one) => one.lastName)).not.toContain('Aubin');
    await agent.get('/patients?cursor=nonsense').expect(400);
    await agent.get('/patients?sort=health_card').expect(400);
    // The best hits come first: another order is refused, never ignored.
    const ordered = await agent.get('/patients?q=amelie&sort=lastName').expect(400);
    expect(ordered.body).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/sort' }] });
  });
});

describe('a filter of the list', () => {
  it('is refused empty, which must not stand for everybody', async () => {
    const { agent } = await session('owner');
    await aPatient(agent);
    await agent.get('/patients?externalId=').expect(400);
    await agent.get('/patients?tag=').expect(400);
  });
});

describe('consent to be written to', () => {
  it('keeps every word about being written to, page by page, the latest first', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent);
    const word = { purpose: 'marketing', channel: 'sms', source: 'phone' };
    for (let n = 1; n <= 7; n += 1)
      await agent.post(`/patients/${id}/contact-consents`, { ...word, granted: n % 2 === 0, wording: `word ${n}` }).expect(201);
    const said: string[] = [];
    let next = '';
    do {
      const { body } = await agent.get(`/patients/${id}/contact-consents?limit=3${next && `&cursor=${next}`}`).expect(200);
      const page = body as { data: { wording: string }[]; nextCursor: string | null };
      said.push(...page.data.map(({ wording }) => wording));
      next = page.nextCursor ?? '';
    } while (next);
    expect(said).toEqual(Array.from({ length: 7 }, (_, n) => `word ${7 - n}`));
  });

  it('is a history that is only added to', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent);
    const word = { purpose: 'appointments', channel: 'sms', source: 'in person', wording: 'You may text me about my appointments.' };
    await agent.post(`/patients/${id}/contact-consents`, { ...word, granted: true }).expect(201);
    await agent.post(`/patients/${id}/contact-consents`, { ...word, granted: false }).expect(201);
    const { body } = await agent.get(`/patients/${id}/contact-consents`).expect(200);
    expect((body as { data: { granted: boolean }[] }).data.map((one) => one.granted)).toEqual([false, true]);
  });
});

describe('the time line', () => {
  it('begins with the record, written from its event', async () => {
    const { agent, app } = await session('front_desk', { workers: true });
    const { id } = await aPatient(agent);
    await app.settle();
    const { body } = await agent.get(`/patients/${id}/timeline`).expect(200);
    expect((body as { data: unknown[] }).data).toEqual([
      expect.objectContaining({ kind: 'patient.created', summary: 'Record opened', ref: { type: 'patient', id } }),
    ]);
  });

  it('reads from either end, page by page, in either language, and one theme alone', async () => {
    const { agent, app } = await session('owner', { workers: true });
    const diary = await aDiary(agent);
    const appointment = await anAppointment(agent, diary);
    await agent.post(`/appointments/${appointment.id}/confirm`, {}).expect(200);
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    await app.settle();
    const read = async (query: string) => (await agent.get(`/patients/${diary.patientId}/timeline?${query}`).expect(200)).body as Told;
    const all = (await read('sort=at')).data;
    expect(all.map(({ kind }) => kind)).toContain('invoice.issued');
    const newestFirst: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Told = await read(`sort=-at&limit=2${cursor && `&cursor=${cursor}`}`);
      newestFirst.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(newestFirst).toEqual(all.map(({ id }) => id).toReversed());
    const money = (await read('theme=money&locale=fr')).data;
    expect(money).toMatchObject([{ kind: 'invoice.issued', appointmentId: appointment.id, invoiceId: expect.any(String) }]);
    expect(money[0]?.summary).toMatch(/^Facture .* émise/);
    await agent.get(`/patients/${diary.patientId}/timeline?theme=gossip`).expect(400);
    await agent.get(`/patients/${diary.patientId}/timeline?sort=kind`).expect(400);
  });
});

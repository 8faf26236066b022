import { aClinician, aSignedNote } from '../../testing/clinical.fixture.js';
import { member, nobody, program, session } from '../../testing/session.js';

interface Row {
  id: string;
  version: number;
}

describe('the chart of a patient', () => {
  it('has problems, allergies, medications and the heads of the notes', async () => {
    const { agent, appointment, diary } = await aClinician();
    const { patientId } = diary;
    await agent
      .post('/problems', { patientId, description: 'Low back pain', code: 'M54.5', codeSystem: 'ICD-10-CM', onsetDate: '2024-02-29' })
      .expect(201);
    const wrong = await agent.post('/problems', { patientId, description: 'A mistake' }).expect(201);
    await agent.patch(`/problems/${(wrong.body as Row).id}`, { verificationStatus: 'entered_in_error' }, { ifMatch: 1 }).expect(200);
    const reactions = [{ manifestation: 'Hives', severity: 'moderate' }];
    await agent
      .post('/allergies', { patientId, description: 'Latex', category: 'environment', criticality: 'high', reactions })
      .expect(201);
    await agent
      .post('/medications', { patientId, description: 'Ibuprofen 200 mg', dosage: 'as needed', startDate: '2026-01-02' })
      .expect(201);
    const note = await aSignedNote(agent, appointment.id);
    const { body, headers } = await agent.get(`/patients/${patientId}/chart`).expect(200);
    expect(body).toMatchObject({
      patientId,
      problems: [{ description: 'Low back pain', clinicalStatus: 'active', verificationStatus: 'confirmed', onsetDate: '2024-02-29' }],
      allergies: [{ description: 'Latex', reactions, clinicalStatus: 'active' }],
      medications: [{ description: 'Ibuprofen 200 mg', status: 'active', startDate: '2026-01-02' }],
      notes: [{ id: note.id, status: 'signed', practitionerName: 'Mara Member', notedAt: appointment.start }],
    });
    expect((body as { problems: Row[] }).problems).toHaveLength(1);
    expect((body as { notes: object[] }).notes[0]).not.toHaveProperty('sections');
    expect(headers['cache-control'] ?? 'no-store').toContain('no-store');
  });

  it('opens to those with a care relationship, to a reason that is written down, and to nobody else', async () => {
    const { agent, owner, app, clinic, diary } = await aClinician();
    const path = `/patients/${diary.patientId}/chart`;
    await owner.get(path).expect(200);
    await (await program({ app, owner }, ['chart:read'])).get(path).expect(200);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    expect((await colleague.agent.get(path).expect(403)).body).toMatchObject({ code: 'CHART_CLOSED' });
    await colleague.agent.post(`/patients/${diary.patientId}/chart-access`, {}).expect(400);
    const reason = 'The patient collapsed in the waiting room';
    const opened = await colleague.agent.post(`/patients/${diary.patientId}/chart-access`, { reason }).expect(201);
    expect(opened.body).toMatchObject({ kind: 'override', reason, reviewedAt: null });
    await colleague.agent.get(path).expect(200);
    const [audited] = await app.sql(
      'SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND action = $2 AND reason = $3 AND $4 = ANY (patient_ids)',
      [clinic.id, 'override', reason, diary.patientId],
    );
    expect(audited).toBeDefined();
    const { body: waiting } = await owner.get('/chart-access?unreviewed=true').expect(200);
    const { data } = waiting as { data: Row[] };
    expect(data).toHaveLength(1);
    await owner.post(`/chart-access/${data[0]?.id}/review`).expect(200);
    expect((await owner.get('/chart-access?unreviewed=true')).body).toMatchObject({ data: [] });
    await owner.post(`/chart-access/${data[0]?.id}/end`).expect(200);
    await colleague.agent.get(path).expect(403);
    for (const role of ['admin', 'front_desk', 'billing'] as const) {
      const { agent: other } = await member(app, owner, clinic.id, role);
      await other.get(path).expect(403);
      await other.post(`/patients/${diary.patientId}/chart-access`, { reason }).expect(403);
    }
    const stranger = await session('owner');
    await stranger.agent.get(path).expect(404);
    await stranger.agent.post(`/patients/${diary.patientId}/chart-access`, { reason }).expect(404);
    await stranger.agent.get(`/chart-access/${data[0]?.id}`).expect(404);
    await (await nobody()).get(path).expect(401);
    await agent.get(path).expect(200);
  });

  it('opens to a colleague by a grant, given by one who has it open, for good', async () => {
    const { agent, owner, app, clinic, diary } = await aClinician();
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    const grant = { reason: 'Shared care', practitionerId: colleague.practitionerId };
    await colleague.agent.post(`/patients/${diary.patientId}/chart-access`, grant).expect(403);
    const { body } = await agent.post(`/patients/${diary.patientId}/chart-access`, grant).expect(201);
    expect(body).toMatchObject({ kind: 'grant', expiresAt: null });
    await colleague.agent.get(`/patients/${diary.patientId}/chart`).expect(200);
  });
});

describe.each([
  ['problems', { description: 'Ankle sprain' }, { clinicalStatus: 'resolved', abatementDate: '2026-11-01' }, { onsetDate: '2026-02-29' }],
  ['allergies', { description: 'Penicillin' }, { clinicalStatus: 'inactive' }, { category: 'gluten' }],
  ['medications', { description: 'Naproxen 500 mg' }, { status: 'stopped', endDate: '2026-11-01' }, { status: 'forgotten' }],
])('%s', (path, entry, change, fault) => {
  it('are added, listed, read and changed by the circle of care', async () => {
    const { agent, diary } = await aClinician();
    const { patientId } = diary;
    const added = await agent.post(`/${path}`, { patientId, ...entry, externalId: 'x-1', comment: `שלום '; --` }).expect(201);
    const { id } = added.body as Row;
    expect(added.body).toMatchObject({ ...entry, patientId, comment: `שלום '; --`, version: 1 });
    expect((await agent.get(`/${path}/${id}`).expect(200)).body).toEqual(added.body);
    expect((await agent.get(`/${path}?patientId=${patientId}&externalId=x-1`).expect(200)).body).toEqual({
      data: [added.body],
      nextCursor: null,
      total: 1,
    });
    const changed = await agent.patch(`/${path}/${id}`, change, { ifMatch: 1 }).expect(200);
    expect(changed.body).toMatchObject({ ...entry, ...change, version: 2 });
    expect((await agent.patch(`/${path}/${id}`, change, { ifMatch: 1 }).expect(412)).body).toMatchObject({ current: { version: 2 } });
    await agent.patch(`/${path}/${id}`, change).expect(428);
    const twice = await agent.post(`/${path}`, { patientId, ...entry, externalId: 'x-1' }).expect(409);
    expect(twice.body).toMatchObject({ code: 'EXTERNAL_ID_TAKEN', id });
    await agent.post(`/${path}`, { patientId, ...entry, ...fault }).expect(400);
    await agent.post(`/${path}`, { patientId, ...entry, colour: 'red' }).expect(400);
  });

  it('are closed to the desk, to other practitioners and to other clinics', async () => {
    const { agent, owner, app, clinic, diary } = await aClinician();
    const { patientId } = diary;
    const { id } = (await agent.post(`/${path}`, { patientId, ...entry }).expect(201)).body as Row;
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    const desk = await member(app, owner, clinic.id, 'front_desk');
    const stranger = await session('owner');
    for (const [who, status] of [
      [colleague.agent, 403],
      [desk.agent, 403],
      [stranger.agent, 404],
      [await nobody(), 401],
    ] as const) {
      await who.get(`/${path}/${id}`).expect(status);
      await who.get(`/${path}?patientId=${patientId}`).expect(status);
      await who.post(`/${path}`, { patientId, ...entry }).expect(status);
      await who.patch(`/${path}/${id}`, change, { ifMatch: '*' }).expect(status);
    }
  });

  it('end on or after the day they began', async () => {
    const { agent, diary } = await aClinician();
    const { id } = (await agent.post(`/${path}`, { patientId: diary.patientId, ...entry }).expect(201)).body as Row;
    if (path === 'allergies') return;
    const [from, to] = path === 'problems' ? ['onsetDate', 'abatementDate'] : ['startDate', 'endDate'];
    const refused = await agent.patch(`/${path}/${id}`, { [from]: '2026-03-02', [to]: '2026-03-01' }, { ifMatch: '*' }).expect(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: `/${to}` }] });
  });
});

import { aClinician, aNote, answer, aSignedNote, SOAP, type TestNote } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { member, nobody, program, session } from '../../testing/session.js';

interface Head {
  id: string;
}

describe('a note', () => {
  it('is started from the appointment, by the template of the profession, and takes plain SOAP', async () => {
    const { agent, appointment, diary } = await aClinician();
    const note = await aNote(agent, appointment.id);
    expect(note).toMatchObject({
      ...{ patientId: diary.patientId, practitionerId: diary.practitionerId },
      appointmentId: appointment.id,
      status: 'draft',
      sections: SOAP,
    });
    const template = await agent.get(`/note-templates/${note.templateId}`).expect(200);
    expect(template.body).toMatchObject({ profession: 'physiotherapist', isDefault: true });
    expect((await agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'in_session' });
  });

  it('is of the day that its appointment is of, until it is signed; it stays whose it was', async () => {
    const { agent, owner, app, clinic, diary } = await aClinician();
    const appointment = await anAppointment(owner, diary, { overbook: true });
    const note = await aNote(agent, appointment.id);
    const moveTo = async (start: string) =>
      void (await owner.patch(`/appointments/${appointment.id}`, { start, overbook: true }, { ifMatch: '*' }).expect(200));
    const read = async () => (await agent.get(`/notes/${note.id}`).expect(200)).body as TestNote & { notedAt: string };
    const earlier = new Date(Date.parse(appointment.start) - 86_400_000).toISOString();
    await moveTo(earlier);
    // Whoever is writing it goes on with the version that they have.
    expect(await read()).toMatchObject({ status: 'draft', version: note.version });
    expect(Date.parse((await read()).notedAt)).toBe(Date.parse(earlier));
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    await owner
      .patch(`/appointments/${appointment.id}`, { practitionerId: colleague.practitionerId, overbook: true }, { ifMatch: '*' })
      .expect(200);
    expect(await read()).toMatchObject({ practitionerId: note.practitionerId });
  });

  it('is read in its clinic by its circle of care alone', async () => {
    const { agent, owner, app, clinic, appointment } = await aClinician();
    const { id } = await aSignedNote(agent, appointment.id);
    await owner.get(`/notes/${id}`).expect(200);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    const refused = await colleague.agent.get(`/notes/${id}`).expect(403);
    expect(refused.body).toMatchObject({ code: 'CHART_CLOSED', patientId: appointment.patientId });
    for (const role of ['admin', 'front_desk', 'billing'] as const) {
      const { agent: other } = await member(app, owner, clinic.id, role);
      await other.get(`/notes/${id}`).expect(403);
      await other.post('/notes', { appointmentId: appointment.id }).expect(403);
    }
    const stranger = await session('owner');
    await stranger.agent.get(`/notes/${id}`).expect(404);
    await stranger.agent.post('/notes', { appointmentId: appointment.id, sections: SOAP }).expect(404);
    await stranger.agent.post(`/notes/${id}/sign`, {}, { ifMatch: '*' }).expect(404);
    await (await nobody()).get(`/notes/${id}`).expect(401);
  });

  it('keeps every character that was typed', async () => {
    const { agent, appointment } = await aClinician();
    const typed = `  שלום, مرحبا \u200f(RTL) '; DROP TABLE note; -- \u0000 <b>"x"</b> \n\t\ud83e\uddb6 `;
    const note = await aNote(agent, appointment.id, answer('subjective', 'subjective', typed));
    const signed = await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' }).expect(200);
    const read = await agent.get(`/notes/${note.id}`).expect(200);
    for (const { body } of [signed, read]) expect((body as TestNote).sections[0]?.answers[0]?.value).toBe(typed);
  });

  it('takes a leap day that exists and names what does not fit', async () => {
    const { agent, appointment } = await aClinician();
    const post = (body: object) => agent.post('/notes', { appointmentId: appointment.id, ...body });
    await post(answer('subjective', 'onset_date', '2028-02-29')).expect(201);
    for (const [body, pointer] of [
      [answer('subjective', 'onset_date', '2027-02-29'), '/sections/0/answers/0/value'],
      [answer('subjective', 'pain_now', 11), '/sections/0/answers/0/value'],
      [answer('subjective', 'nonsense', 'x'), '/sections/0/answers/0/key'],
      [answer('nonsense', 'x', 'x'), '/sections/0/key'],
      [{ sections: [{ key: 'plan', answers: [{ key: 'plan', value: 'x', colour: 'red' }] }] }, '/sections/0/answers/0/colour'],
      [{ templateId: 'soap' }, '/templateId'],
    ] as const) {
      const { body: problem } = await post(body).expect(400);
      expect(problem).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
    }
    await post({ templateId: '018f0000-0000-7000-8000-000000000000' }).expect(404);
    await agent.post('/notes', { sections: SOAP }).expect(400);
    const { body: problem } = await agent
      .post('/notes', { appointmentId: appointment.id, patientId: (await aPatient(agent)).id })
      .expect(400);
    expect(problem).toMatchObject({ errors: [{ pointer: '/patientId' }] });
  });

  it('is bounded, far above what anybody writes', async () => {
    const { agent, appointment } = await aClinician();
    const post = (value: string) => agent.post('/notes', { appointmentId: appointment.id, ...answer('subjective', 'subjective', value) });
    await post('x'.repeat(100_000)).expect(201);
    const long = await post('x'.repeat(100_001)).expect(400);
    expect(long.body).toMatchObject({ errors: [{ detail: expect.stringContaining('at most 100000') as string }] });
    const huge = await post('x'.repeat(10_000_000)).expect(413);
    expect(huge.headers['content-type']).toContain('application/problem+json');
    const full = (key: string, keys: string[]) => ({ key, answers: keys.map((key) => ({ key, value: '"'.repeat(99_000) })) });
    const sections = [full('subjective', ['subjective', 'mechanism', 'aggravating', 'easing'])];
    const { body: draft } = await agent.post('/notes', { appointmentId: appointment.id, sections }).expect(201);
    const more = { sections: [full('objective', ['objective', 'observation'])] };
    const { body } = await agent.patch(`/notes/${(draft as { id: string }).id}`, more, { ifMatch: '*' }).expect(413);
    expect(body).toMatchObject({ code: 'NOTE_TOO_LARGE' });
  });

  it('is written by the practitioner of the appointment, or by one with the chart right or a program with the scope', async () => {
    const clinician = await aClinician();
    const { agent, owner, app, clinic, appointment, diary } = clinician;
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    const refused = await colleague.agent.post('/notes', { appointmentId: appointment.id, sections: SOAP }).expect(403);
    expect(refused.body).toMatchObject({ code: 'APPOINTMENT_NOT_YOURS' });
    const me = (await owner.get('/session')).body as { user: Head };
    const byOwner = await aSignedNote(owner, appointment.id);
    expect(byOwner).toMatchObject({ practitionerId: diary.practitionerId, signedBy: me.user.id });
    const key = await program(clinician, ['note:write', 'note:sign']);
    const byKey = await aSignedNote(key, appointment.id);
    expect(byKey).toMatchObject({ practitionerId: diary.practitionerId, status: 'signed', signedByName: 'API key' });
    await agent.post(`/notes/${byKey.id}/addenda`, { text: 'Seen and agreed.' }).expect(201);
    await (await program(clinician, ['note:write'])).post(`/notes/${byOwner.id}/sign`, {}, { ifMatch: '*' }).expect(403);
  });

  it('may have no appointment, where the patient is known to the writer', async () => {
    const { agent, owner, diary } = await aClinician();
    const { body } = await agent.post('/notes', { patientId: diary.patientId, sections: SOAP }).expect(201);
    expect(body).toMatchObject({ appointmentId: null, practitionerId: diary.practitionerId });
    const other = await aPatient(owner);
    await agent.post('/notes', { patientId: other.id }).expect(403);
    await owner.post('/notes', { patientId: other.id }).expect(400);
    await owner.post('/notes', { patientId: other.id, practitionerId: diary.practitionerId }).expect(201);
    await (await session('owner')).agent.post('/notes', { patientId: other.id, practitionerId: diary.practitionerId }).expect(404);
  });
});

describe('a draft', () => {
  it('is saved as it is typed, and a conflict shows both sides', async () => {
    const { agent, appointment } = await aClinician();
    const note = await aNote(agent, appointment.id);
    const saved = await agent.patch(`/notes/${note.id}`, answer('subjective', 'pain_now', 3), { ifMatch: note.version }).expect(200);
    expect(saved.headers['etag']).toBe(`"${note.version + 1}"`);
    expect((saved.body as TestNote).sections[0]?.answers).toEqual([SOAP[0]?.answers[0], { key: 'pain_now', value: 3 }]);
    const stale = await agent.patch(`/notes/${note.id}`, answer('plan', 'plan', 'mine'), { ifMatch: note.version }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { version: 2, sections: (saved.body as TestNote).sections } });
    await agent.patch(`/notes/${note.id}`, answer('plan', 'plan', 'mine')).expect(428);
    const emptied = await agent.patch(`/notes/${note.id}`, answer('subjective', 'subjective', null), { ifMatch: 2 }).expect(200);
    expect((emptied.body as TestNote).sections[0]?.answers).toEqual([{ key: 'pain_now', value: 3 }]);
    const replaced = await agent.put(`/notes/${note.id}`, answer('plan', 'plan', 'only this'), { ifMatch: 3 }).expect(200);
    expect((replaced.body as TestNote).sections).toEqual(answer('plan', 'plan', 'only this').sections);
    const wrong = await agent.patch(`/notes/${note.id}`, answer('plan', 'weeks', 'two'), { ifMatch: 4 }).expect(400);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/sections/0/answers/0/value' }] });
  });

  it('holds a drawing on the body that is read back point by point, after signing too', async () => {
    const { agent, appointment } = await aClinician();
    const drawing = {
      strokes: [
        {
          view: 'back',
          tool: 'pen',
          colour: 'red',
          width: 0.01,
          points: [
            [0.5, 0.2],
            [0.52, 0.31],
          ],
        },
      ],
      markers: [{ view: 'front', x: 0.44, y: 0.62, kind: 'numbness', label: 'Outer thigh' }],
    };
    const note = await aNote(agent, appointment.id, answer('subjective', 'body_chart', drawing));
    expect(note.sections[0]?.answers).toEqual([{ key: 'body_chart', value: drawing }]);
    const strange = { ...drawing, markers: [{ ...drawing.markers[0], view: 'feet_sole' }] };
    const wrong = await agent.patch(`/notes/${note.id}`, answer('subjective', 'body_chart', strange), { ifMatch: 1 }).expect(400);
    expect(wrong.body).toMatchObject({
      errors: [{ pointer: '/sections/0/answers/0/value', detail: expect.stringContaining('front') as string }],
    });
    const { body } = await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: 1 }).expect(200);
    expect((body as TestNote).sections[0]?.answers).toEqual([{ key: 'body_chart', value: drawing }]);
    const blank = { strokes: [], markers: [] };
    const other = await aNote(agent, appointment.id, answer('subjective', 'body_chart', blank));
    expect(other.sections).toEqual([]);
  });

  it('saved by two at once keeps one of them whole and tells the other', async () => {
    const { agent, appointment } = await aClinician();
    const note = await aNote(agent, appointment.id);
    const saves = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        agent.patch(`/notes/${note.id}`, answer('plan', 'plan', `save ${at}`), { ifMatch: note.version }),
      ),
    );
    const statuses = saves.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  it('is its author’s until it is signed', async () => {
    const { agent, owner, app, clinic, appointment, diary } = await aClinician();
    const note = await aNote(agent, appointment.id);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    await colleague.agent.post(`/patients/${diary.patientId}/chart-access`, { reason: 'Covering for a colleague' }).expect(201);
    const refused = await colleague.agent.get(`/notes/${note.id}`).expect(403);
    expect(refused.body).toMatchObject({ code: 'NOTE_NOT_YOURS' });
    await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version }).expect(200);
    await colleague.agent.get(`/notes/${note.id}`).expect(200);
    await colleague.agent.post(`/notes/${note.id}/addenda`, { text: 'Not mine' }).expect(403);
  });
});

describe('a colleague’s draft', () => {
  it.each(['a key with every scope', 'an owner with the chart right'])(
    'is neither overwritten nor signed nor put away by %s',
    async (who) => {
      const clinician = await aClinician();
      const { agent, owner, appointment } = clinician;
      const note = await aNote(agent, appointment.id);
      const other = who.includes('key') ? await program(clinician) : owner;
      await other.get(`/notes/${note.id}`).expect(200);
      const calls = [
        other.put(`/notes/${note.id}`, answer('plan', 'plan', 'mine'), { ifMatch: '*' }),
        other.patch(`/notes/${note.id}`, answer('plan', 'plan', 'mine'), { ifMatch: '*' }),
        other.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' }),
        other.post(`/notes/${note.id}/entered-in-error`, { reason: 'Not wanted' }),
      ];
      for (const { status, body } of await Promise.all(calls)) {
        expect([status, (body as { code: string }).code]).toEqual([403, 'NOTE_NOT_YOURS']);
      }
      expect((await agent.get(`/notes/${note.id}`).expect(200)).body).toMatchObject({ version: 1, status: 'draft', sections: SOAP });
    },
  );

  it('that a key or its maker began is theirs together, and the practitioner’s', async () => {
    const clinician = await aClinician();
    const { agent, owner, app, clinic, appointment } = clinician;
    const key = await program(clinician, ['note:write', 'note:sign', 'chart:read']);
    const byOwner = await aNote(owner, appointment.id);
    await key.patch(`/notes/${byOwner.id}`, answer('plan', 'plan', 'dictated'), { ifMatch: 1 }).expect(200);
    await key.post(`/notes/${byOwner.id}/sign`, {}, { ifMatch: 2 }).expect(200);
    const byKey = await aNote(key, appointment.id);
    await agent.patch(`/notes/${byKey.id}`, answer('plan', 'plan', 'as I found'), { ifMatch: 1 }).expect(200);
    const other = await member(app, owner, clinic.id, 'owner');
    const foreign = await program({ app, owner: other.agent }, ['*']);
    await foreign.post(`/notes/${byKey.id}/sign`, {}, { ifMatch: '*' }).expect(403);
    await agent.post(`/notes/${byKey.id}/sign`, {}, { ifMatch: 2 }).expect(200);
  });
});

describe('the list of notes', () => {
  it('has heads without text, newest appointment first, page by page, for the circle of care', async () => {
    const { agent, owner, app, clinic, appointment, diary } = await aClinician();
    const later = await agent.post('/appointments', { ...diary, start: at(comingDay(2), '11:00') }).expect(201);
    const first = await aNote(agent, appointment.id);
    const second = await aNote(agent, (later.body as Head).id);
    const third = await aSignedNote(agent, appointment.id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await agent.get(`/notes?patientId=${diary.patientId}&limit=1${cursor}`).expect(200);
      const page = body as { data: Head[]; nextCursor: string | null };
      seen.push(...page.data.map(({ id }) => id));
      expect(page.data[0]).not.toHaveProperty('sections');
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual([second.id, third.id, first.id]);
    const { body: drafts } = await agent.get('/notes?status=draft').expect(200);
    expect((drafts as { data: Head[] }).data.map(({ id }) => id)).toEqual([second.id, first.id]);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    expect((await colleague.agent.get('/notes').expect(200)).body).toMatchObject({ data: [] });
    await colleague.agent.get(`/notes?patientId=${diary.patientId}`).expect(403);
    const stranger = await session('owner');
    await stranger.agent.get(`/notes?patientId=${diary.patientId}`).expect(404);
    await agent.get('/notes?sort=signedBy').expect(400);
  });
});

import { addDays } from '@keel/calendar';
import { type AppointmentStatus, stepsToArrive } from '@keel/contracts';
import { aClinician, aNote, answer, aSignedNote, SOAP, type TestNote } from '../../testing/clinical.fixture.js';
import { at, anAppointment, comingDay } from '../../testing/scheduling.fixture.js';
import { member } from '../../testing/session.js';

describe('signing', () => {
  it('seals the text under its hash, completes the appointment, and is told once', async () => {
    const { agent, app, clinic, appointment } = await aClinician();
    const note = await aNote(agent, appointment.id);
    await agent.post(`/notes/${note.id}/sign`, {}).expect(428);
    await agent.patch(`/notes/${note.id}`, answer('plan', 'plan', 'newer'), { ifMatch: note.version }).expect(200);
    await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version }).expect(412);
    const { body } = await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version + 1 }).expect(200);
    expect(body).toMatchObject({
      status: 'signed',
      signedByName: 'Mara Member',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect((await agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'completed', documented: true });
    const again = await agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' }).expect(409);
    expect(again.body).toMatchObject({ code: 'NOTE_SIGNED' });
    await agent.patch(`/notes/${note.id}`, answer('plan', 'plan', 'changed'), { ifMatch: '*' }).expect(409);
    const events = await app.sql<{ type: string; payload: object }>(
      `SELECT type, payload FROM outbox WHERE clinic_id = $1 AND type LIKE 'note.%' ORDER BY id`,
      [clinic.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['note.started', 'note.signed']);
    expect(JSON.stringify(events)).not.toContain('expected');
  });

  it('is of the patient, where an appointment that is off is written about; a draft of before is read, changed and discarded', async () => {
    const { agent, owner, app, clinic, diary } = await aClinician();
    const appointment = await anAppointment(owner, diary, { start: at(comingDay(2), '10:00') });
    const note = await aNote(agent, appointment.id);
    await owner.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    const refused = await agent.post('/notes', { appointmentId: appointment.id }).expect(409);
    expect(refused.body).toMatchObject({ code: 'APPOINTMENT_NOT_KEPT', detail: expect.stringContaining('/restore') as string });
    const notes = () => app.sql('SELECT id FROM note WHERE clinic_id = $1 AND appointment_id = $2', [clinic.id, appointment.id]);
    expect(await notes()).toHaveLength(1);
    await agent.get(`/notes/${note.id}`).expect(200);
    await agent.patch(`/notes/${note.id}`, answer('plan', 'plan', 'Call her'), { ifMatch: '*' }).expect(200);
    await agent.post(`/notes/${note.id}/entered-in-error`, { reason: 'Begun too early' }, { ifMatch: '*' }).expect(200);
    const about = await agent.post('/notes', { patientId: diary.patientId, sections: SOAP }).expect(201);
    await agent.post(`/notes/${(about.body as { id: string }).id}/sign`, {}, { ifMatch: '*' }).expect(200);
    await owner.post(`/appointments/${appointment.id}/restore`).expect(200);
    await agent.post('/notes', { appointmentId: appointment.id }).expect(201);
  });

  it('is not of an appointment to which nobody came, until that is taken back: the draft stays', async () => {
    const { agent, owner, app, diary } = await aClinician();
    const past = addDays(comingDay(), -28);
    const off: [string, string[]][] = [
      ['left_unseen', ['arrive', 'leave-unseen']],
      ['no_show', ['no-show']],
      ['cancelled', ['cancel']],
      ['late_cancelled', ['cancel']],
      ['pending', []],
      ['declined', []],
    ];
    for (const [hour, [status, actions]] of off.entries()) {
      const appointment = await anAppointment(owner, diary, { start: at(past, `${10 + hour}:00`) });
      const note = await aNote(agent, appointment.id);
      for (const action of actions)
        await owner.post(`/appointments/${appointment.id}/${action}`, action === 'cancel' ? { by: 'clinic' } : undefined).expect(200);
      // Requests are made online, and a late cancellation by the clock: put there behind the API's back.
      await app.sql('UPDATE appointment SET status = $2 WHERE id = $1', [appointment.id, status]);
      const sign = () => agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: '*' });
      const refused = (await sign().expect(409)).body as { detail: string };
      expect([status, refused]).toEqual([status, expect.objectContaining({ code: 'APPOINTMENT_NOT_KEPT', currentStatus: status })]);
      const begin = await agent.post('/notes', { appointmentId: appointment.id });
      // One that waits for an approval may still take place.
      if (status === 'pending') expect(begin.status).toBe(201);
      else
        expect([status, begin.status, begin.body]).toEqual([
          status,
          409,
          expect.objectContaining({ code: 'APPOINTMENT_NOT_KEPT', currentStatus: status }),
        ]);
      const { body } = await agent.get(`/notes/${note.id}`).expect(200);
      expect(body).toMatchObject({ status: 'draft', version: note.version, sections: SOAP, signedBy: null });
      expect((await agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({
        status,
        documented: false,
        version: expect.any(Number) as number,
      });
      const steps = stepsToArrive(status as AppointmentStatus) ?? [];
      for (const step of steps) expect(refused.detail).toContain(`/${step}`);
      // Nothing approves yet but the booking site's own flow.
      if (!steps.includes('restore')) continue;
      for (const step of steps) {
        const taken = await owner.post(`/appointments/${appointment.id}/${step}`);
        expect([status, step, taken.status, taken.body]).toEqual([status, step, 200, expect.objectContaining({ id: appointment.id })]);
      }
      await sign().expect(200);
      expect((await agent.get(`/appointments/${appointment.id}`)).body).toMatchObject({ status: 'completed', documented: true });
      await agent.post(`/notes/${note.id}/invoice`, {}).expect(201);
    }
  });

  it('stores no readable word, and nobody at runtime can change what was signed', async () => {
    const { agent, app, clinic, appointment } = await aClinician();
    const { id } = await aSignedNote(agent, appointment.id, answer('plan', 'plan', 'UNMISTAKABLE'));
    const [row] = await app.sql<{ draft: Buffer | null; body: Buffer }>(
      'SELECT n.draft, v.body FROM note n JOIN note_version v ON v.note_id = n.id WHERE n.id = $1',
      [id],
    );
    expect(row?.draft).toBeNull();
    expect(row?.body.includes('UNMISTAKABLE')).toBe(false);
    for (const sql of [
      `UPDATE note_version SET hash = hash`,
      `DELETE FROM note_version`,
      `UPDATE note SET patient_id = patient_id`,
      `DELETE FROM note`,
    ]) {
      const refused = app.sql(`SET ROLE keel_app; SELECT set_config('app.clinic_id', '${clinic.id}', false); ${sql}`);
      await expect(refused).rejects.toThrow('permission denied');
      await app.sql('RESET ROLE');
    }
  });

  it('shows nothing as signed that was tampered with', async () => {
    const { agent, app, appointment } = await aClinician();
    const { id } = await aSignedNote(agent, appointment.id);
    await app.sql(`UPDATE note_version SET hash = sha256('another text') WHERE note_id = $1`, [id]);
    const broken = await agent.get(`/notes/${id}`).expect(500);
    expect(broken.body).toMatchObject({ code: 'NOTE_INTEGRITY' });
    const other = await aSignedNote(agent, appointment.id);
    await app.sql(`UPDATE note_version SET body = set_byte(body, 40, get_byte(body, 40) # 1) WHERE note_id = $1`, [other.id]);
    expect((await agent.get(`/notes/${other.id}`).expect(500)).body).toMatchObject({ code: 'NOTE_INTEGRITY' });
    const third = await aSignedNote(agent, appointment.id);
    await app.sql(`DELETE FROM note_version WHERE note_id = $1`, [third.id]);
    expect((await agent.get(`/notes/${third.id}`).expect(500)).body).toMatchObject({ code: 'NOTE_INTEGRITY' });
  });

  it('grows by addenda, in order, while the note itself stays', async () => {
    const { agent, appointment } = await aClinician();
    const draft = await aNote(agent, appointment.id);
    const early = await agent.post(`/notes/${draft.id}/addenda`, { text: 'too early' }).expect(409);
    expect(early.body).toMatchObject({ code: 'NOTE_NOT_SIGNED' });
    const signed = (await agent.post(`/notes/${draft.id}/sign`, {}, { ifMatch: '*' }).expect(200)).body as TestNote;
    await agent.post(`/notes/${draft.id}/addenda`, { text: ' ' }).expect(400);
    const added = await Promise.all(['one', 'two', 'three'].map((text) => agent.post(`/notes/${draft.id}/addenda`, { text }).expect(201)));
    expect(added.map(({ body }) => (body as { number: number }).number).sort()).toEqual([2, 3, 4]);
    const { body } = await agent.get(`/notes/${draft.id}`).expect(200);
    expect(body).toMatchObject({ status: 'amended', sections: signed.sections, contentHash: signed.contentHash });
    const { body: versions } = await agent.get(`/notes/${draft.id}/versions`).expect(200);
    const steps = (versions as { data: { kind: string; contentHash: string; previousHash: string | null }[] }).data;
    expect(steps.map(({ kind }) => kind)).toEqual(['signed', 'addendum', 'addendum', 'addendum']);
    expect(steps.slice(1).map(({ previousHash }) => previousHash)).toEqual(steps.slice(0, -1).map(({ contentHash }) => contentHash));
  });

  it('takes fifty addenda, and half a million characters of them', async () => {
    const { agent, appointment } = await aClinician();
    const { id } = await aSignedNote(agent, appointment.id);
    const add = (text: string) => agent.post(`/notes/${id}/addenda`, { text });
    const long = 'x'.repeat(100_000);
    for (let n = 0; n < 4; n++) await add(long).expect(201);
    await add(long.slice(100)).expect(201);
    expect((await add(long).expect(409)).body).toMatchObject({ code: 'NOTE_ADDENDA_LIMIT' });
    for (let n = 5; n < 50; n++) await add('x').expect(201);
    expect((await add('x').expect(409)).body).toMatchObject({ code: 'NOTE_ADDENDA_LIMIT' });
    const { body } = await agent.get(`/notes/${id}`).expect(200);
    expect((body as { addenda: unknown[] }).addenda).toHaveLength(50);
  });

  it('can be declared an error with a reason, and stays', async () => {
    const { agent, appointment } = await aClinician();
    const { id } = await aSignedNote(agent, appointment.id);
    await agent.post(`/notes/${id}/entered-in-error`, {}).expect(400);
    const { body } = await agent.post(`/notes/${id}/entered-in-error`, { reason: 'Wrong patient' }).expect(200);
    expect(body).toMatchObject({ status: 'entered_in_error', sections: SOAP, enteredInError: { reason: 'Wrong patient' } });
    await agent.post(`/notes/${id}/addenda`, { text: 'x' }).expect(409);
    const draft = await aNote(agent, appointment.id);
    await agent.post(`/notes/${draft.id}/entered-in-error`, { reason: 'Started twice' }).expect(200);
    await agent.post(`/notes/${draft.id}/sign`, {}, { ifMatch: '*' }).expect(409);
    await agent.patch(`/notes/${draft.id}`, answer('plan', 'plan', 'x'), { ifMatch: '*' }).expect(409);
  });
});

describe('a counselling note', () => {
  it('is its author’s alone until shared', async () => {
    const { agent, owner, app, clinic, appointment, diary } = await aClinician({ profession: 'counsellor' });
    const { id } = await aSignedNote(agent, appointment.id, answer('objective', 'suicide_risk', 'none'));
    const refused = await owner.get(`/notes/${id}`).expect(403);
    expect(refused.body).toMatchObject({ code: 'NOTE_CONFIDENTIAL' });
    await owner.post(`/notes/${id}/share`).expect(403);
    const colleague = await member(app, owner, clinic.id, 'practitioner');
    await colleague.agent.post(`/patients/${diary.patientId}/chart-access`, { reason: 'An emergency call' }).expect(201);
    await colleague.agent.get(`/notes/${id}`).expect(403);
    await agent.post(`/notes/${id}/share`).expect(200);
    await owner.get(`/notes/${id}`).expect(200);
    await colleague.agent.get(`/notes/${id}`).expect(200);
    await agent.post(`/notes/${id}/unshare`).expect(200);
    await owner.get(`/notes/${id}`).expect(403);
  });
});

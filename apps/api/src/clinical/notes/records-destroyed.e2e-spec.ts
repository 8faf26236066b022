import { createApp } from '../../app.js';
import { Config } from '../../platform/index.js';
import { Agent } from '../../testing/agent.js';
import { testEnv } from '../../testing/app.js';
import { aClinician, aNote, aSignedNote, type Clinician, SOAP } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { anAppointment, at, comingDay } from '../../testing/scheduling.fixture.js';

const CARD = '1234567897';

/** A clinician with two patients, who have a health card, a signed note and a draft each. */
async function twoPatients() {
  const here = await aClinician({ patient: { healthCardNumber: CARD } });
  const { owner, agent, diary } = here;
  const { id: otherId } = await aPatient(owner, { firstName: 'Bea', healthCardNumber: CARD });
  const other = await anAppointment(owner, { ...diary, patientId: otherId }, { start: at(comingDay(), '15:00') });
  const written = async (patientId: string, appointmentId: string) => ({
    patientId,
    signed: await aSignedNote(agent, appointmentId),
    draft: await aNote(agent, appointmentId),
  });
  return { ...here, anne: await written(diary.patientId, here.appointment.id), bea: await written(otherId, other.id) };
}

const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;

/** The same clinic, asked of a process that has no key in memory. */
async function asked<T>({ app }: Clinician, work: (url: string) => Promise<T>): Promise<T> {
  const nest = await createApp(new Config(testEnv(app.database)));
  await nest.listen(0, '127.0.0.1');
  return work(await nest.getUrl()).finally(() => nest.close());
}

describe('records of patients', () => {
  it('are sealed by a key of each patient: what is laid into another’s row is not shown', async () => {
    const { app, agent, clinic, anne, bea } = await twoPatients();
    const sealed = await app.sql<{ version: number; patient: string }>(
      `SELECT get_byte(x.sealed, 0) AS version, encode(substring(x.sealed FROM 2 FOR 16), 'hex')::uuid AS patient FROM (
         SELECT health_card AS sealed FROM patient WHERE clinic_id = $1 UNION ALL SELECT draft FROM note WHERE clinic_id = $1
         UNION ALL SELECT body FROM note_version WHERE clinic_id = $1) AS x WHERE x.sealed IS NOT NULL`,
      [clinic.id],
    );
    const of = (patient: string) => Array.from({ length: 3 }, () => ({ version: 2, patient }));
    expect(sealed.toSorted((a, b) => a.patient.localeCompare(b.patient))).toEqual(
      [anne, bea]
        .map(({ patientId }) => patientId)
        .toSorted()
        .flatMap(of),
    );
    const keys = await app.sql('SELECT DISTINCT wrapped FROM patient_key WHERE clinic_id = $1', [clinic.id]);
    expect(keys).toHaveLength(2);
    await app.sql('UPDATE note SET draft = (SELECT draft FROM note WHERE id = $2) WHERE id = $1', [anne.draft.id, bea.draft.id]);
    await agent.get(`/notes/${anne.draft.id}`).expect(500);
    await app.sql(`UPDATE note_version SET body = (SELECT body FROM note_version WHERE note_id = $2 LIMIT 1) WHERE note_id = $1`, [
      anne.signed.id,
      bea.signed.id,
    ]);
    expect(codeOf(await agent.get(`/notes/${anne.signed.id}`).expect(500))).toBe('NOTE_INTEGRITY');
    await agent.get(`/notes/${bea.signed.id}`).expect(200);
  });

  it('do not follow a note that is given to another patient behind the API’s back', async () => {
    const { app, agent, anne, bea } = await twoPatients();
    await app.sql('UPDATE note SET patient_id = $2 WHERE id = $1', [anne.draft.id, bea.patientId]);
    const { text } = await agent.get(`/notes/${anne.draft.id}`).expect(500);
    expect(text).not.toContain('as expected');
  });

  it('open to nobody once the patient’s key is destroyed, which is said; other patients’ open as ever', async () => {
    const here = await twoPatients();
    const { app, agent, owner, clinic, anne, bea } = here;
    await app.sql('SELECT destroy_patient_key($1, $2)', [clinic.id, anne.patientId]);
    await asked(here, async (url) => {
      const [clinician, office]: Agent[] = [agent.at(url), owner.at(url)];
      for (const refused of [
        await clinician!.get(`/notes/${anne.signed.id}`),
        await clinician!.get(`/notes/${anne.signed.id}/versions`),
        await clinician!.get(`/notes/${anne.draft.id}`),
        await clinician!.patch(`/notes/${anne.draft.id}`, { sections: SOAP }, { ifMatch: '*' }),
        await clinician!.post('/notes', { patientId: anne.patientId, sections: SOAP }),
        await clinician!.post(`/notes/${anne.signed.id}/addenda`, { text: 'more' }),
        await office!.get(`/patients/${anne.patientId}`),
        await office!.patch(`/patients/${anne.patientId}`, { healthCardNumber: CARD }, { ifMatch: '*' }),
      ])
        expect([refused.status, codeOf(refused)]).toEqual([410, 'RECORDS_DESTROYED']);
      await clinician!.get(`/notes/${bea.signed.id}`).expect(200);
      await clinician!.get(`/notes/${bea.draft.id}`).expect(200);
      expect((await office!.get(`/patients/${bea.patientId}`).expect(200)).body).toMatchObject({ healthCardNumber: CARD });
      // What was never sealed is still there: who they are, and that there are notes.
      const { body } = await clinician!.get(`/notes?patientId=${anne.patientId}`).expect(200);
      expect((body as { data: unknown[] }).data).toHaveLength(2);
    });
  });
});

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { aClinician, aNote, aSignedNote, type Clinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { anAppointment, at, comingDay } from '../../testing/scheduling.fixture.js';
import { systemCtx } from '../context/ctx.js';
import { Crypto } from './crypto.js';
import { Resealing } from './resealing.js';

const CARD = '1234567897';
const COLUMNS = { patient: 'health_card', note: 'draft', note_version: 'body' } as const;
type Table = keyof typeof COLUMNS;

const versions = async ({ app, clinic }: Clinician, table: Table) => {
  const sql = `SELECT get_byte(${COLUMNS[table]}, 0) AS v FROM ${table} WHERE clinic_id = $1 AND ${COLUMNS[table]} IS NOT NULL`;
  return (await app.sql<{ v: number }>(sql, [clinic.id])).map(({ v }) => v);
};

/** As the release of before left it: what is there of the clinic is sealed by the clinic's key. */
async function asBefore({ app, clinic }: Clinician, table: Table): Promise<void> {
  const crypto = app.nest.get(Crypto);
  const ctx = systemCtx(clinic.id, 'test');
  const column = COLUMNS[table];
  const patient = { patient: 't.id', note: 't.patient_id', note_version: '(SELECT n.patient_id FROM note n WHERE n.id = t.note_id)' }[
    table
  ];
  const rows = await app.sql<{ id: string; sealed: Buffer; patientId: string }>(
    `SELECT t.id, t.${column} AS sealed, ${patient} AS "patientId" FROM ${table} t WHERE t.clinic_id = $1 AND t.${column} IS NOT NULL`,
    [clinic.id],
  );
  for (const { id, sealed, patientId } of rows) {
    const place = { table, column, id, patientId };
    const before = await crypto.seal(ctx, { ...place, patientId: null }, await crypto.open(ctx, place, sealed));
    await app.sql(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [id, before]);
  }
}

async function written(patients = 1) {
  const here = await aClinician({ patient: { healthCardNumber: CARD } });
  for (let more = 1; more < patients; more++)
    await aPatient(here.owner, { firstName: `Bea ${more}`, healthCardNumber: CARD, email: `${randomUUID()}@patients.example` });
  const later = await anAppointment(here.owner, here.diary, { start: at(comingDay(), '15:00') });
  const [signed, draft] = [await aSignedNote(here.agent, here.appointment.id), await aNote(here.agent, later.id)];
  for (const table of Object.keys(COLUMNS)) await asBefore(here, table as Table);
  return { ...here, signed, draft };
}

const due = ({ app, clinic }: Clinician) =>
  app.sql("UPDATE clinic_key SET reseal_from = now() - interval '1 minute' WHERE clinic_id = $1", [clinic.id]);
const done = async ({ app, clinic }: Clinician) =>
  (await app.sql('SELECT 1 FROM resealing WHERE clinic_id = $1 AND done_at IS NOT NULL', [clinic.id])).length;

describe('what a clinic’s key sealed', () => {
  it('is sealed by its patient’s key a week after the upgrade, and not before; what was signed stays', async () => {
    const here = await written();
    const { app, agent, owner, diary, draft, signed } = here;
    const resealing = app.nest.get(Resealing);
    const etag = (await agent.get(`/notes/${draft.id}`).expect(200)).headers['etag'];
    await resealing.run();
    expect([await versions(here, 'patient'), await versions(here, 'note'), await versions(here, 'note_version')]).toEqual([[1], [1], [1]]);
    await due(here);
    await resealing.run();
    expect([await versions(here, 'patient'), await versions(here, 'note'), await versions(here, 'note_version')]).toEqual([[2], [2], [1]]);
    expect(await done(here)).toBe(3);
    const read = await agent.get(`/notes/${draft.id}`).expect(200);
    expect([read.headers['etag'], read.text.includes('as expected')]).toEqual([etag, true]);
    expect((await agent.get(`/notes/${signed.id}`).expect(200)).body).toMatchObject({ status: 'signed', contentHash: signed.contentHash });
    expect((await owner.get(`/patients/${diary.patientId}`).expect(200)).body).toMatchObject({ healthCardNumber: CARD });
  });

  it('is sealed anew in portions, each of which stays done whatever becomes of the next', async () => {
    const here = await written(70);
    await due(here);
    const resealing = here.app.nest.get(Resealing);
    const left = async () => (await versions(here, 'patient')).filter((version) => version === 1).length;
    // The table of messages is walked first, and has none; then that of notes, twice, since it has one.
    await resealing.run(4);
    expect(await left()).toBe(20);
    // What the release of before writes behind the walk meanwhile is found by the next one.
    await asBefore(here, 'patient');
    await resealing.run(1);
    expect(await left()).toBe(50);
    expect(await done(here)).toBe(2);
    await resealing.run();
    expect([await left(), await done(here)]).toEqual([0, 3]);
  });

  it('stays as it is where it opens to nobody, and keeps nothing else from it', async () => {
    const here = await written(3);
    const { app, clinic, diary } = here;
    const damaged = Buffer.concat([Buffer.from([1]), Buffer.alloc(60, 7)]);
    await app.sql('UPDATE patient SET health_card = $2 WHERE id = $1', [diary.patientId, damaged]);
    await due(here);
    await app.nest.get(Resealing).run();
    const [row] = await app.sql<{ card: Buffer }>('SELECT health_card AS card FROM patient WHERE id = $1', [diary.patientId]);
    expect(row?.card.equals(damaged)).toBe(true);
    expect((await versions(here, 'patient')).toSorted()).toEqual([1, 2, 2]);
    expect(await done(here)).toBe(3);
    expect(await app.sql('SELECT clinic_id FROM resealing WHERE clinic_id = $1 AND found', [clinic.id])).toEqual([]);
  });

  it('is not written over what somebody has changed since it was read', async () => {
    const here = await written();
    const { app, agent, clinic, diary, draft } = here;
    await due(here);
    const place = { table: 'note', column: 'draft', id: draft.id, patientId: diary.patientId };
    const newer = await app.nest.get(Crypto).seal(systemCtx(clinic.id, 'test'), place, JSON.stringify({ sections: [] }));
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query('UPDATE note SET draft = $2 WHERE id = $1', [draft.id, newer]);
      const round = app.nest.get(Resealing).run();
      const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      while ((await app.sql(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await other.query('COMMIT');
      await round;
    } finally {
      await other.end();
    }
    const [row] = await app.sql<{ draft: Buffer }>('SELECT draft FROM note WHERE id = $1', [draft.id]);
    expect(row?.draft.equals(newer)).toBe(true);
    expect((await agent.get(`/notes/${draft.id}`).expect(200)).body).toMatchObject({ sections: [] });
    expect(await done(here)).toBe(3);
  });
});

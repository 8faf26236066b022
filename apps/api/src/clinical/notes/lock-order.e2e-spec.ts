import pg from 'pg';
import { aClinician, aNote } from '../../testing/clinical.fixture.js';
import { until } from '../../testing/messaging.fixture.js';

const TURN = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

describe('signing and changing an appointment at once', () => {
  it.each<[string, object]>([
    ['sign', {}],
    ['entered-in-error', { reason: 'Wrong patient' }],
  ])('waits at the appointment’s turn with nothing of the note held: %s', async (action, body) => {
    const { agent, app, appointment } = await aClinician();
    const note = await aNote(agent, appointment.id);
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query(TURN, [`appointment ${appointment.id}`]);
      const answered = agent.post(`/notes/${note.id}/${action}`, body, { ifMatch: '*' }).then(({ status }) => status);
      const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
      await until(async () => (await app.sql(waiting)).length > 0, 'whoever signs, at the turn');
      // Whoever has the turn goes on to the note: it must be free.
      await other.query('SELECT 1 FROM note WHERE id = $1 FOR UPDATE NOWAIT', [note.id]);
      await other.query('COMMIT');
      expect(await answered).toBe(200);
    } finally {
      await other.end();
    }
  });

  it('thirty pairs from both ends: no deadlock, no fault', async () => {
    const { agent, app, appointment } = await aClinician();
    const deadlocks = async () =>
      (await app.sql<{ n: number }>('SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()'))[0]?.n;
    const before = await deadlocks();
    const notes = await Promise.all(Array.from({ length: 30 }, () => aNote(agent, appointment.id)));
    const fromAppointment = new pg.Pool({ connectionString: app.database.superuserUrl, max: 4 });
    const change = async (id: string) => {
      const client = await fromAppointment.connect();
      try {
        await client.query('BEGIN');
        await client.query(TURN, [`appointment ${appointment.id}`]);
        await client.query('SELECT 1 FROM note WHERE id = $1 FOR UPDATE', [id]);
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    };
    try {
      const answers = await Promise.all(
        notes.map(async ({ id }) => {
          const [signed] = await Promise.all([agent.post(`/notes/${id}/sign`, {}, { ifMatch: '*' }), change(id)]);
          return signed.status;
        }),
      );
      expect(answers).toEqual(answers.map(() => 200));
      expect(await deadlocks()).toBe(before);
    } finally {
      await fromAppointment.end();
    }
  });
});

import { Db, Outbox, sent, systemCtx } from '../index.js';
import { session, type Session } from '../../testing/session.js';

describe('a transaction whose statements do not wait for each other', () => {
  let here: Session;
  const ctx = () => systemCtx(here.clinic.id, 'test');
  const db = () => here.app.nest.get(Db);
  const rename = 'UPDATE clinic SET name = $1 WHERE id = $2';
  const name = async () => ((await here.agent.get(`/clinics/${here.clinic.id}`).expect(200)).body as { name: string }).name;
  beforeAll(async () => {
    here = await session('owner');
  });

  it('commits all of them, in their order', async () => {
    await db().tx(ctx(), async (tx) => {
      sent(tx, rename, ['First', here.clinic.id]);
      sent(tx, rename, ['Second', here.clinic.id]);
    });
    expect(await name()).toBe('Second');
  });

  it('keeps none of them when one fails, and says what that one said', async () => {
    const before = await name();
    const work = db().tx(ctx(), async (tx) => {
      sent(tx, rename, ['Lost', here.clinic.id]);
      sent(tx, 'SELECT 1 / $1::int', [0]);
      await here.app.nest.get(Outbox).add(tx, 'patient.created', { patientId: here.clinic.id });
      await tx.tx.query('SELECT 1');
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await name()).toBe(before);
  });

  it('rings nobody for what did not commit', async () => {
    const rung: string[] = [];
    const work = db().tx(ctx(), (tx) => {
      tx.afterCommit.push(() => rung.push('rung'));
      sent(tx, 'SELECT 1 / $1::int', [0]);
      return Promise.resolve();
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(rung).toEqual([]);
  });

  it('is in its clinic from the first statement on, and in none afterwards', async () => {
    const other = await session('owner');
    const seen = await db().tx(ctx(), (tx) => tx.tx.query<{ id: string }[]>('SELECT id FROM clinic'));
    expect(seen.map(({ id }) => id)).toEqual([here.clinic.id]);
    expect(other.clinic.id).not.toBe(here.clinic.id);
  });
});

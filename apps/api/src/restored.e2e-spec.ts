import { AuditSealer, LinkTokens } from './platform/index.js';
import { inspectRestored, settleRestored, unknownMigrations } from './restored.js';
import { testEnv } from './testing/app.js';
import { linkTo } from './testing/links.fixture.js';
import { aPatient } from './testing/patients.fixture.js';
import { aDiary, anAppointment } from './testing/scheduling.fixture.js';
import { type Session, session } from './testing/session.js';

const settle = ({ app }: Session) => settleRestored(app.database.ownerUrl, new Date());
const inspect = ({ app }: Session, heads = {}) => {
  const { appUrl: appAddress, queueUrl: queue, superuserUrl: superuser } = app.database;
  return inspectRestored({ app: appAddress, queue, superuser }, testEnv(app.database)['KEEL_MASTER_KEY'] ?? '', heads);
};

/** A reminder of an appointment of tomorrow as it is planned, due so many minutes from now. */
async function planned({ app, clinic }: Session, minutes: number, status = 'scheduled'): Promise<string> {
  const [row] = await app.sql<{ id: string }>(
    `INSERT INTO message (clinic_id, id, kind, channel, status, due_at, next_at, starts_at)
     VALUES ($1, uuidv7(), 'reminder', 'sms', $3, now() + make_interval(mins => $2), now() + make_interval(mins => $2), now() + interval '1 day')
     RETURNING id`,
    [clinic.id, minutes, status],
  );
  return row?.id ?? '';
}

describe('a restored database', () => {
  it('holds back for a person what may have left before the loss, and nothing else', async () => {
    const at = await session('owner');
    const [past, future, onItsWay] = [await planned(at, -10), await planned(at, 10), await planned(at, -10, 'queued')];
    expect((await settle(at)).held).toBeGreaterThan(0);
    const rows = await at.app.sql<{ id: string; status: string; reason: string | null; waits: boolean }>(
      'SELECT id, status, reason, next_at IS NOT NULL AS waits FROM message WHERE id = ANY ($1)',
      [[past, future, onItsWay]],
    );
    const found = (id: string) => rows.find((row) => row.id === id);
    expect(found(past)).toMatchObject({ status: 'unknown', reason: 'restored', waits: false });
    expect(found(future)).toMatchObject({ status: 'scheduled', waits: true });
    // Its provider is asked, as after any death of a worker.
    expect(found(onItsWay)).toMatchObject({ status: 'queued', waits: true });
  });

  it('lets nobody in by a session of before, and opens nothing by a link of before but the way out of e-mails', async () => {
    const at = await session('owner');
    const appointment = await anAppointment(at.owner, await aDiary(at.owner));
    const token = await linkTo(at, appointment);
    const wayOut = await linkTo(at, appointment, { kind: 'mailbox', subjectId: appointment.patientId });
    await at.agent.get('/session').expect(200);
    await settle(at);
    await at.agent.get('/session').expect(401);
    expect(await at.app.nest.get(LinkTokens).resolve(token)).toMatchObject({ open: false });
    expect(await at.app.nest.get(LinkTokens).resolve(wayOut)).toMatchObject({ open: true });
  });

  it('lets nobody in by an invitation of before, and proves no address by a link of before', async () => {
    const at = await session('owner');
    await at.owner.post('/staff', { email: 'new@keel.example', firstName: 'Nia', lastName: 'New', roles: ['billing'] }).expect(201);
    await at.app.sql(
      "UPDATE address_proof SET token_hash = sha256(user_id::text::bytea), code_hash = sha256('code'), expires_at = now() + interval '1 hour'",
    );
    await settle(at);
    const open =
      'SELECT expires_at FROM invitation WHERE expires_at > now() UNION ALL SELECT expires_at FROM address_proof WHERE expires_at > now()';
    expect(await at.app.sql(open)).toEqual([]);
  });

  it('is whole where its audit chains are, to the heads that were kept outside', async () => {
    const at = await session('owner');
    await aPatient(at.owner);
    await at.app.nest.get(AuditSealer).sealAll();
    const whole = await inspect(at);
    expect(whole.brokenChains).toEqual([]);
    expect(whole.rows).toBeGreaterThan(10);
    const further = { [at.clinic.id]: { number: 99, hash: '00' } };
    expect((await inspect(at, further)).brokenChains).toEqual([at.clinic.id]);
    await at.app.sql("UPDATE audit_entry SET action = 'read' WHERE clinic_id = $1 AND action <> 'read'", [at.clinic.id]);
    expect((await inspect(at)).brokenChains).toEqual([at.clinic.id]);
    expect(unknownMigrations([...whole.migrations, 'FromTheFuture1'])).toEqual(['FromTheFuture1']);
  });
});

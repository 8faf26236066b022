import { AuditSealer } from '../platform/index.js';
import { aPatient } from '../testing/patients.fixture.js';
import { nobody, type Session, session } from '../testing/session.js';

interface Verification {
  intact: boolean;
  seals: number;
  entries: number;
  faults: { kind: string; seal: number; entryIds: string[] }[];
  head: { seal: number; hash: string } | null;
  waiting: number;
  next: number | null;
}

const sealed = ({ app }: Session) => app.nest.get(AuditSealer).sealAll();
const verified = async ({ agent }: Session, query = '') =>
  (await agent.get(`/audit/verification${query}`).expect(200)).body as Verification;

/** A clinic with two seals over what was done in it. */
async function sealedTwice(): Promise<Session> {
  const at = await session('owner');
  await aPatient(at.agent);
  await sealed(at);
  await aPatient(at.agent, { lastName: 'Second' });
  await at.agent.get('/patients').expect(200);
  await sealed(at);
  return at;
}

/** As the owner of the database, whom no policy and no grant holds back. */
const asOwner = ({ app, clinic }: Session, sql: string) => app.sql<{ id: string }>(sql, [clinic.id]);

describe('the seals of the audit', () => {
  it('cover every row, and find nothing where nothing was touched', async () => {
    const at = await sealedTwice();
    const rows = await asOwner(at, 'SELECT id FROM audit_entry WHERE clinic_id = $1');
    const found = await verified(at);
    expect(found).toMatchObject({ intact: true, faults: [], seals: 2, entries: rows.length, waiting: 0, next: null, head: { seal: 2 } });
    expect(found.head?.hash).toMatch(/^[0-9a-f]{64}$/);
    await at.agent.get('/patients').expect(200);
    expect((await verified(at)).waiting).toBe(1);
    await sealed(at);
    await sealed(at);
    expect(await verified(at)).toMatchObject({ intact: true, seals: 3, waiting: 0 });
  });

  it.each([
    ['changed', "UPDATE audit_entry SET actor_id = 'somebody else' WHERE clinic_id = $1 AND what = 'patient.demographics'"],
    ['changed', "UPDATE audit_entry SET at = at - interval '1 microsecond' WHERE clinic_id = $1 AND action = 'read'"],
    ['removed', "DELETE FROM audit_entry WHERE clinic_id = $1 AND action = 'read'"],
    [
      'planted',
      `INSERT INTO audit_entry SELECT clinic_id, '01000000-0000-7000-8000-000000000000', at, actor_type, actor_id, action, what, patient_ids,
         entity_id, reason, request_id, ip FROM audit_entry WHERE clinic_id = $1 LIMIT 1`,
    ],
    ['broken_chain', 'DELETE FROM audit_seal WHERE clinic_id = $1 AND number = 1'],
    ['broken_chain', "UPDATE audit_seal SET sealed_at = sealed_at - interval '1 day' WHERE clinic_id = $1 AND number = 2"],
    ['bad_signature', 'UPDATE audit_seal SET signature = sha256(signature) WHERE clinic_id = $1 AND number = 2'],
  ])('tell that something was %s by the owner of the database', async (kind, tampering) => {
    const at = await sealedTwice();
    await asOwner(at, tampering);
    const found = await verified(at);
    expect(found.intact).toBe(false);
    expect(found.faults.map((fault) => fault.kind)).toContain(kind);
    // Sealing again heals nothing.
    await sealed(at);
    expect((await verified(at)).faults.map((fault) => fault.kind)).toContain(kind);
  });

  it('tell which rows were removed, and do not blame the seal that was left alone', async () => {
    const at = await sealedTwice();
    const gone = await asOwner(
      at,
      'DELETE FROM audit_entry WHERE clinic_id = $1 AND id = (SELECT upto_id FROM audit_seal WHERE clinic_id = $1 AND number = 2) RETURNING id',
    );
    expect((await verified(at)).faults).toEqual([{ kind: 'removed', seal: 2, entryIds: gone.map(({ id }) => id) }]);
  });

  it('tell that the end was cut off, to whoever kept it', async () => {
    const at = await sealedTwice();
    const { head } = await verified(at);
    const kept = `?seal=${head?.seal}&hash=${head?.hash}`;
    expect(await verified(at, kept)).toMatchObject({ intact: true });
    await asOwner(at, 'DELETE FROM audit_seal WHERE clinic_id = $1 AND number = 2');
    await sealed(at);
    expect(await verified(at, kept)).toMatchObject({ intact: false, faults: [{ kind: 'broken_chain', seal: 2 }] });
    await at.agent.get('/audit/verification?seal=2').expect(400);
  });

  it('take a row that was committed late, though later ones were sealed before it', async () => {
    const at = await sealedTwice();
    const [late] = await asOwner(
      at,
      'DELETE FROM audit_entry WHERE clinic_id = $1 AND id = (SELECT min(id::text)::uuid FROM audit_entry WHERE clinic_id = $1) RETURNING id',
    );
    await asOwner(at, 'DELETE FROM audit_seal WHERE clinic_id = $1');
    await sealed(at);
    await at.app.sql(
      `INSERT INTO audit_entry (clinic_id, id, actor_type, actor_id, action, what, request_id) VALUES ($1, $2, 'system', 'late', 'create', 'x', 'r')`,
      [at.clinic.id, late?.id],
    );
    await at.agent.get('/patients').expect(200);
    await sealed(at);
    expect(await verified(at)).toMatchObject({ intact: true, seals: 2, waiting: 0 });
  });

  it('go on page by page, and are made once by two that seal at once', async () => {
    const at = await sealedTwice();
    await at.agent.get('/patients').expect(200);
    await Promise.all([sealed(at), sealed(at)]);
    expect(await verified(at, '?after=2')).toMatchObject({ intact: true, seals: 1, next: null, head: { seal: 3 } });
    expect(await verified(at, '?after=3')).toMatchObject({ intact: true, seals: 0, next: null });
  });

  it('cannot be changed by the role that runs Keel, and are read by those with the right alone', async () => {
    const at = await sealedTwice();
    const grants = await at.app.sql<{ grants: string }>(
      "SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) AS grants FROM information_schema.role_table_grants WHERE grantee = 'keel_app' AND table_name = 'audit_seal'",
    );
    expect(grants).toEqual([{ grants: 'INSERT SELECT' }]);
    await (await session('front_desk')).agent.get('/audit/verification').expect(403);
    await (await nobody()).get('/audit/verification').expect(401);
    expect(await verified(await session('owner'))).toMatchObject({ seals: 0, head: null });
  });
});

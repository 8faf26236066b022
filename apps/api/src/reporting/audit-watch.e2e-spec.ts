import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.js';
import { Alarms, AuditSealer, AuditVerifier, AuditWatch, Config, systemCtx } from '../platform/index.js';
import { testEnv } from '../testing/app.js';
import { aPatient } from '../testing/patients.fixture.js';
import { type Session, session } from '../testing/session.js';

const env = { KEEL_ROLE: 'all', AUDIT_HEADS_PATH: join(mkdtempSync(join(tmpdir(), 'keel-watch-')), 'heads.json') };
const seal = ({ app }: Session) => app.nest.get(AuditSealer).sealAll();
const verify = ({ app }: Session) => app.nest.get(AuditWatch).verifyAll();
const asOwner = ({ app, clinic }: Session, sql: string) => app.sql(sql, [clinic.id]);

async function sealedClinic(): Promise<Session> {
  const at = await session('owner', { env });
  await aPatient(at.agent);
  await seal(at);
  await aPatient(at.agent, { lastName: 'Second' });
  await seal(at);
  return at;
}

/** In order: what one test broke is put right again at its end, since a round reads every clinic. */
describe('the watch over the audit chains', () => {
  it('finds nothing where nothing was touched, and keeps each head outside the database', async () => {
    const at = await sealedClinic();
    expect(await verify(at)).toBe(0);
    const kept = JSON.parse(readFileSync(env.AUDIT_HEADS_PATH, 'utf8')) as Record<string, { number: number }>;
    expect(kept[at.clinic.id]?.number).toBe(2);
  });

  it('tells that the end of a chain was cut off together with its rows, which the database alone cannot know', async () => {
    const at = await sealedClinic();
    await asOwner(at, 'CREATE TABLE cut AS SELECT * FROM audit_seal WHERE clinic_id = $1 AND number = 2');
    await asOwner(at, 'DELETE FROM audit_seal WHERE clinic_id = $1 AND number = 2');
    await asOwner(
      at,
      'CREATE TABLE cut_rows AS SELECT e.* FROM audit_entry e JOIN cut c ON e.id = ANY (c.entry_ids) WHERE e.clinic_id = $1',
    );
    await asOwner(at, 'DELETE FROM audit_entry e USING cut c WHERE e.clinic_id = $1 AND e.id = ANY (c.entry_ids)');
    expect(await verify(at)).toBe(1);
    await at.app.sql('INSERT INTO audit_entry SELECT * FROM cut_rows');
    await at.app.sql('INSERT INTO audit_seal SELECT * FROM cut');
    expect(await verify(at)).toBe(0);
  });

  it('tells that a chain is gone as a whole, with its clinic’s rows', async () => {
    const at = await sealedClinic();
    await asOwner(at, 'CREATE TABLE gone AS SELECT * FROM audit_seal WHERE clinic_id = $1');
    await asOwner(at, 'DELETE FROM audit_seal WHERE clinic_id = $1');
    expect(await verify(at)).toBe(1);
    await at.app.sql('INSERT INTO audit_seal SELECT * FROM gone');
    expect(await verify(at)).toBe(0);
  });

  it('takes an empty chain of an old clinic for a fault, and of a new one not', async () => {
    const at = await session('owner', { env });
    const verifier = at.app.nest.get(AuditVerifier);
    const ctx = systemCtx(at.clinic.id, 'test');
    expect((await verifier.verify(ctx, 0)).faults).toEqual([]);
    const later = { ...ctx, at: new Date(Date.now() + 2 * 3_600_000) };
    expect((await verifier.verify(later, 0)).faults).toEqual([{ kind: 'empty_chain', seal: 0, entryIds: [] }]);
  });

  it('raises an alarm, and takes it back', async () => {
    const at = await sealedClinic();
    await asOwner(at, "UPDATE audit_entry SET actor_id = actor_id || 'x' WHERE clinic_id = $1");
    await verify(at);
    const alarms = async () =>
      ((await at.agent.get('/alarms').expect(200)).body as { data: { code: string }[] }).data.map(({ code }) => code);
    expect(await alarms()).toContain('audit_broken');
    await asOwner(at, 'UPDATE audit_entry SET actor_id = left(actor_id, -1) WHERE clinic_id = $1');
    await verify(at);
    expect(await alarms()).not.toContain('audit_broken');
  });

  it('is told by every process, whichever read the chains, and by one that starts later', async () => {
    const at = await sealedClinic();
    const web = await createApp(new Config({ ...testEnv(at.app.database), KEEL_ROLE: 'api' }));
    await web.listen(0, '127.0.0.1');
    const codes = async () => {
      const { body } = await at.agent
        .at(await web.getUrl())
        .get('/alarms')
        .expect(200);
      return (body as { data: { code: string }[] }).data.map(({ code }) => code);
    };
    await asOwner(at, "UPDATE audit_entry SET actor_id = actor_id || 'x' WHERE clinic_id = $1");
    expect(await codes()).not.toContain('audit_broken');
    await verify(at);
    expect(await codes()).toContain('audit_broken');
    await web.get(Alarms).look();
    expect(web.get(Alarms).figures()).toContainEqual({ code: 'audit_broken', value: 1, threshold: 1, raised: true });
    // Of a clinic alone: nobody else is told of it.
    const other = await session('owner', { env });
    const { body } = await other.agent.get('/alarms').expect(200);
    expect((body as { data: { code: string }[] }).data.map(({ code }) => code)).not.toContain('audit_broken');
    await asOwner(at, 'UPDATE audit_entry SET actor_id = left(actor_id, -1) WHERE clinic_id = $1');
    await verify(at);
    expect(await codes()).not.toContain('audit_broken');
    await web.close();
  });

  it('takes back nothing of a chain that it could not read', async () => {
    const at = await sealedClinic();
    await asOwner(at, "UPDATE audit_entry SET actor_id = actor_id || 'x' WHERE clinic_id = $1");
    expect(await verify(at)).toBe(1);
    await asOwner(at, 'UPDATE audit_entry SET actor_id = left(actor_id, -1) WHERE clinic_id = $1');
    await at.app.sql('REVOKE SELECT ON audit_seal FROM keel_app');
    expect(await verify(at)).toBe(1);
    await at.app.sql('GRANT SELECT ON audit_seal TO keel_app');
    expect(await verify(at)).toBe(0);
  });
});

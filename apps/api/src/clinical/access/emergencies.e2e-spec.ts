import { aPatient } from '../../testing/patients.fixture.js';
import { aCircle, brought, change, here, type Member, signedIn } from '../../testing/circle.fixture.js';

beforeAll(() => aCircle());

const open = (by: Member, patientId: string, reason = 'She collapsed in the waiting room') =>
  by.agent.post(`/patients/${patientId}/chart-access`, { reason });
const told = (patientId: string) =>
  here.app.sql(`SELECT 1 FROM outbox WHERE type = 'chart.opened' AND payload->>'patientId' = $1`, [patientId]);
const one = async () => (await aPatient(here.owner)).id;

/** So many emergencies of the person at that many minutes ago, each of a chart of its own. */
async function emergencies({ userId }: Member, many: number, minutes: number, patientId?: string): Promise<void> {
  await here.app.sql(
    `INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, reason, given_by_type, given_by, given_at, expires_at)
     SELECT $1, gen_random_uuid(), coalesce($5::uuid, p.id), $2::uuid, 'override', 'An emergency', 'user', $2::uuid::text, now() - $4::integer * interval '1 minute',
       now() + (60 - $4::integer) * interval '1 minute'
     FROM (SELECT id FROM patient WHERE clinic_id = $1 LIMIT 1) p, generate_series(1, $3::integer)`,
    [here.clinic.id, userId, many, minutes, patientId ?? null],
  );
}

describe('an emergency', () => {
  it('is one, and told once, however often the chart is opened while it lasts', async () => {
    const [person, patientId] = [await brought(here.owner, 'practitioner'), await one()];
    const answers = await Promise.all(
      ['first', 'second', 'third'].map((word) => open(person, patientId, `She collapsed, the ${word} word`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(await told(patientId)).toHaveLength(1);
    // What was said each time is kept.
    const said = `SELECT reason FROM audit_entry WHERE action = 'override' AND entity_id = $1`;
    expect(
      await here.app.sql(
        said,
        answers.slice(0, 1).map(({ body }) => (body as { id: string }).id),
      ),
    ).toHaveLength(3);
  });

  it('is another once it is over, or for somebody else', async () => {
    const [person, other, patientId] = [await brought(here.owner, 'practitioner'), await brought(here.owner, 'practitioner'), await one()];
    const { body } = await open(person, patientId).expect(201);
    await open(other, patientId).expect(201);
    expect(await told(patientId)).toHaveLength(2);
    await here.owner.post(`/chart-access/${(body as { id: string }).id}/end`, {}).expect(200);
    await open(person, patientId).expect(201);
    expect(await told(patientId)).toHaveLength(3);
  });

  it('opens thirty charts an hour to one person, and to others theirs', async () => {
    const [person, other] = [await brought(here.owner, 'practitioner'), await brought(here.owner, 'practitioner')];
    await emergencies(person, 29, 50);
    const [last, beyond] = [await one(), await one()];
    const statuses = await Promise.all([open(person, last), open(person, beyond)]);
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    const refused = statuses.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'EMERGENCY_LIMIT' });
    const seconds = Number(refused?.headers['retry-after']);
    expect(seconds).toBeGreaterThan(540);
    expect(seconds).toBeLessThanOrEqual(600);
    // One that is open stays so.
    await open(person, statuses[0]?.status === 201 ? last : beyond).expect(201);
    await open(other, beyond).expect(201);
    await here.app.sql(`UPDATE chart_access SET given_at = given_at - interval '15 minutes' WHERE user_id = $1`, [person.userId]);
    await open(person, await one()).expect(201);
  });

  it('of before ends with its reader, each with a line of the audit', async () => {
    const person = await brought(here.owner, 'practitioner');
    const patientId = await one();
    await emergencies(person, 3000, 1, patientId);
    await change(person, { active: false });
    const lines = `SELECT DISTINCT e.entity_id, e.patient_ids FROM audit_entry e JOIN chart_access a ON a.id::text = e.entity_id
      WHERE a.user_id = $1 AND e.reason = 'reader-left' AND e.what = 'chart-access' AND e.patient_ids = ARRAY[$2::uuid]`;
    expect(await here.app.sql(lines, [person.userId, patientId])).toHaveLength(3000);
    await change(person, { active: true });
    person.agent = await signedIn(person);
    await person.agent.get(`/patients/${patientId}/chart`).expect(403);
  });
});

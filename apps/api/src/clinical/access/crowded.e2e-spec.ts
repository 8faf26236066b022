import { aCircle, brought, change, desk, here, type Member, scene } from '../../testing/circle.fixture.js';

const APPOINTMENTS = 3000;

// Little time for a statement: one whose work grows with the square of the appointments does not end within it.
beforeAll(() => aCircle({ DATABASE_TIMEOUT_MS: '1500' }));

/** The patient comes to the practitioner so often, an appointment an hour apart, all given by the practitioner themself. */
async function crowd({ practitionerId, userId }: Member, patientId: string, { status = 'booked', queued = true } = {}): Promise<void> {
  const made = `
    INSERT INTO appointment (clinic_id, id, patient_id, practitioner_id, service_id, location_id, start_at, end_at, status, placed_by, placed_at,
      received_by, received_at)
    SELECT a.clinic_id, gen_random_uuid(), $2, $3, a.service_id, a.location_id, t.at, t.at + interval '30 minutes', $5, $4, now() - interval '300 days',
      CASE $5 WHEN 'completed' THEN $4::uuid END, CASE $5 WHEN 'completed' THEN t.at END
    FROM (SELECT * FROM appointment WHERE clinic_id = $1 LIMIT 1) a, LATERAL (
      SELECT now() + CASE $5 WHEN 'completed' THEN -1 ELSE 1 END * n * interval '1 hour' AS at FROM generate_series(1, $6::integer) n) t
    RETURNING id, start_at`;
  const written = `
    INSERT INTO chart_access (clinic_id, id, patient_id, user_id, kind, appointment_id, given_by_type, given_by, given_at, appointment_at)
    SELECT $1, gen_random_uuid(), $2, $4, 'own_booking', made.id, 'user', $4::text, now() - interval '300 days', made.start_at FROM made`;
  const params = [here.clinic.id, patientId, practitionerId, userId, status, APPOINTMENTS];
  await here.app.sql(queued ? `WITH made AS (${made}) ${written}` : made, params);
  await here.app.sql('ANALYZE appointment, chart_access');
}

const rows = (patientId: string) => here.app.sql('SELECT id FROM chart_access WHERE patient_id = $1', [patientId]);

describe('a member with thousands of appointments of one patient', () => {
  it('whose appointments are all queued is put out', async () => {
    const partner = await brought(here.owner, 'practitioner');
    const { patientId } = await scene(partner);
    await crowd(partner, patientId);
    await change(partner, { active: false });
    expect(await rows(patientId)).toHaveLength(APPOINTMENTS);
  });

  it.each(['booked', 'completed'])('of which none is queued gives the chart right up: %s', async (status) => {
    const partner = await brought(here.owner, 'practitioner');
    await change(partner, { roles: ['owner', 'practitioner'], chartRight: true });
    const { patientId } = await scene(partner);
    await crowd(partner, patientId, { status, queued: false });
    await change(partner, { roles: ['practitioner'], chartRight: false });
    // Of those that took place, the last is enough.
    expect(await rows(patientId)).toHaveLength(status === 'booked' ? APPOINTMENTS : 1);
  });

  it('is one whose openings are ended, and whose appointments are reopened', async () => {
    const partner = await brought(here.owner, 'practitioner');
    const { patientId, book, does } = await scene(partner);
    const given = await book(desk.agent, -0.1);
    await does(partner.agent, given, 'arrive', 'start', 'complete');
    await crowd(partner, patientId, { queued: false });
    await does(partner.agent, given, 'reopen');
    const queue = (await rows(patientId)) as { id: string }[];
    expect(queue).toHaveLength(APPOINTMENTS);
    await here.owner.post(`/chart-access/${queue[0]?.id}/end`, {}).expect(200);
  });

  it('keeps nobody from seeing what is to be decided: openings that wait, and such that others vouch for', async () => {
    const partner = await brought(here.owner, 'practitioner');
    const { patientId, book, does } = await scene(partner);
    await crowd(partner, patientId);
    const waiting = async () => {
      const { body } = await here.owner.get('/work-items/counts').expect(200);
      await here.owner.get('/work-items?limit=200').expect(200);
      return (body as { data: { kind: string; count: number }[] }).data.find(({ kind }) => kind === 'chart_access_review')?.count ?? 0;
    };
    const before = await waiting();
    expect(before).toBeGreaterThanOrEqual(APPOINTMENTS);
    // Said long ago, of an appointment that speaks for all within a year of it.
    const vouching = await book(desk.agent, 0.1);
    await here.app.sql("UPDATE appointment SET placed_at = now() - interval '301 days' WHERE id = $1", [vouching]);
    expect(await waiting()).toBe(before - APPOINTMENTS);
    await does(desk.agent, vouching, 'cancel');
    expect(await waiting()).toBe(before);
  });
});

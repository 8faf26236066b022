import { createApp } from '../../app.js';
import { Config } from '../../platform/index.js';
import { testEnv } from '../../testing/app.js';
import { providers, until } from '../../testing/messaging.fixture.js';
import { session } from '../../testing/session.js';
import { aReminded } from '../testing.js';
import { clinicShare } from './pools.js';

/** As a worker leaves them that dies with all of a clinic's share in its hands, and one more whose time has come. */
const LEFT_BEHIND = `
  WITH rule AS (
    INSERT INTO reminder_rule (clinic_id, id, channel, minutes_before)
    SELECT $1, uuidv7(), 'sms', 5 + n FROM generate_series(0, $2) AS n RETURNING id, minutes_before - 5 AS n)
  INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, rule_id, time_version, starts_at, due_at,
    attempts, queued_at, next_at)
  SELECT $1, uuidv7(), 'reminder', 'sms', CASE n WHEN 0 THEN 'scheduled' ELSE 'queued' END, $3, $4, rule.id, 1, now() + interval '9 days', now(),
    least(n, 1), CASE n WHEN 0 THEN NULL ELSE now() END, CASE n WHEN 0 THEN now() ELSE now() + interval '1 hour' END FROM rule`;

it('takes no places of the living: what had left with a worker that died is waited for by nobody', async () => {
  const world = await providers({ MESSAGE_LEASE_MS: '600000' });
  const here = await session('owner', { env: world.env });
  world.leadTo(here.app);
  const appointment = await aReminded(here);
  await here.app.sql(LEFT_BEHIND, [here.clinic.id, clinicShare('sms'), appointment.patientId, appointment.appointmentId]);
  const workers = await createApp(new Config({ ...testEnv(here.app.database), ...world.env, KEEL_ROLE: 'all' }));
  try {
    await workers.init();
    await until(() => world.sandbox.control.sms(appointment.phone).length === 1, 'the text whose time had come');
  } finally {
    await workers.close();
  }
});

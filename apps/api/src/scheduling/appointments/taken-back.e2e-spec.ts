import { addDays } from '@keel/calendar';
import pg from 'pg';
import { aDiary, aPractitioner, at, anAppointment, comingDay, type TestAppointment } from '../../testing/scheduling.fixture.js';
import { until } from '../../testing/messaging.fixture.js';
import { session } from '../../testing/session.js';

const ANY = { ifMatch: '*' };
const day = comingDay();
const past = addDays(day, -28);

/** What an appointment stood with: it takes no new one from when `end` is done until `begin` is. */
interface Ground {
  code: string;
  end: () => Promise<unknown>;
  begin: () => Promise<unknown>;
  /** As of one that ended before anybody wrote down when. */
  forget: () => Promise<unknown>;
}

async function scene() {
  const here = await session('owner');
  const { agent, owner, app } = here;
  const diary = await aDiary(owner);
  const west = (await agent.post('/locations', { name: 'West', timeZone: 'America/Toronto' }).expect(201)).body as { id: string };
  const use = (path: string, active: boolean) => owner.patch(path, { active }, ANY).expect(200);
  const grounds: Record<'practitioner' | 'location', Ground> = {
    practitioner: {
      code: 'PRACTITIONER_INACTIVE',
      end: () => use(`/practitioners/${diary.practitionerId}`, false),
      begin: () => use(`/practitioners/${diary.practitionerId}`, true),
      forget: () => app.sql('UPDATE practitioner SET inactive_since = NULL WHERE id = $1', [diary.practitionerId]),
    },
    location: {
      code: 'LOCATION_CLOSED',
      end: () => use(`/locations/${west.id}`, false),
      begin: () => use(`/locations/${west.id}`, true),
      forget: () => app.sql('UPDATE location SET inactive_since = NULL WHERE id = $1', [west.id]),
    },
  };
  const appointment = async (start = at(day, '10:00')) => anAppointment(agent, diary, { start, locationId: west.id });
  const act = (one: TestAppointment, action: string, body?: object) => agent.post(`/appointments/${one.id}/${action}`, body);
  const restored = async (one: TestAppointment) => {
    const { practitionerId, locationId, start, end } = one;
    expect((await act(one, 'restore').expect(200)).body).toMatchObject({ status: 'booked', practitionerId, locationId, start, end });
  };
  const refused = async (one: TestAppointment, code: string) =>
    expect((await act(one, 'restore').expect(409)).body).toMatchObject({ code });
  return { ...here, diary, west, grounds, appointment, act, restored, refused };
}

const cancelled = { by: 'clinic' };

describe.each(['practitioner', 'location'] as const)('at a %s that takes no appointments any more', (which) => {
  it('an appointment that was called off there is brought back to where it stood, again and again', async () => {
    const { grounds, appointment, act, restored } = await scene();
    const one = await appointment();
    await grounds[which].end();
    for (let slip = 0; slip < 2; slip++) {
      await act(one, 'cancel', cancelled).expect(200);
      await restored(one);
    }
  });

  it('so is one that was marked as a no-show, or as left unseen', async () => {
    const { grounds, appointment, act, restored } = await scene();
    const [missed, left] = [await appointment(at(past, '10:00')), await appointment(at(past, '12:00'))];
    await grounds[which].end();
    await act(missed, 'no-show').expect(200);
    await restored(missed);
    await act(left, 'arrive').expect(200);
    await act(left, 'leave-unseen').expect(200);
    await restored(left);
  });

  it('one that was called off before is refused, and so is what was no appointment of that time', async () => {
    const { grounds, appointment, act, refused } = await scene();
    const [one, missed] = [await appointment(), await appointment(at(past, '10:00'))];
    await act(one, 'cancel', cancelled).expect(200);
    await act(missed, 'no-show').expect(200);
    await grounds[which].end();
    for (const off of [one, missed]) await refused(off, grounds[which].code);
    // It cannot be given to another, as one that is booked can: what helps is said.
    expect((await act(one, 'restore').expect(409)).body).toMatchObject({
      detail: expect.stringMatching(/^This appointment was off before.*Book a new one .*POST \/appointments/) as string,
    });
    // Called off while it stood there, it is not one that was called off under a later end.
    await grounds[which].begin();
    const two = await appointment(at(day, '14:00'));
    await grounds[which].end();
    await act(two, 'cancel', cancelled).expect(200);
    await grounds[which].begin();
    await grounds[which].end();
    await refused(two, grounds[which].code);
  });

  it('an end that is said again is still the first', async () => {
    const { grounds, appointment, act, restored } = await scene();
    const one = await appointment();
    await grounds[which].end();
    await act(one, 'cancel', cancelled).expect(200);
    await grounds[which].end();
    await restored(one);
  });

  it('what is brought back takes nobody else’s time', async () => {
    const { agent, diary, grounds, appointment, act, refused } = await scene();
    const one = await appointment();
    const other = await appointment(at(day, '12:00'));
    await grounds[which].end();
    await act(one, 'cancel', cancelled).expect(200);
    await agent.patch(`/appointments/${other.id}`, { durationMinutes: 30 }, ANY).expect(200);
    await agent.post('/time-off', { practitionerId: diary.practitionerId, start: at(day, '09:00'), end: at(day, '11:00') }).expect(201);
    await refused(one, 'PRACTITIONER_AWAY');
  });

  it('counts as it is done, not as it is asked for', async () => {
    const { app, grounds, appointment, act, restored, refused } = await scene();
    const [asked, done] = [await appointment(), await appointment(at(day, '14:00'))];
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      // Asked for before that end, done after it.
      await other.query('BEGIN');
      await other.query('SELECT 1 FROM appointment WHERE id = $1 FOR UPDATE', [asked.id]);
      const answer = act(asked, 'cancel', cancelled).then((response) => response);
      const waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      await until(async () => (await other.query(waits)).rows.length > 0, 'the cancellation to wait');
      await grounds[which].end();
      await other.query('COMMIT');
      expect(await answer).toMatchObject({ status: 200 });
      await restored(asked);
      // Done before that end, whose transaction had begun already.
      await grounds[which].begin();
      await other.query('BEGIN');
      await other.query('SELECT now()');
      await act(done, 'cancel', cancelled).expect(200);
      await other.query(`UPDATE ${which} SET active = false WHERE id = $1`, [which === 'location' ? done.locationId : done.practitionerId]);
      await other.query('COMMIT');
      await refused(done, grounds[which].code);
    } finally {
      await other.end();
    }
  });

  it('where nobody knows since when, one that was called off from now on is', async () => {
    const { app, grounds, appointment, act, restored, refused } = await scene();
    const [one, before] = [await appointment(), await appointment(at(day, '14:00'))];
    await act(before, 'cancel', cancelled).expect(200);
    await app.sql('UPDATE appointment SET off_since = NULL WHERE id = $1', [before.id]);
    await grounds[which].end();
    await grounds[which].forget();
    await act(one, 'cancel', cancelled).expect(200);
    await restored(one);
    await refused(before, grounds[which].code);
  });
});

describe('an appointment that leaves where no appointments are taken any more', () => {
  it('does not come back: what can be done instead is said', async () => {
    const { agent, diary, west, grounds, appointment } = await scene();
    const [given, moved] = [await appointment(), await appointment(at(day, '14:00'))];
    const colleague = await aPractitioner(agent, { firstName: 'Cleo' });
    const patch = (one: TestAppointment, to: object) => agent.patch(`/appointments/${one.id}`, to, ANY);
    await grounds.practitioner.end();
    await patch(given, { practitionerId: colleague.id }).expect(200);
    expect((await patch(given, { practitionerId: diary.practitionerId }).expect(409)).body).toMatchObject({
      code: 'PRACTITIONER_INACTIVE',
      detail: expect.stringContaining('PATCH /practitioners/{id} {"active": true}') as string,
    });
    await grounds.practitioner.begin();
    const { data } = (await agent.get('/locations').expect(200)).body as { data: { id: string }[] };
    await grounds.location.end();
    await patch(moved, { locationId: data.find(({ id }) => id !== west.id)?.id }).expect(200);
    expect((await patch(moved, { locationId: west.id }).expect(409)).body).toMatchObject({
      code: 'LOCATION_CLOSED',
      detail: expect.stringContaining('PATCH /locations/{id} {"active": true}') as string,
    });
  });
});

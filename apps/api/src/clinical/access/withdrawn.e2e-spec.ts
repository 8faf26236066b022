import type { Agent } from '../../testing/agent.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { FOUND_SO_FAR } from '../migrations/remember-first-findings-1795990700310.js';
import { type Member, aCircle, brought, change, desk, here, reader } from '../../testing/circle.fixture.js';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

interface Row {
  id: string;
  patientId: string;
  userId: string;
  kind: string;
  appointmentId: string | null;
  reviewOutcome: string | null;
  expiresAt: string | null;
}

let second: Member;
let third: Member;
beforeAll(async () => {
  await aCircle();
  second = await brought(here.owner, 'practitioner');
  third = await brought(here.owner, 'practitioner');
});

/** A patient whom nobody knows yet. */
async function scene() {
  const { id: patientId } = await aPatient(here.owner);
  const book = async (by: Agent, days: number, { practitionerId }: Member = reader) => {
    const body = { ...here.diary, patientId, practitionerId, start: fromNow(days), overbook: true };
    return ((await by.post('/appointments', body).expect(201)).body as { id: string }).id;
  };
  const does = async (by: Agent, id: string, ...actions: string[]) => {
    for (const action of actions) await by.post(`/appointments/${id}/${action}`, action === 'cancel' ? { by: 'clinic' } : {}).expect(200);
  };
  const rows = async (query = '') => {
    const { body } = await here.owner.get(`/chart-access?limit=100${query}`).expect(200);
    return (body as { data: Row[] }).data.filter((one) => one.patientId === patientId);
  };
  const waiting = async (who: Member) => (await rows('&unreviewed=true')).filter(({ userId }) => userId === who.userId);
  const say = async (id: string | undefined, outcome: string) =>
    (await here.owner.post(`/chart-access/${id}/review`, { outcome }).expect(200)).body as Row;
  const letIn = async (by: Agent, { practitionerId }: Member) => {
    const grant = { reason: 'Shared care', practitionerId };
    return ((await by.post(`/patients/${patientId}/chart-access`, grant).expect(201)).body as Row).id;
  };
  const opens = async ({ agent }: Member) => {
    const { status, body } = await agent.get(`/patients/${patientId}/chart`);
    return status === 200 ? (body as { access: { by: string } }).access.by : undefined;
  };
  /** The reader's own appointment of tomorrow, found justified by a slip. */
  const slip = async () => {
    const appointment = await book(reader.agent, 1);
    const own = (await rows()).find(({ appointmentId }) => appointmentId === appointment)?.id;
    await say(own, 'justified');
    return own;
  };
  return { patientId, book, does, rows, waiting, say, letIn, opens, slip };
}

describe('a finding of justified that is withdrawn', () => {
  it('takes back whom its reader let in on it, and whom those let in', async () => {
    const { rows, say, letIn, opens, slip } = await scene();
    const own = await slip();
    const given = await letIn(reader.agent, second);
    await letIn(second.agent, third);
    expect([await opens(second), await opens(third)]).toEqual(['grant', 'grant']);
    await say(own, 'withdrawn');
    expect([await opens(reader), await opens(second), await opens(third)]).toEqual(['own_booking', undefined, undefined]);
    // Each is said in the audit, and waits for a look at what was read meanwhile.
    const sql = `SELECT reason FROM audit_entry WHERE clinic_id = $1 AND entity_id = $2 AND action = 'update'`;
    expect(await here.app.sql(sql, [here.clinic.id, given])).toEqual([{ reason: 'leant-on-finding' }]);
    expect((await rows('&unreviewed=true')).map(({ kind }) => kind).toSorted()).toEqual(['grant', 'grant', 'own_booking']);
  });

  it('also where they let one another in', async () => {
    const { say, letIn, opens, slip } = await scene();
    const own = await slip();
    await letIn(reader.agent, second);
    await letIn(second.agent, third);
    await letIn(second.agent, reader);
    await letIn(third.agent, second);
    await say(own, 'withdrawn');
    expect([await opens(reader), await opens(second), await opens(third)]).toEqual(['own_booking', undefined, undefined]);
  });

  it('leaves what would be without it: care that others gave, what was given before, what a review found justified', async () => {
    const cared = await scene();
    const first = await cared.slip();
    await cared.book(desk.agent, 2);
    await cared.letIn(reader.agent, second);
    await cared.say(first, 'withdrawn');
    expect(await cared.opens(second)).toBe('grant');

    const further = await scene();
    const own = await further.slip();
    await further.letIn(reader.agent, second);
    await further.book(desk.agent, 2, second);
    await further.letIn(second.agent, third);
    await further.say(own, 'withdrawn');
    expect([await further.opens(second), await further.opens(third)]).toEqual(['appointment', 'grant']);

    const before = await scene();
    const appointment = await before.book(desk.agent, 2);
    await before.letIn(reader.agent, second);
    await before.does(desk.agent, appointment, 'cancel');
    const later = await before.slip();
    await before.say(await before.letIn(reader.agent, third), 'justified');
    await before.say(later, 'withdrawn');
    expect([await before.opens(second), await before.opens(third)]).toEqual(['grant', 'grant']);
  });

  it.each(['withdrawn', 'unjustified'])('and said to be %s it stops again whom an earlier finding stopped', async (outcome) => {
    const { book, waiting, say, letIn, opens, slip } = await scene();
    await book(reader.agent, 1);
    await say((await waiting(reader))[0]?.id, 'unjustified');
    expect(await opens(reader)).toBeUndefined();
    await book(desk.agent, 1, second);
    const own = await slip();
    expect(await opens(reader)).toBe('appointment');
    await letIn(second.agent, reader);
    await say(own, outcome);
    expect(await opens(reader)).toBeUndefined();
    // Whom an owner lets in, who may in any case, stays.
    const again = await slip();
    await letIn(here.owner, reader);
    await say(again, outcome);
    expect(await opens(reader)).toBe('grant');
  });

  it('does not take from them what a colleague gave while nothing stopped them', async () => {
    const { book, say, letIn, opens, slip } = await scene();
    await book(desk.agent, 1, second);
    const own = await slip();
    await letIn(second.agent, reader);
    await say(own, 'withdrawn');
    expect(await opens(reader)).toBe('grant');
  });

  it('ends a grant that it kept when its giver was found unjustified, and what was given by it', async () => {
    const { book, does, waiting, say, letIn, opens } = await scene();
    const appointment = await book(desk.agent, 1, second);
    const kept = await letIn(second.agent, reader);
    await say(kept, 'justified');
    await letIn(reader.agent, third);
    await does(desk.agent, appointment, 'cancel');
    await book(second.agent, 1, second);
    await say((await waiting(second)).find(({ kind }) => kind === 'own_booking')?.id, 'unjustified');
    expect([await opens(reader), await opens(third)]).toEqual(['grant', 'grant']);
    await say(kept, 'withdrawn');
    expect([await opens(reader), await opens(third)]).toEqual([undefined, undefined]);
  });

  it('ends it too where its giver was found justified after all meanwhile, whose grants do not come back by that', async () => {
    const { book, does, waiting, say, letIn, opens } = await scene();
    const appointment = await book(desk.agent, 1, second);
    const kept = await letIn(second.agent, reader);
    await say(kept, 'justified');
    await does(desk.agent, appointment, 'cancel');
    await book(second.agent, 1, second);
    const own = (await waiting(second)).find(({ kind }) => kind === 'own_booking')?.id;
    for (const outcome of ['unjustified', 'justified']) await say(own, outcome);
    await say(kept, 'withdrawn');
    expect(await opens(reader)).toBeUndefined();
  });

  it('leaves one that its giver gave after they were found unjustified', async () => {
    const { book, waiting, say, letIn, opens } = await scene();
    await book(second.agent, 1, second);
    await say((await waiting(second))[0]?.id, 'unjustified');
    await book(desk.agent, 1, second);
    const given = await letIn(second.agent, reader);
    await say(given, 'justified');
    await say(given, 'withdrawn');
    expect(await opens(reader)).toBe('grant');
  });

  it.each(['withdrawn', 'unjustified'])('and said to be %s writes down what it left out, also what is over', async (outcome) => {
    const { book, does, rows, say, slip } = await scene();
    const own = await slip();
    const read = await book(reader.agent, 2);
    await does(reader.agent, read, 'cancel');
    // Of a year, as the review is.
    await here.app.sql(`UPDATE chart_access SET given_at = given_at - interval '310 days' WHERE id = $1`, [own]);
    const late = await book(desk.agent, -300);
    await does(reader.agent, late, 'arrive');
    expect(await rows('&unreviewed=true')).toEqual([]);
    await say(own, outcome);
    const waiting = (await rows('&unreviewed=true')).map(({ appointmentId }) => appointmentId);
    expect(waiting).toEqual(expect.arrayContaining([read, late]));
    await say(own, 'justified');
    await say(own, 'withdrawn');
    expect((await rows()).filter(({ appointmentId }) => appointmentId === read)).toHaveLength(1);
  });
});

describe('an opening that somebody has ended', () => {
  it('stays ended, whatever is found of it afterwards', async () => {
    const { book, waiting, say, opens } = await scene();
    await book(reader.agent, 1);
    const [row] = await waiting(reader);
    await here.owner.post(`/chart-access/${row?.id}/end`).expect(200);
    expect(await opens(reader)).toBeUndefined();
    await say(row?.id, 'unjustified');
    const { expiresAt } = await say(row?.id, 'justified');
    expect(expiresAt).not.toBeNull();
    expect(await opens(reader)).toBeUndefined();
  });

  it('is so too where that was said after it was found unjustified', async () => {
    const { book, waiting, say, opens } = await scene();
    await book(reader.agent, 1);
    const [row] = await waiting(reader);
    await say(row?.id, 'unjustified');
    await here.owner.post(`/chart-access/${row?.id}/end`).expect(200);
    await say(row?.id, 'justified');
    expect(await opens(reader)).toBeUndefined();
  });

  it('comes back where only the finding had ended it', async () => {
    const { book, waiting, say, opens } = await scene();
    await book(reader.agent, 1);
    const [row] = await waiting(reader);
    await say(row?.id, 'unjustified');
    await say(row?.id, 'justified');
    expect(await opens(reader)).toBe('appointment');
  });
});

describe('a finding of unjustified that is taken back by a slip, and made again', () => {
  it.each(['own_booking', 'override', 'grant'])('ends what a colleague gave its reader meanwhile, of %s', async (kind) => {
    const { patientId, book, rows, say, letIn, opens } = await scene();
    await book(desk.agent, 1, second);
    if (kind === 'own_booking') await book(reader.agent, 1);
    if (kind === 'override') await reader.agent.post(`/patients/${patientId}/chart-access`, { reason: 'In great pain' }).expect(201);
    if (kind === 'grant') await letIn(second.agent, reader);
    const found = (await rows())[0]?.id;
    await say(found, 'unjustified');
    const dto = { reason: 'Shared care', practitionerId: reader.practitionerId };
    const { body } = await second.agent.post(`/patients/${patientId}/chart-access`, dto).expect(403);
    expect((body as { code: string }).code).toBe('OWNER_LETS_IN');
    await say(found, 'justified');
    await letIn(second.agent, reader);
    await say(found, 'unjustified');
    expect(await opens(reader)).toBeUndefined();
    // Whom an owner lets in, who may in any case, stays.
    await say(found, 'justified');
    await letIn(here.owner, reader);
    await say(found, 'unjustified');
    expect(await opens(reader)).toBe('grant');
  });

  it('counts as of the first time where a later finding had lifted it', async () => {
    const { book, waiting, say, letIn, opens, slip } = await scene();
    await book(desk.agent, 1, second);
    await book(reader.agent, 1);
    const found = (await waiting(reader))[0]?.id;
    await say(found, 'unjustified');
    const lifting = await slip();
    await letIn(second.agent, reader);
    await say(found, 'justified');
    await say(found, 'unjustified');
    expect(await opens(reader)).toBe('grant');
    await say(lifting, 'withdrawn');
    expect(await opens(reader)).toBeUndefined();
  });

  it('writes down what was left out meanwhile', async () => {
    const { patientId, book, does, rows, say, waiting } = await scene();
    await does(reader.agent, await book(desk.agent, -0.2), 'arrive', 'start', 'complete');
    await reader.agent.post(`/patients/${patientId}/chart-access`, { reason: 'In great pain' }).expect(201);
    const found = (await rows())[0]?.id;
    await say(found, 'unjustified');
    await say(found, 'justified');
    const read = await book(reader.agent, 2);
    await does(reader.agent, read, 'cancel');
    expect(await waiting(reader)).toEqual([]);
    await say(found, 'unjustified');
    expect((await waiting(reader)).map(({ appointmentId }) => appointmentId)).toEqual([read]);
  });
});

describe('two findings of justified that are taken back', () => {
  /** Two appointments that the reader gave themselves, written down. */
  async function two() {
    const made = await scene();
    const appointments = [await made.book(reader.agent, 1), await made.book(reader.agent, 2)];
    const all = await made.rows();
    const [a, b] = appointments.map((appointment) => all.find(({ appointmentId }) => appointmentId === appointment)?.id);
    const end = (id: string | undefined) => here.owner.post(`/chart-access/${id}/end`).expect(200);
    return { ...made, a, b, end };
  }

  it.each(['as they were made', 'the other way round', 'the first being ended'])('leave nobody in whom they let in, %s', async (order) => {
    const { a, b, say, letIn, opens, end } = await two();
    await say(a, 'justified');
    await letIn(reader.agent, second);
    await say(b, 'justified');
    if (order === 'the first being ended') await end(a);
    else await say(order === 'as they were made' ? a : b, 'withdrawn');
    expect(await opens(second)).toBe('grant');
    await say(order === 'the other way round' ? a : b, 'withdrawn');
    expect(await opens(second)).toBeUndefined();
  });

  it.each(['unjustified', 'withdrawn', 'ended'])(
    'the first being %s, do not leave in whom they had lifted an earlier finding for',
    async (how) => {
      const { book, rows, say, letIn, opens } = await scene();
      await book(desk.agent, 1, second);
      const own = async (days: number) => {
        const appointment = await book(reader.agent, days);
        return (await rows()).find(({ appointmentId }) => appointmentId === appointment)?.id;
      };
      const first = await own(1);
      await say(first, 'unjustified');
      const [a, b] = [await own(2), await own(3)];
      await say(a, 'justified');
      await letIn(second.agent, reader);
      await say(b, 'justified');
      if (how === 'ended') await here.owner.post(`/chart-access/${a}/end`).expect(200);
      else await say(a, how);
      await say(b, 'unjustified');
      expect(await opens(reader)).toBeUndefined();
    },
  );

  it('end a grant that was passed by, since it was held to be justified, and what was given by it', async () => {
    const { say, letIn, opens, slip } = await scene();
    const own = await slip();
    const given = await letIn(reader.agent, second);
    await letIn(second.agent, third);
    await say(given, 'justified');
    await say(own, 'withdrawn');
    expect([await opens(second), await opens(third)]).toEqual(['grant', 'grant']);
    await say(given, 'withdrawn');
    expect([await opens(second), await opens(third)]).toEqual([undefined, undefined]);
  });

  it('leave what was given on one that had ended before', async () => {
    const { book, rows, say, letIn, opens, slip } = await scene();
    const own = await slip();
    await letIn(reader.agent, second);
    await here.owner.post(`/chart-access/${own}/end`).expect(200);
    await here.app.sql(`UPDATE chart_access SET expires_at = expires_at - interval '10 minutes' WHERE id = $1`, [own]);
    const appointment = await book(reader.agent, 3);
    const later = (await rows()).find(({ appointmentId }) => appointmentId === appointment)?.id;
    await say(later, 'justified');
    await say(later, 'withdrawn');
    expect(await opens(second)).toBe('grant');
  });

  it.each(['withdrawn', 'ended'])('the first being %s, write down what either left out, also what is over', async (how) => {
    const { a, b, book, does, rows, say, end } = await two();
    await say(a, 'justified');
    const read = await book(reader.agent, 2);
    await does(reader.agent, read, 'cancel');
    // The other is found so much later.
    const longAgo = `given_at = given_at - interval '1 hour', reviewed_at = reviewed_at - interval '1 hour'`;
    await here.app.sql(`UPDATE chart_access SET ${longAgo}, justified_since = justified_since - interval '1 hour' WHERE id = $1`, [a]);
    await here.app.sql(`UPDATE appointment SET placed_at = placed_at - interval '1 hour' WHERE id = $1`, [read]);
    await say(b, 'justified');
    await (how === 'ended' ? end(a) : say(a, 'withdrawn'));
    expect((await rows()).map(({ appointmentId }) => appointmentId)).not.toContain(read);
    await say(b, 'withdrawn');
    expect((await rows('&unreviewed=true')).map(({ appointmentId }) => appointmentId)).toContain(read);
  });
});

describe('what a finding left out of the queue', () => {
  it.each([
    ['is away', { active: false }, { active: true }],
    ['sees all charts', { chartRight: true }, { chartRight: false }],
  ])('is written down too while its reader %s', async (_how, off, back) => {
    const who = await brought(here.owner, 'practitioner');
    await change(who, { roles: ['practitioner', 'owner'] });
    await change(who, { chartRight: false });
    const { book, does, rows, say, waiting } = await scene();
    const appointment = await book(who.agent, 1, who);
    const own = (await rows()).find(({ appointmentId }) => appointmentId === appointment)?.id;
    await say(own, 'justified');
    const read = await book(who.agent, 2, who);
    await does(who.agent, read, 'cancel');
    await change(who, off);
    await say(own, 'withdrawn');
    await change(who, back);
    expect((await waiting(who)).map(({ appointmentId }) => appointmentId)).toContain(read);
  });
});

describe('what is said of a finding', () => {
  interface Found {
    reviewOutcome: string | null;
    reviewedAt: string | null;
    reviewComment: string | null;
  }
  async function one() {
    const made = await scene();
    await made.book(reader.agent, 1);
    const id = (await made.rows())[0]?.id;
    const says = async (dto: object, status = 200, by = here.owner) =>
      (await by.post(`/chart-access/${id}/review`, dto).expect(status)).body as Found;
    return { ...made, id, says };
  }

  it('goes back to the finding before a slip, with what it ended', async () => {
    const { says, opens, letIn } = await one();
    const first = await says({ outcome: 'unjustified', comment: 'Not their patient' });
    await says({ outcome: 'justified' });
    await letIn(reader.agent, second);
    const back = await says({ outcome: 'withdrawn' });
    const { reviewOutcome, reviewedAt, reviewComment } = first;
    expect(back).toMatchObject({ reviewOutcome, reviewedAt, reviewComment });
    expect(reviewOutcome).toBe('unjustified');
    expect([await opens(reader), await opens(second)]).toEqual([undefined, undefined]);
    // One that was justified in the end leaves none behind.
    await says({ outcome: 'justified' });
    expect(await opens(reader)).toBe('appointment');
  });

  it('is kept where only the comment is another, of whoever found it; nobody else’s is changed, and none is lost', async () => {
    const { says } = await one();
    const { reviewedAt } = await says({ outcome: 'justified', comment: 'Seen' });
    expect(await says({ outcome: 'justified', comment: 'Seen with the desk' })).toMatchObject({
      reviewComment: 'Seen with the desk',
      reviewedAt,
    });
    expect(await says({ outcome: 'justified' })).toMatchObject({ reviewComment: 'Seen with the desk' });
    const another = await brought(here.owner, 'admin');
    await says({ outcome: 'justified', comment: 'Mine' }, 400, another.agent);
    await says({ outcome: 'withdrawn', comment: 'By mistake' }, 400);
    expect(await says({ outcome: 'withdrawn' })).toMatchObject({ reviewOutcome: null, reviewComment: null });
  });
});

describe('what was found before first findings were remembered', () => {
  it('is taken from the audit, or from the row', async () => {
    const { book, rows, say } = await scene();
    for (const days of [1, 2]) await book(reader.agent, days);
    const ids = (await rows()).map(({ id }) => id).toSorted();
    for (const outcome of ['unjustified', 'justified', 'withdrawn']) await say(ids[0], outcome);
    await say(ids[1], 'justified');
    const sql = `SELECT justified_since AS justified, unjustified_since AS unjustified FROM chart_access WHERE id = ANY ($1) ORDER BY id`;
    const read = () => here.app.sql<Record<'justified' | 'unjustified', Date | null>>(sql, [ids]);
    const before = await read();
    await here.app.sql('UPDATE chart_access SET justified_since = NULL, unjustified_since = NULL WHERE id = ANY ($1)', [ids]);
    for (const each of FOUND_SO_FAR) await here.app.sql(each);
    const at = before.map((row) => Object.values(row).map((one) => one?.getTime() ?? null));
    const since = (await read()).map((row) => Object.values(row).map((one) => one?.getTime() ?? null));
    expect(at).toEqual([
      [expect.any(Number), expect.any(Number)],
      [expect.any(Number), null],
    ]);
    expect(since.flat().map((one, n) => one && Math.abs(one - (at.flat()[n] ?? 0)) < 5000)).toEqual([true, true, true, null]);
  });
});

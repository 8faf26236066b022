import type { Agent } from '../../testing/agent.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { type Member, aCircle, brought, desk, here, reader } from '../../testing/circle.fixture.js';

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
  /** The reader's own visit of tomorrow, found justified by a slip. */
  const slip = async () => {
    const visit = await book(reader.agent, 1);
    const own = (await rows()).find(({ appointmentId }) => appointmentId === visit)?.id;
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
    expect([await further.opens(second), await further.opens(third)]).toEqual(['visit', 'grant']);

    const before = await scene();
    const visit = await before.book(desk.agent, 2);
    await before.letIn(reader.agent, second);
    await before.does(desk.agent, visit, 'cancel');
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
    expect(await opens(reader)).toBe('visit');
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
    const visit = await book(desk.agent, 1, second);
    const kept = await letIn(second.agent, reader);
    await say(kept, 'justified');
    await letIn(reader.agent, third);
    await does(desk.agent, visit, 'cancel');
    await book(second.agent, 1, second);
    await say((await waiting(second)).find(({ kind }) => kind === 'own_booking')?.id, 'unjustified');
    expect([await opens(reader), await opens(third)]).toEqual(['grant', 'grant']);
    await say(kept, 'withdrawn');
    expect([await opens(reader), await opens(third)]).toEqual([undefined, undefined]);
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
    expect(await opens(reader)).toBe('visit');
  });
});

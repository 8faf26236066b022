import { randomUUID } from 'node:crypto';
import type { Agent } from '../../testing/agent.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, nobody, program, type Session, session, stranger } from '../../testing/session.js';
import { loginOf, type TestWorkItem, workOf } from '../../testing/work-items.fixture.js';
import { Purges } from '../upkeep/purges.js';

let here: Session;
let desk: Agent;
beforeAll(async () => {
  here = await session('owner');
  desk = (await member(here.app, here.owner, here.clinic.id, 'front_desk')).agent;
});

/** A letter as the workers leave it, of an event of this clinic. */
async function aLetter(of = here): Promise<string> {
  await aPatient(of.owner);
  const [row] = await of.app.sql<{ id: string }>(
    `INSERT INTO dead_letter (clinic_id, id, event_id, listener, error, attempts)
     SELECT clinic_id, uuidv7(), id, 'recordOnTimeline', 'Error', 8 FROM outbox WHERE clinic_id = $1 ORDER BY id DESC LIMIT 1 RETURNING id`,
    [of.clinic.id],
  );
  return row?.id ?? '';
}

/** A message that failed, for an appointment that begins so many hours from now. */
async function aFailure(hours = 24): Promise<string> {
  const [row] = await here.app.sql<{ id: string }>(
    `INSERT INTO message (clinic_id, id, kind, channel, status, due_at, starts_at)
     VALUES ($1, uuidv7(), 'reminder', 'sms', 'failed', now(), now() + $2::integer * interval '1 hour') RETURNING id`,
    [here.clinic.id, hours],
  );
  return row?.id ?? '';
}

const itemOf = async (subject: string, agent = here.owner, query = ''): Promise<TestWorkItem | undefined> =>
  (await workOf(agent, query)).find((item) => item.subject.id === subject);
const counts = async (agent: Agent) => ((await agent.get('/work-items/counts').expect(200)).body as { data: object[] }).data;

describe('work', () => {
  it('stands on the list from when something happened until it is done, and says who did it', async () => {
    const letter = await aLetter();
    const item = await itemOf(letter);
    expect(item).toMatchObject({
      kind: 'dead_letter',
      title: 'A task of Keel was not done',
      subject: { kind: 'dead-letters', id: letter },
      doneWith: `POST /dead-letters/${letter}/replay`,
      assigneeId: null,
      dueAt: null,
      doneAt: null,
      doneBy: null,
      version: 1,
    });
    expect((await workOf(here.owner, '&locale=fr'))[0]?.title).toBe('Une tâche de Keel n’a pas été faite');
    // To look at it does nothing.
    await here.owner.get(`/dead-letters/${letter}`).expect(200);
    expect(await itemOf(letter)).toEqual(item);
    await here.owner.post(`/dead-letters/${letter}/replay`).expect(200);
    expect(await itemOf(letter)).toBeUndefined();
    const done = await itemOf(letter, here.owner, '&done=true');
    expect(done).toMatchObject({ id: item?.id, doneBy: await loginOf(here.owner), doneAt: expect.any(String) as string, version: 2 });
  });

  it('that was done by itself is nobody’s doing', async () => {
    const letter = await aLetter();
    await here.app.sql('UPDATE dead_letter SET handled_at = now() WHERE id = $1', [letter]);
    expect(await itemOf(letter, here.owner, '&done=true')).toMatchObject({ doneBy: null });
  });

  it('is one item however often the same is said, and new work where it comes back', async () => {
    const letter = await aLetter();
    const first = await itemOf(letter);
    const again = () => here.app.sql('UPDATE dead_letter SET handled_at = NULL, replayed_at = NULL WHERE id = $1', [letter]);
    await Promise.all([again(), again(), again()]);
    expect(await itemOf(letter)).toEqual(first);
    await here.owner.patch(`/work-items/${first?.id}`, { assigneeId: await loginOf(here.owner) }, { ifMatch: 1 }).expect(200);
    await here.app.sql('UPDATE dead_letter SET handled_at = now() WHERE id = $1', [letter]);
    await again();
    expect(await itemOf(letter)).toMatchObject({ id: first?.id, assigneeId: null, doneAt: null, version: 4 });
    expect((await workOf(here.owner)).filter(({ subject }) => subject.id === letter)).toHaveLength(1);
  });

  it('lapses when it is too late to do it, without anybody', async () => {
    const [soon, late] = [await aFailure(1), await aFailure(-1)];
    expect(await itemOf(soon)).toMatchObject({ kind: 'message_failed', doneAt: null });
    expect(await itemOf(late)).toBeUndefined();
    const over = await itemOf(late, here.owner, '&done=true');
    expect(over).toMatchObject({ doneBy: null });
    expect(over?.doneAt).toBe(over?.lapsesAt);
    await here.owner.patch(`/work-items/${over?.id}`, { dueAt: null, assigneeId: null }, { ifMatch: '*' }).expect(409);
  });

  it('is forgotten three months after its end', async () => {
    const [letter, open] = [await aLetter(), await aLetter()];
    await here.app.sql('UPDATE dead_letter SET handled_at = now() WHERE id = $1', [letter]);
    await here.app.sql("UPDATE work_item SET done_at = now() - interval '91 days' WHERE subject_id = $1", [letter]);
    await here.app.sql("UPDATE work_item SET since = now() - interval '91 days' WHERE subject_id = $1", [open]);
    await here.app.nest.get(Purges).run();
    expect(await itemOf(letter, here.owner, '&done=true')).toBeUndefined();
    expect(await itemOf(open)).toBeDefined();
  });
});

describe('work is seen', () => {
  it('by those who may read what it is about, kind by kind', async () => {
    const [letter, failure] = [await aLetter(), await aFailure()];
    const seen = async (agent: Agent) => [await itemOf(letter, agent), await itemOf(failure, agent)].map((item) => item !== undefined);
    expect(await seen(here.owner)).toEqual([true, true]);
    expect(await seen(desk)).toEqual([false, true]);
    expect(await seen(await program(here, ['dead-letter:manage']))).toEqual([true, false]);
    const ofLetter = (await itemOf(letter))?.id;
    await desk.get(`/work-items/${ofLetter}`).expect(404);
    await desk.patch(`/work-items/${ofLetter}`, { assigneeId: null }, { ifMatch: '*' }).expect(404);
    expect(await workOf(desk, '&kind=dead_letter')).toEqual([]);
    const billing = (await member(here.app, here.owner, here.clinic.id, 'billing')).agent;
    await billing.get('/work-items').expect(403);
    await (await nobody()).get('/work-items').expect(401);
  });

  it('by nobody of another clinic', async () => {
    const [letter, other] = [await aLetter(), await stranger()];
    const item = await itemOf(letter);
    expect(await workOf(other)).toEqual([]);
    expect(await workOf(other, '&done=true')).toEqual([]);
    expect(await counts(other)).toEqual([]);
    await other.get(`/work-items/${item?.id}`).expect(404);
    await other.patch(`/work-items/${item?.id}`, { assigneeId: null }, { ifMatch: '*' }).expect(404);
  });

  it('page by page, what has its day first and then the oldest; and what is done, the latest first', async () => {
    const there = await session('owner');
    const letters: string[] = [];
    for (let one = 0; one < 5; one++) letters.push(await aLetter(there));
    const order = async (query: string) => {
      const seen: number[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body } = await there.owner.get(`/work-items?limit=2${query}${cursor && `&cursor=${cursor}`}`).expect(200);
        const page = body as { data: TestWorkItem[]; nextCursor: string | null };
        seen.push(...page.data.map(({ subject }) => letters.indexOf(subject.id)));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await order('')).toEqual([0, 1, 2, 3, 4]);
    const urgent = await itemOf(letters[3] ?? '', there.owner);
    await there.owner.patch(`/work-items/${urgent?.id}`, { dueAt: '2026-12-24T12:00:00Z' }, { ifMatch: 1 }).expect(200);
    expect(await order('')).toEqual([3, 0, 1, 2, 4]);
    for (const one of [2, 0, 4]) await there.app.sql('UPDATE dead_letter SET handled_at = now() WHERE id = $1', [letters[one]]);
    expect(await order('')).toEqual([3, 1]);
    for (const [at, one] of [4, 0, 2].entries()) {
      const earlier =
        "UPDATE work_item SET done_at = date_trunc('milliseconds', now()) - $2::integer * interval '1 minute' WHERE subject_id = $1";
      await there.app.sql(earlier, [letters[one], at]);
    }
    expect(await order('&done=true')).toEqual([4, 0, 2]);
    await there.owner.get('/work-items?kind=parcel').expect(400);
    await there.owner.get('/work-items?assignee=everybody').expect(400);
    await there.owner.get('/work-items?cursor=abc').expect(400);
  });
});

describe('work is given', () => {
  it('to somebody who may do it, by whoever may, and counted as theirs', async () => {
    const there = await session('owner');
    const { agent: colleague } = await member(there.app, there.owner, there.clinic.id, 'front_desk');
    const { agent: practitioner } = await member(there.app, there.owner, there.clinic.id, 'practitioner');
    const [row] = await there.app.sql<{ id: string }>(
      `INSERT INTO message (clinic_id, id, kind, channel, status, due_at) VALUES ($1, uuidv7(), 'reminder', 'sms', 'failed', now()) RETURNING id`,
      [there.clinic.id],
    );
    const item = await itemOf(row?.id ?? '', there.owner);
    const give = (by: Agent, assigneeId: string | null, ifMatch: number | '*' = '*') =>
      by.patch(`/work-items/${item?.id}`, { assigneeId }, { ifMatch });
    const assigneeId = await loginOf(colleague);
    const given = (await give(there.owner, assigneeId, 1).expect(200)).body as TestWorkItem;
    expect(given).toMatchObject({ assigneeId, version: 2 });
    expect((await workOf(colleague, '&assignee=me')).map(({ id }) => id)).toEqual([item?.id]);
    expect(await workOf(colleague, '&assignee=nobody')).toEqual([]);
    expect((await workOf(there.owner, `&assignee=${assigneeId}`)).map(({ id }) => id)).toEqual([item?.id]);
    expect(await counts(colleague)).toEqual([{ kind: 'message_failed', count: 1, mine: 1 }]);
    expect(await counts(there.owner)).toEqual([{ kind: 'message_failed', count: 1, mine: 0 }]);
    // Who reads messages without deciding about them neither gives such work nor is given it; nor is anybody who does not work here.
    await give(practitioner, assigneeId).expect(403);
    for (const nobodys of [await loginOf(practitioner), await loginOf(await stranger()), randomUUID()]) {
      const { body } = await give(there.owner, nobodys).expect(400);
      expect((body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe('/assigneeId');
    }
    await give(there.owner, null, 1).expect(412);
    await there.owner.patch(`/work-items/${item?.id}`, { assigneeId: null }).expect(428);
    expect((await give(colleague, null, 2).expect(200)).body).toMatchObject({ assigneeId: null, version: 3 });
  });

  it('back to all where they leave, or may not do it any more', async () => {
    const failure = await aFailure();
    const { agent } = await member(here.app, here.owner, here.clinic.id, 'front_desk');
    const assigneeId = await loginOf(agent);
    const item = await itemOf(failure);
    await here.owner.patch(`/work-items/${item?.id}`, { assigneeId }, { ifMatch: 1 }).expect(200);
    const [row] = await here.app.sql<{ id: string }>('SELECT id FROM membership WHERE user_id = $1', [assigneeId]);
    await here.owner.patch(`/staff/${row?.id}`, { active: false }, { ifMatch: '*' }).expect(200);
    expect(await itemOf(failure)).toMatchObject({ assigneeId: null, version: 3 });
  });

  it('to one of two who want it at once, and to nobody who is being put out', async () => {
    const [failure, other] = [await aFailure(), await aFailure()];
    const item = await itemOf(failure);
    const logins = [await loginOf(here.owner), await loginOf(desk)];
    const answers = await Promise.all(
      logins.map((assigneeId) => here.owner.patch(`/work-items/${item?.id}`, { assigneeId }, { ifMatch: 1 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const { agent } = await member(here.app, here.owner, here.clinic.id, 'front_desk');
    const assigneeId = await loginOf(agent);
    const [row] = await here.app.sql<{ id: string }>('SELECT id FROM membership WHERE user_id = $1', [assigneeId]);
    const second = await itemOf(other);
    await Promise.all([
      here.owner.patch(`/work-items/${second?.id}`, { assigneeId }, { ifMatch: '*' }),
      here.owner.patch(`/staff/${row?.id}`, { active: false }, { ifMatch: '*' }).expect(200),
    ]);
    expect((await itemOf(other))?.assigneeId).toBeNull();
  });
});

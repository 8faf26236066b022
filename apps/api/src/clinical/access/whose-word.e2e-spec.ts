import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { Agent } from '../../testing/agent.js';
import {
  MARKS,
  type Member,
  type Scene,
  aCircle,
  brought,
  broughtAgain,
  change,
  colleague,
  desk,
  here,
  reader,
  scene,
  signedIn,
  vouched,
} from '../../testing/circle.fixture.js';
import { LATE_WORDS_SO_FAR } from '../migrations/queue-what-was-left-out-1795961729069.js';
import { UNREVIEWED_SO_FAR } from '../migrations/vouch-for-a-year-1795954216200.js';

beforeAll(aCircle);

describe('somebody else’s word speaks for its year', () => {
  it('and for no appointment of one’s own beyond it, booked on the same day', async () => {
    const { book, waits } = await vouched();
    await book(reader.agent, 300);
    expect(await waits()).toBe(0);
    await book(reader.agent, 400);
    await book(reader.agent, 800);
    expect(await waits()).toBe(2);
  });

  it('nor for one that is moved there', async () => {
    const { book, move, waits } = await vouched();
    const id = await book(reader.agent, 2);
    await move(reader.agent, id, 300);
    expect(await waits()).toBe(0);
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
  });

  it('nor year by year', async () => {
    const { book, move, later, waits, opens } = await vouched();
    const id = await book(reader.agent, 2);
    for (const year of [1, 2, 3]) {
      await move(reader.agent, id, 363);
      await later(362);
      expect([year, await opens()]).toEqual([year, year === 1 ? 'appointment' : 'own_booking']);
      // An opening is written down anew after 30 days.
      expect([year, await waits()]).toEqual([year, year - 1]);
    }
  });

  it('whether that appointment stands or is over, and where the own one is moved back again', async () => {
    const { book, move, waits } = await scene();
    await book(desk.agent, 1);
    const id = await book(reader.agent, 2);
    expect(await waits()).toBe(0);
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
    await move(reader.agent, id, 3);
    expect(await waits()).toBe(1);
  });

  it('where others move the own appointment beyond it too', async () => {
    const { book, move, waits } = await vouched();
    const id = await book(reader.agent, 2);
    await move(desk.agent, id, 400);
    expect(await waits()).toBe(1);
  });

  it('where they received the patient', async () => {
    const { book, does, waits, review } = await scene();
    await does(desk.agent, await book(reader.agent, -0.1), 'arrive');
    await book(reader.agent, 300);
    expect(await waits()).toBe(1);
    await book(reader.agent, 400);
    expect(await waits()).toBe(2);
    expect(await review('unjustified')).toBe(200);
  });

  it('where a review found an appointment justified', async () => {
    const { book, waits, review } = await scene();
    await book(reader.agent, 1);
    expect(await review()).toBe(200);
    await book(reader.agent, 300);
    expect(await waits()).toBe(0);
    await book(reader.agent, 400);
    await book(reader.agent, 700);
    expect(await waits()).toBe(2);
  });

  it('and one review for what was booked with it before', async () => {
    const { book, waits, review } = await scene();
    for (const week of [1, 2, 3]) await book(reader.agent, week * 7);
    expect(await waits()).toBe(3);
    await review();
    expect(await waits()).toBe(0);
  });

  it('of the reviewed appointment itself at its time, not where it is moved later', async () => {
    const { book, move, later, waits, review, opens, letIn } = await scene();
    const id = await book(reader.agent, 1);
    await review();
    expect(await opens()).toBe('appointment');
    await move(reader.agent, id, 400);
    expect(await waits()).toBe(1);
    await later(399);
    expect(await opens()).toBe('own_booking');
    expect(await letIn()).toBe(403);
  });

  it('nor where somebody else moves it', async () => {
    const { book, move, later, review, opens } = await scene();
    const id = await book(reader.agent, 1);
    await review();
    await move(desk.agent, id, 400);
    await later(399);
    expect(await opens()).toBe('own_booking');
  });

  it('and makes no more of an appointment beyond it that its practitioner marks beforehand', async () => {
    const { book, does, later, review, opens } = await scene();
    await book(reader.agent, 1);
    await review();
    await does(reader.agent, await book(reader.agent, 400), ...MARKS);
    await later(402);
    expect(await opens()).toBe('own_booking');
    await later(28);
    expect(await opens()).toBeUndefined();
  });

  it('from when it opens the chart itself', async () => {
    const soon = await scene();
    await soon.book(desk.agent, 30);
    await soon.book(reader.agent, 2);
    expect(await soon.waits()).toBe(0);
    const far = await scene();
    await far.book(desk.agent, 200);
    await far.book(reader.agent, 2);
    expect(await far.waits()).toBe(1);
  });
});

type Ways = [of: string, second: () => Promise<Agent>];
const SECOND: Ways[] = [
  ['an account that they invited', async () => (await brought(reader.agent, 'front_desk')).agent],
  [
    'an account that one of these invited',
    async () => {
      const first = await brought(reader.agent, 'admin');
      const second = await brought(first.agent, 'admin');
      return (await brought(second.agent, 'front_desk')).agent;
    },
  ],
  [
    'one that they invited again after it had left',
    async () => {
      const left = await brought(reader.agent, 'front_desk');
      await change(left, { active: false });
      return (await broughtAgain(left, reader.agent)).agent;
    },
  ],
  [
    'one of others that had left and that they invited',
    async () => {
      const left = await brought(here.owner, 'front_desk');
      await change(left, { active: false });
      return (await broughtAgain(left, reader.agent)).agent;
    },
  ],
  [
    'one of others that had left and that they let in again',
    async () => {
      const left = await brought(here.owner, 'front_desk');
      await change(left, { active: false });
      await change(left, { active: true }, reader.agent);
      return signedIn(left);
    },
  ],
  [
    'a key of an account that they invited',
    async () => {
      const { agent } = await brought(reader.agent, 'admin');
      const { body } = await agent.post('/api-keys', { name: 'test', scopes: ['appointment:book', 'appointment:manage'] }).expect(201);
      return new Agent(here.app.url, { authorization: `Bearer ${(body as { key: string }).key}` });
    },
  ],
];

describe.each(SECOND)('the word of %s is the reader’s own', (_of, brings) => {
  let second: Agent;
  beforeAll(async () => {
    second = await brings();
  });

  it('opens the chart as their own booking does, and is reviewed', async () => {
    const { book, opens, waits, letIn, review } = await scene();
    await book(second, 20);
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
    await book(second, 2);
    expect([await opens(), await waits(), await letIn()]).toEqual(['own_booking', 2, 403]);
    await review();
    expect([await opens(), await waits()]).toEqual(['appointment', 0]);
    await book(second, 30);
    expect(await waits()).toBe(0);
  });

  it('vouches for nothing', async () => {
    const { book, does, opens, waits } = await scene();
    const id = await book(second, -0.1);
    await does(second, id, 'arrive');
    await book(reader.agent, 3);
    expect([await opens(), await waits()]).toEqual(['own_booking', 2]);
  });

  it('makes no more of an appointment that lapsed', async () => {
    const { book, does, opens, waits } = await scene();
    await does(second, await book(desk.agent, -300), 'arrive');
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
  });

  it('brings nobody else’s appointment to where it opens', async () => {
    const moved = await scene();
    await moved.move(second, await moved.book(desk.agent, 400), 2);
    expect([await moved.opens(), await moved.waits()]).toEqual(['own_booking', 1]);
    const restored = await scene();
    const id = await restored.book(desk.agent, 20);
    await restored.does(desk.agent, id, 'cancel');
    await restored.does(second, id, 'restore');
    expect([await restored.opens(), await restored.waits()]).toEqual([undefined, 1]);
  });

  it('opens nothing after an opening that was found unjustified', async () => {
    const { book, opens, review } = await scene();
    await book(reader.agent, 1);
    await review('unjustified');
    await book(second, 2);
    expect(await opens()).toBeUndefined();
  });

  it('is anybody else’s to another practitioner', async () => {
    const { book, opens, waits } = await scene(colleague);
    await book(second, 80);
    expect([await opens(), await waits()]).toEqual(['appointment', 0]);
  });
});

describe('who owns the clinic and treats in it, without the chart right', () => {
  let owner: Member;
  beforeAll(async () => {
    owner = await brought(here.owner, 'practitioner');
    await change(owner, { roles: ['owner', 'practitioner'] });
  });

  it('brings in a practitioner, whose word is their own', async () => {
    const second = await brought(owner.agent, 'practitioner');
    const { book, opens, waits } = await scene(owner);
    await book(second.agent, 20);
    expect([await opens(), await waits()]).toEqual([undefined, 1]);
  });

  it('has another owner’s word, whoever brought them in, and of those whom that one brought in', async () => {
    const partner = await brought(owner.agent, 'front_desk');
    await change(partner, { roles: ['owner'] });
    const { book, opens, waits } = await scene(owner);
    await book(partner.agent, 80);
    expect([await opens(), await waits()]).toEqual(['appointment', 0]);
    const theirs = await scene(owner);
    await theirs.book((await brought(partner.agent, 'front_desk')).agent, 80);
    expect([await theirs.opens(), await theirs.waits()]).toEqual(['appointment', 0]);
  });
});

describe('a review', () => {
  it('is nobody’s whom the reader brought in', async () => {
    const second = await brought(reader.agent, 'admin');
    const third = await brought(second.agent, 'admin');
    const { book, review, waits } = await scene();
    await book(reader.agent, 1);
    for (const { agent } of [reader, second, third]) expect(await review('justified', agent)).toBe(403);
    expect(await waits()).toBe(1);
    expect(await review('justified', (await brought(here.owner, 'admin')).agent)).toBe(200);
  });
});

describe('somebody else’s word', () => {
  it.each([80, 20])('is the desk’s that an owner brought in: opens %d days before, and waits for nobody', async (days) => {
    const { book, opens, waits } = await scene();
    await book(desk.agent, days);
    await book(reader.agent, 2);
    expect([await opens(), await waits()]).toEqual(['appointment', 0]);
  });

  it('is that of one whom the reader brought in, once an owner let them in again', async () => {
    const [invited, let_in] = [await brought(reader.agent, 'front_desk'), await brought(reader.agent, 'front_desk')];
    for (const one of [invited, let_in]) await change(one, { active: false });
    const agents = [(await broughtAgain(invited, here.owner)).agent];
    await change(let_in, { active: true });
    agents.push(await signedIn(let_in));
    for (const agent of agents) {
      const { book, opens, waits } = await scene();
      await book(agent, 80);
      expect([await opens(), await waits()]).toEqual(['appointment', 0]);
    }
  });

  it('stays theirs whatever invitation somebody who works here accepts', async () => {
    const { app, clinic } = here;
    const [mine, theirs] = [await brought(reader.agent, 'front_desk'), await brought(here.owner, 'front_desk')];
    // Invited while they were away, and back before they accept.
    for (const [one, by] of [
      [mine, here.owner],
      [theirs, reader.agent],
    ] as const) {
      await app.sql('UPDATE membership SET active = false WHERE id = $1', [one.id]);
      await by.post('/staff', { email: one.email, firstName: 'M', lastName: 'M', roles: ['front_desk'] }).expect(201);
      await app.sql('UPDATE membership SET active = true WHERE id = $1', [one.id]);
      const token = randomBytes(32).toString('base64url');
      await app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE clinic_id = $2 AND email = $3 AND accepted_at IS NULL', [
        Buffer.from(token),
        clinic.id,
        one.email,
      ]);
      await request(app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: 'correct horse battery' }).expect(200);
    }
    const own = await scene();
    await own.book(mine.agent, 80);
    expect(await own.opens()).toBeUndefined();
    const others = await scene();
    await others.book(theirs.agent, 80);
    expect(await others.opens()).toBe('appointment');
  });
});

/** What an upgrade of before ran, by the names of today. */
const renamed = (sql: string) => sql.replaceAll('visit_at', 'appointment_at');

describe('what opened a chart before the upgrade and was never queued', () => {
  const kept = (patientId: string) => here.app.sql('SELECT 1 FROM chart_access WHERE patient_id = $1', [patientId]);
  const forgotten = ({ patientId }: Scene) => here.app.sql('DELETE FROM chart_access WHERE patient_id = $1', [patientId]);

  it('is queued where its voucher is more than a year before it, or an account of the reader', async () => {
    const second = await brought(reader.agent, 'front_desk');
    const leant = await vouched();
    await leant.book(reader.agent, 400);
    const account = await scene();
    await account.book(second.agent, 2);
    for (const made of [leant, account]) await forgotten(made);
    await here.app.sql(renamed(UNREVIEWED_SO_FAR));
    await here.app.sql(renamed(UNREVIEWED_SO_FAR));
    for (const { patientId, waits } of [leant, account]) expect([(await kept(patientId)).length, await waits()]).toEqual([1, 1]);
  });

  it('is queued where its practitioner marked it late', async () => {
    const late = await scene();
    await late.does(reader.agent, await late.book(desk.agent, -300), 'arrive');
    const inTime = await vouched();
    for (const made of [late, inTime]) await forgotten(made);
    await here.app.sql(renamed(LATE_WORDS_SO_FAR));
    await here.app.sql(renamed(LATE_WORDS_SO_FAR));
    expect([(await kept(late.patientId)).length, await late.waits()]).toEqual([1, 1]);
    expect(await kept(inTime.patientId)).toEqual([]);
  });

  it('is left where others vouched for it, or it opens nothing any more', async () => {
    const leant = await vouched();
    await leant.book(reader.agent, 300);
    const given = await scene();
    await given.book(desk.agent, 2);
    const lapsed = await scene();
    await lapsed.book(reader.agent, -30);
    const reviewed = await scene();
    await reviewed.book(reader.agent, 1);
    await reviewed.review();
    for (const made of [leant, given, lapsed]) await forgotten(made);
    await here.app.sql(renamed(UNREVIEWED_SO_FAR));
    for (const { patientId } of [leant, given, lapsed]) expect(await kept(patientId)).toEqual([]);
    expect(await kept(reviewed.patientId)).toHaveLength(1);
  });
});

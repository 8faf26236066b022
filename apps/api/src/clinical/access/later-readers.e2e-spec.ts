import {
  MARKS,
  type Member,
  aCircle,
  accepts,
  brought,
  broughtAgain,
  change,
  desk,
  here,
  reader,
  scene,
  signedIn,
  vouched,
} from '../../testing/circle.fixture.js';

beforeAll(aCircle);

describe('an appointment of one’s own that opened nothing when it was given is queued when it does', () => {
  /** Was deactivated and comes back; the account that they brought in works on meanwhile. */
  async function away() {
    const pat = await brought(here.owner, 'practitioner');
    await change(pat, { roles: ['practitioner', 'admin'] });
    const fay = await brought(pat.agent, 'admin');
    await change(pat, { active: false });
    const back = async () => {
      await change(pat, { active: true });
      pat.agent = await signedIn(pat);
    };
    return { pat, fay, back };
  }

  async function withChartRight() {
    const partner = await brought(here.owner, 'practitioner');
    await change(partner, { roles: ['owner', 'practitioner'], chartRight: true });
    return partner;
  }

  it('given while its reader was away', async () => {
    const { pat, fay, back } = await away();
    const { book, does, opens, waits, later } = await scene(pat);
    const id = await book(fay.agent, 0.1);
    await back();
    expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    await does(pat.agent, id, ...MARKS);
    await later(300);
    expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
  });

  it('moved while its reader was away, after a review', async () => {
    const { pat, fay, back } = await away();
    const { book, move, waits, review } = await scene(pat);
    await back();
    const id = await book(pat.agent, 2);
    await review();
    await change(pat, { active: false });
    await move(fay.agent, id, 400);
    await back();
    expect(await waits()).toBe(1);
  });

  it('marked late while its reader was away', async () => {
    const { pat, fay, back } = await away();
    const { book, does, waits } = await scene(pat);
    await does(fay.agent, await book(desk.agent, -300), 'arrive');
    await back();
    expect(await waits()).toBe(1);
  });

  it('given while its reader held the chart right, and not before they gave it up', async () => {
    const partner = await withChartRight();
    const made = await Promise.all([1, 2, 3].map(() => scene(partner)));
    const [first] = made;
    for (const { book, does } of made) await does(partner.agent, await book(partner.agent, -0.1), ...MARKS);
    for (const { waits } of made) expect(await waits()).toBe(0);
    await change(partner, { roles: ['practitioner'], chartRight: false });
    for (const { opens, waits } of made) expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    await first?.later(300);
    expect([await first?.opens(), await first?.waits()]).toEqual(['own_booking', 1]);
  });

  it('once for all that one patient came to, and for each appointment to come', async () => {
    const partner = await withChartRight();
    const { book, does, waits, review, opens } = await scene(partner);
    const last = await book(partner.agent, -0.1);
    for (const id of [await book(partner.agent, -0.9), await book(partner.agent, -0.5), last]) await does(partner.agent, id, ...MARKS);
    for (const week of [1, 2]) await book(partner.agent, week * 7);
    await change(partner, { chartRight: false });
    expect(await waits()).toBe(3);
    await review('unjustified');
    expect(await opens()).toBeUndefined();
  });

  it('given in the moment in which they gave it up', async () => {
    const lost: string[] = [];
    for (let round = 0; round < 6; round++) {
      const partner = await withChartRight();
      const { book, waits } = await scene(partner);
      await Promise.all([book(partner.agent, 1), change(partner, { chartRight: false })]);
      if ((await waits()) !== 1) lost.push(`round ${round}`);
    }
    expect(lost).toEqual([]);
  });

  it('marked late in the moment in which they gave it up', async () => {
    const lost: string[] = [];
    for (let round = 0; round < 6; round++) {
      const partner = await withChartRight();
      const { book, does, waits } = await scene(partner);
      const id = await book(desk.agent, -300, partner.practitionerId);
      await Promise.all([does(partner.agent, id, 'arrive'), change(partner, { chartRight: false })]);
      if ((await waits()) !== 1) lost.push(`round ${round}`);
    }
    expect(lost).toEqual([]);
  });

  describe('to a practitioner who had no login yet', () => {
    /** Entered by an administrator, who gives nobody access; the person works at the desk meanwhile. */
    async function atTheDesk() {
      const admin = await brought(here.owner, 'admin');
      const person = await brought(here.owner, 'front_desk');
      const { email } = person;
      const row = { email, firstName: 'Mara', lastName: 'Member', profession: 'physiotherapist', registrationNumber: 'R-1001' };
      const { body } = await admin.agent.post('/practitioners', row).expect(201);
      person.practitionerId = (body as { id: string }).id;
      return person;
    }
    const invited = ({ practitionerId }: Member) => here.owner.post(`/practitioners/${practitionerId}/invite`, {}).expect(200);

    it('and who works here', async () => {
      const person = await atTheDesk();
      const { book, opens, waits } = await scene(person);
      await book(person.agent, 2);
      await invited(person);
      expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    });

    it('and who accepts an invitation', async () => {
      const person = await atTheDesk();
      const { book, opens, waits } = await scene(person);
      await book(person.agent, 2);
      await change(person, { active: false });
      await invited(person);
      person.agent = (await accepts(person)).agent;
      expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    });
  });

  describe('where whose word it is changes', () => {
    it('by whoever lets somebody in again', async () => {
      const other = await brought(here.owner, 'front_desk');
      const { book, opens, waits } = await scene();
      await book(other.agent, 2);
      expect([await opens(), await waits()]).toEqual(['appointment', 0]);
      await change(other, { active: false });
      await change(other, { active: true }, reader.agent);
      expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    });

    it('also of what vouched for good', async () => {
      const other = await brought(here.owner, 'front_desk');
      const { book, does, waits } = await scene();
      await does(reader.agent, await book(other.agent, -0.2), ...MARKS);
      await book(reader.agent, 2);
      expect(await waits()).toBe(0);
      await change(other, { active: false });
      await broughtAgain(other, reader.agent);
      expect(await waits()).toBe(2);
    });

    it('by the end of an ownership', async () => {
      const partner = await brought(reader.agent, 'front_desk');
      await change(partner, { roles: ['owner'] });
      const { book, opens, waits } = await scene();
      await book(partner.agent, 2);
      expect([await opens(), await waits()]).toEqual(['appointment', 0]);
      await change(partner, { roles: ['front_desk'] });
      expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
    });
  });

  it('where the review that it leant on has ended', async () => {
    const { book, opens, waits, review, end } = await scene();
    await book(reader.agent, 0.1);
    await review();
    await book(reader.agent, 2);
    expect([await opens(), await waits()]).toEqual(['appointment', 0]);
    await end();
    expect([await opens(), await waits()]).toEqual(['own_booking', 1]);
  });

  it('given in the moment in which the review that it leans on is ended', async () => {
    const lost: string[] = [];
    for (let round = 0; round < 6; round++) {
      const { book, waits, review, end } = await scene();
      await book(reader.agent, 0.1);
      await review();
      await Promise.all([book(reader.agent, 2), end()]);
      if ((await waits()) !== 1) lost.push(`round ${round}`);
    }
    expect(lost).toEqual([]);
  });

  it('given in the moment in which the review that it leans on is found to be a slip', async () => {
    const lost: string[] = [];
    for (let round = 0; round < 6; round++) {
      const { book, waits, review, correct } = await scene();
      await book(reader.agent, 0.1);
      await review();
      await Promise.all([book(reader.agent, 2), correct()]);
      if ((await waits()) !== 1) lost.push(`round ${round}`);
    }
    expect(lost).toEqual([]);
  });

  it('once, and nothing of what others vouched for, or what opens nothing any more', async () => {
    const partner = await withChartRight();
    const [given, leant, lapsed, own] = [await scene(partner), await vouched(partner), await scene(partner), await scene(partner)];
    await given.book(desk.agent, 2);
    await leant.book(partner.agent, 2);
    await lapsed.book(partner.agent, -30);
    await own.book(partner.agent, 2);
    await change(partner, { roles: ['practitioner'], chartRight: false });
    for (const active of [false, true]) await change(partner, { active });
    for (const [made, rows] of [
      [given, 0],
      [leant, 0],
      [lapsed, 0],
      [own, 1],
    ] as const) {
      expect(await here.app.sql('SELECT 1 FROM chart_access WHERE patient_id = $1', [made.patientId])).toHaveLength(rows);
    }
  });
});

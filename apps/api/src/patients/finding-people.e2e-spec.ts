import fc from 'fast-check';
import type { Agent } from '../testing/agent.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

interface Found {
  data: { id: string; firstName: string; lastName: string }[];
  nextCursor: string | null;
  total: number | string;
}

const ask = async (agent: Agent, query: Record<string, string>) =>
  (await agent.get(`/patients?${new URLSearchParams(query)}`).expect(200)).body as Found;
const errorsOf = (body: unknown) => (body as { errors: { pointer: string; detail: string }[] }).errors;

async function everyPage(agent: Agent, query: Record<string, string>) {
  const pages: Found[] = [];
  let cursor = '';
  for (let guard = 0; guard < 100; guard++) {
    const page = await ask(agent, { ...query, ...(cursor && { cursor }) });
    pages.push(page);
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  return pages;
}

describe('a name that is written in several ways', () => {
  const SPELLINGS: [string, string[]][] = [
    ['van den Berg', ['vandenberg', 'Van Den Berg', 'van-den-berg', 'berg van den', 'den berg']],
    ['Vandenberg', ['van den berg', 'vanden berg', 'VANDENBERG']],
    ['St-Pierre', ['saint pierre', 'Saint-Pierre', 'st. pierre', 'stpierre', 'saintpierre']],
    ['Saintpierre', ['st pierre', 'saint-pierre', 'stpierre']],
    ['Sainte-Marie', ['ste marie', 'sainte marie', 'stemarie']],
    ['O’Brien', ["o'brien", 'oʻbrien', 'oʼbrien', 'o`brien', 'o´brien', 'obrien', 'o brien']],
    ['OʼNeill', ["o'neill", 'oneill', 'o’neill']],
    ['De la Cruz', ['delacruz', 'de la cruz', 'dela cruz']],
    ['Delacruz', ['de la cruz']],
    ['Lévesque', ['levesque', 'LÉVESQUE', 'le\u0301vesque']],
  ];

  it.each(SPELLINGS)('finds %s', async (lastName, queries) => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent, { lastName });
    await aPatient(agent, { firstName: 'Qiu', lastName: 'Zhao', email: 'qz@x.example' });
    for (const q of queries) expect({ q, ids: (await ask(agent, { q })).data.map((one) => one.id) }).toEqual({ q, ids: [id] });
  });
});

describe('digits', () => {
  it('find whoever is called so, or has such a number', async () => {
    const { agent } = await session('front_desk');
    const named = await aPatient(agent, { firstName: 'True', lastName: '5550123', email: null, phone: '+1 416 555 0199' });
    const called = await aPatient(agent, { firstName: 'Zoé', lastName: 'Gagné', email: null, phone: '+1 416 555 0123' });
    const ids = async (q: string) => (await ask(agent, { q })).data.map(({ id }) => id).sort();
    expect(await ids('5550123')).toEqual([named.id, called.id].sort());
    for (const q of ['True 5550123', '5550123 true', 'tru 55501']) expect({ q, ids: await ids(q) }).toEqual({ q, ids: [named.id] });
    expect(await ids('gagné 0123')).toEqual([called.id]);
  });

  it('of a year beside a name find whoever was born in it, or has them in a number', async () => {
    const { agent } = await session('front_desk');
    const madonna = (over: object) => aPatient(agent, { firstName: 'Madonna', lastName: 'Ciccone', email: null, ...over });
    const born = await madonna({ dateOfBirth: '1958-08-16' });
    await madonna({ dateOfBirth: '1959-01-01' });
    const called = await madonna({ dateOfBirth: '1990-01-01', phone: '+1 416 555 1958' });
    await aPatient(agent, { firstName: 'Zoé', lastName: 'Tremblay', dateOfBirth: '1958-08-16', email: null });
    const ids = async (q: string) => (await ask(agent, { q })).data.map(({ id }) => id).sort();
    for (const q of ['madonna 1958', '1958 ciccone']) expect(await ids(q)).toEqual([born.id, called.id].sort());
    const { body } = await agent.get('/search?q=madonna%201958').expect(200);
    expect((body as { totals: { patient: number } }).totals.patient).toBe(2);
  });
});

describe('a slip of the fingers', () => {
  it('finds whom it means, also beside others who are called a little like it', async () => {
    const { agent } = await session('front_desk');
    const gagne = await aPatient(agent, { firstName: 'Zoé', lastName: 'Gagné', email: null });
    await aPatient(agent, { firstName: 'Ida', lastName: 'Ganger', email: null });
    const found = (await ask(agent, { q: 'gagen' })).data.map(({ id }) => id);
    expect(found).toContain(gagne.id);
  });

  it('of every kind, in names of five letters and more', async () => {
    const { agent } = await session('front_desk');
    const names = ['Tremblay', 'Bouchard', 'van den Berg', 'St-Pierre', 'O’Brien', 'Nguyễn', 'Kowalski', 'Lévesque'];
    const people: [id: string, lastName: string][] = [];
    for (const lastName of names) people.push([(await aPatient(agent, { firstName: 'Ann', lastName, email: null })).id, lastName]);
    const slips = fc.record({ at: fc.nat(), kind: fc.constantFrom('swap', 'drop', 'double', 'wrong') });
    for (const { at, kind } of fc.sample(slips, { numRuns: 8, seed: 7 })) {
      for (const [id, lastName] of people) {
        const q = slipped(lastName, at, kind);
        expect({ q, ids: (await ask(agent, { q })).data.map((one) => one.id) }).toEqual({
          q,
          ids: expect.arrayContaining([id]) as unknown,
        });
      }
    }
  });
});

/** One slip in the longest word of a name, after its first letter. */
function slipped(name: string, at: number, kind: string): string {
  const longest = name.split(/[\s’-]/u).toSorted((one, other) => other.length - one.length)[0] ?? '';
  const place = 1 + (at % (longest.length - 2));
  const [before, one, other, after] = [longest.slice(0, place), longest[place] ?? '', longest[place + 1] ?? '', longest.slice(place + 2)];
  const middle = { swap: other + one, drop: other, double: one + one + other, wrong: `q${other}` }[kind] ?? '';
  return name.replace(longest, before + middle + after);
}

it('the search takes an address whole or in part, days as people say them, and a number with its extension', async () => {
  const { agent } = await session('front_desk');
  const maya = await aPatient(agent, {
    firstName: 'Maya',
    lastName: 'Roy',
    email: 'Maya.Roy@Clinic.example',
    dateOfBirth: '1990-05-17',
    phone: '514 555 0177 poste 23, bureau',
  });
  await aPatient(agent, {
    firstName: 'Maya',
    lastName: 'Ray',
    email: 'maya.roy@other.example',
    dateOfBirth: '1971-01-02',
    phone: '604 555 0101',
  });
  const queries = ['maya.roy@clinic.example', 'MAYA.ROY@clin', '17/05/90', '19900517', '17051990', '17-May-1990', 'May 17 1990', '17 mai 1990',
    '1990-mai-17', 'roy 17/05/90', '514 555 0177 x 23', '5145550177 ext. 23', '+1 (514) 555-0177']; // prettier-ignore
  for (const q of queries) expect({ q, ids: (await ask(agent, { q })).data.map((one) => one.id) }).toEqual({ q, ids: [maya.id] });
});

it('lists and searches page to their end, each patient once, and say how many there are', async () => {
  const { agent } = await session('front_desk');
  const made: string[] = [];
  for (let at = 0; at < 53; at++)
    made.push((await aPatient(agent, { firstName: `Ann${at % 4}`, lastName: 'Roy', tags: at < 5 ? ['new'] : [] })).id);
  for (const q of [undefined, 'ann roy']) {
    const query = { ...(q && { q }), limit: '20' };
    const pages = await everyPage(agent, query);
    expect(pages.flatMap(({ data }) => data.map(({ id }) => id)).toSorted()).toEqual(made.toSorted());
    expect(pages.map(({ total }) => total)).toEqual(['50+', 53, 53]);
    expect((await ask(agent, { ...query, tag: 'new', limit: '2' })).total).toBe(5);
  }
  expect((await ask(agent, { q: 'ann roy', tag: 'gone' })).total).toBe(0);
  expect((await agent.get('/invoices').expect(200)).body).toEqual({ data: [], nextCursor: null, total: 0 });
});

it('names stand in the order of a Canadian directory, both ways', async () => {
  const { agent } = await session('front_desk');
  const names = [
    ['Zed', 'Cote'],
    ['Ann', 'Côté'],
    ['Eve', 'éclair'],
    ['Bo', 'Obrien'],
    ['Al', "O'Brien"],
    ['', 'Cher'],
    ['Dee', ''],
    ['Yan', 'Zola'],
  ] as const;
  for (const [firstName, lastName] of names) await aPatient(agent, { firstName, lastName });
  const seen = (await everyPage(agent, { limit: '3' })).flatMap(({ data }) => data.map((one) => `${one.lastName}|${one.firstName}`));
  expect(seen).toEqual(['Cher|', 'Cote|Zed', 'Côté|Ann', '|Dee', 'éclair|Eve', 'Obrien|Bo', "O'Brien|Al", 'Zola|Yan']);
  const down = (await everyPage(agent, { limit: '3', sort: '-lastName' })).flatMap(({ data }) =>
    data.map((one) => `${one.lastName}|${one.firstName}`),
  );
  expect(down).toEqual(seen.toReversed());
});

describe('a person with one name', () => {
  it.each([
    { firstName: 'Suharto', lastName: undefined },
    { lastName: 'Suharto', firstName: null },
  ])('is booked, billed and found (%#)', async (name) => {
    const { owner, app } = await session('front_desk', { workers: true });
    const diary = await aDiary(owner);
    const { id } = await aPatient(owner, { ...name, preferredName: null });
    const appointment = await anAppointment(owner, { ...diary, patientId: id });
    await owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const invoice = await owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    expect((invoice.body as { printed: { patientName: string } }).printed.patientName).toBe('Suharto');
    const hits = (await owner.get('/search?q=suharto').expect(200)).body as { data: { kind: string; title: string }[] };
    expect(hits.data.find(({ kind }) => kind === 'patient')?.title).toBe('Suharto');
    await app.settle();
    expect((await ask(owner, { q: 'suharto' })).data.map((one) => one.id)).toEqual([id]);
  });

  it('keeps one of the two, and nobody is without', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent, { lastName: '' });
    await agent.patch(`/patients/${id}`, { firstName: '' }, { ifMatch: '*' }).expect(400);
    const refused = await agent.post('/patients', { dateOfBirth: '1990-01-01' }).expect(400);
    expect(errorsOf(refused.body).map(({ pointer }) => pointer)).toEqual(['/firstName', '/lastName']);
    const changed = await agent.patch(`/patients/${id}`, { pronouns: 'they' }, { ifMatch: '*' }).expect(200);
    expect(changed.body).toMatchObject({ firstName: 'Amélie', lastName: '' });
  });
});

describe('a text that nobody sees', () => {
  it.each(['\u200b\u200d', '   ', '\u3164', '\u2800', 'Roy\u202egnp', '\u2066Roy'])('is no name (%#)', async (lastName) => {
    const { agent } = await session('front_desk');
    const refused = await agent.post('/patients', { firstName: 'A', lastName, dateOfBirth: '1990-01-01' }).expect(400);
    expect(errorsOf(refused.body)).toEqual([{ pointer: '/lastName', detail: expect.stringMatching(/seen|U\+202A/) }]);
  });

  it('is refused wherever a text is demanded', async () => {
    const { owner } = await session('owner');
    const blank = '\u200b \u00a0';
    const tries: [string, Record<string, unknown>, string][] = [
      [
        '/services',
        { name: blank, durationMinutes: 30, price: { amount: 1, currency: 'CAD' }, taxCode: 'exempt', profession: 'physiotherapist' },
        '/name',
      ],
      ['/locations', { name: blank }, '/name'],
      [
        '/patients',
        { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', emergencyContact: { name: blank } },
        '/emergencyContact/name',
      ],
      ['/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', alerts: ['x', blank] }, '/alerts'],
    ];
    for (const [path, body, pointer] of tries) {
      const refused = await owner.post(path, body).expect(400);
      expect(errorsOf(refused.body).map((fault) => fault.pointer)).toContain(pointer);
    }
  });

  it('is taken out of a name where it does no harm', async () => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent, { firstName: '\ufeffZo\u200be\u0301 ', lastName: 'علی\u200cرضا' });
    expect((await agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({ firstName: 'Zoé', lastName: 'علی\u200cرضا' });
  });
});

describe('a phone number', () => {
  it.each([
    ['514 555 0123 x 45', '+15145550123', '45', null],
    ['514-555-0123 poste 45, travail', '+15145550123', '45', 'travail'],
    ['(416) 555-0199 (ask for Jean)', '+14165550199', null, 'ask for Jean'],
    ['+33 6 12 34 56 78', '+33612345678', null, null],
  ])('%s keeps what was typed with it', async (phone, number, extension, remark) => {
    const { agent } = await session('front_desk');
    const { id } = await aPatient(agent, { phone });
    expect((await agent.get(`/patients/${id}`).expect(200)).body).toMatchObject({
      phone: number,
      phoneExtension: extension,
      phoneRemark: remark,
    });
  });

  it.each(['123 456 7890', '000 000 0000', '+1 911 555 0100', '416 555 019'])(
    '%s cannot be dialled, and the refusal says what to do',
    async (phone) => {
      const { agent } = await session('front_desk');
      const refused = await agent.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01', phone }).expect(400);
      expect(errorsOf(refused.body)).toEqual([{ pointer: '/phone', detail: expect.stringContaining('check its area code') }]);
    },
  );
});

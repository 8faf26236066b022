import { aPatient } from '../testing/patients.fixture.js';
import { type Session, session } from '../testing/session.js';

type Phone = Record<string, unknown>;
const errorsOf = (body: unknown) => (body as { errors: { pointer: string; detail: string }[] }).errors;

/** Whoever has a phone: where it stands in what is sent and answered, and the record it is written to. */
const OWNERS: [string, (at: Session) => Promise<string>, (phone: Phone) => Phone, string][] = [
  ['a patient', async ({ agent }) => `/patients/${(await aPatient(agent)).id}`, (phone) => phone, ''],
  [
    'an emergency contact',
    async ({ agent }) => `/patients/${(await aPatient(agent)).id}`,
    (phone) => ({ emergencyContact: { name: 'Jean', ...phone } }),
    '/emergencyContact',
  ],
  ['a clinic', async ({ clinic }) => `/clinics/${clinic.id}`, (phone) => phone, ''],
  [
    'a location',
    async ({ agent }) => `/locations/${((await agent.get('/locations').expect(200)).body as { data: { id: string }[] }).data[0]?.id}`,
    (phone) => phone,
    '',
  ],
];

describe.each(OWNERS)('the phone of %s', (_, recordOf, within, pointer) => {
  const none = { phone: null, phoneExtension: null, phoneRemark: null };

  it.each([
    ['(514) 555-0123 poste 45, travail', { phone: '+15145550123', phoneExtension: '45', phoneRemark: 'travail' }],
    ['+33 6 12 34 56 78', { phone: '+33612345678', phoneExtension: null, phoneRemark: null }],
  ])('%s is kept as a number, with its extension and remark, until it is emptied', async (typed, kept) => {
    const at = await session('owner');
    const path = await recordOf(at);
    const written = await at.agent.patch(path, within({ phone: typed }), { ifMatch: '*' }).expect(200);
    expect(written.body).toMatchObject(within(kept));
    expect((await at.agent.get(path).expect(200)).body).toMatchObject(within(kept));
    const emptied = await at.agent.patch(path, within({ phone: ' ' }), { ifMatch: '*' }).expect(200);
    expect(emptied.body).toMatchObject(within(none));
  });

  it.each(['123 456 7890', '+1 911 555 0100', '416 555 019', '+33 6 12', 'call me'])('%s is refused, with what to do', async (typed) => {
    const at = await session('owner');
    const refused = await at.agent.patch(await recordOf(at), within({ phone: typed }), { ifMatch: '*' }).expect(400);
    expect(errorsOf(refused.body)).toEqual([
      { pointer: `${pointer}/phone`, detail: expect.stringMatching(/such as 416 555 0199.* check its area code and digits/) },
    ]);
  });

  it('may be a remark alone, as what was written before numbers were checked, and goes back as it came', async () => {
    const at = await session('owner');
    const path = await recordOf(at);
    const older = { ...none, phoneRemark: 'ask at the desk' };
    await at.agent.patch(path, within(older), { ifMatch: '*' }).expect(200);
    const { body } = await at.agent.get(path).expect(200);
    expect(body).toMatchObject(within(older));
    const again = await at.agent.patch(path, within(older), { ifMatch: '*' }).expect(200);
    expect(again.body).toMatchObject(within(older));
  });
});

it('a location is made with its phone', async () => {
  const { agent } = await session('owner');
  const made = await agent.post('/locations', { name: 'Annex', timeZone: 'America/Toronto', phone: '613 555 0142 x 7' }).expect(201);
  expect(made.body).toMatchObject({ phone: '+16135550142', phoneExtension: '7', phoneRemark: null });
});

import { aCircle, brought, here } from '../testing/circle.fixture.js';
import type { Agent } from '../testing/agent.js';

beforeAll(aCircle);

const ANY = { ifMatch: '*' };
const ROW = { firstName: 'Mara', lastName: 'Member', profession: 'physiotherapist', registrationNumber: 'R-1001' };
let count = 0;
const anAddress = () => `corrected-${++count}@x.example`;

async function added(by: Agent): Promise<{ id: string; email: string }> {
  const email = anAddress();
  const { body } = await by.post('/practitioners', { ...ROW, email }).expect(201);
  return { id: (body as { id: string }).id, email };
}

/** Addresses that a practitioner's open invitations go to. */
const open = async (id: string) =>
  (
    await here.app.sql<{ email: string }>(
      'SELECT email::text AS email FROM invitation WHERE practitioner_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL',
      [id],
    )
  ).map(({ email }) => email);

describe('the address of a practitioner who has not joined', () => {
  it('is corrected by an owner: the former invitation ends, and one goes to the new address', async () => {
    const { id, email } = await added(here.owner);
    expect(await open(id)).toEqual([email]);
    const corrected = anAddress();
    const { body } = await here.owner.patch(`/practitioners/${id}`, { email: corrected }, ANY).expect(200);
    expect(body).toMatchObject({ email: corrected, access: 'invited' });
    expect(await open(id)).toEqual([corrected]);
  });

  it('is corrected by an administrator, who gives no access: an owner invites them', async () => {
    const { id } = await added(here.owner);
    const admin = await brought(here.owner, 'admin');
    const corrected = anAddress();
    const { body } = await admin.agent.patch(`/practitioners/${id}`, { email: corrected }, ANY).expect(200);
    expect(body).toMatchObject({ email: corrected, access: 'not_invited' });
    expect(await open(id)).toEqual([]);
    await here.owner.post(`/practitioners/${id}/invite`, {}).expect(200);
    expect(await open(id)).toEqual([corrected]);
  });

  it('keeps the further roles of who was invited, and is corrected by owners alone where one of them is an owner', async () => {
    const invited = async (roles: string[]) => {
      const { id, email } = await added(here.owner);
      await here.owner.post('/staff', { email, firstName: 'Mara', lastName: 'Member', roles }).expect(201);
      return { id, email };
    };
    const roles = async (id: string) =>
      here.app.sql('SELECT roles FROM invitation WHERE practitioner_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL', [id]);
    const both = await invited(['practitioner', 'front_desk']);
    await here.owner.patch(`/practitioners/${both.id}`, { email: anAddress() }, ANY).expect(200);
    expect(await roles(both.id)).toEqual([{ roles: expect.arrayContaining(['practitioner', 'front_desk']) as unknown }]);
    const admin = await brought(here.owner, 'admin');
    const owner = await invited(['practitioner', 'owner']);
    await admin.agent.patch(`/practitioners/${owner.id}`, { email: anAddress() }, ANY).expect(403);
    expect(await open(owner.id)).toEqual([owner.email]);
  });

  it('invites nobody anew where only its capitals change, or who was not invited yet', async () => {
    const { id, email } = await added(here.owner);
    await here.owner.patch(`/practitioners/${id}`, { email: email.toUpperCase() }, ANY).expect(200);
    expect(await open(id)).toEqual([email]);
    const admin = await brought(here.owner, 'admin');
    const waits = await added(admin.agent);
    const { body } = await here.owner.patch(`/practitioners/${waits.id}`, { email: anAddress() }, ANY).expect(200);
    expect(body).toMatchObject({ access: 'not_invited' });
    expect(await open(waits.id)).toEqual([]);
  });

  it('cannot be that of another practitioner, nor be changed once they have joined', async () => {
    const [one, other] = [await added(here.owner), await added(here.owner)];
    const taken = await here.owner.patch(`/practitioners/${one.id}`, { email: other.email }, ANY).expect(409);
    expect(taken.body).toMatchObject({ code: 'PRACTITIONER_EMAIL_TAKEN' });
    const joined = await brought(here.owner, 'practitioner');
    const { body } = await here.owner.patch(`/practitioners/${joined.practitionerId}`, { email: anAddress() }, ANY).expect(409);
    expect(body).toMatchObject({ code: 'ALREADY_JOINED', errors: [{ pointer: '/email' }] });
    await here.owner.patch(`/practitioners/${joined.practitionerId}`, { email: joined.email, lastName: 'Same' }, ANY).expect(200);
  });
});

import { aCircle, brought, here, known } from '../testing/circle.fixture.js';
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

const kept = async (id: string) =>
  here.app.sql<{ roles: string[] }>(
    'SELECT roles FROM invitation WHERE practitioner_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL',
    [id],
  );
/** Who was mailed of a right, by whose login. */
const told = async (kind: string, person: string) =>
  (
    await here.app.sql<{ to: string }>('SELECT recipient_id AS to FROM rights_notice WHERE clinic_id = $1 AND kind = $2 AND person = $3', [
      here.clinic.id,
      kind,
      person,
    ])
  ).map(({ to }) => to);

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
    const both = await invited(['practitioner', 'front_desk']);
    await here.owner.patch(`/practitioners/${both.id}`, { email: anAddress() }, ANY).expect(200);
    expect(await kept(both.id)).toEqual([{ roles: expect.arrayContaining(['practitioner', 'front_desk']) as unknown }]);
    const admin = await brought(here.owner, 'admin');
    const owner = await invited(['practitioner', 'owner']);
    await admin.agent.patch(`/practitioners/${owner.id}`, { email: anAddress() }, ANY).expect(403);
    expect(await open(owner.id)).toEqual([owner.email]);
  });

  it('is written down as corrected; every owner is told where it was not an owner who did it', async () => {
    const reasons = async (id: string) =>
      (
        await here.app.sql<{ reason: string | null }>(
          "SELECT reason FROM audit_entry WHERE what = 'practitioner' AND action = 'update' AND entity_id = $1 ORDER BY id",
          [id],
        )
      ).map(({ reason }) => reason);
    const lastName = `Told-${crypto.randomUUID().slice(0, 8)}`;
    const { id } = await added(here.owner);
    await here.owner.patch(`/practitioners/${id}`, { lastName }, ANY).expect(200);
    await here.owner.patch(`/practitioners/${id}`, { email: anAddress() }, ANY).expect(200);
    expect(await told('address_corrected', `Mara ${lastName}`)).toEqual([]);
    const admin = await brought(here.owner, 'admin');
    await admin.agent.patch(`/practitioners/${id}`, { email: anAddress() }, ANY).expect(200);
    expect(await reasons(id)).toEqual([null, 'address corrected', 'address corrected']);
    const owner = await known(here.owner);
    expect(await told('address_corrected', `Mara ${lastName}`)).toEqual([owner.userId]);
  });

  it('keeps what an open invitation of the new address gives', async () => {
    const { id } = await added(here.owner);
    const email = anAddress();
    const roles = ['front_desk', 'billing'];
    await here.owner.post('/staff', { email, firstName: 'Mara', lastName: 'Member', roles }).expect(201);
    await here.owner.patch(`/practitioners/${id}`, { email }, ANY).expect(200);
    const all = async () => (await kept(id)).map((one) => one.roles.toSorted());
    expect(await all()).toEqual([['billing', 'front_desk', 'practitioner']]);
    // So does a further mail to the same address.
    await here.owner.post(`/practitioners/${id}/invite`, {}).expect(200);
    expect(await all()).toEqual([['billing', 'front_desk', 'practitioner']]);
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

describe('a practitioner who is taken off the schedule before they joined', () => {
  it('is invited no more: the link ends, is written down, and does not come back with them', async () => {
    const { id, email } = await added(here.owner);
    const [invitation] = await here.app.sql<{ id: string }>('SELECT id FROM invitation WHERE practitioner_id = $1', [id]);
    const { body } = await here.owner.patch(`/practitioners/${id}`, { active: false }, ANY).expect(200);
    expect(body).toMatchObject({ active: false, access: 'not_invited' });
    expect(await open(id)).toEqual([]);
    const ended = "SELECT 1 FROM audit_entry WHERE what = 'invitation' AND action = 'delete' AND entity_id = $1";
    expect(await here.app.sql(ended, [invitation?.id])).toHaveLength(1);
    const refused = await here.owner.post(`/practitioners/${id}/invite`, {}).expect(409);
    expect(refused.body).toMatchObject({ code: 'INVITE_INACTIVE' });
    const back = await here.owner.patch(`/practitioners/${id}`, { active: true }, ANY).expect(200);
    expect(back.body).toMatchObject({ active: true, access: 'not_invited' });
    expect(await open(id)).toEqual([]);
    await here.owner.post(`/practitioners/${id}/invite`, {}).expect(200);
    expect(await open(id)).toEqual([email]);
  });

  it('has their address corrected without a new invitation', async () => {
    for (const change of [{ active: false }, { active: false, email: anAddress() }]) {
      const { id } = await added(here.owner);
      await here.owner.patch(`/practitioners/${id}`, change, ANY).expect(200);
      const email = anAddress();
      const { body } = await here.owner.patch(`/practitioners/${id}`, { email }, ANY).expect(200);
      expect(body).toMatchObject({ email, access: 'not_invited' });
      expect(await open(id)).toEqual([]);
    }
  });

  it('is taken off by owners alone where the invitation makes an owner, and by administrators otherwise', async () => {
    const admin = await brought(here.owner, 'admin');
    const { id, email } = await added(here.owner);
    const roles = ['practitioner', 'owner'];
    await here.owner.post('/staff', { email, firstName: 'Mara', lastName: 'Member', roles }).expect(201);
    const refused = await admin.agent.patch(`/practitioners/${id}`, { active: false }, ANY).expect(403);
    expect(refused.body).toMatchObject({ code: 'OWNER_ONLY' });
    expect(await open(id)).toEqual([email]);
    const other = await added(here.owner);
    await admin.agent.patch(`/practitioners/${other.id}`, { active: false }, ANY).expect(200);
    expect(await open(other.id)).toEqual([]);
  });

  it('keeps the way in of who had joined', async () => {
    const joined = await brought(here.owner, 'practitioner');
    const { body } = await here.owner.patch(`/practitioners/${joined.practitionerId}`, { active: false }, ANY).expect(200);
    expect(body).toMatchObject({ active: false, access: 'joined' });
  });
});

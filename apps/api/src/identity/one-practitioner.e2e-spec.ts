import { aCircle, brought, here, type Member } from '../testing/circle.fixture.js';

beforeAll(aCircle);

const ROW = { firstName: 'Mara', lastName: 'Member', profession: 'physiotherapist', registrationNumber: 'R-1001' };

/** Treats here, and signs in by another address since. */
async function withAnotherAddress(): Promise<Member & { now: string }> {
  const treats = await brought(here.owner, 'practitioner');
  const now = `other-${treats.email}`;
  await here.app.sql('UPDATE user_account SET email = $1 WHERE id = $2', [now, treats.userId]);
  return { ...treats, now };
}

describe('nobody is two practitioners of one clinic', () => {
  it('added again by another address', async () => {
    const { now, practitionerId, agent } = await withAnotherAddress();
    const { status, body } = await here.owner.post('/practitioners', { ...ROW, email: now });
    expect([status, body]).toMatchObject([409, { code: 'ALREADY_PRACTITIONER', practitionerId }]);
    const { body: session } = await agent.get('/session').expect(200);
    expect(session).toMatchObject({ practitionerId });
  });

  it('invited as one whom an administrator had entered', async () => {
    const { now, practitionerId, agent } = await withAnotherAddress();
    const admin = await brought(here.owner, 'admin');
    const { body } = await admin.agent.post('/practitioners', { ...ROW, email: now }).expect(201);
    const { status, body: refused } = await here.owner.post(`/practitioners/${(body as { id: string }).id}/invite`, {});
    expect([status, refused]).toMatchObject([409, { code: 'ALREADY_PRACTITIONER', practitionerId }]);
    await agent.get('/session').expect(200);
  });
});

import type { Agent } from '../../testing/agent.js';
import { aClinician, type Clinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, signedInAgain } from '../../testing/session.js';

const ANY = { ifMatch: '*' };
const REASON = 'Takes over while I am away';

interface Colleague {
  agent: Agent;
  practitionerId: string;
  memberId: string;
}

let here: Clinician;
beforeAll(async () => {
  here = await aClinician();
});

async function aColleague(): Promise<Colleague> {
  const { agent, practitionerId = '' } = await member(here.app, here.owner, here.clinic.id, 'practitioner');
  const { user } = (await agent.get('/session').expect(200)).body as { user: { id: string } };
  const { data } = (await here.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
  return { agent, practitionerId, memberId: data.find(({ userId }) => userId === user.id)?.id ?? '' };
}

const thisMinute = () => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
const treat = (patientId: string, practitionerId: string) =>
  here.owner.post('/appointments', { ...here.diary, patientId, practitionerId, start: thisMinute(), overbook: true }).expect(201);

const letIn = (patientId: string, { practitionerId }: Colleague) =>
  here.agent.post(`/patients/${patientId}/chart-access`, { reason: REASON, practitionerId });

/** A patient of `here`, into whose chart the colleague was let. */
async function aSharedPatient(colleague: Colleague): Promise<string> {
  const { id } = await aPatient(here.owner);
  await treat(id, here.diary.practitionerId);
  await letIn(id, colleague).expect(201);
  await colleague.agent.get(`/patients/${id}/chart`).expect(200);
  return id;
}

const change = ({ memberId }: Colleague, body: object) => here.owner.patch(`/staff/${memberId}`, body, ANY).expect(200);

const WAYS: [how: string, away: object, back: object][] = [
  ['is deactivated and let in again', { active: false }, { active: true }],
  ['loses the clinical role and gets it again', { roles: ['front_desk'] }, { roles: ['practitioner'] }],
];

describe('a practitioner who', () => {
  it.each(WAYS)('%s has no grant of before any more', async (_how, away, back) => {
    const colleague = await aColleague();
    const patientId = await aSharedPatient(colleague);
    await change(colleague, away);
    await change(colleague, back);
    const agent = await signedInAgain(here.app, colleague.practitionerId);
    expect((await agent.get(`/patients/${patientId}/chart`).expect(403)).body).toMatchObject({ code: 'CHART_CLOSED' });
    const ended = `SELECT 1 FROM audit_entry e JOIN chart_access a ON a.clinic_id = e.clinic_id AND a.id::text = e.entity_id::text
      WHERE a.clinic_id = $1 AND a.patient_id = $2 AND e.what = 'chart-access' AND e.reason = 'reader-left'`;
    expect(await here.app.sql(ended, [here.clinic.id, patientId])).toHaveLength(1);
    // Anew, by somebody's word, it opens again.
    await letIn(patientId, colleague).expect(201);
    await agent.get(`/patients/${patientId}/chart`).expect(200);
  });

  it.each(WAYS)('%s has no emergency of before any more', async (_how, away, back) => {
    const colleague = await aColleague();
    const { id } = await aPatient(here.owner);
    await colleague.agent.post(`/patients/${id}/chart-access`, { reason: 'She collapsed in the waiting room' }).expect(201);
    await change(colleague, away);
    await change(colleague, back);
    await (await signedInAgain(here.app, colleague.practitionerId)).get(`/patients/${id}/chart`).expect(403);
  });

  it('returns treats whom they treated: their appointments open the chart as before', async () => {
    const colleague = await aColleague();
    const { id } = await aPatient(here.owner);
    await treat(id, colleague.practitionerId);
    await change(colleague, { active: false });
    await change(colleague, { active: true });
    await (await signedInAgain(here.app, colleague.practitionerId)).get(`/patients/${id}/chart`).expect(200);
  });

  it('gets a further role keeps what they were let into', async () => {
    const colleague = await aColleague();
    const patientId = await aSharedPatient(colleague);
    await change(colleague, { roles: ['practitioner', 'billing'] });
    await change(colleague, { roles: ['practitioner'] });
    await colleague.agent.get(`/patients/${patientId}/chart`).expect(200);
  });

  it('is away is let into nothing for their return', async () => {
    const colleague = await aColleague();
    const { id } = await aPatient(here.owner);
    await treat(id, here.diary.practitionerId);
    for (const [, away, back] of WAYS) {
      await change(colleague, away);
      const refused = await letIn(id, colleague).expect(400);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/practitionerId' }] });
      await change(colleague, back);
    }
  });
});

import { aPatient } from '../testing/patients.fixture.js';
import { nobody, program, session } from '../testing/session.js';

interface Entry {
  id: string;
  action: string;
  what: string;
  actorName: string | null;
  patientIds: string[];
}

describe('the audit list', () => {
  it('tells who looked at whose record and who changed it, newest first', async () => {
    const at = await session('admin');
    const { id } = await aPatient(at.owner);
    await aPatient(at.owner, { lastName: 'Other' });
    const key = await program(at, ['patient:read']);
    await key.get(`/patients/${id}`).expect(200);
    await at.owner.patch(`/patients/${id}`, { lastName: 'Roy' }, { ifMatch: '*' }).expect(200);
    const { body } = await at.agent.get(`/audit?patientId=${id}`).expect(200);
    const entries = (body as { data: Entry[] }).data;
    expect(entries.every(({ patientIds }) => patientIds.includes(id))).toBe(true);
    expect(entries.map((one) => one.id)).toEqual(
      entries
        .map((one) => one.id)
        .toSorted()
        .reverse(),
    );
    expect(entries.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual(
      expect.arrayContaining(['create Olive Owner', 'read test', 'update Olive Owner']),
    );
    const looks = await at.agent.get('/audit?what=audit').expect(200);
    expect((looks.body as { data: Entry[] }).data).toEqual([expect.objectContaining({ action: 'read', patientIds: [id] })]);
  });

  it('names everybody of a list in one row, and comes page by page', async () => {
    const at = await session('owner');
    const people = [await aPatient(at.agent), await aPatient(at.agent, { lastName: 'Second' })];
    await at.agent.get(`/patients/${people[0]?.id}`).expect(200);
    await at.agent.get('/patients').expect(200);
    const { body } = await at.agent.get('/audit?action=read&what=patient.demographics&limit=1').expect(200);
    const page = body as { data: Entry[]; nextCursor: string };
    expect(page.data[0]?.patientIds.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
    const next = await at.agent.get(`/audit?limit=1&cursor=${page.nextCursor}`).expect(200);
    expect((next.body as { data: Entry[] }).data[0]?.id).not.toBe(page.data[0]?.id);
    await at.agent.get('/audit?from=2026-01-01').expect(400);
  });

  it('is closed to those without the right, to other clinics and to nobody in particular', async () => {
    const desk = await session('front_desk');
    const { id } = await aPatient(desk.agent);
    await desk.agent.get('/audit').expect(403);
    await (await nobody()).get('/audit').expect(401);
    const stranger = await session('owner');
    const { body } = await stranger.agent.get(`/audit?patientId=${id}`).expect(200);
    expect((body as { data: Entry[] }).data).toEqual([]);
  });
});

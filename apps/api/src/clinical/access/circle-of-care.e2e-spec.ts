import { APPOINTMENT_STATUSES, KEPT_STATUSES } from '@keel/contracts';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../../testing/agent.js';
import { aNote, aSignedNote, type Clinician, aClinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, program, type Session } from '../../testing/session.js';
import { type CareAppointment, opensAt } from './care-window.js';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

interface Access {
  id: string;
  kind: string;
  reviewedAt: string | null;
  expiresAt: string | null;
  appointmentId: string | null;
  userName: string | null;
  patientName: string | null;
}

let here: Clinician;
beforeAll(async () => {
  here = await aClinician({ workers: true });
});

async function ownLogin(): Promise<string> {
  const [row] = await here.app.sql<{ id: string }>('SELECT user_id AS id FROM practitioner WHERE id = $1', [here.practitionerId]);
  return row?.id ?? '';
}

/** Another patient, whom the practitioner does not know. */
async function unknown(): Promise<{ patientId: string; chart: string }> {
  const { id } = await aPatient(here.owner);
  return { patientId: id, chart: `/patients/${id}/chart` };
}

async function appointment(by: Agent, patientId: string, start: string, over: object = {}): Promise<string> {
  const body = { ...here.diary, patientId, start, overbook: true, ...over };
  return ((await by.post('/appointments', body).expect(201)).body as { id: string }).id;
}

const queue = async (patientId: string): Promise<Access[]> => {
  await here.app.settle();
  const { body } = await here.owner.get('/chart-access?unreviewed=true&limit=100').expect(200);
  return (body as { data: (Access & { patientId: string })[] }).data.filter((one) => one.patientId === patientId);
};

const sawDoctor = (patientId: string, start: string) =>
  here.app.sql(`UPDATE appointment SET start_at = $2, end_at = $2::timestamptz + interval '45 minutes' WHERE patient_id = $1`, [
    patientId,
    start,
  ]);

describe('an appointment that one gives oneself', () => {
  it('opens the chart a week before, and joins the queue of what is reviewed', async () => {
    const { patientId, chart } = await unknown();
    const id = await appointment(here.agent, patientId, fromNow(9));
    expect((await here.agent.get(chart).expect(403)).body).toMatchObject({ code: 'CHART_CLOSED' });
    expect(await queue(patientId)).toEqual([
      expect.objectContaining({
        kind: 'own_booking',
        appointmentId: id,
        userName: 'Mara Member',
        patientName: 'Amélie Gagné',
        reason: null,
      }),
    ]);
    await here.agent.patch(`/appointments/${id}`, { start: fromNow(6.9) }, { ifMatch: '*' }).expect(200);
    const { body } = await here.agent.get(chart).expect(200);
    expect(body).toMatchObject({ access: { by: 'own_booking', until: expect.stringMatching(/Z$/) as string } });
    expect(await queue(patientId)).toHaveLength(1);
  });

  it('is the same where it is taken over from a colleague, or restored', async () => {
    const { practitionerId: other = '' } = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    const takenOver = await unknown();
    const id = await appointment(here.owner, takenOver.patientId, fromNow(20), { practitionerId: other });
    await here.agent.patch(`/appointments/${id}`, { practitionerId: here.practitionerId }, { ifMatch: '*' }).expect(200);
    await here.agent.get(takenOver.chart).expect(403);
    const restored = await unknown();
    const off = await appointment(here.owner, restored.patientId, fromNow(20));
    await here.agent.get(restored.chart).expect(200);
    await here.agent.post(`/appointments/${off}/cancel`, { by: 'clinic' }).expect(200);
    await here.agent.get(restored.chart).expect(403);
    await here.agent.post(`/appointments/${off}/restore`, { overbook: true }).expect(200);
    await here.agent.get(restored.chart).expect(403);
    for (const { patientId } of [takenOver, restored]) expect(await queue(patientId)).toHaveLength(1);
  });

  it('is the same where a key of one’s own booked it', async () => {
    const userId = await ownLogin();
    const key = await program(here, ['appointment:book']);
    await here.app.sql(`UPDATE api_key SET user_id = $2 WHERE clinic_id = $1`, [here.clinic.id, userId]);
    const { patientId, chart } = await unknown();
    await appointment(key, patientId, fromNow(20));
    await here.agent.get(chart).expect(403);
    expect(await queue(patientId)).toHaveLength(1);
  });

  it('joins no queue where the chart is open anyway, and closes when the reviewer ends it', async () => {
    const known = await unknown();
    await appointment(here.owner, known.patientId, fromNow(30));
    await appointment(here.agent, known.patientId, fromNow(31));
    expect(await queue(known.patientId)).toEqual([]);
    const { patientId, chart } = await unknown();
    await appointment(here.agent, patientId, fromNow(1));
    await here.agent.get(chart).expect(200);
    const [row] = await queue(patientId);
    await here.owner.post(`/chart-access/${row?.id}/review`, { outcome: 'unjustified', comment: 'No referral' }).expect(200);
    await here.agent.get(chart).expect(403);
    expect((await here.owner.get(`/chart-access/${row?.id}`).expect(200)).body).toMatchObject({
      reviewOutcome: 'unjustified',
      reviewComment: 'No referral',
      reviewerName: 'Olive Owner',
    });
  });
});

describe('an appointment that others give', () => {
  it('opens the chart at once, and no more once it is off', async () => {
    for (const end of ['cancel', 'no-show'] as const) {
      const { patientId, chart } = await unknown();
      const id = await appointment(here.owner, patientId, fromNow(end === 'cancel' ? 40 : -0.1));
      expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'appointment' } });
      await here.owner.post(`/appointments/${id}/${end}`, end === 'cancel' ? { by: 'patient' } : {}).expect(200);
      await here.agent.get(chart).expect(403);
    }
  });

  it('keeps it open to the end of care: a year after it was kept, a week after it was not marked', async () => {
    const kept = await unknown();
    const unmarked = await unknown();
    await here.owner.post(`/appointments/${await appointment(here.owner, kept.patientId, fromNow(-1))}/arrive`).expect(200);
    await appointment(here.owner, unmarked.patientId, fromNow(-1));
    for (const { chart } of [kept, unmarked]) await here.agent.get(chart).expect(200);
    for (const { patientId } of [kept, unmarked]) await sawDoctor(patientId, fromNow(-8));
    await here.agent.get(kept.chart).expect(200);
    await here.agent.get(unmarked.chart).expect(403);
    await sawDoctor(kept.patientId, fromNow(-366));
    await here.agent.get(kept.chart).expect(403);
  });

  it('is no care while it waits to be approved', async () => {
    const { patientId, chart } = await unknown();
    const id = await appointment(here.owner, patientId, fromNow(1));
    await here.app.sql("UPDATE appointment SET status = 'pending' WHERE id = $1", [id]);
    await here.agent.get(chart).expect(403);
  });

  it('means the same to every way into the record', async () => {
    const note = await aSignedNote(here.agent, here.appointment.id);
    const colleague = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    const { patientId } = here.diary;
    const added = async (path: string) =>
      `${path}/${((await here.owner.post(path, { patientId, description: 'Of long standing' }).expect(201)).body as { id: string }).id}`;
    const kinds = ['/allergies', '/problems', '/medications'];
    const ways = [
      `/patients/${patientId}/chart`,
      `/notes/${note.id}`,
      `/notes/${note.id}/versions`,
      `/notes?patientId=${patientId}`,
      ...kinds.map((path) => `${path}?patientId=${patientId}`),
      ...(await Promise.all(kinds.map(added))),
    ];
    const answers = async () => Promise.all(ways.map(async (way) => (await colleague.agent.get(way)).status));
    expect(new Set(await answers())).toEqual(new Set([403]));
    await here.owner
      .post('/appointments', { ...here.diary, practitionerId: colleague.practitionerId, start: fromNow(3), overbook: true })
      .expect(201);
    expect(new Set(await answers())).toEqual(new Set([200]));
    await here.app.sql("UPDATE appointment SET status = 'cancelled' WHERE practitioner_id = $1", [colleague.practitionerId]);
    expect(new Set(await answers())).toEqual(new Set([403]));
  });
});

describe('the rule in the database', () => {
  it('is the rule of the code, for every state, owner, word and day', async () => {
    const days = [-500, -366, -364, -100, -8, -6, -1, 0, 1, 6.9, 7.1, 100];
    const differing: string[] = [];
    const { patientId, chart } = await unknown();
    const id = await appointment(here.agent, patientId, fromNow(1));
    const [mine, others] = [await ownLogin(), randomUUID()];
    const said = [
      undefined,
      ...[-13, -11, 47, 49].map((hours) => ({ hours, by: mine })),
      { hours: 2000, by: others },
      { hours: 2, by: null },
    ];
    const places = APPOINTMENT_STATUSES.flatMap((status) => days.flatMap((day) => [true, false].map((own) => ({ status, day, own }))));
    const received = places.flatMap((place) =>
      (KEPT_STATUSES.includes(place.status) ? said : [undefined]).map((word) => ({ ...place, word })),
    );
    for (const { status, day, own, word } of received) {
      const start = Date.now() + day * DAY;
      const at = word && start + word.hours * 3_600_000;
      await here.app.sql(
        `UPDATE appointment SET status = $2, start_at = $3, end_at = $3::timestamptz + interval '45 minutes', placed_by = $4, received_by = $5,
          received_at = $6 WHERE id = $1`,
        [id, status, new Date(start), own ? mine : null, word?.by ?? null, at === undefined ? null : new Date(at)],
      );
      const open = (await here.agent.get(chart)).status === 200;
      const is: CareAppointment = {
        status,
        start,
        end: start + 45 * 60_000,
        own,
        received: at === undefined ? at : { at, byOthers: word?.by === others },
      };
      if (open !== opensAt(is, Date.now())) differing.push(`${JSON.stringify({ status, day, own, word })}: ${open}`);
    }
    expect(differing).toEqual([]);
  });
});

describe('opening a chart for a reason', () => {
  const open = (session: Pick<Session, 'agent'>, patientId: string, reason = 'She collapsed in the waiting room') =>
    session.agent.post(`/patients/${patientId}/chart-access`, { reason });

  it('lasts an hour, and says until when', async () => {
    const { patientId, chart } = await unknown();
    const { body } = await open(here, patientId).expect(201);
    const lasts = Date.parse((body as Access).expiresAt ?? '') - Date.now();
    expect(Math.round(lasts / 60_000)).toBe(60);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'override', until: (body as Access).expiresAt } });
    await here.app.sql(`UPDATE chart_access SET expires_at = expires_at - interval '61 minutes' WHERE id = $1`, [(body as Access).id]);
    await here.agent.get(chart).expect(403);
  });

  it('wants words', async () => {
    const { patientId } = await unknown();
    for (const reason of ['......', 'x x x x', 'asdfasdf', '   ']) {
      expect((await open(here, patientId, reason).expect(400)).body).toMatchObject({ errors: [{ pointer: '/reason' }] });
    }
  });

  it('is told to the owners at once, who are not told whose chart it was', async () => {
    const { patientId } = await unknown();
    const { body } = await open(here, patientId).expect(201);
    await here.app.settle();
    const mails = await here.app.sql<{ status: string; recipient: string }>(
      `SELECT m.status, m.recipient_id AS recipient FROM message m WHERE m.kind = 'chart_opened' AND m.subject_id = $1`,
      [(body as Access).id],
    );
    const owners = await here.app.sql<{ id: string }>(
      `SELECT user_id AS id FROM membership WHERE clinic_id = $1 AND 'owner' = ANY (roles)`,
      [here.clinic.id],
    );
    expect(mails.map(({ recipient }) => recipient)).toEqual(owners.map(({ id }) => id));
  });

  it('lets in nobody else, neither a colleague nor oneself for longer', async () => {
    const colleague = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    const { patientId } = await unknown();
    await open(here, patientId).expect(201);
    const grant = { reason: 'Shared care', practitionerId: colleague.practitionerId };
    expect((await here.agent.post(`/patients/${patientId}/chart-access`, grant).expect(403)).body).toMatchObject({
      code: 'GRANT_NOT_YOURS',
    });
    const booked = await unknown();
    await appointment(here.agent, booked.patientId, fromNow(1));
    await here.agent.post(`/patients/${booked.patientId}/chart-access`, grant).expect(403);
    const own = { ...grant, practitionerId: here.practitionerId };
    await here.agent.post(`/patients/${here.diary.patientId}/chart-access`, own).expect(403);
    await here.agent.post(`/patients/${here.diary.patientId}/chart-access`, grant).expect(201);
  });

  it('is reviewed by somebody else', async () => {
    const { patientId } = await unknown();
    const { body } = await open(here, patientId).expect(201);
    const { id } = body as Access;
    await here.app.sql(`UPDATE membership SET roles = roles || '{admin}'::text[] WHERE clinic_id = $1 AND 'practitioner' = ANY (roles)`, [
      here.clinic.id,
    ]);
    expect((await here.agent.post(`/chart-access/${id}/review`).expect(403)).body).toMatchObject({ code: 'OWN_ACCESS' });
    const colleague = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    const granted = await here.agent
      .post(`/patients/${here.diary.patientId}/chart-access`, { reason: 'Shared care', practitionerId: colleague.practitionerId })
      .expect(201);
    await here.agent.post(`/chart-access/${(granted.body as Access).id}/review`).expect(403);
    await here.owner.post(`/chart-access/${id}/review`, { outcome: 'perhaps' }).expect(400);
    const done = await here.owner.post(`/chart-access/${id}/review`).expect(200);
    expect(done.body).toMatchObject({ reviewOutcome: 'justified', reviewedAt: expect.any(String) as string });
    await here.app.sql(`UPDATE membership SET roles = array_remove(roles, 'admin') WHERE clinic_id = $1`, [here.clinic.id]);
  });

  it('leaves drafts and other authors’ confidential notes closed', async () => {
    const note = await aNote(here.agent, here.appointment.id);
    const colleague = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    await open(colleague, here.diary.patientId).expect(201);
    await colleague.agent.get(`/notes/${note.id}`).expect(403);
  });
});

import type { Agent } from '../../testing/agent.js';
import { type Clinician, aClinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, program } from '../../testing/session.js';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

// The appointments of all these scenes are booked over each other.
const BODIES: Record<string, object> = { cancel: { by: 'clinic' }, restore: { overbook: true } };

type Who = 'reader' | 'readerKey' | 'desk' | 'colleague';
interface Scene {
  patientId: string;
  chart: string;
  as: (who: Who) => Agent;
  /** Books with the reader unless told otherwise; days from now. */
  book: (who: Who, days: number, practitionerId?: string) => Promise<string>;
  does: (who: Who, id: string, ...actions: string[]) => Promise<void>;
  move: (who: Who, id: string, dto: object) => Promise<void>;
  /** As if so many days went by since all that is written of this patient. */
  later: (days: number) => Promise<void>;
  sign: (id: string) => Promise<void>;
  waits: () => Promise<string[]>;
  review: (outcome: 'justified' | 'unjustified') => Promise<void>;
}
/** What an appointment opens, and until how many days after its end; `waits` how many rows somebody must look at. */
interface Row {
  of: string;
  when: (scene: Scene) => Promise<string>;
  by: 'appointment' | 'own_booking' | null;
  days: 7 | 365 | null;
  waits: number;
}

let here: Clinician;
let agents: Record<Who, Agent>;
let colleagueId: string;
beforeAll(async () => {
  here = await aClinician();
  const [desk, colleague] = [
    await member(here.app, here.owner, here.clinic.id, 'front_desk'),
    await member(here.app, here.owner, here.clinic.id, 'practitioner'),
  ];
  const readerKey = await program(here, ['appointment:book', 'appointment:manage']);
  const [me] = await here.app.sql<{ id: string }>('SELECT user_id AS id FROM practitioner WHERE id = $1', [here.practitionerId]);
  await here.app.sql('UPDATE api_key SET user_id = $2 WHERE clinic_id = $1', [here.clinic.id, me?.id]);
  agents = { reader: here.agent, readerKey, desk: desk.agent, colleague: colleague.agent };
  colleagueId = colleague.practitionerId ?? '';
});

async function scene(): Promise<Scene> {
  const { id: patientId } = await aPatient(here.owner);
  const as = (who: Who) => agents[who];
  const waiting = async () => {
    const { body } = await here.owner.get('/chart-access?limit=100&unreviewed=true').expect(200);
    return (body as { data: { id: string; patientId: string }[] }).data.filter((one) => one.patientId === patientId).map(({ id }) => id);
  };
  return {
    patientId,
    chart: `/patients/${patientId}/chart`,
    as,
    book: async (who, days, practitionerId = here.practitionerId) => {
      const body = { ...here.diary, patientId, practitionerId, start: fromNow(days), overbook: true };
      return ((await as(who).post('/appointments', body).expect(201)).body as { id: string }).id;
    },
    does: async (who, id, ...actions) => {
      for (const action of actions)
        await as(who)
          .post(`/appointments/${id}/${action}`, BODIES[action] ?? {})
          .expect(200);
    },
    move: async (who, id, dto) => {
      await as(who)
        .patch(`/appointments/${id}`, { overbook: true, ...dto }, { ifMatch: '*' })
        .expect(200);
    },
    later: async (days) => {
      const columns = {
        appointment: ['start_at', 'end_at', 'placed_at', 'received_at'],
        chart_access: ['given_at', 'reviewed_at', 'appointment_at'],
      };
      for (const [table, names] of Object.entries(columns)) {
        const earlier = names.map((name) => `${name} = ${name} - $2::integer * interval '24 hours'`).join(', ');
        await here.app.sql(`UPDATE ${table} SET ${earlier} WHERE patient_id = $1`, [patientId, days]);
      }
    },
    sign: async (appointmentId) => {
      const { body } = await here.agent.post('/notes', { appointmentId }).expect(201);
      await here.agent.post(`/notes/${(body as { id: string }).id}/sign`, {}, { ifMatch: '*' }).expect(200);
    },
    waits: waiting,
    review: async (outcome) => {
      const [row] = await waiting();
      await here.owner.post(`/chart-access/${row}/review`, { outcome }).expect(200);
    },
  };
}

const MARKS = ['arrive', 'start', 'complete'];
/** Long enough ago that no booking speaks for it any more. */
const LAPSED = -300;

const rows: Row[] = [
  // In its time.
  {
    of: 'an appointment of others, marked by the reader on its day',
    when: async ({ book, does }) => {
      const id = await book('desk', -0.2);
      await does('reader', id, ...MARKS);
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
  {
    of: 'an appointment of others, marked and signed by the reader the next morning',
    when: async ({ book, sign }) => {
      const id = await book('desk', -0.9);
      await sign(id);
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
  {
    of: 'an own appointment, written up the next morning',
    when: async ({ book, sign }) => {
      const id = await book('reader', -0.9);
      await sign(id);
      return id;
    },
    by: 'own_booking',
    days: 365,
    waits: 1,
  },
  {
    of: 'an appointment of others that is kept, reopened and completed again weeks later',
    when: async ({ book, does, later }) => {
      const id = await book('desk', -0.2);
      await does('reader', id, ...MARKS);
      await later(30);
      await does('reader', id, 'reopen', 'start', 'complete');
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
  // Late, by the reader alone.
  ...MARKS.map((_, last): Row => ({
    of: `a lapsed appointment of others, marked by the reader (${MARKS.slice(0, last + 1).join(', ')})`,
    when: async ({ book, does }) => {
      const id = await book('desk', LAPSED);
      await does('reader', id, ...MARKS.slice(0, last + 1));
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  })),
  {
    of: 'a lapsed appointment of others, signed by the reader',
    when: async ({ book, sign }) => {
      const id = await book('desk', LAPSED);
      await sign(id);
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'a lapsed appointment of others, marked by a key of the reader',
    when: async ({ book, does }) => {
      const id = await book('desk', LAPSED);
      await does('readerKey', id, ...MARKS);
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'a lapsed appointment of others, missed, restored and marked by the reader',
    when: async ({ book, does }) => {
      const id = await book('desk', LAPSED);
      await does('reader', id, 'no-show', 'restore', 'arrive');
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'a lapsed appointment of a colleague, taken over and marked by the reader',
    when: async ({ book, does, move }) => {
      const id = await book('desk', LAPSED, colleagueId);
      await move('reader', id, { practitionerId: here.practitionerId });
      await does('reader', id, ...MARKS);
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'an appointment of long ago, booked by the reader and marked by them',
    when: async ({ book, does }) => {
      const id = await book('reader', LAPSED);
      await does('reader', id, ...MARKS);
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'an appointment of long ago, booked and marked by a key of the reader',
    when: async ({ book, does }) => {
      const id = await book('readerKey', LAPSED);
      await does('readerKey', id, ...MARKS);
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  {
    of: 'an appointment of others, marked by the reader three days after it',
    when: async ({ book, does }) => {
      const id = await book('desk', -3);
      await does('reader', id, ...MARKS);
      return id;
    },
    by: 'appointment',
    days: 7,
    waits: 1,
  },
  {
    of: 'an appointment of others a month ahead, marked by the reader now',
    when: async ({ book, does }) => {
      const id = await book('desk', 30);
      await does('reader', id, ...MARKS);
      return id;
    },
    by: 'appointment',
    days: 7,
    waits: 1,
  },
  {
    of: 'an appointment received by others in time, that its reader takes back and marks anew',
    when: async ({ book, does, later }) => {
      const id = await book('desk', -0.2);
      await does('desk', id, 'arrive');
      await later(30);
      await does('reader', id, 'unarrive', 'arrive');
      return id;
    },
    by: null,
    days: null,
    waits: 1,
  },
  // Brought to today by the reader: their own word, and looked at.
  {
    of: 'a lapsed appointment of others, moved to today and marked by the reader',
    when: async ({ book, does, move }) => {
      const id = await book('desk', LAPSED);
      await move('reader', id, { start: fromNow(-0.1) });
      await does('reader', id, ...MARKS);
      return id;
    },
    by: 'own_booking',
    days: 365,
    waits: 1,
  },
  // With somebody else’s word.
  {
    of: 'a lapsed appointment of others, marked by the desk',
    when: async ({ book, does }) => {
      const id = await book('desk', LAPSED);
      await does('desk', id, 'arrive');
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
  {
    of: 'an own appointment, received by a colleague',
    when: async ({ book, does }) => {
      const id = await book('reader', -0.1);
      await does('colleague', id, 'arrive');
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 1,
  },
  {
    of: 'a lapsed appointment of others, marked by the reader and found justified',
    when: async ({ book, does, review }) => {
      const id = await book('desk', LAPSED);
      await does('reader', id, 'arrive');
      await review('justified');
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
  {
    of: 'a lapsed appointment of others, marked by the reader and found unjustified',
    when: async ({ book, does, review }) => {
      const id = await book('desk', LAPSED);
      await does('reader', id, 'arrive');
      await review('unjustified');
      return id;
    },
    by: null,
    days: null,
    waits: 0,
  },
  // A booking of one’s own is not vouched for by what one says oneself of another appointment.
  {
    of: 'an own booking, after which the reader marks a lapsed appointment of others',
    when: async ({ book, does }) => {
      const old = await book('desk', LAPSED);
      const id = await book('reader', 2);
      await does('reader', old, ...MARKS);
      return id;
    },
    by: 'own_booking',
    days: 7,
    waits: 2,
  },
  {
    of: 'an own booking, before which the reader marked a lapsed appointment of others',
    when: async ({ book, does }) => {
      await does('reader', await book('desk', LAPSED), ...MARKS);
      return book('reader', 2);
    },
    by: 'own_booking',
    days: 7,
    waits: 2,
  },
  {
    of: 'an own booking, where others gave an appointment that was marked on its day',
    when: async ({ book, does, later }) => {
      const id = await book('desk', -0.2);
      await does('reader', id, ...MARKS);
      await later(60);
      await book('reader', 2);
      return id;
    },
    by: 'appointment',
    days: 365,
    waits: 0,
  },
];

describe('what the word of a practitioner alone makes of an appointment', () => {
  it.each(rows)('$of: $by, $days days after it, $waits to be looked at', async ({ when, by, days, waits }) => {
    const made = await scene();
    const id = await when(made);
    expect(await made.waits()).toHaveLength(waits);
    const answer = await here.agent.get(made.chart);
    if (by === null) {
      expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ code: 'CHART_CLOSED' })]);
      return;
    }
    const { end } = (await here.agent.get(`/appointments/${id}`).expect(200)).body as { end: string };
    const { access } = answer.body as { access: { by: string; until: string } };
    expect(access.by).toBe(by);
    expect(Math.round((Date.parse(access.until) - Date.parse(end)) / DAY)).toBe(days);
  });

  it('leaves the chart open while an appointment of one’s own is written up, and closes it a week after where nobody looked', async () => {
    const { book, does, later, chart, review, waits } = await scene();
    const id = await book('reader', -0.2);
    await later(3);
    await here.agent.get(chart).expect(200);
    await does('reader', id, ...MARKS);
    await here.agent.get(chart).expect(200);
    expect(await waits()).toHaveLength(1);
    await later(5);
    await here.agent.get(chart).expect(403);
    await review('justified');
    await here.agent.get(chart).expect(200);
  });

  it('lets nobody in by an appointment that lapsed', async () => {
    const { book, does, patientId } = await scene();
    await does('reader', await book('desk', LAPSED), ...MARKS);
    const grant = { reason: 'Shared care', practitionerId: colleagueId };
    await here.agent.post(`/patients/${patientId}/chart-access`, grant).expect(403);
  });
});

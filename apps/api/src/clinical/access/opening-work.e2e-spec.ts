import { aPatient } from '../../testing/patients.fixture.js';
import { aCircle, brought, desk, here, MARKS, reader, scene } from '../../testing/circle.fixture.js';
import { workOf } from '../../testing/work-items.fixture.js';

beforeAll(() => aCircle());

const REVIEWS = '&kind=chart_access_review';
const queue = async () => {
  const { body } = await here.owner.get('/chart-access?unreviewed=true&limit=200').expect(200);
  return (body as { data: { id: string }[] }).data.map(({ id }) => id).toSorted();
};
const work = async () => (await workOf(here.owner, REVIEWS)).map(({ subject }) => subject.id).toSorted();

describe('an opening of a chart that somebody must look at', () => {
  it('is work until it is reviewed, says who opened it and not whose chart, and is done by the review', async () => {
    const person = await brought(here.owner, 'practitioner');
    const { id: patientId } = await aPatient(here.owner, { firstName: 'Zenobia' });
    const reason = 'She collapsed in the waiting room';
    const { body } = await person.agent.post(`/patients/${patientId}/chart-access`, { reason }).expect(201);
    const { id } = body as { id: string };
    const item = (await workOf(here.owner, REVIEWS)).find(({ subject }) => subject.id === id);
    expect(item).toMatchObject({
      title: 'A chart was opened: review whether rightly',
      subject: { kind: 'chart-access' },
      doneWith: `POST /chart-access/${id}/review`,
      memberId: person.userId,
      patient: null,
    });
    expect(JSON.stringify(item)).not.toMatch(new RegExp(`${patientId}|Zenobia|collapsed`));
    expect(await workOf(desk.agent, REVIEWS)).toEqual([]);
    await here.owner.post(`/chart-access/${id}/review`, { outcome: 'justified' }).expect(200);
    expect(await work()).not.toContain(id);
    const done = (await workOf(here.owner, `${REVIEWS}&done=true`)).find(({ subject }) => subject.id === id);
    expect(done).toMatchObject({ id: item?.id, doneAt: expect.any(String) as string, doneBy: expect.any(String) as string });
    // A slip: it waits again.
    await here.owner.post(`/chart-access/${id}/review`, { outcome: 'withdrawn' }).expect(200);
    expect(await work()).toContain(id);
  });

  it('is asked each time whether others vouch for it, as the queue of reviews is', async () => {
    const { book, does, waits } = await scene();
    await book(reader.agent, 2);
    expect(await waits()).toBe(1);
    expect(await work()).toEqual(await queue());
    const vouching = await scene();
    const given = await vouching.book(desk.agent, 1);
    await vouching.book(reader.agent, 3);
    expect(await vouching.waits()).toBe(0);
    expect(await work()).toEqual(await queue());
    await vouching.does(desk.agent, given, 'cancel');
    expect(await vouching.waits()).toBe(1);
    expect(await work()).toEqual(await queue());
    const kept = await scene();
    await kept.does(desk.agent, await kept.book(desk.agent, -0.2), ...MARKS);
    await kept.book(reader.agent, 4);
    expect(await work()).toEqual(await queue());
    await does(desk.agent, await book(desk.agent, 5), 'cancel');
    expect(await work()).toEqual(await queue());
  });
});

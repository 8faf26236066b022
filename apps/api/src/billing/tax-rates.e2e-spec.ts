import { aDiary, aService, anAppointment } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

const CAD = (amount: number) => ({ amount, currency: 'CAD' });

/** An appointment of a taxable service in a province on a day. */
async function scene(region: string, day: string) {
  const { agent, owner } = await session('owner');
  const diary = await aDiary(owner);
  const there = { name: `In ${region}`, timeZone: 'America/Toronto', country: 'CA', region };
  const { id: locationId } = (await owner.post('/locations', there).expect(201)).body as { id: string };
  const { id: serviceId } = await aService(owner, { name: 'Massage', taxCode: 'taxable', price: CAD(10_000) });
  const appointment = await anAppointment(agent, { ...diary, serviceId }, { start: `${day}T16:00:00Z`, locationId, overbook: true });
  await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return { agent, appointment };
}

describe('a taxable appointment of a day whose rates are not known', () => {
  it.each([
    ['ON', '2009-11-23', '2010-07-01'],
    ['NB', '2016-06-20', '2016-07-01'],
    ['PE', '2016-09-20', '2016-10-01'],
    ['NS', '2010-06-20', '2010-07-01'],
    ['QC', '2012-11-23', '2013-01-01'],
  ])('in %s on %s is kept as a draft and never issued untaxed', async (region, day, knownFrom) => {
    const { agent, appointment } = await scene(region, day);
    const refused = await agent.post(`/appointments/${appointment.id}/invoice`).expect(409);
    expect(refused.body).toMatchObject({ code: 'TAX_RATES_UNKNOWN', knownFrom });
    const { body } = await agent.post(`/appointments/${appointment.id}/invoice`, { draft: true }).expect(201);
    const { id, lines } = body as { id: string; lines: Record<string, unknown>[] };
    expect((await agent.post(`/invoices/${id}/issue`).expect(409)).body).toMatchObject({ code: 'TAX_RATES_UNKNOWN', knownFrom });
    expect((await agent.get(`/invoices/${id}`).expect(200)).body).toMatchObject({ status: 'draft', number: null });
    const exempt = lines.map(({ id, description, quantity, unitPrice }) => ({ id, description, quantity, unitPrice, taxCode: 'exempt' }));
    await agent.patch(`/invoices/${id}`, { lines: exempt }, { ifMatch: '*' }).expect(200);
    expect((await agent.post(`/invoices/${id}/issue`).expect(200)).body).toMatchObject({ number: '00001', total: CAD(10_000) });
  });

  it('is issued from the first day of the rates on', async () => {
    const { agent, appointment } = await scene('QC', '2013-01-01');
    const { body } = await agent.post(`/appointments/${appointment.id}/invoice`).expect(201);
    expect(body).toMatchObject({ tax: CAD(500 + 998) });
  });
});

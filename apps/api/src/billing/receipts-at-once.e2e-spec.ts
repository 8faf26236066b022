import { canReadPdf, wordsOf } from '../testing/pdf.js';
import type { Agent } from '../testing/agent.js';
import { aDiary, aService, anAppointment } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

const MANY = 60;
const withReader = canReadPdf ? it : it.skip;

async function anInvoice(agent: Agent, owner: Agent): Promise<{ id: string }> {
  const { id: serviceId } = await aService(owner, { name: 'Massage 60', price: { amount: 10_000, currency: 'CAD' } });
  const appointment = await anAppointment(agent, { ...(await aDiary(owner)), serviceId });
  await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return (await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as { id: string };
}

describe('many receipts at once', () => {
  withReader('are printed or refused for now, and hold up neither a light request, another clinic nor those that come later', async () => {
    const { agent, owner } = await session('front_desk');
    const invoice = await anInvoice(agent, owner);
    const other = await session('front_desk');
    const theirs = await anInvoice(other.agent, other.owner);
    const pdf = (of: Agent, { id }: { id: string }) => of.get(`/invoices/${id}/pdf`).responseType('blob');
    const done: string[] = [];
    const asked = Promise.all(
      Array.from({ length: MANY }, async () => {
        const answer = await pdf(agent, invoice);
        if (answer.status === 200) done.push('print');
        return answer;
      }),
    );
    const [answers] = await Promise.all([
      asked,
      agent.get('/clinics/none').then(() => done.push('light')),
      pdf(other.agent, theirs).expect(200),
    ]);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers, body } of refused) {
      expect([status, headers['retry-after']]).toEqual([503, '5']);
      expect(JSON.parse(String(body))).toMatchObject({ code: 'TOO_MANY_WAITING', status: 503 });
    }
    expect(done.filter((what) => what === 'print').length).toBeGreaterThan(5);
    expect(done.slice(0, -1)).toContain('light');
    const { body } = await pdf(agent, invoice).expect(200);
    expect(wordsOf(body as Buffer)).toContain('Massage 60');
  });
});

import { addDays } from '@keel/calendar';
import type { Agent } from '../testing/agent.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, aPractitioner, aService, at, anAppointment, comingDay, type Diary, workingHours } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

interface Line {
  id: string;
  description: string;
  serviceId: string | null;
  quantity: number;
  unitPrice: { amount: number; currency: string };
  taxCode: string;
}
interface Invoice {
  id: string;
  status: string;
  appointmentStatus: string;
  serviceDate: string;
  practitionerId: string;
  locationId: string;
  lines: Line[];
  taxes: { name: string; amount: { amount: number } }[];
  total: { amount: number };
}
interface Appointment {
  id: string;
  status: string;
  invoiceId: string | null;
  invoiceStatus: string | null;
  paid: boolean;
}

const CAD = (amount: number) => ({ amount, currency: 'CAD' });
const monday = comingDay();
const TAPE = { description: 'Tape', quantity: 2, unitPrice: CAD(1000), taxCode: 'taxable' };
/** An appointment that is not to be, and how it stands then. */
const CALLED_OFF = [
  ['cancel', { by: 'patient' }, 'cancelled'],
  ['no-show', undefined, 'no_show'],
] as const;
const pickLine = ({ id, description, quantity, unitPrice, taxCode }: Partial<Line>) => ({ id, description, quantity, unitPrice, taxCode });

async function scene() {
  const here = await session('owner');
  const { agent } = here;
  const diary = await aDiary(here.owner);
  const act = (appointment: { id: string }, action: string, body?: object) => agent.post(`/appointments/${appointment.id}/${action}`, body);
  const arrived = async (over: Partial<Diary> = {}) => {
    const appointment = await anAppointment(agent, { ...diary, ...over });
    await act(appointment, 'arrive').expect(200);
    return appointment;
  };
  /** An appointment is a no-show only once it has begun. */
  const begun = ({ id }: { id: string }) =>
    here.app.sql("UPDATE appointment SET start_at = start_at - interval '28 days', end_at = end_at - interval '28 days' WHERE id = $1", [
      id,
    ]);
  const invoice = async (appointment: { id: string }, body: object = {}) =>
    (await act(appointment, 'invoice', body).expect(201)).body as Invoice;
  const read = async (id: string) => (await agent.get(`/invoices/${id}`).expect(200)).body as Invoice;
  const card = async (appointment: { id: string }) => (await agent.get(`/appointments/${appointment.id}`).expect(200)).body as Appointment;
  const write = (id: string, lines: object[]) => agent.patch(`/invoices/${id}`, { lines }, { ifMatch: '*' }).expect(200);
  /** What can be typed of its lines. */
  const typed = ({ lines }: Invoice) => lines.map(pickLine).map(({ id: _, ...line }) => line);
  return { ...here, diary, act, arrived, begun, invoice, read, card, write, typed };
}

describe('an arrival that was a mistake', () => {
  it('takes its unpaid invoice back in the same moment, and an invoice over nothing, which is paid at once', async () => {
    const { agent, owner, act, arrived, invoice, read, card } = await scene();
    const free = await aService(owner, { name: 'A free call', price: CAD(0) });
    for (const over of [{}, { serviceId: free.id }]) {
      const appointment = await arrived(over);
      const { id, status } = await invoice(appointment);
      expect(await card(appointment)).toMatchObject({ invoiceId: id, invoiceStatus: status });
      const undone = (await act(appointment, 'unarrive').expect(200)).body as Appointment;
      expect(undone).toMatchObject({ status: 'booked', invoiceId: null, invoiceStatus: null, paid: false });
      expect(await read(id)).toMatchObject({ status: 'void' });
      expect(await card(appointment)).toMatchObject({ invoiceId: null, invoiceStatus: null });
      await act(appointment, 'cancel', { by: 'clinic' }).expect(200);
    }
    expect((await agent.get('/ledger/accounts').expect(200)).body).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ account: 'receivable', balance: CAD(0) })]) as object[],
    });
  });

  it('is none where money came in: neither undone nor left unseen', async () => {
    const { agent, act, arrived, invoice, read, card } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment);
    await agent.post(`/invoices/${id}/payments`, { amount: 100, method: 'cash' }).expect(201);
    for (const action of ['unarrive', 'leave-unseen'])
      expect((await act(appointment, action).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_PAID' });
    expect(await card(appointment)).toMatchObject({ status: 'arrived', invoiceId: id, invoiceStatus: 'part_paid' });
    expect(await read(id)).toMatchObject({ status: 'issued' });
  });

  it('and one who left unseen is not billed', async () => {
    const { act, arrived, invoice, read } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment);
    expect((await act(appointment, 'leave-unseen').expect(200)).body).toMatchObject({ status: 'left_unseen', invoiceId: null });
    expect(await read(id)).toMatchObject({ status: 'void' });
  });
});

describe('a draft', () => {
  it('goes with the arrival, so that the appointment is billed as it is when the patient comes', async () => {
    const { agent, owner, app, clinic, act, arrived, invoice } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment, { draft: true });
    await act(appointment, 'unarrive').expect(200);
    await agent.get(`/invoices/${id}`).expect(404);
    await agent.post(`/invoices/${id}/issue`).expect(404);
    const audit = await app.sql("SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND entity_id = $2 AND action = 'delete'", [clinic.id, id]);
    expect(audit).toHaveLength(1);
    const dearer = await aService(owner, { name: 'Long treatment', price: CAD(20_000) });
    await agent.patch(`/appointments/${appointment.id}`, { serviceId: dearer.id }, { ifMatch: '*' }).expect(200);
    await act(appointment, 'arrive').expect(200);
    expect(await invoice(appointment)).toMatchObject({ total: CAD(20_000), lines: [{ description: 'Long treatment' }] });
  });

  it('that somebody wrote on bills another service by its name in the language of the patient', async () => {
    const { agent, owner, act, arrived, invoice, read, write } = await scene();
    const { id: patientId } = await aPatient(owner, { firstName: 'Zoé', locale: 'fr', email: 'zoe@patients.example' });
    const appointment = await arrived({ patientId });
    const { id, lines } = await invoice(appointment, { draft: true });
    await write(id, [pickLine(lines[0]!), TAPE]);
    await act(appointment, 'unarrive').expect(200);
    const other = await aService(owner, { name: 'Assessment', nameIn: { fr: 'Évaluation' } });
    await agent.patch(`/appointments/${appointment.id}`, { serviceId: other.id }, { ifMatch: '*' }).expect(200);
    expect(await read(id)).toMatchObject({ lines: [{ description: 'Évaluation', serviceId: other.id }, { description: 'Tape' }] });
  });

  it('with lines that somebody wrote waits for the appointment, follows it, and is neither issued nor lost while it is called off', async () => {
    const { agent, owner, diary, act, arrived, begun, invoice, read, write, typed } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment, { draft: true });
    const reduced = { description: 'Treatment', quantity: 1, unitPrice: CAD(9000), taxCode: 'exempt' };
    await write(id, [reduced, TAPE]);
    await act(appointment, 'unarrive').expect(200);
    expect((await agent.post(`/invoices/${id}/issue`).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_NOT_ARRIVED' });

    const other = await aPractitioner(owner);
    await workingHours(owner, other.id);
    const massage = await aService(owner, { name: 'Massage', taxCode: 'taxable', price: CAD(10_000) });
    const halifax = { name: 'Halifax', timeZone: 'America/Halifax', country: 'CA', region: 'NS' };
    const { id: locationId } = (await owner.post('/locations', halifax).expect(201)).body as { id: string };
    const move = (change: object) => agent.patch(`/appointments/${appointment.id}`, change, { ifMatch: '*' }).expect(200);
    await move({ start: at(addDays(monday, 1), '11:00') });
    expect(await read(id)).toMatchObject({
      serviceDate: addDays(monday, 1),
      total: CAD(9000 + 2260),
      lines: [{ unitPrice: CAD(9000) }, {}],
    });
    await move({ serviceId: massage.id, practitionerId: other.id, locationId });
    const asMassage = {
      status: 'draft',
      practitionerId: other.id,
      locationId,
      lines: [
        { description: 'Massage', serviceId: massage.id, unitPrice: CAD(10_000) },
        { description: 'Tape', serviceId: null, quantity: 2, unitPrice: CAD(1000) },
      ],
      // Nova Scotia's 14 %, a line at a time.
      taxes: [{ name: 'HST', amount: CAD(1400 + 280) }],
      total: CAD(13_680),
    };
    expect(await read(id)).toMatchObject({ ...asMassage, appointmentStatus: 'booked' });
    for (const [action, body, appointmentStatus] of CALLED_OFF) {
      if (action === 'no-show') await begun(appointment);
      await act(appointment, action, body).expect(200);
      expect(await read(id)).toMatchObject({ ...asMassage, appointmentStatus });
      expect((await agent.post(`/invoices/${id}/issue`).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_NOT_ARRIVED' });
      expect((await act(appointment, 'invoice', {}).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_NOT_ARRIVED' });
      // Whoever looks over the drafts sees which of them wait.
      const { body: drafts } = await agent.get(`/invoices?status=draft&patientId=${diary.patientId}`).expect(200);
      expect(drafts).toMatchObject({ data: [{ id, appointmentStatus }] });
      await act(appointment, 'restore').expect(200);
    }
    await move({ serviceId: diary.serviceId });
    await act(appointment, 'arrive').expect(200);
    const { body: found } = await act(appointment, 'invoice', { draft: true }).expect(200);
    expect(typed(found as Invoice)).toEqual([reduced, TAPE]);
    expect((await agent.post(`/invoices/${id}/issue`).expect(200)).body).toMatchObject({ id, status: 'issued', total: CAD(9000 + 2280) });
  });

  it('keeps what somebody wrote for one who left unseen, and is not issued', async () => {
    const { agent, act, arrived, invoice, read, write, typed } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment, { draft: true });
    await write(id, [TAPE]);
    await act(appointment, 'leave-unseen').expect(200);
    expect(typed(await read(id))).toEqual([TAPE]);
    expect((await agent.post(`/invoices/${id}/issue`).expect(409)).body).toMatchObject({
      code: 'APPOINTMENT_NOT_ARRIVED',
      detail: expect.stringContaining('/restore, then POST /appointments/{id}/arrive first') as string,
    });
    // Marked by a slip, it is taken back, and the draft is the appointment's again.
    for (const action of ['restore', 'arrive'] as const) await act(appointment, action).expect(200);
    expect((await agent.post(`/invoices/${id}/issue`).expect(200)).body).toMatchObject({ id, status: 'issued' });
  });

  it('bills the service in other words too, and each service as it was typed for it', async () => {
    const { agent, owner, diary, act, arrived, invoice, read, write, typed } = await scene();
    const massage = await aService(owner, { name: 'Massage', taxCode: 'taxable', price: CAD(10_000) });
    const appointment = await arrived();
    const { id, lines } = await invoice(appointment, { draft: true });
    // A program that names no line changes its words, a screen that names it changes all of it.
    const [line] = lines.map(({ description: _, quantity, unitPrice, taxCode }) => ({ quantity, unitPrice, taxCode }));
    await write(id, [{ ...line, description: 'Other words' }]);
    expect(await read(id)).toMatchObject({ lines: [{ id: lines[0]!.id, serviceId: diary.serviceId }] });
    const all = { description: 'Half a treatment', quantity: 2, unitPrice: CAD(4500), taxCode: 'zero_rated' };
    await write(id, [{ ...all, id: lines[0]!.id }, TAPE]);
    await act(appointment, 'unarrive').expect(200);
    const change = (serviceId: string) => agent.patch(`/appointments/${appointment.id}`, { serviceId }, { ifMatch: '*' }).expect(200);
    await change(massage.id);
    const own = { description: 'Massage', quantity: 2, unitPrice: CAD(10_000), taxCode: 'taxable' };
    const other = await read(id);
    expect(typed(other)).toEqual([own, TAPE]);
    await write(id, [
      { ...own, quantity: 1, id: other.lines[0]!.id },
      { ...TAPE, id: other.lines[1]!.id },
    ]);
    await change(diary.serviceId);
    expect(typed(await read(id))).toEqual([all, TAPE]);
    await change(massage.id);
    expect(typed(await read(id))).toEqual([{ ...own, quantity: 1 }, TAPE]);
  });

  it('is not rewritten by the id of a line that it does not have, or has once', async () => {
    const { agent, arrived, invoice } = await scene();
    const { id, lines } = await invoice(await arrived(), { draft: true });
    const { id: strange } = (await scene()).clinic;
    const refused = await agent
      .patch(`/invoices/${id}`, { lines: [TAPE, { ...TAPE, id: strange }, ...lines, ...lines].map(pickLine) }, { ifMatch: '*' })
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'INVALID', errors: [{ pointer: '/lines/1/id' }, { pointer: '/lines/3/id' }] });
  });
});

describe('an issued invoice', () => {
  it('of an appointment that is expected again, as earlier releases left them, stops what it bills from changing', async () => {
    const { agent, owner, app, act, arrived, begun, invoice, read } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment);
    await app.sql("UPDATE appointment SET status = 'booked' WHERE id = $1", [appointment.id]);
    const other = await aService(owner, { name: 'Other' });
    for (const change of [{ serviceId: other.id }, { start: at(addDays(monday, 1), '10:00') }]) {
      const refused = await agent.patch(`/appointments/${appointment.id}`, change, { ifMatch: '*' }).expect(409);
      expect(refused.body).toMatchObject({ code: 'APPOINTMENT_INVOICED', number: '00001' });
    }
    // By the same service on the same day, the bill is the same.
    await agent.patch(`/appointments/${appointment.id}`, { start: at(monday, '11:00') }, { ifMatch: '*' }).expect(200);
    await begun(appointment);
    await act(appointment, 'no-show').expect(200);
    expect(await read(id)).toMatchObject({ status: 'void' });
  });

  it('never leaves the journal, nor the database by another way', async () => {
    const { app, clinic, arrived, invoice } = await scene();
    await invoice(await arrived());
    await expect(app.sql('DELETE FROM invoice WHERE clinic_id = $1', [clinic.id])).rejects.toBeDefined();
  });
});

describe('at once', () => {
  const race = async (agent: Agent, calls: (() => Promise<{ status: number }>)[]) => {
    const answers = await Promise.all(calls.map((call) => call()));
    const [odd] = answers.filter(({ status }) => ![200, 201, 404, 409].includes(status));
    expect(odd).toBeUndefined();
    return agent;
  };

  it('some write a draft while others call its appointment off and back on: what was written is there', async () => {
    const { agent, act, arrived, invoice, read, card, typed } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment, { draft: true });
    const write = (round: number) => async () =>
      agent.patch(`/invoices/${id}`, { lines: [{ ...TAPE, description: `Tape ${round}` }] }, { ifMatch: '*' });
    await write(0)();
    const off = async () => {
      await act(appointment, 'unarrive');
      return act(appointment, 'cancel', { by: 'clinic' });
    };
    const on = async () => {
      await act(appointment, 'restore');
      return act(appointment, 'arrive');
    };
    await race(
      agent,
      Array.from({ length: 24 }, (_, round) => [write(round + 1), off, on][round % 3]!),
    );
    const [line] = typed(await read(id));
    expect(line).toMatchObject({ description: expect.stringMatching(/^Tape \d/) as string, quantity: 2 });
    expect(await read(id)).toMatchObject({ status: 'draft', appointmentStatus: (await card(appointment)).status });
  });

  it.each(['issue first', 'cancel first'])(
    'thirty invoice an appointment and call it off (%s): no cancelled appointment is billed',
    async (order) => {
      const { agent, act, arrived, card } = await scene();
      for (let round = 0; round < 4; round++) {
        const appointment = await arrived();
        const issue = async () => act(appointment, 'invoice', round % 2 === 0 ? {} : { draft: true });
        const cancel = async () => {
          await act(appointment, 'unarrive');
          return act(appointment, 'cancel', { by: 'clinic' });
        };
        const half = (call: () => Promise<{ status: number }>) => Array.from({ length: 15 }, () => call);
        await race(agent, order === 'issue first' ? [...half(issue), ...half(cancel)] : [...half(cancel), ...half(issue)]);
        const after = await card(appointment);
        const { body } = await agent.get(`/invoices?appointmentId=${appointment.id}`).expect(200);
        const live = (body as { data: Invoice[] }).data.filter(({ status }) => status !== 'void');
        if (after.status === 'cancelled') expect([live, after.invoiceId]).toEqual([[], null]);
        else expect(live).toHaveLength(1);
        if (after.status !== 'cancelled') {
          await act(appointment, 'unarrive').expect(200);
          await act(appointment, 'cancel', { by: 'clinic' }).expect(200);
        }
      }
    },
  );

  it('thirty pay and un-arrive: what is paid took place, and what is undone is not paid', async () => {
    const { agent, act, arrived, invoice, read, card } = await scene();
    const appointment = await arrived();
    const { id } = await invoice(appointment);
    const pay = async () => agent.post(`/invoices/${id}/payments`, { amount: 1000, method: 'cash' });
    const undo = async () => act(appointment, 'unarrive');
    await race(
      agent,
      Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? undo : pay)),
    );
    const { status } = await read(id);
    expect((await card(appointment)).status).toBe(status === 'void' ? 'booked' : 'arrived');
  });
});

import { addDays } from '@keel/calendar';
import pg from 'pg';
import { until } from '../testing/messaging.fixture.js';
import { aDiary, aService, at, anAppointment, comingDay } from '../testing/scheduling.fixture.js';
import { session } from '../testing/session.js';

interface Invoice {
  id: string;
  status: string;
  version: number;
  discardedAt: string | null;
}

const CAD = (amount: number) => ({ amount, currency: 'CAD' });
const TAPE = { description: 'Tape', quantity: 2, unitPrice: CAD(1000), taxCode: 'exempt' };

/** A draft with a line of somebody's own, whose appointment is called off. */
async function scene() {
  const here = await session('owner');
  const { agent } = here;
  const diary = await aDiary(here.owner);
  const appointment = await anAppointment(agent, diary);
  const act = (action: string, body?: object) => agent.post(`/appointments/${appointment.id}/${action}`, body);
  await act('arrive').expect(200);
  const made = (await act('invoice', { draft: true }).expect(201)).body as Invoice;
  const draft = (await agent.patch(`/invoices/${made.id}`, { lines: [TAPE] }, { ifMatch: '*' }).expect(200)).body as Invoice;
  const listed = async (query: string) => {
    const { body } = await agent.get(`/invoices?${query}`).expect(200);
    return (body as { data: Invoice[] }).data.map(({ id }) => id);
  };
  const audited = (action: string) =>
    here.app.sql('SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND entity_id = $2 AND action = $3', [here.clinic.id, draft.id, action]);
  return { ...here, diary, appointment, act, draft, path: `/invoices/${draft.id}`, listed, audited };
}

describe('a draft that nobody wants', () => {
  it('is discarded and in no list any more, is neither written, issued nor paid, and is brought back as it was', async () => {
    const { agent, diary, appointment, act, draft, path, listed, audited } = await scene();
    await act('unarrive').expect(200);
    await act('cancel', { by: 'patient' }).expect(200);
    const discarded = (await agent.post(`${path}/discard`, undefined, { ifMatch: draft.version }).expect(200)).body as Invoice;
    expect(discarded).toMatchObject({ status: 'draft', discardedAt: expect.any(String) as string, version: draft.version + 1 });
    expect(await audited('delete')).toHaveLength(1);
    for (const query of ['status=draft', `patientId=${diary.patientId}`, `appointmentId=${appointment.id}`])
      expect(await listed(query)).toEqual([]);
    expect(await listed('status=discarded')).toEqual([draft.id]);
    const found = (await agent.get('/search?q=Tremblay').expect(200)).body as { totals: { invoice: number } };
    expect(found.totals.invoice).toBe(0);

    const refused = await agent.patch(path, { lines: [TAPE] }, { ifMatch: '*' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'INVOICE_STATE', title: 'This invoice is discarded' });
    expect((await agent.post(`${path}/issue`).expect(409)).body).toMatchObject({ code: 'INVOICE_STATE' });
    await agent.post(`${path}/payments`, { amount: 100, method: 'cash' }).expect(409);
    // Once more is the same.
    expect((await agent.post(`${path}/discard`).expect(200)).body).toEqual((await agent.get(path).expect(200)).body);

    const back = (await agent.post(`${path}/restore`, undefined, { ifMatch: discarded.version }).expect(200)).body as Invoice;
    expect(back).toMatchObject({ discardedAt: null, lines: [TAPE], total: CAD(2000), version: discarded.version + 1 });
    // The saving of its lines, and this.
    expect(await audited('update')).toHaveLength(2);
    expect(await listed('status=draft')).toEqual([draft.id]);
    expect(await listed('status=discarded')).toEqual([]);
  });

  it('is not brought back by its appointment, which is billed anew; then it stays away, until that one is out of the way', async () => {
    const { agent, act, draft, path, listed, appointment } = await scene();
    await agent.post(`${path}/discard`).expect(200);
    await act('unarrive').expect(200);
    await act('arrive').expect(200);
    expect(await listed(`appointmentId=${appointment.id}`)).toEqual([]);
    const next = (await act('invoice', { draft: true }).expect(201)).body as Invoice;
    expect(next.id).not.toBe(draft.id);
    expect((await agent.post(`${path}/restore`).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_HAS_INVOICE', invoiceId: next.id });
    await agent.post(`/invoices/${next.id}/issue`).expect(200);
    expect((await agent.post(`${path}/restore`).expect(409)).body).toMatchObject({ code: 'APPOINTMENT_HAS_INVOICE' });
    await agent.post(`/invoices/${next.id}/void`, {}).expect(200);
    await agent.post(`${path}/restore`).expect(200);
    expect((await act('invoice', {}).expect(200)).body).toMatchObject({ id: draft.id });
  });

  it('comes back as its appointment is by then', async () => {
    const { agent, owner, appointment, act, draft, path } = await scene();
    await agent.patch(path, { lines: [{ ...TAPE, taxCode: 'taxable' }] }, { ifMatch: '*' }).expect(200);
    await agent.post(`${path}/discard`).expect(200);
    await act('unarrive').expect(200);
    const halifax = { name: 'Halifax', timeZone: 'America/Halifax', country: 'CA', region: 'NS' };
    const { id: locationId } = (await owner.post('/locations', halifax).expect(201)).body as { id: string };
    const dearer = await aService(owner, { name: 'Long treatment', price: CAD(20_000) });
    const day = addDays(comingDay(), 1);
    const change = { start: at(day, '11:00'), serviceId: dearer.id, locationId };
    await agent.patch(`/appointments/${appointment.id}`, change, { ifMatch: '*' }).expect(200);
    const kept = { discardedAt: expect.any(String) as string, tax: CAD(260) };
    expect((await agent.get(`/invoices/${draft.id}`).expect(200)).body).toMatchObject(kept);
    const back = (await agent.post(`${path}/restore`).expect(200)).body as Invoice;
    // Nova Scotia's 14 %.
    expect(back).toMatchObject({ serviceDate: day, locationId, tax: CAD(280) });
  });

  it('is only ever a draft: what was issued is voided', async () => {
    const { agent, app, draft, path } = await scene();
    await agent.post(`${path}/issue`).expect(200);
    expect((await agent.post(`${path}/discard`).expect(409)).body).toMatchObject({ code: 'INVOICE_STATE' });
    await expect(app.sql('UPDATE invoice SET discarded_at = now() WHERE id = $1', [draft.id])).rejects.toBeDefined();
    expect((await agent.post(`${path}/restore`).expect(200)).body).toMatchObject({ status: 'issued' });
  });

  it('of another clinic is not there, and whoever saw another version discards and restores nothing', async () => {
    const { agent, draft, path } = await scene();
    const { agent: stranger } = await session('owner');
    for (const action of ['discard', 'restore']) {
      await stranger.post(`${path}/${action}`).expect(404);
      const stale = await agent.post(`${path}/${action}`, undefined, { ifMatch: draft.version - 1 }).expect(412);
      expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { id: draft.id, version: draft.version, discardedAt: null } });
    }
  });

  it('thirty at once discard, restore and bill it anew: the appointment has one invoice', async () => {
    const { agent, act, path, listed, appointment } = await scene();
    const calls = [
      async () => agent.post(`${path}/discard`),
      async () => agent.post(`${path}/restore`),
      async () => act('invoice', { draft: true }),
    ];
    const answers = await Promise.all(Array.from({ length: 30 }, (_, round) => calls[round % 3]!()));
    expect(answers.map(({ status }) => status).filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
    expect((await listed(`appointmentId=${appointment.id}`)).length).toBeLessThanOrEqual(1);
  });
});

describe('a draft brought back while its appointment is billed anew', () => {
  it.each([
    ['commits', 409],
    ['gives up', 200],
  ])('by a writer that takes no turn and then %s, is answered %i', async (end, status) => {
    const { agent, app, clinic, draft, path, appointment } = await scene();
    await agent.post(`${path}/discard`).expect(200);
    const other = new pg.Client({ connectionString: app.database.superuserUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      const { rows } = await other.query<{ id: string }>(
        `INSERT INTO invoice (clinic_id, id, status, patient_id, practitioner_id, location_id, appointment_id, service_date, currency, subtotal, tax, total)
         SELECT clinic_id, uuidv7(), 'draft', patient_id, practitioner_id, location_id, appointment_id, service_date, currency, 0, 0, 0
         FROM invoice WHERE clinic_id = $1 AND id = $2 RETURNING id`,
        [clinic.id, draft.id],
      );
      const answered = agent.post(`${path}/restore`).then(({ status, body }) => ({ status, body: body as object }));
      const waiting = "SELECT 1 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted";
      await until(async () => (await app.sql(waiting)).length > 0, 'the restore at the index');
      await other.query(end === 'commits' ? 'COMMIT' : 'ROLLBACK');
      const { body, ...answer } = await answered;
      expect(answer).toEqual({ status });
      if (status === 409) expect(body).toMatchObject({ code: 'APPOINTMENT_HAS_INVOICE', invoiceId: rows[0]?.id });
      else expect(body).toMatchObject({ id: draft.id, discardedAt: null });
    } finally {
      await other.end();
    }
    expect((await agent.get(`/appointments/${appointment.id}`)).status).toBe(200);
  });

  it('thirty times at once: one of the two wins, and the other is told which', async () => {
    const { agent, diary } = await scene();
    for (let pair = 0; pair < 30; pair++) {
      const appointment = await anAppointment(agent, diary, {
        start: at(addDays(comingDay(), 1 + (pair % 5)), `${10 + Math.floor(pair / 5)}:00`),
      });
      await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
      const bill = () => agent.post(`/appointments/${appointment.id}/invoice`, { draft: true });
      const draft = (await bill().expect(201)).body as Invoice;
      await agent.post(`/invoices/${draft.id}/discard`).expect(200);
      const [back, next] = await Promise.all([agent.post(`/invoices/${draft.id}/restore`), bill()]);
      // Either the draft was back first, and is what billing answers, or the new one is, and stands in its way.
      if (back.status === 200) expect([next.status, next.body]).toEqual([200, expect.objectContaining({ id: draft.id })]);
      else {
        expect(next.status).toBe(201);
        expect([back.status, back.body]).toEqual([
          409,
          expect.objectContaining({ code: 'APPOINTMENT_HAS_INVOICE', invoiceId: (next.body as Invoice).id }),
        ]);
      }
    }
  });
});

describe('the audit of a draft', () => {
  it('has a row for its making, for each saving of its lines, and where a change of its appointment redraws it', async () => {
    const { agent, owner, appointment, draft, path, audited } = await scene();
    // The scene has saved it once.
    expect([(await audited('create')).length, (await audited('update')).length]).toEqual([1, 1]);
    await agent.patch(path, { lines: [TAPE, TAPE] }, { ifMatch: draft.version }).expect(200);
    await agent.patch(path, { lines: [TAPE] }, { ifMatch: draft.version }).expect(412);
    expect(await audited('update')).toHaveLength(2);
    const dearer = await aService(owner, { name: 'Long treatment', price: CAD(20_000) });
    await agent.post(`/appointments/${appointment.id}/unarrive`).expect(200);
    await agent.patch(`/appointments/${appointment.id}`, { serviceId: dearer.id }, { ifMatch: '*' }).expect(200);
    expect(await audited('update')).toHaveLength(3);
  });

  it('has one row for what is billed at once', async () => {
    const { app, clinic, agent, diary } = await scene();
    const appointment = await anAppointment(agent, diary, { start: at(addDays(comingDay(), 1), '09:00') });
    await agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    const { id } = (await agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201)).body as Invoice;
    const sql = "SELECT action FROM audit_entry WHERE clinic_id = $1 AND entity_id = $2 AND action <> 'read'";
    expect(await app.sql(sql, [clinic.id, id])).toEqual([{ action: 'create' }]);
  });
});

describe('issuing what was seen', () => {
  it('is refused where another wrote on the draft since, shows what is there, and writes that look down', async () => {
    const { agent, app, clinic, draft, path } = await scene();
    const written = (await agent.patch(path, { lines: [TAPE, TAPE] }, { ifMatch: draft.version }).expect(200)).body as Invoice;
    const looks = 'SELECT count(*)::integer AS count FROM audit_entry WHERE clinic_id = $1 AND action = $2';
    const [before] = await app.sql<{ count: number }>(looks, [clinic.id, 'read']);
    const stale = await agent.post(`${path}/issue`, undefined, { ifMatch: draft.version }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', current: { status: 'draft', total: CAD(4000), version: written.version } });
    const [after] = await app.sql<{ count: number }>(looks, [clinic.id, 'read']);
    expect(after!.count).toBeGreaterThan(before!.count);
    expect((await agent.get(path).expect(200)).body).toMatchObject({ status: 'draft', number: null });
    await agent.post(`${path}/issue`, undefined, { ifMatch: written.version }).expect(200);
  });

  it('goes without a version too, or with * from a program that means it', async () => {
    for (const options of [undefined, { ifMatch: '*' as const }]) {
      const { agent, path } = await scene();
      expect((await agent.post(`${path}/issue`, undefined, options).expect(200)).body).toMatchObject({ status: 'issued' });
    }
  });
});

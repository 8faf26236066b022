import type { EventMap, EventType } from '@keel/contracts';
import fc from 'fast-check';
import { Db, newId, Outbox, systemCtx } from '../platform/index.js';
import { aNote, aSignedNote, aClinician } from '../testing/clinical.fixture.js';

interface Told {
  type: EventType;
  payload: EventMap[EventType];
}

describe("the appointment's card", () => {
  it('is what its notes and invoices come to, however often and in whatever order their events come', async () => {
    const { agent, owner, app, clinic, appointment } = await aClinician({ workers: true });
    const ANY = { ifMatch: '*' };
    // Several notes and invoices of one appointment, each left in another state.
    const wrong = await aSignedNote(agent, appointment.id);
    await agent.post(`/notes/${wrong.id}/addenda`, { text: 'More' }, ANY).expect(201);
    const right = await aSignedNote(agent, appointment.id);
    await agent.post(`/notes/${wrong.id}/entered-in-error`, { reason: 'Another patient' }, ANY).expect(200);
    await aNote(agent, appointment.id);
    const invoice = async () => ((await owner.post(`/notes/${right.id}/invoice`, {}).expect(201)).body as { id: string }).id;
    await owner.post(`/invoices/${await invoice()}/void`).expect(200);
    const invoiceId = await invoice();
    await owner.post(`/invoices/${invoiceId}/payments`, { amount: 100, method: 'cash' }).expect(201);
    const card = async () => (await owner.get(`/appointments/${appointment.id}`).expect(200)).body as object;
    const expected = { documented: true, noteStatus: 'signed', invoiceId, invoiceStatus: 'part_paid', paid: false };
    expect(await card()).toMatchObject(expected);
    await app.settle();
    expect(await card()).toMatchObject(expected);

    const told = await app.sql<Told>(
      "SELECT type, payload FROM outbox WHERE clinic_id = $1 AND payload->>'appointmentId' = $2 AND (type LIKE 'note.%' OR type = 'invoice.balance_changed')",
      [clinic.id, appointment.id],
    );
    expect(new Set(told.map(({ type }) => type)).size).toBe(5);
    const ofNote = ({ type }: Told) => type.startsWith('note.');
    const retold = fc
      .array(fc.constantFrom(...told), { minLength: 4, maxLength: 14 })
      .filter((some) => some.some(ofNote) && !some.every(ofNote));
    await fc.assert(
      fc.asyncProperty(retold, async (events) => {
        await app.sql('DELETE FROM appointment_card WHERE id = $1', [appointment.id]);
        const ctx = systemCtx(clinic.id, 'test');
        for (const { type, payload } of events) {
          await app.nest
            .get(Db)
            .tx({ ...ctx, requestId: newId() }, async (ctx) => void (await app.nest.get(Outbox).add(ctx, type, payload)));
        }
        await app.settle();
        expect(await card()).toMatchObject(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('forgets a note that was an error at once, so that the arrival can be taken back', async () => {
    const { agent, owner, app, appointment } = await aClinician();
    const note = await aSignedNote(agent, appointment.id);
    await app.sql("UPDATE appointment SET status = 'arrived' WHERE id = $1", [appointment.id]);
    expect((await owner.post(`/appointments/${appointment.id}/unarrive`).expect(409)).body).toMatchObject({
      code: 'APPOINTMENT_DOCUMENTED',
    });
    await agent.post(`/notes/${note.id}/entered-in-error`, { reason: 'Another appointment' }, { ifMatch: '*' }).expect(200);
    expect((await owner.post(`/appointments/${appointment.id}/unarrive`).expect(200)).body).toMatchObject({
      status: 'booked',
      documented: false,
      noteStatus: 'entered_in_error',
    });
  });
});

import { aClinician, SOAP } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';

describe('an id in capitals, as other programs write them', () => {
  it('names the same record in an address, a query and a body, and what is sealed for it opens however it is asked for', async () => {
    const { owner, agent, diary, appointment } = await aClinician();
    const { id } = await aPatient(owner);
    const capitals = id.toUpperCase();
    await owner.patch(`/patients/${capitals}`, { healthCardNumber: '1234-567-890-AB' }, { ifMatch: '*' }).expect(200);
    for (const spelled of [id, capitals]) {
      const { body } = await owner.get(`/patients/${spelled}`).expect(200);
      expect(body).toMatchObject({ id, healthCardNumber: '1234-567-890-AB' });
    }
    await owner.patch(`/patients/${id}`, { healthCardNumber: '2234-567-890-AB' }, { ifMatch: '*' }).expect(200);

    const patientId = diary.patientId.toUpperCase();
    const { body: note } = await agent.post('/notes', { patientId, sections: SOAP }).expect(201);
    expect(note).toMatchObject({ patientId: diary.patientId });
    await agent.post('/notes', { appointmentId: appointment.id.toUpperCase(), sections: SOAP }).expect(201);
    const { body: listed } = await agent.get(`/notes?patientId=${patientId}`).expect(200);
    expect((listed as { data: unknown[] }).data).toHaveLength(2);
  });
});

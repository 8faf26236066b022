import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { aPatient, aService, member } from '@keel/api/testing';
import { readIn, staffSession, tooWide } from './staff.fixture.js';

describeInBrowser('the openings to review', () => {
  it('are found unjustified, which says what it stops, and the finding is taken back', async () => {
    const at = await staffSession('practitioner');
    const [{ id: serviceId }, { id: patientId }] = [await aService(at.owner), await aPatient(at.owner)];
    const start = new Date((Math.floor(Date.now() / 60_000) + 24 * 60) * 60_000).toISOString();
    const appointment = { patientId, practitionerId: at.practitionerId, serviceId, start, overbook: true };
    await at.agent.post('/appointments', appointment).expect(201);
    await at.agent.get(`/patients/${patientId}/chart`).expect(200);
    const { page, complaints } = await at.open('/settings/chart-access', { as: at.owner });
    await page.getByText('Booked this appointment for themselves').waitFor();
    await page.getByRole('button', { name: 'Not justified, end it: Mara Member' }).click();
    await page.getByText('Nothing waits for a review.').waitFor();
    await at.agent.get(`/patients/${patientId}/chart`).expect(403);
    await page.getByText('All', { exact: true }).click();
    await page.getByText('open nothing, until one of them is found justified').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await readIn(page, 'fr');
    await page.setViewportSize(PHONE);
    await page.getByText('Tout', { exact: true }).click();
    await page.getByRole('button', { name: /^C’était justifié, finalement/ }).waitFor();
    expect([await faultsInBothThemes(page), await tooWide(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: /^C’était justifié, finalement/ }).click();
    await page.getByText('Vérifié.').waitFor();
    await at.agent.get(`/patients/${patientId}/chart`).expect(200);
    expect(complaints).toEqual([]);
  });

  it('found justified by a slip wait again at an undo, and are corrected later', async () => {
    const at = await staffSession('practitioner');
    const [{ id: serviceId }, { id: patientId }] = [await aService(at.owner), await aPatient(at.owner)];
    const start = new Date((Math.floor(Date.now() / 60_000) + 24 * 60) * 60_000).toISOString();
    const appointment = { patientId, practitionerId: at.practitionerId, serviceId, start, overbook: true };
    await at.agent.post('/appointments', appointment).expect(201);
    const { page, complaints } = await at.open('/settings/chart-access', { as: at.owner });
    await page.getByRole('button', { name: 'Justified: Mara Member', exact: true }).click();
    await page.getByText('Nothing waits for a review.').waitFor();
    await page.getByRole('button', { name: 'Undo — Justified: Mara Member' }).click();
    await page.getByRole('button', { name: 'Justified: Mara Member', exact: true }).click();
    await page.getByText('Nothing waits for a review.').waitFor();
    await page.getByText('All', { exact: true }).click();
    await page.getByRole('button', { name: 'It was not justified, end it: Mara Member' }).click();
    await page.getByText('open nothing, until one of them is found justified').waitFor();
    await at.agent.get(`/patients/${patientId}/chart`).expect(403);
    expect([await faultsInBothThemes(page), complaints]).toEqual([[], []]);
  });

  it('keep what was typed of them over an undo, and where somebody else was faster', async () => {
    const at = await staffSession('practitioner');
    const [{ id: serviceId }, { id: patientId }] = [await aService(at.owner), await aPatient(at.owner)];
    const start = new Date((Math.floor(Date.now() / 60_000) + 24 * 60) * 60_000).toISOString();
    const appointment = { patientId, practitionerId: at.practitionerId, serviceId, start, overbook: true };
    await at.agent.post('/appointments', appointment).expect(201);
    const { page } = await at.open('/settings/chart-access', { as: at.owner });
    const comment = page.getByRole('textbox', { name: /^What you found about Mara Member/ });
    await comment.fill('Seen with the desk');
    await page.getByRole('button', { name: 'Justified: Mara Member', exact: true }).click();
    await page.getByText('Nothing waits for a review.').waitFor();
    await page.getByRole('button', { name: 'Undo — Justified: Mara Member' }).click();
    await comment.waitFor();
    expect(await comment.inputValue()).toBe('Seen with the desk');
    await comment.fill('Seen with the desk, and asked');
    const { data } = (await at.owner.get('/chart-access?limit=1').expect(200)).body as { data: { id: string }[] };
    await at.owner.post(`/chart-access/${data[0]?.id}/review`, { outcome: 'unjustified' }).expect(200);
    await page.getByRole('button', { name: 'Justified: Mara Member', exact: true }).click();
    await page.getByText('All', { exact: true }).click();
    await page.getByRole('button', { name: 'It was justified after all: Mara Member' }).waitFor();
    expect(await comment.inputValue()).toBe('Seen with the desk, and asked');
    await page.getByRole('button', { name: 'It was justified after all: Mara Member' }).click();
    await page.getByText('Seen with the desk, and asked', { exact: true }).waitFor();
    expect(await comment.inputValue()).toBe('');
  });

  it('say where somebody whom the reader brought in entered the appointment, who may not review it', async () => {
    const at = await staffSession('practitioner');
    const [{ id: serviceId }, { id: patientId }] = [await aService(at.owner), await aPatient(at.owner)];
    const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; roles: string[] }[] };
    const reader = data.find(({ roles }) => roles.includes('practitioner'));
    await at.owner.patch(`/staff/${reader?.id}`, { roles: ['practitioner', 'admin'] }, { ifMatch: '*' }).expect(200);
    const [desk, second] = [
      await member(at.app, at.agent, at.clinic.id, 'front_desk'),
      await member(at.app, at.agent, at.clinic.id, 'admin'),
    ];
    const start = new Date((Math.floor(Date.now() / 60_000) + 24 * 60) * 60_000).toISOString();
    const appointment = { patientId, practitionerId: at.practitionerId, serviceId, start, overbook: true };
    await desk.agent.post('/appointments', appointment).expect(201);
    const { page } = await at.open('/settings/chart-access', { as: second.agent });
    await page.getByText('Appointment entered by somebody they brought into the clinic').waitFor();
    await page.getByRole('button', { name: /^Justified/ }).click();
    await page.getByText('or your invitation came from them').waitFor();
    await readIn(page, 'fr');
    await page.setViewportSize(PHONE);
    await page.getByText('quelqu’un que cette personne a fait entrer à la clinique').waitFor();
    expect([await faultsInBothThemes(page), await tooWide(page)]).toEqual([[], 0]);
  });
});

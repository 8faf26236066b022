import { accessibilityFaults, DESK, describeInBrowser, faultsInBothThemes, openPage, smallTargets } from './testing/browser.js';
import { aPatient, linkTo, type TestAppointment } from '@keel/api/testing';
import { staffSession, tooWide } from './staff.fixture.js';

/** A patient who gets e-mails, and the page behind the last line of one. */
async function written(patient: Record<string, unknown> = {}) {
  const at = await staffSession();
  await at.owner.patch(`/clinics/${at.clinic.id}`, { phone: '613 555 0100' }, { ifMatch: '*' }).expect(200);
  const { id } = await aPatient(at.owner, { email: 'marie.tremblay@example.org', ...patient });
  const link = { kind: 'mailbox' as const, subjectId: id };
  const token = await linkTo(at, { id, patientId: id } as TestAppointment, link);
  const consents = async () => {
    const { body } = await at.owner.get(`/patients/${id}/contact-consents`).expect(200);
    return (body as { data: { granted: boolean }[] }).data.map(({ granted }) => granted);
  };
  return { ...at, page: `${at.url}/emails/${token}`, id, consents };
}

describeInBrowser('the page behind the last line of an e-mail', () => {
  it('says whose e-mails go where, changes nothing when opened, stops them with one press and starts them with another', async () => {
    const { page: url, consents } = await written();
    const { page, complaints } = await openPage(url);
    await page.getByRole('heading', { name: 'E-mails from Érablière Physio' }).waitFor();
    await page.getByText('Érablière Physio writes to m•••@example.org about appointments.').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Marie|Tremblay|marie/);
    expect(await consents()).toEqual([]);
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect([await smallTargets(page), await tooWide(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Stop these e-mails' }).click();
    await page.getByRole('heading', { name: 'No more e-mails' }).waitFor();
    expect(await consents()).toEqual([false]);
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Start them again' }).click();
    await page.getByRole('button', { name: 'Stop these e-mails' }).waitFor();
    expect(await consents()).toEqual([true, false]);
    expect(complaints).toEqual([]);
  });

  it('speaks the patient’s language, on a wide screen in the dark too', async () => {
    const { page: url, consents } = await written({ locale: 'fr' });
    const { page, complaints } = await openPage(url, { viewport: DESK, colorScheme: 'dark' });
    await page.getByRole('heading', { name: 'Courriels\u00a0: Érablière Physio' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    await page.getByRole('button', { name: 'Arrêter ces courriels' }).click();
    await page.getByRole('heading', { name: 'Plus de courriels' }).waitFor();
    expect(await consents()).toEqual([false]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Les recevoir de nouveau' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says whom to call where the link is dead, and the same where it never was one', async () => {
    const { page: url, owner, id } = await written();
    await owner.patch(`/patients/${id}`, { email: 'other@example.org' }, { ifMatch: '*' }).expect(200);
    const texts: string[] = [];
    for (const address of [url, url.replace(/.{8}$/, 'AAAAAAAA')]) {
      const { page } = await openPage(address);
      await page.getByRole('heading', { name: 'This link does not open any more' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      texts.push(await page.locator('main').innerText());
    }
    expect(texts[0]).toContain('call the clinic');
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toContain('Érablière');
  });

  it('keeps the button where there is no answer, and says so where the link dies under it', async () => {
    const { page: url, owner, id, consents } = await written();
    const { page } = await openPage(url);
    const stop = page.getByRole('button', { name: 'Stop these e-mails' });
    await stop.waitFor();
    await page.context().setOffline(true);
    await stop.click();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    expect(await consents()).toEqual([]);
    await page.context().setOffline(false);
    await owner.patch(`/patients/${id}`, { archived: true }, { ifMatch: '*' }).expect(200);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'This link does not open any more' }).waitFor();
  });

  it('is read on the patient’s card as what the mailbox said', async () => {
    const here = await written();
    const { page } = await openPage(here.page);
    await page.getByRole('button', { name: 'Stop these e-mails' }).click();
    await page.getByRole('button', { name: 'Start them again' }).waitFor();
    const desk = await here.open(`/patients/${here.id}/details`);
    const row = desk.page.getByRole('row').filter({ hasText: 'By the link in an e-mail' });
    await row.getByText('Every e-mail').waitFor();
    await row.getByText('Stopped').waitFor();
    expect(await accessibilityFaults(desk.page)).toEqual([]);
    expect(desk.complaints).toEqual([]);
  });
});

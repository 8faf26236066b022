import { DESK, describeInBrowser, faultsInBothThemes, openPage, smallTargets } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, linkTo } from '@keel/api/testing';
import { staffSession, type StaffSession, tooWide } from './staff.fixture.js';

let at: StaffSession;
beforeAll(async () => {
  at = await staffSession();
});

/** The page behind a patient's link. */
async function aLink(patient: Record<string, unknown> = {}): Promise<string> {
  const diary = await aDiary(at.owner);
  const appointment = await anAppointment(at.owner, { ...diary, patientId: (await aPatient(at.owner, patient)).id });
  return `${at.url}/l/${await linkTo(at, appointment)}`;
}

describeInBrowser('the pages of patients', () => {
  it('fetch only the files that their weight is told by, and the words of one language', async () => {
    const url = await aLink({ locale: 'fr' });
    const { page, complaints } = await openPage(url, { locale: 'fr-CA' });
    await page.getByRole('button', { name: /^Confirmer/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const files = await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').at(-1))
      .filter((file) => /\\.(js|css)$/.test(file)).map((file) => file.replace(/-[\\w-]{8}\\./, '.')).toSorted()`);
    // What watches over the focus and over upgrades comes once the page stands, with its words, and holds up nothing.
    expect(files).toEqual([
      'later.css', 'later.js', 'patient-words.fr.js', 'patient.css', 'patient.js', 'rolldown-runtime.js', 'updated-words.fr.js',
    ]); // prettier-ignore
    expect(complaints).toEqual([]);
  });

  it('change their language and their colours by a press, and keep both', async () => {
    const { page, complaints } = await openPage(await aLink(), { viewport: DESK });
    await page.getByRole('heading', { name: 'Your appointment' }).waitFor();
    await page.getByRole('button', { name: 'FR', exact: true }).click();
    await page.getByRole('heading', { name: 'Votre rendez\u2011vous' }).waitFor();
    await page.getByRole('button', { name: 'Afficher en sombre' }).click();
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.getByRole('heading', { name: 'Votre rendez\u2011vous' }).waitFor();
      await page.getByRole('button', { name: 'Afficher en clair' }).waitFor();
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(36, 36, 36)');
    }
    // The staff's way in is read alike.
    await page.getByRole('link', { name: 'Keel' }).click();
    await page.locator('html[lang="fr-CA"][data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  });

  it('have no fault that axe finds in any colours, and fit a narrow screen, asked and refused too', async () => {
    const { page } = await openPage(await aLink(), { viewport: { width: 320, height: 700 } });
    await page.getByRole('button', { name: 'Cancel my appointment' }).click();
    await page.getByText(/hours’ notice/).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Keep my appointment');
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Yes, cancel my appointment' }).click();
    await page.getByRole('alert').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect([await smallTargets(page), await tooWide(page)]).toEqual([[], 0]);
  });

  it('say when to try again where there were too many attempts', async () => {
    const { page } = await openPage(await aLink());
    await page.route('**/api/v1/public/links/*/confirm', (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '90' }, json: { code: 'RATE_LIMITED' } }),
    );
    await page.getByRole('button', { name: 'Confirm my appointment' }).click();
    await page.getByRole('alert').getByText('Too many attempts. Wait 2 min and try again.').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Your appointment is confirmed' }).waitFor();
  });

  it('say that nothing is there behind an address that is no link', async () => {
    const { page, complaints } = await openPage(`${at.url}/l/a/b`);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('say that Keel was updated where what tells of a refusal is gone, and only where it was', async () => {
    const { page } = await openPage(await aLink());
    const notice = page.getByRole('alert').filter({ hasText: 'Keel was updated.' });
    await page.waitForLoadState('networkidle');
    await page.route('**/api/v1/public/links/*/confirm', (route) => route.fulfill({ status: 500, json: { code: 'INTERNAL' } }));
    await page.route('**/assets/problem-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('button', { name: 'Confirm my appointment' }).click();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    expect(await notice.count()).toBe(0);
    await page.route(`${at.url}/l/`, (route) => route.fulfill({ contentType: 'text/html', body: '<script src="/assets/patient-new.js">' }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.unrouteAll();
    await notice.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('button', { name: 'Confirm my appointment' }).waitFor();
    expect(await notice.count()).toBe(0);
  });
});

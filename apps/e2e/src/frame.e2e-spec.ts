import { faultsInBothThemes, describeInBrowser } from './testing/browser.js';
import { aSchedule } from './schedule.fixture.js';
import { staffSession } from './staff.fixture.js';

describeInBrowser('the frame of the staff’s screens', () => {
  it('has no fault that axe finds, in both languages', async () => {
    const at = await staffSession();
    for (const locale of ['en-CA', 'fr-CA']) {
      const { page, complaints } = await at.open('/schedule', { locale });
      await page.getByRole('main').waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });

  it('fetches only the scripts that its weight is told by', async () => {
    const scene = await aSchedule();
    // A clinic that has begun: until then the steps to its first appointment come besides.
    await scene.appointment('10:00');
    const { page } = await scene.open('/schedule', { as: scene.owner });
    // The network may be idle for a moment before the page is there.
    await page.getByRole('main').waitFor();
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')).map((path) => path.split('/').at(-1).split('-')[0]).toSorted()`);
    // What watches over the focus and over upgrades comes once the page stands, with its words, and holds up nothing.
    expect(scripts).toEqual(['common', 'first', 'index', 'later', 'rolldown', 'staff', 'updated']);
  });

  it('begins a page at its top, and goes back to the place where the one before was left', async () => {
    const { page } = await (await staffSession()).open('/settings/clinic', { viewport: { width: 1440, height: 400 } });
    const top = () => page.evaluate<number>('document.querySelector("#content").scrollTop');
    const leave = async (to: string) => {
      await page.getByRole('link', { name: to, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: to }).waitFor();
    };
    // Both are there at once from now on.
    await leave('Reminders');
    await leave('Clinic');
    await page.evaluate('document.querySelector("#content").scrollTo(0, 150)');
    await leave('Reminders');
    expect(await top()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Clinic' }).waitFor();
    expect(await top()).toBe(150);
  });

  it('fetches a page anew whose script was gone, as after an upgrade', async () => {
    const { page } = await (await staffSession()).open('/schedule');
    const gone = '**/assets/patients-page-*.js';
    await page.route(gone, (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    await page.unroute(gone);
    await page.evaluate('window.old = true');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
    expect(await page.evaluate('window.old')).toBeUndefined();
  });

  it('says that Keel was updated where a part is gone, keeps what was typed, and reloads by a press only', async () => {
    const at = await staffSession();
    const { page } = await at.open('/patients/new');
    const name = page.getByLabel('Legal first name');
    await name.fill('Amélie');
    await page.route('**/assets/palette-*.js', (route) => route.fulfill({ status: 404 }));
    await page.route(`${at.url}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<script src="/assets/index-new.js">' }));
    await page.keyboard.press('Control+k');
    const notice = page.getByRole('alert').filter({ hasText: 'Keel was updated.' });
    await notice.waitFor();
    expect(await name.inputValue()).toBe('Amélie');
    expect(await faultsInBothThemes(page)).toEqual([]);
    // What is not saved is asked about by the browser itself.
    const asked = page.waitForEvent('dialog');
    const pressed = notice.getByRole('button', { name: 'Reload' }).click();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await Promise.all([pressed, dialog.dismiss()]);
    expect(await name.inputValue()).toBe('Amélie');
  });

  it('is a readable page in both languages where there is no network, and keeps nothing else on the device', async () => {
    const at = await staffSession();
    const { page } = await at.open('/schedule', { serviceWorkers: 'allow' });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.context().setOffline(true);
    await page.goto(`${at.url}/nowhere`);
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    await page.getByRole('heading', { name: 'Pas de connexion' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    const kept = await page.evaluate(`caches.keys()
      .then((names) => Promise.all(names.map((name) => caches.open(name).then((store) => store.keys()))))
      .then((stores) => stores.flat().map(({ url }) => new URL(url).pathname))`);
    expect(kept).toEqual(['/offline.html']);
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('main').getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/nowhere');
  });
});

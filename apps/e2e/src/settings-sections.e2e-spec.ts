import { faultsInBothThemes, describeInBrowser, PHONE } from './testing/browser.js';
import { aDiary, anAppointment } from '@keel/api/testing';
import { staffSession } from './staff.fixture.js';

const SECTIONS = [
  '',
  '/clinic',
  '/locations',
  '/staff',
  '/practitioners',
  '/services',
  '/hours',
  '/note-templates',
  '/reminders',
  '/api-keys',
  '/audit',
  '/failures',
];

describeInBrowser('every section of the settings', () => {
  it.each([
    ['light', 'en'],
    ['dark', 'fr'],
  ] as const)('has no fault that axe finds and no width too many on a phone, in %s and in %s', async (colorScheme, language) => {
    const at = await staffSession();
    const diary = await aDiary(at.owner);
    await anAppointment(at.owner, diary);
    const { page, complaints } = await at.open('/settings', { colorScheme, locale: `${language}-CA`, viewport: PHONE });
    await page.evaluate(`localStorage.setItem('keel-language', '${language}')`);
    for (const section of SECTIONS) {
      await page.goto(`${at.url}/settings${section}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Not any status: an alarm that a busy machine raises is one, and stays.
      await page
        .getByRole('main')
        .getByRole('status', { name: /^(Loading|Chargement)$/ })
        .first()
        .waitFor({ state: 'detached' });
      expect([section, await faultsInBothThemes(page)]).toEqual([section, []]);
      const overflow = await page.evaluate<number>("(main => main.scrollWidth - main.clientWidth)(document.querySelector('main'))");
      expect([section, overflow]).toEqual([section, 0]);
    }
    expect(complaints).toEqual([]);
  });
});

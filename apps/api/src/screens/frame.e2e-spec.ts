import { accessibilityFaults, describeInBrowser } from '../testing/browser.js';
import { staffSession } from './staff.fixture.js';

describeInBrowser('the frame of the staff’s screens', () => {
  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s and in both languages', async (colorScheme) => {
    const at = await staffSession();
    for (const locale of ['en-CA', 'fr-CA']) {
      const { page, complaints } = await at.open('/schedule', { colorScheme, locale });
      await page.getByRole('main').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});

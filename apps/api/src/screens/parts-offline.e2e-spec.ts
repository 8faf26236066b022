import { describeInBrowser } from '../testing/browser.js';
import { staffSession } from './staff.fixture.js';

describeInBrowser('a network that goes before all of a page was fetched', () => {
  it('takes nothing that was typed with it, and what was asked for comes with its return', async () => {
    const at = await staffSession();
    const { page } = await at.open('/patients/new');
    await page.clock.install();
    await page.reload();
    const name = page.getByLabel('Legal first name');
    await name.fill('Amélie');
    await page.context().setOffline(true);
    // What watches over the screen is fetched a while after the page.
    await page.clock.fastForward('00:16');
    await page.keyboard.press('Control+k');
    await page.clock.fastForward('00:16');
    expect(await name.inputValue()).toBe('Amélie');
    await page.context().setOffline(false);
    const palette = page.getByRole('dialog');
    for (let tries = 0; tries < 40 && !(await palette.isVisible()); tries++) await page.clock.fastForward('00:02');
    await palette.waitFor();
    const unstyled = '[...document.querySelectorAll("link[rel=stylesheet]")].filter(({ sheet }) => !sheet).length';
    expect(await page.evaluate(unstyled)).toBe(0);
    await page.keyboard.press('Escape');
    expect(await name.inputValue()).toBe('Amélie');
  });
});

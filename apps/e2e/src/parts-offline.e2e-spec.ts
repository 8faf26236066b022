import { describeInBrowser } from './testing/browser.js';
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

  it('is what the settings name where a section does not come, which is there once it is back', async () => {
    const at = await staffSession();
    const { page } = await at.open('/settings/clinic');
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
    await heading('Clinic').waitFor();
    // The words of faults are fetched at the first touch.
    const told = page.waitForResponse((answer) => /\/toaster-[^/]*\.js$/.test(answer.url()));
    await heading('Clinic').click();
    await told;
    await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'API keys' }).click();
    const notice = page.getByRole('main').getByRole('alert');
    await notice.getByText('We cannot reach the clinic').waitFor();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await notice.getByText('We cannot reach the clinic').waitFor();
    await page.context().setOffline(false);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await heading('API keys').waitFor();
  });
});

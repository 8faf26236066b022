import { screen } from '@testing-library/react';
import { draw } from '../testing.js';
import { PageFault } from './page-fault.js';

describe('a page that could not be shown', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://keel.example/assets/api-keys-section-1.js',
    'error loading dynamically imported module: https://keel.example/assets/api-keys-section-1.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/api-keys-section-1.css',
  ])('since a part of it did not come says that there is no connection: %s', async (said) => {
    await draw(<PageFault error={new TypeError(said)} reset={() => undefined} />);
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toMatch(/^We cannot reach the clinic/);
    expect(notice.textContent).not.toContain('wrong with this page');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('by a fault of its own says so', async () => {
    await draw(<PageFault error={new TypeError('x is undefined')} reset={() => undefined} />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Something is wrong with this page itself/);
  });
});

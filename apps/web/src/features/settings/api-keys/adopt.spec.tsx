import { screen } from '@testing-library/react';
import { draw } from '../../../testing.js';
import type { ApiKey } from './api-keys.queries.js';
import { Adopt } from './api-keys-section.js';

const key = (over: Partial<ApiKey>) =>
  ({ id: 'k', name: 'Website', status: 'active', maker: { userId: 'me', name: 'Me' }, ...over }) as ApiKey;
const viewer = (role: 'owner' | 'admin') => ({ user: { id: 'me' }, roles: [role], clinic: { timeZone: 'America/Toronto' } }) as never;
const buttons = () => screen.queryAllByRole<HTMLButtonElement>('button').map(({ textContent, disabled }) => [textContent, disabled]);

describe('a key', () => {
  it('of one’s own gets a new secret, and is asked about first: its program stops', async () => {
    const user = await draw(<Adopt apiKey={key({})} />, viewer('owner'));
    await user.click(screen.getByRole('button', { name: 'Make a new secret for Website' }));
    expect(screen.getByText(/former secret of “Website” stops working at once/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep the present one' }));
    expect(screen.queryByText(/stops working at once/)).toBeNull();
  });

  it('of somebody else, or that stands still, is adopted', async () => {
    for (const over of [{ maker: { userId: 'other', name: 'Other' } }, { status: 'stopped' as const }]) {
      await draw(<Adopt apiKey={key(over)} />, viewer('owner'));
    }
    expect(buttons()).toEqual([
      ['Adopt', false],
      ['Adopt', false],
    ]);
  });

  it('that has expired gets none, and nobody but an owner makes one', async () => {
    await draw(<Adopt apiKey={key({ status: 'expired' })} />, viewer('owner'));
    expect(buttons()).toEqual([]);
    await draw(<Adopt apiKey={key({})} />, viewer('admin'));
    expect(buttons()).toEqual([['New secret', true]]);
  });
});

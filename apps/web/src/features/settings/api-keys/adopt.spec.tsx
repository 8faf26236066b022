import type { Permission } from '@keel/contracts';
import { act, screen } from '@testing-library/react';
import { chooseLanguage } from '../../../i18n/index.js';
import { draw } from '../../../testing.js';
import type { ApiKey } from '../../../data/api-keys.js';
import { Adopt } from './api-keys-section.js';
import { TheKey } from './key-dialog.js';

const key = (over: Partial<ApiKey>) =>
  ({
    id: 'k',
    name: 'Website',
    status: 'active',
    scopes: ['appointment:read', 'chart:read'],
    effectiveScopes: [],
    maker: { userId: 'me', name: 'Me' },
    ...over,
  }) as ApiKey;
const OWNERS: Permission[] = ['appointment:read', 'api-key:manage'];
const viewer = (role: 'owner' | 'admin', permissions = OWNERS) =>
  ({ user: { id: 'me' }, roles: [role], permissions, clinic: { timeZone: 'America/Toronto' } }) as never;
const buttons = () => screen.queryAllByRole<HTMLButtonElement>('button').map(({ textContent, disabled }) => [textContent, disabled]);
const asked = { other: { maker: { userId: 'other', name: 'Other' } }, stopped: { status: 'stopped' as const } };

afterEach(() => chooseLanguage('en'));

describe('a key', () => {
  it('of one’s own gets a new secret, and is asked about first: its program stops', async () => {
    const user = await draw(<Adopt apiKey={key({})} />, viewer('owner'));
    await user.click(screen.getByRole('button', { name: 'Make a new secret for Website' }));
    expect(screen.getByText(/former secret of “Website” stops working at once/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Keep the present one' }));
    expect(screen.queryByText(/stops working at once/)).toBeNull();
  });

  it.each(Object.entries(asked))(
    'of somebody else, or that stands still, is adopted once its owner knows what that does: %s',
    async (_, over) => {
      const user = await draw(<Adopt apiKey={key(over)} />, viewer('owner'));
      await user.click(screen.getByRole('button', { name: 'Adopt Website' }));
      expect(screen.getByText(/former key of “Website” ends at once: the program stops until it has the new one/)).toBeTruthy();
      // In words: what the owner may do of what it was made with, and what is lost, also where it has nothing now.
      const [theirs, lost] = screen.getAllByRole('list').map(({ textContent }) => textContent);
      expect([theirs, lost]).toEqual(['Read appointments and free times', 'Read charts']);
      act(() => chooseLanguage('fr'));
      expect(screen.getByText(/prend fin aussitôt/)).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'La laisser telle quelle' }));
      expect(screen.queryByText(/prend fin aussitôt/)).toBeNull();
    },
  );

  it('says so where its owner would give it no right at all', async () => {
    const user = await draw(<Adopt apiKey={key({ ...asked.stopped, scopes: ['chart:read'] })} />, viewer('owner'));
    await user.click(screen.getByRole('button', { name: 'Adopt Website' }));
    expect(screen.getByText(/would have no right at all/)).toBeTruthy();
  });

  it('that has expired gets none, and nobody but an owner makes one', async () => {
    await draw(<Adopt apiKey={key({ status: 'expired' })} />, viewer('owner'));
    expect(buttons()).toEqual([]);
    await draw(<Adopt apiKey={key({})} />, viewer('admin'));
    expect(buttons()).toEqual([['New secret', true]]);
  });

  it('that takes the place of another says that the former one has ended', async () => {
    const created = { ...key({}), key: 'keel_1' };
    await draw(<TheKey created={created} replaces onClose={() => undefined} />, viewer('owner'));
    expect(screen.getByText(/former key has ended: the program stands still until it has this one/)).toBeTruthy();
  });
});

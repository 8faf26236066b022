import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { RecoveryCodes } from './recovery-codes.js';

it('say whose they are and what they open, for whoever finds them on paper, and leave the buttons off it', async () => {
  const viewer = { user: { email: 'mara@clinic.example' }, clinic: { name: 'Érablière Physio' } } as never;
  await draw(<RecoveryCodes codes={['one-two', 'three-four']} onDone={() => undefined} />, viewer);
  expect(screen.getByText('Keel, Érablière Physio: mara@clinic.example')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Print' }).closest('.unprinted')).not.toBeNull();
});

import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { draw } from '../testing.js';
import { CancelButton } from './cancel-button.js';
import { FormModal } from './form-modal.js';
import { LeaveGuard } from './leave-guard.js';

function Dialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  return (
    <FormModal title="form" onClose={onClose}>
      <LeaveGuard unsaved={typed !== ''} />
      <input aria-label="reason" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <CancelButton onCancel={onClose} />
    </FormModal>
  );
}
const question = () => screen.findByRole('dialog', { name: 'Leave without saving?' });

describe('a dialog to type in', () => {
  it('closes at once where nothing was typed', async () => {
    let times = 0;
    const hands = await draw(<Dialog onClose={() => times++} />);
    await hands.keyboard('{Escape}');
    expect(times).toBe(1);
    await hands.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(times).toBe(2);
  });

  it('asks before what was typed is lost, and keeps it for who stays', async () => {
    let times = 0;
    const hands = await draw(<Dialog onClose={() => times++} />);
    await hands.type(screen.getByLabelText('reason'), 'Wrong patient');
    await hands.click(screen.getByRole('button', { name: 'Cancel' }));
    await question();
    await hands.click(screen.getByRole('button', { name: 'Stay here' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Leave without saving?' })).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('reason').value).toBe('Wrong patient');
    expect(times).toBe(0);
  });

  it('closes for who says so', async () => {
    let times = 0;
    const hands = await draw(<Dialog onClose={() => times++} />);
    await hands.type(screen.getByLabelText('reason'), 'x');
    await hands.keyboard('{Escape}');
    await question();
    await hands.click(screen.getByRole('button', { name: 'Leave without saving' }));
    await waitFor(() => expect(times).toBe(1));
  });
});

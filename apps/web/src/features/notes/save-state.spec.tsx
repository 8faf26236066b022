import { screen } from '@testing-library/react';
import { ApiProblem } from '../../data/client/problem.js';
import { draw } from '../../testing.js';
import type { DraftState } from './model/draft-saver.js';
import { SaveState } from './save-state.js';

const CALM: DraftState = {
  answers: {},
  stored: {},
  version: 1,
  phase: 'saved',
  conflicts: [],
  refused: [],
  broughtIn: [],
  error: undefined,
};

describe('the state of a draft', () => {
  it('is told to who cannot see it, and offers nothing where there is nothing to do', async () => {
    await draw(<SaveState draft={CALM} onRetry={() => undefined} />);
    expect(screen.getByRole('status').textContent).toBe('Saved');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why saving stopped, and tries again', async () => {
    let times = 0;
    const stopped: DraftState = { ...CALM, phase: 'stopped', error: new ApiProblem(413, 'NOTE_TOO_LARGE', undefined, undefined) };
    const hands = await draw(<SaveState draft={stopped} onRetry={() => times++} />);
    expect(screen.getByRole('status').textContent).toContain('too long');
    await hands.click(screen.getByRole('button'));
    expect(times).toBe(1);
  });
});

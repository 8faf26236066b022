import { act, screen } from '@testing-library/react';
import { ApiProblem, UnreachableError } from '../data/client/problem.js';
import { chooseLanguage } from '../i18n/index.js';
import { draw } from '../testing.js';
import { ProblemNotice } from './problem-notice.js';

afterEach(() => chooseLanguage('en'));

describe('a notice of what went wrong', () => {
  it('is nothing where nothing did', async () => {
    await draw(<ProblemNotice error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says what the code means, in the language that is read', async () => {
    await draw(<ProblemNotice error={new ApiProblem(429, 'RATE_LIMITED', undefined, 61)} />);
    expect((await screen.findByRole('alert')).textContent).toBe('Too many attempts. Wait 2 min and try again.');
    act(() => chooseLanguage('fr'));
    expect(screen.getByRole('alert').textContent).toContain('2 min');
    expect(screen.getByRole('alert').textContent).not.toContain('Too many');
  });

  it('asks for no number where a page failed by itself', async () => {
    await draw(<ProblemNotice error={new TypeError('x is undefined')} />);
    const text = (await screen.findByRole('alert')).textContent;
    expect(text).toContain('Reload the page');
    expect(text).not.toMatch(/number|–|undefined/u);
  });

  it('tells a lost connection and a fault of our own apart, the latter with its number', async () => {
    await draw(
      <>
        <ProblemNotice error={new UnreachableError()} />
        <ProblemNotice error={new ApiProblem(500, 'INTERNAL', 'r-77', undefined)} />
      </>,
    );
    const [lost, fault] = (await screen.findAllByRole('alert')).map(({ textContent }) => textContent);
    expect(lost).toMatch(/^We cannot reach the clinic/);
    expect(fault).toContain('r-77');
  });

  it('tries again where that can help', async () => {
    let times = 0;
    const hands = await draw(<ProblemNotice error={new UnreachableError()} onRetry={() => times++} />);
    await hands.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(times).toBe(1);
  });
});

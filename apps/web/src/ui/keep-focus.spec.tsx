import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { keepFocus } from './keep-focus.js';

// The document of these tests draws nothing, so nothing is hidden in it.
Element.prototype.checkVisibility = () => true;
const settled = (ms = 200) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
let stop: () => void;
beforeEach(() => (stop = keepFocus()));
afterEach(() => stop());

/** Becomes something else by a press on its button. */
function Turning({ before, after }: { before: (turn: () => void) => ReactNode; after: ReactNode }) {
  const [turned, setTurned] = useState(false);
  return turned ? after : before(() => setTurned(true));
}

async function press(name: string): Promise<void> {
  await userEvent.setup().click(screen.getByRole('button', { name }));
  await settled();
}

describe('the focus, where what was pressed is gone', () => {
  it('goes to the heading of what replaced it, before the field beneath', async () => {
    const after = (
      <div>
        <h2>Check your mail</h2>
        <input />
      </div>
    );
    render(
      <main>
        <Turning
          before={(turn) => (
            <form>
              <button type="button" onClick={turn}>
                Forgot
              </button>
            </form>
          )}
          after={after}
        />
      </main>,
    );
    await press('Forgot');
    expect(document.activeElement).toBe(screen.getByRole('heading'));
  });

  it('goes to the control that stands in its place, and to a neighbour where none does', async () => {
    function Rows() {
      const [rows, setRows] = useState(['Anna', 'Bela', 'Carl']);
      return (
        <main>
          <h1>People</h1>
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button onClick={() => setRows(rows.filter((other) => other !== row))}>Remove {row}</button>
              </li>
            ))}
          </ul>
        </main>
      );
    }
    render(<Rows />);
    await press('Remove Bela');
    expect(document.activeElement?.textContent).toBe('Remove Carl');
    await press('Remove Carl');
    expect(document.activeElement?.textContent).toBe('Remove Anna');
    await press('Remove Anna');
    // What replaces it may be on its way.
    expect(document.activeElement).toBe(document.body);
    await settled(2500);
    expect(document.activeElement?.textContent).toBe('People');
  });
});

describe('the focus, where a dialog goes with what opened it', () => {
  it('goes where the opener of a dialog was that is gone with it', async () => {
    function Opened() {
      const [state, setState] = useState<'row' | 'asked' | 'done'>('row');
      return (
        <>
          <main>
            <section>{state === 'done' ? <button>Restore</button> : <button onClick={() => setState('asked')}>Archive</button>}</section>
          </main>
          {state === 'asked' && (
            <div role="dialog">
              <button onClick={() => setState('done')}>Yes</button>
            </div>
          )}
        </>
      );
    }
    render(<Opened />);
    await press('Archive');
    await press('Yes');
    expect(document.activeElement?.textContent).toBe('Restore');
  });
});

describe('the focus, where nothing replaces what was pressed', () => {
  it.each([20, 300])('comes back to a button that waited %i ms for its answer', async (answerMs) => {
    function Waiting() {
      const [waits, setWaits] = useState(false);
      const send = () => {
        setWaits(true);
        setTimeout(() => setWaits(false), answerMs);
      };
      return (
        <main>
          <button disabled={waits} data-loading={waits || undefined} onClick={send}>
            Save
          </button>
          <button>Other</button>
        </main>
      );
    }
    render(<Waiting />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    // As browsers do with what is disabled.
    (document.activeElement as HTMLElement).blur();
    await settled();
    await settled();
    expect(document.activeElement?.textContent).toBe('Save');
  });

  it('stays away where somebody pressed on nothing, and where something else has taken it', async () => {
    function Two() {
      const [shown, setShown] = useState(true);
      return (
        <main>
          {shown && <button>Gone later</button>}
          <p>Nothing</p>
          <button onClick={() => setShown(false)}>Hide</button>
        </main>
      );
    }
    render(<Two />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Gone later' }));
    await user.click(screen.getByText('Nothing'));
    act(() => screen.getByRole('button', { name: 'Hide' }).click());
    await settled();
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    await settled();
    expect(document.activeElement?.textContent).toBe('Hide');
  });
});

describe('the focus, where what replaces it is fetched first', () => {
  it('waits for what comes into its place later, and goes nowhere else meanwhile', async () => {
    function Later() {
      const [state, setState] = useState<'before' | 'empty' | 'there'>('before');
      const turn = () => {
        setState('empty');
        setTimeout(() => setState('there'), 500);
      };
      return (
        <main>
          <h1>Beside</h1>
          <section>
            {state === 'before' && <button onClick={turn}>Turn</button>}
            {state === 'there' && <h2>There</h2>}
          </section>
        </main>
      );
    }
    render(<Later />);
    await press('Turn');
    expect(document.activeElement).toBe(document.body);
    await settled(700);
    // What changed meanwhile is drawn as that ends.
    await settled();
    expect(document.activeElement?.textContent).toBe('There');
  });
});

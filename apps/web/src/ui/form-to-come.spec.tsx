import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FormToCome } from './form-to-come.js';
import { ShortcutProvider, useShortcut } from './shortcuts.js';

const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));
let done: string[];
let fetched: () => void;
let Form: ComponentType;
beforeEach(() => {
  done = [];
  const coming = new Promise<void>((resolve) => (fetched = resolve));
  Form = lazy(() => coming.then(() => ({ default: NameForm })));
});

function NameForm() {
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // As a dialog does: what is in front takes the focus a moment later.
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="dialog" aria-modal="true">
      <input ref={field} aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
    </div>
  );
}

/** Opens its form a moment after the key, as where the address is what asks for it. */
function Page() {
  const [asked, setAsked] = useState(false);
  useShortcut('n', 'New', () => setTimeout(() => setAsked(true), 10), { opens: true });
  useShortcut('m', 'Month', () => done.push('month'));
  useShortcut('t', 'Today', () => done.push('today'));
  return (
    <>
      <button onClick={() => setAsked(true)}>New</button>
      <Suspense fallback={<FormToCome />}>{asked && <Form />}</Suspense>
    </>
  );
}

async function arrive(): Promise<void> {
  await settled();
  fetched();
  await settled();
  await settled();
}
const page = () => render(<Page />, { wrapper: ShortcutProvider });
const value = () => screen.getByRole<HTMLInputElement>('textbox').value;

describe('what is typed before a form is there', () => {
  it('is kept for its first field from the key on, and is no shortcut', async () => {
    page();
    const user = userEvent.setup();
    await user.keyboard('nMart');
    await settled();
    await user.keyboard('ím{Backspace}n t');
    await arrive();
    expect(value()).toBe('Martín t');
    expect(done).toEqual([]);
    await user.keyboard('om');
    expect(value()).toBe('Martín tom');
  });

  it('is kept where a button asked for it', async () => {
    page();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button'));
    await user.keyboard('Tim');
    await arrive();
    expect(value()).toBe('Tim');
    expect(done).toEqual([]);
  });

  it('is forgotten by Escape, and the letters are shortcuts again', async () => {
    page();
    const user = userEvent.setup();
    await user.keyboard('nm{Escape}m');
    expect(done).toEqual(['month']);
    await arrive();
    expect(value()).toBe('');
  });

  it('is nobody else’s once the form is in front, wherever the focus is', async () => {
    page();
    const user = userEvent.setup();
    await user.keyboard('n');
    await arrive();
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('mt');
    expect(done).toEqual([]);
  });
});

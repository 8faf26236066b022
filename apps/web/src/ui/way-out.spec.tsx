import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { countUnanswered } from '../data/client/unanswered-changes.js';
import { draw } from '../testing.js';
import { askBeforeLosing } from './ask-before-losing.js';
import { isAbandoned } from './leave-scope.js';
import { LeaveGuard } from './leave-guard.js';
import { goOut } from './way-out.js';
import { WayOutDrawer } from './way-out-drawer.js';

/** A form that saves by itself, once it is answered. */
function Draft({ save }: { save: () => Promise<boolean> }) {
  return (
    <>
      <LeaveGuard unsaved save={save} />
      <WayOutDrawer />
    </>
  );
}
function Page() {
  const [typed, setTyped] = useState('');
  return (
    <>
      <LeaveGuard unsaved={typed !== ''} />
      <input aria-label="reason" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <WayOutDrawer />
    </>
  );
}
const settled = (what: () => void) => act(() => Promise.resolve(what()));
/** Something that was chosen on the page, until it is answered. */
function anAct() {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  countUnanswered(promise);
  return { done: () => settled(() => resolve(true)), refused: () => settled(() => resolve(false)) };
}
const saving = () => screen.findByRole('dialog', { name: 'Saving what you did' });
const notSaved = () => screen.findByRole('dialog', { name: 'Not everything is saved yet' });
const nothingAsked = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

let gone: number;
const go = () => void gone++;
const signOut = (patienceMs?: number) => settled(() => void goOut(go, patienceMs));
const isAskedByBrowser = (): boolean => !globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => (gone = 0));

describe('signing out', () => {
  it('is done at once where all is saved', async () => {
    await draw(<Page />);
    await signOut();
    expect(gone).toBe(1);
  });

  it('waits for what is on its way, and for what follows from it', async () => {
    await draw(<Page />);
    const [first, next] = [anAct(), anAct()];
    await signOut();
    await saving();
    await first.done();
    expect(gone).toBe(0);
    await next.done();
    await waitFor(() => expect(gone).toBe(1));
    await nothingAsked();
  });

  it('is not done where something was refused: its person stays to read why', async () => {
    await draw(<Page />);
    const [first, next] = [anAct(), anAct()];
    await signOut();
    await saving();
    await first.refused();
    await next.done();
    await nothingAsked();
    expect(gone).toBe(0);
  });

  it('is not done where its person stays, whatever is answered then', async () => {
    const hands = await draw(<Page />);
    const late = anAct();
    await signOut();
    await saving();
    await hands.click(screen.getByRole('button', { name: 'Stay signed in' }));
    await nothingAsked();
    await late.done();
    expect(gone).toBe(0);
  });

  it('asks of what stands in a form once the rest is saved', async () => {
    const hands = await draw(<Page />);
    await hands.type(screen.getByLabelText('reason'), 'x');
    const late = anAct();
    await signOut();
    await saving();
    await late.done();
    await screen.findByRole('dialog', { name: 'Leave without saving?' });
    expect(gone).toBe(0);
    await hands.click(screen.getByRole('button', { name: 'Leave without saving' }));
    await waitFor(() => expect(gone).toBe(1));
  });
});

describe('what is not saved', () => {
  it('waits for what a form saves by itself, and not once its person stays', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    await draw(<Draft save={() => promise} />);
    await signOut(10);
    await notSaved();
    await settled(() => screen.getByRole('button', { name: 'Stay signed in' }).click());
    await nothingAsked();
    await settled(() => resolve(true));
    expect(gone).toBe(0);
  });

  it('goes once the form has saved, and asks where it could not', async () => {
    const saves: PromiseWithResolvers<boolean>[] = [];
    await draw(<Draft save={() => (saves.push(Promise.withResolvers()), saves.at(-1)!.promise)} />);
    await signOut();
    await saving();
    await settled(() => saves[0]?.resolve(false));
    await waitFor(() => expect(saves).toHaveLength(2));
    await settled(() => saves[1]?.resolve(false));
    await screen.findByRole('dialog', { name: 'Leave without saving?' });
    expect(gone).toBe(0);
  });

  it('is said after a while to who signs out, and asked about; so the browser asks where the window is closed', async () => {
    askBeforeLosing();
    const hands = await draw(<Page />);
    expect(isAskedByBrowser()).toBe(false);
    const late = anAct();
    expect(isAskedByBrowser()).toBe(true);
    await signOut(10);
    await notSaved();
    expect(isAbandoned()).toBe(false);
    await hands.click(screen.getByRole('button', { name: 'Sign out without it' }));
    expect(gone).toBe(1);
    // Who said so is not asked by the browser once more.
    expect(isAskedByBrowser()).toBe(false);
    await late.done();
  });
});

import { isMovable } from '../../../../ui/appointments/card-look.js';
import { type Held, liesAt, nudge, type Nudge } from './change.js';
import { cardOf, findCard, type Host } from './host.js';
import { neighbourOf, type Way } from './neighbour.js';

const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
const MOVES: Readonly<Record<string, Nudge>> = { ArrowUp: 'earlier', ArrowDown: 'later', ArrowLeft: 'left', ArrowRight: 'right' };
const LENGTHS: Readonly<Record<string, Nudge>> = { ArrowUp: 'shorter', ArrowDown: 'longer' };

/**
 * Arrows go from appointment to appointment. With Alt they take the appointment along, with Alt and Shift its end; it is put down where Alt is
 * let go, and Escape leaves it where it was. @returns how to stop
 */
export function attachKeys(host: () => Host): () => void {
  const { scroller } = host();
  let held: Held | undefined;

  const putDown = () => {
    if (!held) return;
    const put = held;
    held = undefined;
    host().show(undefined);
    void host().drop(put, 'keyboard');
  };
  const leave = () => {
    if (!held) return;
    held = undefined;
    host().show(undefined);
  };
  const take = (element: HTMLElement, by: Nudge) => {
    const found = findCard(host(), element);
    if (!found || !host().may) return;
    if (!isMovable(found.card.appointment)) return host().refuse('begun');
    const { card, from } = found;
    const lies = liesAt(card, from, host().last());
    held ??= { card, from: lies, to: lies };
    held = { ...held, to: nudge(host().columns, held, by, host().span) };
    host().show({ ...held.to, held });
    host().announce(held.to);
  };
  const press = (event: KeyboardEvent) => {
    const element = cardOf(event.target);
    if (!element || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && held) {
      leave();
      return eat(event);
    }
    if (!event.altKey) {
      const way = WAYS[event.key];
      if (!way || event.shiftKey) return;
      eat(event);
      const next = neighbourOf(host().columns, element.dataset['appointment'] ?? '', way);
      if (next) scroller.querySelector<HTMLElement>(`[data-appointment="${next.appointment.id}"]`)?.focus();
      return;
    }
    const by = (event.shiftKey ? LENGTHS : MOVES)[event.key];
    if (!by) return;
    eat(event);
    take(element, by);
  };
  const release = (event: KeyboardEvent) => event.key === 'Alt' && putDown();
  scroller.addEventListener('keydown', press);
  scroller.addEventListener('keyup', release);
  scroller.addEventListener('focusout', leave);
  window.addEventListener('blur', leave);
  return () => {
    leave();
    scroller.removeEventListener('keydown', press);
    scroller.removeEventListener('keyup', release);
    scroller.removeEventListener('focusout', leave);
    window.removeEventListener('blur', leave);
  };
}

/** The key is ours: neither the page's shortcuts nor the browser's way back hear it. */
function eat(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

import { isMovable } from '../../../../ui/appointments/card-look.js';
import { drawnBetween, droppedAt, edgeSpeed, placeAt, snap, stretchedTo } from '../drop.js';
import { liesAt, mayGoTo } from './change.js';
import { cardOf, findCard, type Host, type Shown } from './host.js';

/** A mouse that moves less still clicks; a finger is never that still. */
const STILL = { mouse: 4, touch: 8 };
/** A finger rests this long to take hold; before, it scrolls. */
const LONG_PRESS = 350;

/** A press that may become a drag. */
interface Press {
  id: number;
  x: number;
  y: number;
  touch: boolean;
  aim: (host: Host, x: number, y: number) => Shown;
  timer?: ReturnType<typeof setTimeout>;
  /** What is shown, once it is a drag. */
  shown?: Shown;
}

/** One press at a time, from down to up. */
class Drag {
  /** True after a drag until its click was swallowed. */
  spent = false;
  private press: Press | undefined;
  private frame = 0;

  constructor(private readonly host: () => Host) {}

  get byTouch(): boolean {
    return this.press?.touch ?? false;
  }
  get dragging(): boolean {
    return this.scroller.dataset['dragging'] !== undefined;
  }

  down(event: PointerEvent): void {
    this.spent = false;
    if (this.press || event.button !== 0 || !event.isPrimary || !this.host().may) return;
    const aim = aimOf(this.host(), event);
    if (!aim) return;
    this.press = { id: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch', aim };
    if (this.press.touch) this.press.timer = setTimeout(() => this.begin(), LONG_PRESS);
  }

  move({ pointerId, clientX, clientY }: PointerEvent): void {
    const { press } = this;
    if (press?.id !== pointerId) return;
    if (!this.dragging && Math.hypot(clientX - press.x, clientY - press.y) < (press.touch ? STILL.touch : STILL.mouse)) return;
    // A finger that goes on its way before it took hold scrolls.
    if (!this.dragging && press.touch) return this.end();
    press.x = clientX;
    press.y = clientY;
    if (this.dragging) this.aim();
    else this.begin();
  }

  up({ pointerId }: PointerEvent): void {
    if (this.press?.id !== pointerId) return;
    const { shown } = this.press;
    this.end();
    if (shown) finish(this.host(), shown);
  }

  /** Leaves everything where it was. */
  end(): void {
    if (!this.press) return;
    clearTimeout(this.press.timer);
    cancelAnimationFrame(this.frame);
    this.press = undefined;
    delete this.scroller.dataset['dragging'];
    this.host().show(undefined);
  }

  private get scroller(): HTMLElement {
    return this.host().scroller;
  }

  private begin(): void {
    if (!this.press) return;
    this.scroller.dataset['dragging'] = 'true';
    this.spent = true;
    this.scroller.setPointerCapture(this.press.id);
    this.aim();
    this.frame = requestAnimationFrame(() => this.pull());
  }

  private aim(): void {
    const { press } = this;
    if (!press) return;
    const at = pointIn(this.host(), { clientX: press.x, clientY: press.y });
    const shown = press.aim(this.host(), at.x, at.y);
    if (sameTarget(press.shown, shown)) return;
    press.shown = shown;
    this.host().show(shown);
  }

  /** Near an edge the grid comes along. */
  private pull(): void {
    if (!this.press) return;
    const { gutter, head } = this.host().shape;
    const { left, right, top, bottom } = this.scroller.getBoundingClientRect();
    const across = edgeSpeed(this.press.x, left + gutter, right);
    const down = edgeSpeed(this.press.y, top + head, bottom);
    if (across !== 0 || down !== 0) {
      this.scroller.scrollBy(across, down);
      this.aim();
    }
    this.frame = requestAnimationFrame(() => this.pull());
  }
}

/** Moves, resizes and draws appointments by mouse, pen and finger. @returns how to stop */
export function attachPointer(host: () => Host): () => void {
  const { scroller } = host();
  const drag = new Drag(host);
  const controller = new AbortController();
  const { signal } = controller;
  scroller.addEventListener('pointerdown', (event) => drag.down(event), { signal });
  scroller.addEventListener('pointermove', (event) => drag.move(event), { signal });
  scroller.addEventListener('pointerup', (event) => drag.up(event), { signal });
  scroller.addEventListener('pointercancel', () => drag.end(), { signal });
  // Browsers that scroll for the finger must be told not to, and ask before the first move.
  const hold = (event: TouchEvent) => drag.dragging && event.cancelable && event.preventDefault();
  scroller.addEventListener('touchmove', hold, { signal, passive: false });
  scroller.addEventListener('contextmenu', (event) => drag.byTouch && event.preventDefault(), { signal });
  // A drag is no click, on whatever it ended.
  const click = (event: MouseEvent) => {
    if (drag.spent) event.stopPropagation();
    else if (host().may) clickEmpty(host(), event);
    drag.spent = false;
  };
  scroller.addEventListener('click', click, { signal, capture: true });
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag.dragging) return;
    event.stopPropagation();
    drag.end();
  };
  document.addEventListener('keydown', escape, { signal, capture: true });
  return () => {
    drag.end();
    controller.abort();
  };
}

/** What a press at this place would do with each later place of the pointer. */
function aimOf(host: Host, event: PointerEvent): Press['aim'] | undefined {
  const element = cardOf(event.target);
  const at = pointIn(host, event);
  const { minute: first } = placeAt(host.shape, at.x, at.y);
  if (!element) {
    if (!(event.target instanceof Element) || !event.target.closest('[data-key]')) return undefined;
    const { column } = placeAt(host.shape, at.x, at.y);
    return (now, x, y) => ({ column, ...drawnBetween(first, placeAt(now.shape, x, y).minute, now.span) });
  }
  const found = findCard(host, element);
  if (!found || !isMovable(found.card.appointment)) return undefined;
  const { card } = found;
  const from = liesAt(card, found.from, host.last());
  if (event.target instanceof Element && event.target.closest('[data-edge]'))
    return (now, x, y) => {
      const to = { column: from.column, ...stretchedTo(from.start, placeAt(now.shape, x, y).minute, now.span) };
      return { ...to, held: { card, from, to } };
    };
  return (now, x, y) => {
    const place = placeAt(now.shape, x, y);
    const to = { column: place.column, ...droppedAt(place.minute, first - from.start, from.end - from.start, now.span) };
    return { ...to, held: { card, from, to }, not: !mayGoTo(now.columns, from.column, place.column) };
  };
}

function finish(host: Host, { held, not, ...target }: Shown): void {
  if (not) host.refuse('profession');
  else if (held) void host.drop(held, 'pointer');
  else host.draw(target, true);
}

function clickEmpty(host: Host, event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('[data-key]') || cardOf(event.target)) return;
  const at = pointIn(host, event);
  const { column, minute } = placeAt(host.shape, at.x, at.y);
  const start = snap(minute, 'down');
  host.draw({ column, start, end: start }, false);
}

function pointIn({ scroller }: Host, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) {
  const rect = scroller.getBoundingClientRect();
  return { x: clientX - rect.left + scroller.scrollLeft, y: clientY - rect.top + scroller.scrollTop };
}

function sameTarget(a: Shown | undefined, b: Shown): boolean {
  return a?.column === b.column && a.start === b.start && a.end === b.end && a.not === b.not;
}

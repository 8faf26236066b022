/** Where something stood that had the focus: each element around it, from the inside out, and its place among the children there. */
interface Trail {
  at: Element;
  steps: readonly { parent: Element; index: number }[];
}

/** What moves the focus itself (a dialog that gives it back, a form that takes it) does so within this time. */
const SETTLED_MS = 120;
/** What comes in the place may have to be fetched first; after this time it is looked for farther around. */
const PATIENCE_MS = 2000;
/** A dialog's opener is a few steps back: what was focused within the dialog went with it. */
const REMEMBERED = 12;
const HEADINGS = 'h1, h2, h3, h4';
const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex]:not([tabindex="-1"])';

/**
 * What was pressed is often gone by what it did: a form that becomes its thanks, a row that was removed, a dialog whose opener went.
 * The browser then lets the focus fall to the whole page, whose beginning is read out. Here it goes to what stands in the place
 * instead: to its heading, or its first control. @returns stops it
 */
export function keepFocus(): () => void {
  let trails: Trail[] = [];
  let lostAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = ({ target }: Pick<Event, 'target'>) => {
    lostAt = undefined;
    if (target instanceof Element && target !== document.body) trails = [trailOf(target), ...trails].slice(0, REMEMBERED);
  };
  const look = () => {
    const last = trails[0];
    if (!last || document.activeElement !== document.body) return;
    if (!takesFocus(last.at)) lostAt ??= Date.now();
    // Somebody who presses on nothing means it.
    if (lostAt === undefined || isBusy(last.at)) return;
    const far = Date.now() - lostAt > PATIENCE_MS;
    const place = takesFocus(last.at) ? last.at : placeFor(trails, far);
    if (!place) {
      if (!far) soon();
      return;
    }
    if (!place.hasAttribute('tabindex') && place.matches(HEADINGS)) place.setAttribute('tabindex', '-1');
    (place as HTMLElement).focus({ preventScroll: true });
  };
  const soon = () => {
    // Of what is disabled the browser takes it with the next drawing, and by then it may be enabled again.
    if (trails[0]?.at.matches(':disabled')) lostAt ??= Date.now();
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SETTLED_MS);
  };
  const away = ({ target }: Event) => {
    if (target instanceof Element && !target.closest(`${CONTROLS}, label`)) trails = [];
  };
  if (document.activeElement) follow({ target: document.activeElement });
  const watch = new MutationObserver(soon);
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'style', 'hidden'] });
  document.addEventListener('focusin', follow);
  document.addEventListener('pointerdown', away);
  return () => {
    watch.disconnect();
    clearTimeout(timer);
    document.removeEventListener('focusin', follow);
    document.removeEventListener('pointerdown', away);
  };
}

function trailOf(at: Element): Trail {
  const steps: { parent: Element; index: number }[] = [];
  for (let child = at, parent = at.parentElement; parent; child = parent, parent = parent.parentElement) {
    steps.push({ parent, index: [...parent.children].indexOf(child) });
  }
  return { at, steps };
}

const isSeen = (one: Element): boolean => one.isConnected && one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]');
const takesFocus = (one: Element): boolean => isSeen(one) && !one.matches(':disabled');
/** A button that waits for its answer is there again in a moment, or goes. */
const isBusy = (one: Element): boolean => one.isConnected && one.matches('[data-loading]');

/** What stands now where the last that still has a place on the page stood. */
function placeFor(trails: readonly Trail[], far: boolean): Element | undefined {
  return firstOf(trails, ({ steps }) => {
    const around = steps.filter(({ parent }) => isSeen(parent) && parent !== document.body && parent !== document.documentElement);
    // A dialog that is gone leaves at most the empty place that dialogs are drawn in: what it was opened from counts.
    const [near] = around;
    return near && !near.parent.matches('[data-portal]') ? { found: placeAmong(far ? around : [near]) } : undefined;
  })?.found;
}

/** After it, or before it, or around that; never beyond the page or the dialog it was in. */
function placeAmong(steps: Trail['steps']): Element | undefined {
  for (const { parent, index } of steps) {
    const children = [...parent.children];
    const place = firstOf([...children.slice(index), ...children.slice(0, index).toReversed()], placeIn);
    if (place) return place;
    if (parent.matches('main, [role="dialog"]')) return undefined;
  }
  return undefined;
}

const placeIn = (child: Element): Element | undefined =>
  firstOf([HEADINGS, CONTROLS], (kind) => [child, ...child.querySelectorAll(kind)].find((one) => one.matches(kind) && takesFocus(one)));

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

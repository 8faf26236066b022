/** What a person did this long ago is what a request follows from; anything later the page asks by itself. */
const FOLLOWS_MS = 5000;
let last = Date.now();

/** Only what a hand did: a script's events are not trusted, and the pointer moves when somebody bumps the desk. */
function noticeHand({ isTrusted }: Event): void {
  if (isTrusted) last = Date.now();
}

if (typeof addEventListener === 'function') {
  for (const kind of ['keydown', 'pointerdown', 'wheel']) addEventListener(kind, noticeHand, { capture: true, passive: true });
}

/** When the person last typed, pressed or scrolled in this window. */
export const lastTouched = (): number => last;

/** Whether what is asked of the API now is asked because of something that the person did. */
export const isPersonAsking = (): boolean => Date.now() - last < FOLLOWS_MS;

/** A listener's name says what it does and when: `scheduleRemindersWhenVisitHasItsTime` is read as words. */
export function inWords(listener: string): string {
  const name = listener.split('.').at(-1) ?? listener;
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

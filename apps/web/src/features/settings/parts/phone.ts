import { type Language, mayHoldPhone, notedPhone, type NotedPhone } from '@keel/contracts';

/** A phone as one types it. */
export const typedPhone = (phone: NotedPhone, locale: Language): string => notedPhone(phone, locale).replaceAll('\u00a0', ' ');

/** Whether there can be a number in it; what was written before numbers were checked may stay as it is. */
export function mayBePhone(typed: string, saved: NotedPhone | undefined, locale: Language): boolean {
  return !typed.trim() || mayHoldPhone(typed) || (saved !== undefined && typed === typedPhone(saved, locale));
}

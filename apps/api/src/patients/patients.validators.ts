import { registerDecorator } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { civil } from './search-query.js';

/** E.164 of a number as people type it, or undefined; without a country code it is North American. */
export function toE164(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, 'CA');
  return number?.isPossible() ? number.number : undefined;
}

/** True for a day that exists and is not after today anywhere on earth. */
export function isBirthDate(value: unknown): boolean {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = civil(year, month, day);
  const latest = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  return date !== undefined && date <= latest;
}

export function IsCivilDate() {
  return check('isCivilDate', isBirthDate, (name) => `${name} is a day that exists and is not in the future, as YYYY-MM-DD`);
}

export function IsPhone() {
  const valid = (value: unknown) => typeof value === 'string' && value.length <= 40 && toE164(value) !== undefined;
  return check('isPhone', valid, (name) => `${name} is a phone number, such as 416 555 0199 or +33 6 12 34 56 78`);
}

function check(name: string, validate: (value: unknown) => boolean, message: (property: string) => string) {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName,
      validator: { validate, defaultMessage: () => message(propertyName) },
    });
}

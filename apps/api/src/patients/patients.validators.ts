import { registerDecorator } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 of a number as people type it, or undefined; without a country code it is North American. */
export function toE164(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text, 'CA');
  return number?.isPossible() ? number.number : undefined;
}

/** Today where it is latest, fourteen hours ahead of UTC. */
function lastDayOnEarth(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Beside `IsDay`, which says whether there is such a day. */
export function IsPast() {
  const valid = (value: unknown) => typeof value === 'string' && value <= lastDayOnEarth();
  return check('isPast', valid, (name) => `${name} is not in the future`);
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

import { isCivilDate, isClockTime } from '@keel/calendar';
import { registerDecorator } from 'class-validator';

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:00(\.0+)?)?(Z|[+-]\d{2}:[0-5]\d)$/i;

/** A whole minute with its offset from UTC; a time without an offset could be any of twenty-four. */
export function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && isCivilDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

export function IsInstant() {
  return check('isInstant', isInstant, (name) => `${name} is a whole minute with its offset, such as 2026-12-01T09:30:00-05:00`);
}

export function IsDay() {
  const valid = (value: unknown) => typeof value === 'string' && isCivilDate(value);
  return check('isDay', valid, (name) => `${name} is a day that exists, as YYYY-MM-DD`);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:[0-5]\d)$/i;

/** Any instant with its offset, seconds and all: the border of a range need not be a whole minute. */
export function isMoment(value: unknown): boolean {
  return typeof value === 'string' && MOMENT.test(value) && isCivilDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

/** For ranges: a day of the clinic, or an instant. */
export function IsDayOrInstant() {
  const valid = (value: unknown) => isMoment(value) || (typeof value === 'string' && isCivilDate(value));
  return check('isDayOrInstant', valid, (name) => `${name} is a day of the clinic (2026-12-01) or an instant (2026-12-01T09:30:00-05:00)`);
}

export function IsClock() {
  const valid = (value: unknown) => typeof value === 'string' && isClockTime(value);
  return check('isClock', valid, (name) => `${name} is a time of the day from 00:00 to 24:00, as HH:MM`);
}

function check(name: string, validate: (value: unknown) => boolean, message: (property: string) => string) {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName,
      validator: { validate, defaultMessage: (args) => message(args?.property ?? propertyName) },
    });
}

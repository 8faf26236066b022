import { EARLIEST_DAY, isKeptDay, isKeptInstant, LATEST_DAY, LONGEST_MINUTES } from '@keel/calendar';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

const BOUND = `from ${EARLIEST_DAY} to ${LATEST_DAY}`;
const DAY = `as YYYY-MM-DD ${BOUND}`;
const OFFSET = `with its offset ${BOUND}`;

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = () => timely('isDay', 'date', isKeptDay, `is a day that exists, ${DAY}`);

/** A whole minute with its offset from UTC: when something begins or ends on a schedule. */
export const IsInstant = () =>
  timely(
    'isInstant',
    'date-time',
    (value) => isKeptInstant(value) && Date.parse(value) % 60_000 === 0,
    `is a whole minute ${OFFSET}, such as 2026-12-01T09:30:00-05:00`,
  );

/** Any instant with its offset, seconds and all: the border of a range need not be a whole minute. */
export const IsMoment = () => timely('isMoment', 'date-time', isKeptInstant, `is an instant ${OFFSET}, such as 2026-11-23T15:00:00Z`);

/** For ranges: a day of the clinic, or an instant. */
export const IsDayOrInstant = () =>
  timely(
    'isDayOrInstant',
    'date-or-date-time',
    (value) => isKeptDay(value) || isKeptInstant(value),
    `is a day of the clinic, ${DAY}, or an instant ${OFFSET}, such as 2026-12-01T09:30:00-05:00`,
  );

const MINUTES_OF = { minutes: 1, hours: 60 } as const;

/** A stretch of time in whole minutes or hours. @throws RangeError where it may be longer than any that Keel keeps */
export function IsDuration(unit: keyof typeof MINUTES_OF, { min, max }: { min: number; max: number }): PropertyDecorator {
  if (max * MINUTES_OF[unit] > LONGEST_MINUTES) throw new RangeError(`${max} ${unit} are more than ${LONGEST_MINUTES} minutes`);
  const valid = (value: unknown) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
  return applyDecorators(
    checked('isDuration', valid, `is whole ${unit}, ${min} to ${max}`),
    ApiProperty({ format: unit, minimum: min, maximum: max }),
  );
}

function timely(name: string, format: string, valid: (value: unknown) => boolean, says: string): PropertyDecorator {
  return applyDecorators(checked(name, valid, says), ApiProperty({ format }));
}

function checked(name: string, validate: (value: unknown) => boolean, says: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate, defaultMessage: (args) => `${args?.property ?? 'this'} ${says}` } });
}

import { isClockTime } from '@keel/calendar';
import { ValidateBy } from 'class-validator';

export function IsClock(): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isClockTime(value);
  const says = 'is a time of the day from 00:00 to 24:00, as HH:MM';
  return ValidateBy({ name: 'isClock', validator: { validate, defaultMessage: (args) => `${args?.property ?? 'this'} ${says}` } });
}

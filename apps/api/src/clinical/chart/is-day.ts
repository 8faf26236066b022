import { isCivilDate } from '@keel/calendar';
import { ValidateBy } from 'class-validator';

/** A day that exists, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && isCivilDate(value),
      defaultMessage: (args) => `${args?.property ?? 'this'} must be a day of the calendar as YYYY-MM-DD`,
    },
  });

import { isVisible } from '@keel/contracts';
import { registerDecorator } from 'class-validator';
import { toE164 } from './phone-number.js';

/** A number with its extension and a remark. */
const LONGEST_PHONE = 120;

export function IsPhone() {
  const valid = (value: unknown) => typeof value === 'string' && value.length <= LONGEST_PHONE && toE164(value) !== undefined;
  return check(
    'isPhone',
    valid,
    (name) =>
      `${name} is a number that can be dialled, such as 416 555 0199, 514 555 0123 x 45 or +33 6 12 34 56 78: check its area code and digits`,
  );
}

/** Empty, or something that is seen: a name of spaces is neither. */
export function IsLine() {
  const valid = (value: unknown) => value === '' || (typeof value === 'string' && isVisible(value));
  return check('isLine', valid, (name) => `${name} needs something that can be seen: spaces and invisible characters are not enough`);
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

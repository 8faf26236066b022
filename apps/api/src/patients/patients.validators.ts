import { isVisible } from '@keel/contracts';
import { registerDecorator } from 'class-validator';

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

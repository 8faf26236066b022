import { registerDecorator } from 'class-validator';

/** An instant with its offset, such as `2026-11-23T15:00:00Z`; a day alone does not say where it begins. */
export function isRfc3339(value: unknown): boolean {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
  return typeof value === 'string' && shape.test(value) && !Number.isNaN(Date.parse(value));
}

export function IsRfc3339() {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isRfc3339',
      target: target.constructor,
      propertyName,
      validator: {
        validate: isRfc3339,
        defaultMessage: () => `${propertyName} is an instant with its offset, such as 2026-11-23T15:00:00Z`,
      },
    });
}

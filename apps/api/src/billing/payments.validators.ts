import { CURRENCIES } from '@keel/contracts';
import { registerDecorator } from 'class-validator';

const MOST_CENTS = 100_000_000;

/** `{amount, currency?}` with 1 to 100,000,000 whole cents and no further field. */
export function isAmount(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { amount, currency, ...rest } = value as Record<string, unknown>;
  const whole = Number.isSafeInteger(amount) && Number(amount) >= 1 && Number(amount) <= MOST_CENTS;
  return whole && Object.keys(rest).length === 0 && (currency === undefined || CURRENCIES.some((known) => known === currency));
}

export function IsAmount() {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isAmount',
      target: target.constructor,
      propertyName,
      validator: {
        validate: isAmount,
        defaultMessage: () =>
          `${propertyName} is whole cents, 1 to ${MOST_CENTS} (a larger sum is recorded as several payments), such as {"amount": 12050, "currency": "CAD"} for 120.50 dollars`,
      },
    });
}

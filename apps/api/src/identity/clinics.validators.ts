import { isTimeZone as isKnownZone } from '@keel/calendar';
import { type Country, REGIONS } from '@keel/contracts';
import { registerDecorator, type ValidationArguments } from 'class-validator';

/** True for a zone of the calendar's own data; offsets and abbreviations are not zones. */
export function isTimeZone(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z][A-Za-z_]+(\/[A-Za-z_+-]+){1,2}$/.test(value) && isKnownZone(value);
}

export function IsTimeZone() {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isTimeZone',
      target: target.constructor,
      propertyName,
      validator: { validate: isTimeZone, defaultMessage: () => `${propertyName} is an IANA time zone such as "America/Toronto"` },
    });
}

/** Up to ten short texts by short names, such as `{ "GST/HST": "123456789 RT0001" }`. */
export function isTaxNumbers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 10 &&
    entries.every(([name, number]) => /^.{1,30}$/.test(name) && typeof number === 'string' && /^.{1,40}$/.test(number))
  );
}

export function IsTaxNumbers() {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isTaxNumbers',
      target: target.constructor,
      propertyName,
      validator: {
        validate: isTaxNumbers,
        defaultMessage: () => `${propertyName} holds up to ten numbers by tax name, such as {"GST/HST": "123456789 RT0001"}`,
      },
    });
}

/** A province or state of the country in the sibling field. */
export function IsRegionOf(countryField: string) {
  return (target: object, propertyName: string): void =>
    registerDecorator({
      name: 'isRegionOf',
      target: target.constructor,
      propertyName,
      constraints: [countryField],
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => regionsFor(args).includes(String(value)),
        defaultMessage: (args) => `${propertyName} is one of ${regionsFor(args).join(', ') || 'the regions of a known country'}`,
      },
    });
}

function regionsFor(args?: ValidationArguments): readonly string[] {
  const [field] = (args?.constraints ?? []) as string[];
  const country: unknown = field && args ? Reflect.get(args.object, field) : undefined;
  return typeof country === 'string' && Object.hasOwn(REGIONS, country) ? REGIONS[country as Country] : [];
}

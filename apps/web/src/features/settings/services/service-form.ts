import type { Currency, Profession, TaxCode } from '@keel/contracts';
import type { FormatLocale } from '@keel/calendar';
import { namesSent, type NamesTyped, namesTyped } from '../../../ui/forms/names-typed.js';
import { parseMoney, typedMoney } from '../../../ui/typed-money.js';
import type { NewService, Service, ServiceChange } from '../../../data/services.js';

export interface ServiceValues extends Record<string, unknown> {
  name: string;
  nameIn: NamesTyped;
  description: string;
  profession: Profession;
  durationMinutes: number | string;
  bufferBeforeMinutes: number | string;
  bufferAfterMinutes: number | string;
  /** As typed. */
  price: string;
  taxCode: TaxCode;
  onlineBookable: boolean;
  colour: string;
}

export const newServiceValues = (profession: Profession, taxCode: TaxCode): ServiceValues => ({
  name: '',
  nameIn: namesTyped(),
  description: '',
  profession,
  durationMinutes: 45,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  price: '',
  taxCode,
  onlineBookable: false,
  colour: '',
});

export const serviceValues = (service: Service, locale: FormatLocale): ServiceValues => ({
  name: service.name,
  nameIn: namesTyped(service.nameIn),
  description: service.description ?? '',
  profession: service.profession,
  durationMinutes: service.durationMinutes,
  bufferBeforeMinutes: service.bufferBeforeMinutes,
  bufferAfterMinutes: service.bufferAfterMinutes,
  price: typedMoney(service.price.amount, locale),
  taxCode: service.taxCode,
  onlineBookable: service.onlineBookable,
  colour: service.colour ?? '',
});

const isWhole = (value: number | string, least: number, most: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

export type ServiceFault = 'nameFault' | 'durationFault' | 'bufferFault' | 'priceFault';

export function serviceFaults(values: ServiceValues, locale: FormatLocale): [field: keyof ServiceValues & string, fault: ServiceFault][] {
  const faults: [boolean, string, ServiceFault][] = [
    [!values.name.trim(), 'name', 'nameFault'],
    [!isWhole(values.durationMinutes, 1, 720), 'durationMinutes', 'durationFault'],
    [!isWhole(values.bufferBeforeMinutes, 0, 240), 'bufferBeforeMinutes', 'bufferFault'],
    [!isWhole(values.bufferAfterMinutes, 0, 240), 'bufferAfterMinutes', 'bufferFault'],
    [parseMoney(values.price, locale) === undefined, 'price', 'priceFault'],
  ];
  return faults.flatMap(([faulty, field, fault]) => (faulty ? [[field, fault]] : []));
}

/** What the API takes, once there are no faults. A colour and a description that are empty are left out. */
export function toNewService(values: ServiceValues, locale: FormatLocale, currency: Currency): NewService {
  const { colour, description, ...fields } = values;
  return {
    ...fields,
    name: fields.name.trim(),
    nameIn: namesSent(fields.nameIn),
    durationMinutes: Number(fields.durationMinutes),
    bufferBeforeMinutes: Number(fields.bufferBeforeMinutes),
    bufferAfterMinutes: Number(fields.bufferAfterMinutes),
    price: { amount: parseMoney(fields.price, locale) ?? 0, currency },
    ...(colour && { colour }),
    ...(description.trim() && { description: description.trim() }),
  };
}

/** A service keeps its profession: appointments hang on it. What was emptied is taken away. */
export function toServiceChange(changed: Partial<ServiceValues>, whole: NewService): ServiceChange {
  const fields = whole as unknown as Record<string, unknown>;
  const keys = Object.keys(changed).filter((key) => key !== 'profession');
  return Object.fromEntries(keys.map((key) => [key, fields[key] ?? null])) as ServiceChange;
}

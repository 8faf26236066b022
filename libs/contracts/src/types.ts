/** Money in whole cents of a currency, as the API carries it: `{ amount: 12050, currency: 'CAD' }` is 120.50 dollars. */
export interface MoneyAmount {
  amount: number;
  currency: Currency;
}

export const CURRENCIES = ['CAD', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

export const COUNTRIES = ['CA', 'US'] as const;
export type Country = (typeof COUNTRIES)[number];

/** Provinces, territories and states by their postal letters. */
export const REGIONS: Readonly<Record<Country, readonly string[]>> = {
  CA: 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '),
  US: (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA ' +
    'RI SC SD TN TX UT VT VA WA WV WI WY PR'
  ).split(' '),
};

/** A free time that can be booked; instants are RFC 3339 in UTC. */
export interface Slot {
  start: string;
  end: string;
  practitionerId: string;
  locationId: string;
}

/** How many there are in all, or the least that there are: `50+`. Nothing is counted to its end to say so. */
export type Total = number | `${number}+`;

/** One page of a collection; `nextCursor` is null on the last page. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
  /** Of all pages together. */
  total: Total;
}

/** What every error looks like on the wire (RFC 9457), with Keel's additions. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  /** The offending fields as JSON pointers into the request body. */
  errors?: { pointer: string; detail: string }[];
}

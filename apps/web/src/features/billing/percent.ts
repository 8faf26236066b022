/** `13 %` of 13000 thousandths of a percent. */
export function percent(rate: number, locale: 'en' | 'fr'): string {
  const options = { style: 'percent', maximumFractionDigits: 3 } as const;
  return new Intl.NumberFormat(`${locale}-CA`, options).format(rate / 100_000);
}

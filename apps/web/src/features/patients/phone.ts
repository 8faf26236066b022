/** A number as people here read it: +14165550123 is 416 555-0123; one of another country keeps its code. */
export function readablePhone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  // The spaces do not break, so that a number stays in one piece.
  return area ? `${area}\u00a0${exchange}-${line}` : e164;
}

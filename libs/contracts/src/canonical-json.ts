/**
 * The one way to write a value as JSON (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript writes them. Two equal values give the same text, so a hash over it says whether anything changed.
 * @throws TypeError for what JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number');
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('JSON has no such value');
  return text;
}

/** An address as its owner knows it again and nobody else learns it: `m•••@example.org`, however long it is. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return `${at > 0 ? first : ''}•••${address.slice(at)}`;
}

/** `00042`: five digits at least, so that a list of numbers sorts by eye. */
export function printedNumber(number: number): string {
  return String(number).padStart(5, '0');
}

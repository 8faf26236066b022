export const isText = (value: unknown): value is string => typeof value === 'string';

export function wrongText(value: unknown, most: number): string | undefined {
  if (!isText(value)) return 'Send text.';
  return value.length > most ? `This is ${value.length} characters long; at most ${most} fit here.` : undefined;
}

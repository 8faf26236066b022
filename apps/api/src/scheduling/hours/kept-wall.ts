import { instantsOf, toInstant, toWall } from '@keel/calendar';

export interface Span {
  start: Date;
  end: Date;
}

/**
 * The same times by the clock of another zone. Of an hour that is lived twice there the first is meant, and the second where the end would
 * come before the start otherwise.
 */
export function keptWall({ start, end }: Span, from: string, to: string): Span {
  const begins = toInstant(to, toWall(from, +start));
  const wall = toWall(from, +end);
  const ends = [toInstant(to, wall), ...instantsOf(to, wall)].find((instant) => instant > begins) ?? begins + (+end - +start);
  return { start: new Date(begins), end: new Date(ends) };
}

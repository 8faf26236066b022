import { type CivilDate, EARLIEST_DAY, isCivilDate, isKeptDay, LATEST_DAY } from '../../days.js';
import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { isText } from '../texts.js';

export interface DateQuestion extends QuestionBase {
  type: 'date';
}

/** A day of the calendar, of no zone. */
export const date: QuestionKind<DateQuestion, CivilDate> = {
  type: 'date',
  parts: {},
  carriedForward: true,
  faults: () => [],
  begun: () => ({}),
  holds: isText,
  check: (_, value) => (isKeptDay(value) ? undefined : `Send a day of the calendar as YYYY-MM-DD, from ${EARLIEST_DAY} to ${LATEST_DAY}.`),
  canonical: (day) => day || undefined,
  summary: (_, day, reader) => (isCivilDate(day) ? reader.day(day) : day),
};

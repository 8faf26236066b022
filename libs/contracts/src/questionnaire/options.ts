import type { Language } from '../locales.js';
import { isLocalText, noWords } from './labels.js';
import type { QuestionFault, QuestionOption, QuestionParts } from './question-kind.js';
import { isText } from './texts.js';
import { wordsIn } from './wording.js';

// What there is to choose from, for the types that choose.

export function areOptions(value: unknown): value is QuestionOption[] {
  return Array.isArray(value) && value.every(isOption);
}

function isOption(option: unknown): option is QuestionOption {
  if (typeof option !== 'object' || option === null) return false;
  const { value, label } = option as Partial<Record<keyof QuestionOption, unknown>>;
  return isText(value) && isLocalText(label);
}

export function optionFaults({ options = [] }: QuestionParts, pointer: string): QuestionFault[] {
  if (options.length === 0) return [{ pointer: `${pointer}/options`, code: 'noOptions' }];
  return options.flatMap(({ value, label }, at): QuestionFault[] => {
    const same = options.findIndex((one) => one.value === value) !== at;
    return [
      ...noWords(label, `${pointer}/options/${at}/label`),
      ...(same ? [{ pointer: `${pointer}/options/${at}/value`, code: 'sameValue' as const }] : []),
    ];
  });
}

/** What another type chose from, or one to begin with. */
export const begunOptions = ({ options = [{ value: '', label: {} }] }: QuestionParts) => ({ options });

export const valuesOf = (options: readonly QuestionOption[]): string[] => options.map(({ value }) => value);

/** An option that is not offered any more is called by its value. */
export function optionName(options: readonly QuestionOption[], chosen: string, language: Language): string {
  const option = options.find(({ value }) => value === chosen);
  return option ? wordsIn(option.label, language) : chosen;
}

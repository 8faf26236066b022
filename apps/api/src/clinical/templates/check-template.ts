import { LOCALES, type LocalText, type Question, type TemplateSection } from '@keel/contracts';
import type { FieldFault } from '../../platform/index.js';

const KEY = /^[a-z0-9][a-z0-9_]{0,59}$/;

/** What is wrong with a clinic's own template beyond the shape of its JSON. */
export function templateFaults(sections: readonly TemplateSection[]): FieldFault[] {
  return [
    ...repeated(sections, '/sections'),
    ...sections.flatMap((section, at) => [
      ...words(section.title, `/sections/${at}/title`),
      ...repeated(section.questions, `/sections/${at}/questions`),
      ...section.questions.flatMap((question, index) => questionFaults(question, `/sections/${at}/questions/${index}`)),
    ]),
  ];
}

function questionFaults(question: Question, pointer: string): FieldFault[] {
  const { type, min, max, options } = question;
  const faults = words(question.label, `${pointer}/label`);
  if (type === 'choice' || type === 'multi_choice') {
    if (!options || options.length === 0) faults.push({ pointer: `${pointer}/options`, detail: 'Name the options to choose from.' });
    for (const [at, option] of (options ?? []).entries()) {
      faults.push(...words(option.label, `${pointer}/options/${at}/label`));
      if (options?.findIndex(({ value }) => value === option.value) !== at) {
        faults.push({ pointer: `${pointer}/options/${at}/value`, detail: 'Another option has this value.' });
      }
    }
  } else if (options) {
    faults.push({ pointer: `${pointer}/options`, detail: 'Only choice and multi_choice have options; leave them out.' });
  }
  if (question.views && type !== 'body_chart') {
    faults.push({ pointer: `${pointer}/views`, detail: 'Only body_chart has views; leave them out.' });
  }
  if (type === 'scale' && (!Number.isInteger(min) || !Number.isInteger(max))) {
    faults.push({ pointer: `${pointer}/min`, detail: 'A scale needs whole numbers as min and max.' });
  }
  if (min !== undefined && max !== undefined && min >= max)
    faults.push({ pointer: `${pointer}/max`, detail: 'max must be more than min.' });
  return faults;
}

function words(label: LocalText, pointer: string): FieldFault[] {
  return LOCALES.some((locale) => label[locale]?.trim()) ? [] : [{ pointer, detail: 'Give the words in en, fr or both.' }];
}

function repeated(things: readonly { key: string }[], pointer: string): FieldFault[] {
  return things.flatMap(({ key }, at) => {
    if (!KEY.test(key)) return [{ pointer: `${pointer}/${at}/key`, detail: 'A key is up to 60 small letters, digits and _.' }];
    if (things.findIndex((one) => one.key === key) !== at)
      return [{ pointer: `${pointer}/${at}/key`, detail: 'Another one here has this key.' }];
    return [];
  });
}

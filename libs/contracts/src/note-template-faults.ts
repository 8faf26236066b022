import type { LocalText, Question, TemplateSection } from './clinical.js';
import { LOCALES } from './types.js';

export type NoteTemplateFaultCode =
  | 'noWords'
  | 'badKey'
  | 'sameKey'
  | 'noOptions'
  | 'sameValue'
  | 'optionsElsewhere'
  | 'viewsElsewhere'
  | 'scaleEnds'
  | 'minOverMax';

export interface NoteTemplateFault {
  pointer: string;
  code: NoteTemplateFaultCode;
}

const KEY = /^[a-z0-9][a-z0-9_]{0,59}$/;

/** What is wrong with a template of notes beyond the shape of its JSON, by JSON pointer. */
export function noteTemplateFaults(sections: readonly TemplateSection[]): NoteTemplateFault[] {
  return [
    ...repeated(sections, '/sections'),
    ...sections.flatMap((section, at) => [
      ...words(section.title, `/sections/${at}/title`),
      ...repeated(section.questions, `/sections/${at}/questions`),
      ...section.questions.flatMap((question, index) => questionFaults(question, `/sections/${at}/questions/${index}`)),
    ]),
  ];
}

function questionFaults(question: Question, pointer: string): NoteTemplateFault[] {
  const { type, min, max, options } = question;
  const faults = words(question.label, `${pointer}/label`);
  if (type === 'choice' || type === 'multi_choice') {
    if (!options || options.length === 0) faults.push({ pointer: `${pointer}/options`, code: 'noOptions' });
    for (const [at, option] of (options ?? []).entries()) {
      faults.push(...words(option.label, `${pointer}/options/${at}/label`));
      if (options?.findIndex(({ value }) => value === option.value) !== at) {
        faults.push({ pointer: `${pointer}/options/${at}/value`, code: 'sameValue' });
      }
    }
  } else if (options) {
    faults.push({ pointer: `${pointer}/options`, code: 'optionsElsewhere' });
  }
  if (question.views && type !== 'body_chart') {
    faults.push({ pointer: `${pointer}/views`, code: 'viewsElsewhere' });
  }
  if (type === 'scale' && (!Number.isInteger(min) || !Number.isInteger(max))) {
    faults.push({ pointer: `${pointer}/min`, code: 'scaleEnds' });
  }
  if (min !== undefined && max !== undefined && min >= max) faults.push({ pointer: `${pointer}/max`, code: 'minOverMax' });
  return faults;
}

function words(label: LocalText, pointer: string): NoteTemplateFault[] {
  return LOCALES.some((locale) => label[locale]?.trim()) ? [] : [{ pointer, code: 'noWords' }];
}

function repeated(things: readonly { key: string }[], pointer: string): NoteTemplateFault[] {
  return things.flatMap(({ key }, at): NoteTemplateFault[] => {
    if (!KEY.test(key)) return [{ pointer: `${pointer}/${at}/key`, code: 'badKey' }];
    if (things.findIndex((one) => one.key === key) !== at) return [{ pointer: `${pointer}/${at}/key`, code: 'sameKey' }];
    return [];
  });
}

import { type LocalText, type Question, type QuestionOption, retyped, type TemplateSection } from '@keel/contracts';

/** Sections of questions as they are edited: what is new has no key until it is saved; `id` is only for the screen. */
export type DraftQuestion = Question & { id: number };
export interface DraftSection extends Omit<TemplateSection, 'questions'> {
  id: number;
  questions: DraftQuestion[];
}
export interface Draft {
  sections: DraftSection[];
  nextId: number;
}

export type DraftAction =
  | { do: 'addSection' }
  | { do: 'changeSection'; section: number; title: LocalText }
  | { do: 'moveSection'; section: number; by: -1 | 1 }
  | { do: 'removeSection'; section: number }
  | { do: 'addQuestion'; section: number }
  | { do: 'changeQuestion'; section: number; question: number; part: Partial<Question> }
  | { do: 'moveQuestion'; section: number; question: number; by: -1 | 1 }
  | { do: 'removeQuestion'; section: number; question: number };

export function draftOf(sections: readonly TemplateSection[]): Draft {
  let nextId = 0;
  const drafts = sections.map((section) => ({
    ...section,
    id: nextId++,
    questions: section.questions.map((question) => ({ ...question, id: nextId++ })),
  }));
  return { sections: drafts, nextId };
}

export function changeDraft(draft: Draft, action: DraftAction): Draft {
  const { sections, nextId } = draft;
  const inSection = (id: number, change: (questions: DraftQuestion[]) => DraftQuestion[]): DraftSection[] =>
    sections.map((section) => (section.id === id ? { ...section, questions: change(section.questions) } : section));
  switch (action.do) {
    case 'addSection': {
      const section = { id: nextId, key: '', title: {}, questions: [newQuestion(nextId + 1)] };
      return { sections: [...sections, section], nextId: nextId + 2 };
    }
    case 'changeSection':
      return { nextId, sections: sections.map((one) => (one.id === action.section ? { ...one, title: action.title } : one)) };
    case 'moveSection':
      return { nextId, sections: moved(sections, action.section, action.by) };
    case 'removeSection':
      return { nextId, sections: sections.filter(({ id }) => id !== action.section) };
    case 'addQuestion':
      return { nextId: nextId + 1, sections: inSection(action.section, (all) => [...all, newQuestion(nextId)]) };
    case 'changeQuestion':
      return {
        nextId,
        sections: inSection(action.section, (all) => all.map((one) => (one.id === action.question ? changed(one, action.part) : one))),
      };
    case 'moveQuestion':
      return { nextId, sections: inSection(action.section, (all) => moved(all, action.question, action.by)) };
    case 'removeQuestion':
      return { nextId, sections: inSection(action.section, (all) => all.filter(({ id }) => id !== action.question)) };
  }
}

const newQuestion = (id: number): DraftQuestion => ({ id, key: '', type: 'long_text', label: {} });

function moved<T extends { id: number }>(things: T[], id: number, by: -1 | 1): T[] {
  const from = things.findIndex((one) => one.id === id);
  const thing = things[from];
  const other = things[from + by];
  if (!thing || !other) return things;
  return things.map((one, at) => (at === from ? other : at === from + by ? thing : one));
}

function changed(question: DraftQuestion, part: Partial<Question>): DraftQuestion {
  const next = { ...question, ...part } as DraftQuestion;
  return next.type === question.type ? next : retyped(next, next.type);
}

/** What the API takes: whatever is new has a key made of its words. Keys of what was there stay, since answers refer to them. */
export function toSections({ sections }: Draft): TemplateSection[] {
  return keyed(sections, ({ title }) => title).map(({ id: _, questions, ...section }) => ({
    ...section,
    questions: keyed(questions, ({ label }) => label).map(({ id: __, help, ...question }) => ({
      ...question,
      ...(help && (help.en || help.fr) && { help }),
      ...('options' in question && { options: valued(question.options) }),
    })),
  }));
}

function keyed<T extends { key: string }>(things: readonly T[], wordsOf: (thing: T) => LocalText): T[] {
  const taken = new Set(things.map(({ key }) => key));
  return things.map((thing) => (thing.key ? thing : { ...thing, key: freeKey(wordsOf(thing), taken) }));
}

function valued(options: readonly QuestionOption[]): QuestionOption[] {
  const taken = new Set(options.map(({ value }) => value));
  return options.map((option) => (option.value ? option : { ...option, value: freeKey(option.label, taken) }));
}

const LONGEST_KEY = 50;

function freeKey(words: LocalText, taken: Set<string>): string {
  const plain = (words.en || words.fr || '').toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const base =
    plain
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, LONGEST_KEY) || 'item';
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}_${number}`;
  taken.add(key);
  return key;
}

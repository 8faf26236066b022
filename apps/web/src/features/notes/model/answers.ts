import { type AnsweredSection, type AnswerValue, canonicalJson, isBlank, type Question, type TemplateSection } from '@keel/contracts';

/** A question's place in a note: keys of sections and questions hold no dot. */
export type FieldKey = `${string}.${string}`;
export const fieldKey = (section: string, question: string): FieldKey => `${section}.${question}`;

/** What a note says, by the place of each question; an unanswered one is not there. */
export type Answers = Readonly<Partial<Record<FieldKey, AnswerValue>>>;

/** Answers of a note as the API sends them for a change: `null` empties one. */
export interface SectionChange {
  key: string;
  answers: { key: string; value: AnswerValue | null }[];
}

export function toAnswers(sections: readonly AnsweredSection[]): Answers {
  return Object.fromEntries(sections.flatMap(({ key, answers }) => answers.map((one) => [fieldKey(key, one.key), one.value])));
}

/** The answers with one changed; a blank one is taken out. */
export function withAnswer(answers: Answers, key: FieldKey, value: AnswerValue | undefined): Answers {
  const { [key]: _, ...rest } = answers;
  return value === undefined || isBlank(value) ? rest : { ...rest, [key]: value };
}

export function sameAnswer(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  // A drawing that came back from the database equals the one that was sent, whatever the order of its members.
  return one === other || canonicalJson(one) === canonicalJson(other);
}

export function changedKeys(before: Answers, after: Answers): FieldKey[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<FieldKey>;
  return [...keys].filter((key) => !sameAnswer(before[key], after[key]));
}

/** What to send so that the stored answers become these: the changed ones alone. */
export function changeOf(before: Answers, after: Answers): SectionChange[] {
  const sections = new Map<string, SectionChange>();
  for (const key of changedKeys(before, after)) {
    const [section = '', question = ''] = key.split('.');
    const change = sections.get(section) ?? { key: section, answers: [] };
    change.answers.push({ key: question, value: after[key] ?? null });
    sections.set(section, change);
  }
  return [...sections.values()];
}

export interface PlacedQuestion {
  key: FieldKey;
  section: TemplateSection;
  question: Question;
}

export function questionsOf(sections: readonly TemplateSection[]): PlacedQuestion[] {
  return sections.flatMap((section) =>
    section.questions.map((question) => ({ key: fieldKey(section.key, question.key), section, question })),
  );
}

/** Required questions without an answer: the note cannot be signed before. */
export function missingQuestions(sections: readonly TemplateSection[], answers: Answers): PlacedQuestion[] {
  return questionsOf(sections).filter(({ key, question }) => question.required && isBlank(answers[key]));
}

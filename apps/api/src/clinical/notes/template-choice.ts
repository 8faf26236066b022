import { type AnsweredSection, checkAnswers, type GivenSection, type TemplateSection } from '@keel/contracts';
import type { FieldFault } from '../../platform/index.js';

/**
 * The first template that the answers fit. Where none does, what is wrong by the first: it is the one that was meant, the
 * others are only allowed.
 */
export function fittingTemplate<T extends { sections: TemplateSection[] }>(
  candidates: readonly T[],
  given: readonly GivenSection[],
): { template: T; sections: AnsweredSection[] } | { faults: FieldFault[] } {
  let first: FieldFault[] | undefined;
  for (const template of candidates) {
    const { sections, faults } = checkAnswers(template.sections, given);
    if (faults.length === 0) return { template, sections };
    first ??= faults;
  }
  return { faults: first ?? [{ pointer: '/templateId', detail: 'There is no template to answer.' }] };
}

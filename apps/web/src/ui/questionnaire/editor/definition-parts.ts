import type { Question, QuestionType } from '@keel/contracts';
import { bodyChartDefinition } from './body-chart-definition.js';
import { choiceDefinition } from './choice-definition.js';
import type { DefinitionPart } from './definition-part.js';
import { numberDefinition } from './number-definition.js';
import { scaleDefinition } from './scale-definition.js';

/** What there is to say of each type of question; one that is not here does not build. */
const DEFINITION_PARTS: { readonly [T in QuestionType]: DefinitionPart<T> } = {
  text: {},
  long_text: {},
  number: numberDefinition,
  scale: scaleDefinition,
  choice: choiceDefinition,
  multi_choice: choiceDefinition,
  checkbox: {},
  date: {},
  body_region: {},
  body_chart: bodyChartDefinition,
};

/** Undefined for a type that a later version of the API knows of. */
export function definitionPartOf({ type }: Question): DefinitionPart<QuestionType> | undefined {
  // A question is only ever handed to the part of its own type, which the compiler cannot follow through a look-up.
  return DEFINITION_PARTS[type] as unknown as DefinitionPart<QuestionType> | undefined;
}

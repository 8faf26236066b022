import { type QuestionFaultCode, sectionFaults, type UncheckedSection } from '@keel/contracts';
import type { FieldFault } from '../../platform/index.js';

const DETAILS: Readonly<Record<QuestionFaultCode, string>> = {
  malformed: 'This is not of the shape that a question has.',
  noWords: 'Give the words in en, fr or both.',
  badKey: 'A key is up to 60 small letters, digits and _.',
  sameKey: 'Another one here has this key.',
  noOptions: 'Name the options to choose from.',
  sameValue: 'Another option has this value.',
  optionsElsewhere: 'Only choice and multi_choice have options; leave them out.',
  viewsElsewhere: 'Only body_chart has views; leave them out.',
  scaleEnds: 'A scale needs whole numbers as min and max.',
  minOverMax: 'max must be more than min.',
};

/** What is wrong with a clinic's own template beyond the shape of its JSON. */
export function templateFaults(sections: readonly UncheckedSection[]): FieldFault[] {
  return sectionFaults(sections).map(({ pointer, code }) => ({ pointer, detail: DETAILS[code] }));
}

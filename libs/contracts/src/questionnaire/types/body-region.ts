import { bodyNames } from '../body/body-names.js';
import { BODY_REGIONS, type BodyRegion } from '../body/body-regions.js';
import { isTexts, wrongList } from '../lists.js';
import type { QuestionBase, QuestionKind } from '../question-kind.js';

export interface BodyRegionQuestion extends QuestionBase {
  type: 'body_region';
}

const isRegion = (name: string): name is BodyRegion => (BODY_REGIONS as readonly string[]).includes(name);

/** Places of the body by their names, e.g. `neck`, `shoulder.left`. */
export const bodyRegion: QuestionKind<BodyRegionQuestion, string[]> = {
  type: 'body_region',
  parts: {},
  carriedForward: true,
  faults: () => [],
  begun: () => ({}),
  holds: isTexts,
  check: (_, value) => wrongList(value, BODY_REGIONS),
  canonical: (regions) => (regions.length > 0 ? regions : undefined),
  summary: (_, regions, { language }) => regions.map((one) => (isRegion(one) ? bodyNames(language).place(one) : one)).join(', '),
};

import { BODY_VIEWS, type BodyChart, type BodyView } from '../body/body-chart.js';
import { isDrawing, wrongBodyChart } from '../body/body-chart-rules.js';
import { bodyNames } from '../body/body-names.js';
import type { QuestionBase, QuestionKind } from '../question-kind.js';
import { ANSWER_WORDS } from '../wording.js';

export interface BodyChartQuestion extends QuestionBase {
  type: 'body_chart';
  /** What can be drawn on; the whole body from four sides unless named. */
  views?: BodyView[];
}

const areViews = (value: unknown): value is BodyView[] =>
  Array.isArray(value) && value.length > 0 && value.every((view) => (BODY_VIEWS as readonly unknown[]).includes(view));

/** A drawing on the body: strokes and markers. Its members are kept in one order, whatever the order they came in. */
export const bodyChart: QuestionKind<BodyChartQuestion, BodyChart> = {
  type: 'body_chart',
  parts: { views: areViews },
  carriedForward: true,
  faults: () => [],
  begun: ({ views }) => ({ ...(views && { views }) }),
  holds: isDrawing,
  check: wrongBodyChart,
  canonical: ({ markers, strokes }) => {
    if (markers.length === 0 && strokes.length === 0) return undefined;
    return {
      markers: markers.map(({ kind, label, view, x, y }) => ({ kind, ...(label !== undefined && { label }), view, x, y })),
      strokes: strokes.map(({ colour, points, tool, view, width }) => ({ colour, points, tool, view, width })),
    };
  },
  summary: (_, { markers, strokes }, { language }) => {
    const words = ANSWER_WORDS[language];
    const names = bodyNames(language);
    const placed = markers.map((one) => [names.marker(one.kind), names.where(one), one.label].filter(Boolean).join(', '));
    const drawn = strokes.length > 0 ? [`${strokes.length} ${strokes.length === 1 ? words.stroke : words.strokes}`] : [];
    return [...placed, ...drawn].join('; ');
  },
};

import {
  BODY_CHART_LIMITS as LIMITS,
  BODY_VIEWS,
  type BodyChart,
  type BodyView,
  MARKER_KINDS,
  STROKE_COLOURS,
  STROKE_TOOLS,
  WHOLE_BODY,
} from './body-chart.js';

type Known = Record<string, unknown>;
/** What is wrong with a value at its place in the answer, or undefined where nothing is. */
type Rule = (value: unknown) => string | undefined;

/** What is wrong with a drawing, or undefined where nothing is: it holds what is known, on the views that are asked for, and nothing else. */
export function wrongBodyChart({ views = [...WHOLE_BODY] }: { views?: BodyView[] }, value: unknown): string | undefined {
  return shaped(value, 'the body chart', parts(views)) ?? tooManyPoints(value as BodyChart);
}

/** Whether it can be read as a drawing, whatever views were asked for. */
export function isDrawing(value: unknown): value is BodyChart {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(parts(BODY_VIEWS)).every(([part, rule]) => rule((value as Known)[part]) === undefined);
}

const parts = (views: readonly string[]) => ({
  strokes: list(LIMITS.strokes, stroke(views)),
  markers: list(LIMITS.markers, marker(views)),
});

const stroke =
  (views: readonly string[]): Rule =>
  (value) =>
    shaped(value, 'a stroke', {
      view: oneOf(views),
      tool: oneOf(STROKE_TOOLS),
      colour: oneOf(STROKE_COLOURS),
      width: between(LIMITS.width.min, LIMITS.width.max),
      points: (points) =>
        Array.isArray(points) && points.length === 0 ? 'needs at least one point' : list(LIMITS.pointsOfStroke, point)(points),
    });

const marker =
  (views: readonly string[]): Rule =>
  (value) =>
    shaped(value, 'a marker', { view: oneOf(views), x: UNIT, y: UNIT, kind: oneOf(MARKER_KINDS) }, { label });

const point: Rule = (value) => (Array.isArray(value) && value.length === 2 ? (UNIT(value[0]) ?? UNIT(value[1])) : 'must be [x, y]');

const label: Rule = (value) =>
  typeof value === 'string' && value.length <= LIMITS.labelCharacters
    ? undefined
    : `must be a text of at most ${LIMITS.labelCharacters} characters`;

function between(min: number, max: number): Rule {
  return (value) => (typeof value === 'number' && value >= min && value <= max ? undefined : `must be a number from ${min} to ${max}`);
}
const UNIT = between(0, 1);

function oneOf(known: readonly string[]): Rule {
  return (value) => (typeof value === 'string' && known.includes(value) ? undefined : `must be one of ${known.join(', ')}`);
}

function list(most: number, rule: Rule): Rule {
  return (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    if (value.length > most) return `has ${value.length} entries; at most ${most} fit`;
    for (const [at, one] of (value as unknown[]).entries()) {
      const wrong = rule(one);
      if (wrong) return `${at}: ${wrong}`;
    }
    return undefined;
  };
}

/** An unknown member is refused, so that two equal drawings have the same bytes and nothing is signed that no screen shows. */
function shaped(value: unknown, what: string, members: Record<string, Rule>, optional: Record<string, Rule> = {}): string | undefined {
  const names = [...Object.keys(members), ...Object.keys(optional)].join(', ');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `Send ${what} as an object of ${names}.`;
  const rules = new Map([...Object.entries(members), ...Object.entries(optional)]);
  const strange = Object.keys(value).find((name) => !rules.has(name));
  if (strange !== undefined) return `${strange} is not known; ${what} has ${names}.`;
  for (const [name, rule] of rules) {
    const given = (value as Known)[name];
    if (given === undefined && name in optional) continue;
    const wrong = rule(given);
    if (wrong) return `${name} ${wrong}`;
  }
  return undefined;
}

function tooManyPoints({ strokes }: BodyChart): string | undefined {
  const points = strokes.reduce((sum, { points }) => sum + points.length, 0);
  return points > LIMITS.points ? `strokes have ${points} points in all; at most ${LIMITS.points} fit` : undefined;
}

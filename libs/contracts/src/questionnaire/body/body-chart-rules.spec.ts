import { BODY_CHART_LIMITS, type BodyChart, type ChartMarker, type ChartStroke } from './body-chart.js';
import { isBlank } from '../questions.js';
import { isDrawing, wrongBodyChart } from './body-chart-rules.js';
import { canonicalJson } from '../../canonical-json.js';

const STROKE: ChartStroke = { view: 'back', tool: 'pen', colour: 'red', width: 0.01, points: [[0.5, 0.25]] };
const MARKER: ChartMarker = { view: 'front', x: 0.5, y: 1, kind: 'pain' };
const chart = (strokes: unknown[], markers: unknown[] = []) => ({ strokes, markers });
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('a body chart', () => {
  it('may hold strokes and markers, up to its bounds', () => {
    const { strokes, markers, pointsOfStroke } = BODY_CHART_LIMITS;
    expect(wrongBodyChart({}, chart(many(strokes, STROKE), many(markers, { ...MARKER, label: 'x'.repeat(200) })))).toBeUndefined();
    expect(wrongBodyChart({}, chart([{ ...STROKE, points: many(pointsOfStroke, [0, 1]) }]))).toBeUndefined();
    expect(wrongBodyChart({ views: ['feet_sole'] }, chart([{ ...STROKE, view: 'feet_sole' }]))).toBeUndefined();
  });

  it.each([
    ['a view that is not asked for', chart([{ ...STROKE, view: 'feet_sole' }]), 'strokes 0: view must be one of front, back, left, right'],
    ['an unknown tool', chart([{ ...STROKE, tool: 'laser' }]), 'strokes 0: tool must be'],
    ['an unknown colour', chart([{ ...STROKE, colour: '#f00' }]), 'strokes 0: colour must be'],
    ['a line as wide as the body', chart([{ ...STROKE, width: 1 }]), 'strokes 0: width must be'],
    ['a stroke of no point', chart([{ ...STROKE, points: [] }]), 'at least one point'],
    ['a point beside the view', chart([STROKE, { ...STROKE, points: [[0.5, 1.01]] }]), 'strokes 1: points 0: must be a number from 0 to 1'],
    ['a point of three', chart([{ ...STROKE, points: [[0, 0, 0]] }]), 'must be [x, y]'],
    ['a point that is no number', chart([{ ...STROKE, points: [[Number.NaN, 0]] }]), 'must be a number'],
    ['an unknown member', chart([{ ...STROKE, author: 'me' }]), 'author is not known'],
    ['a member too many', { ...chart([STROKE]), picture: 'data:' }, 'picture is not known'],
    ['an unknown kind', chart([], [{ ...MARKER, kind: 'joy' }]), 'markers 0: kind must be'],
    ['a label without end', chart([], [{ ...MARKER, label: 'x'.repeat(201) }]), 'at most 200 characters'],
    ['a label that is null', chart([], [{ ...MARKER, label: null }]), 'markers 0: label'],
    ['too many strokes', chart(many(301, STROKE)), '301 entries; at most 300'],
    ['too many points in all', chart(many(6, { ...STROKE, points: many(2000, [0, 0]) })), '12000 points in all'],
    ['no markers', { strokes: [STROKE] }, 'markers must be a list'],
    ['a list', [STROKE], 'as an object of strokes, markers'],
  ])('is refused for %s', (_what, value, wrong) => {
    expect(wrongBodyChart({}, value)).toContain(wrong);
  });

  it('can be read whatever views were asked for, and is none where a part of it cannot', () => {
    expect(isDrawing(chart([{ ...STROKE, view: 'feet_sole' }], [MARKER]))).toBe(true);
    for (const value of [null, 'front', [], {}, chart([null]), chart([], [{ ...MARKER, kind: 'joy' }])])
      expect(isDrawing(value)).toBe(false);
  });

  it('is unanswered while nothing is drawn', () => {
    expect(isBlank(chart([]))).toBe(true);
    expect(isBlank(chart([STROKE]))).toBe(false);
    expect(isBlank({})).toBe(false);
  });

  it('has the same bytes however its members are ordered', () => {
    const turned = { markers: [{ kind: 'pain', y: 1, x: 0.5, view: 'front' }], strokes: [] };
    const straight: BodyChart = { strokes: [], markers: [MARKER] };
    expect(canonicalJson(turned)).toBe(canonicalJson(straight));
  });
});

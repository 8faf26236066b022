import { BODY_CHART_LIMITS, type ChartMarker, type ChartPoint, type ChartStroke } from '@keel/contracts';
import { BLANK_CHART, isFull, withMarker, withMarkerChanged, withoutMarker, withStroke } from './chart-edits.js';

const MARKER: ChartMarker = { view: 'front', x: 0.5, y: 0.5, kind: 'pain' };
const points = (count: number): ChartPoint[] => Array.from({ length: count }, () => [0.5, 0.5]);
const STROKE: ChartStroke = { view: 'front', tool: 'pen', colour: 'red', width: 0.006, points: points(2) };

describe('a drawing', () => {
  it('grows by strokes and markers, and its markers are changed and taken away', () => {
    const drawn = withMarker(withMarker(withStroke(BLANK_CHART, STROKE), MARKER), { ...MARKER, kind: 'scar' });
    expect(drawn.strokes).toEqual([STROKE]);
    const told = withMarkerChanged(drawn, 1, { label: 'Old' });
    expect(told.markers).toEqual([MARKER, { ...MARKER, kind: 'scar', label: 'Old' }]);
    expect(withMarkerChanged(told, 1, { label: '' }).markers[1]).not.toHaveProperty('label');
    expect(withMarkerChanged(told, 1, { kind: 'pain' }).markers[1]).toMatchObject({ kind: 'pain', label: 'Old' });
    expect(withoutMarker(told, 0).markers).toEqual([{ ...MARKER, kind: 'scar', label: 'Old' }]);
  });

  it('stays within what a note takes', () => {
    const long = { ...STROKE, points: points(5000) };
    let drawn = withStroke(BLANK_CHART, long);
    expect(drawn.strokes[0]?.points).toHaveLength(BODY_CHART_LIMITS.pointsOfStroke);
    for (let at = 0; at < 10; at++) drawn = withStroke(drawn, long);
    expect(drawn.strokes).toHaveLength(BODY_CHART_LIMITS.points / BODY_CHART_LIMITS.pointsOfStroke);
    expect(isFull(drawn, STROKE)).toBe(true);
    let marked = BLANK_CHART;
    for (let at = 0; at <= BODY_CHART_LIMITS.markers; at++) marked = withMarker(marked, MARKER);
    expect(marked.markers).toHaveLength(BODY_CHART_LIMITS.markers);
  });
});

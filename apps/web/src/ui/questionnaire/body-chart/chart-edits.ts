import { BODY_CHART_LIMITS, type BodyChart, type ChartMarker, type ChartStroke } from '@keel/contracts';

export const BLANK_CHART: BodyChart = { strokes: [], markers: [] };

/** One more stroke would be more than a note takes. */
export function isFull({ strokes }: BodyChart, stroke?: ChartStroke): boolean {
  const points = [...strokes, ...(stroke ? [stroke] : [])].reduce((sum, one) => sum + one.points.length, 0);
  return strokes.length >= BODY_CHART_LIMITS.strokes || points > BODY_CHART_LIMITS.points;
}

export function withStroke(chart: BodyChart, stroke: ChartStroke): BodyChart {
  const kept = { ...stroke, points: stroke.points.slice(0, BODY_CHART_LIMITS.pointsOfStroke) };
  return isFull(chart, kept) ? chart : { ...chart, strokes: [...chart.strokes, kept] };
}

export function withMarker(chart: BodyChart, marker: ChartMarker): BodyChart {
  return chart.markers.length >= BODY_CHART_LIMITS.markers ? chart : { ...chart, markers: [...chart.markers, marker] };
}

/** The marker changed; an empty label is none. */
export function withMarkerChanged(chart: BodyChart, at: number, change: Partial<Pick<ChartMarker, 'kind' | 'label'>>): BodyChart {
  const markers = chart.markers.map((marker, index) => {
    if (index !== at) return marker;
    const { label, ...rest } = { ...marker, ...change };
    return label ? { ...rest, label } : rest;
  });
  return { ...chart, markers };
}

export function withoutMarker(chart: BodyChart, at: number): BodyChart {
  return { ...chart, markers: chart.markers.toSpliced(at, 1) };
}

import type { BodyChart, BodyView, ChartStroke, MarkerKind, StrokeColour } from '@keel/contracts';
import { memo } from 'react';
import { GRID, inkPath, smoothRing, strokePath } from './geometry.js';
import { PICTURES } from './outlines.js';

/** Each at 3:1 or more on both grounds. */
export const STROKE_CSS: Readonly<Record<StrokeColour, string>> = {
  black: 'light-dark(#1f2429, #f1f3f5)',
  red: 'light-dark(#c92a2a, #ff8787)',
  blue: 'light-dark(#1864ab, #74c0fc)',
  green: 'light-dark(#2b6b1c, #8ce99a)',
  orange: 'light-dark(#b54708, #ffa94d)',
  purple: 'light-dark(#7a1fa2, #e599f7)',
};

/** White figures are read on each. */
const MARKER_CSS: Readonly<Record<MarkerKind, string>> = {
  pain: '#c92a2a',
  tenderness: '#c92a2a',
  numbness: '#7a1fa2',
  tingling: '#7a1fa2',
  weakness: '#7a1fa2',
  tightness: '#b54708',
  swelling: '#1864ab',
  bruise: '#1864ab',
  scar: '#495057',
  lesion: '#1864ab',
  callus: '#495057',
  other: '#495057',
};

const FIGURE = { fill: 'light-dark(#f1f3f5, #3b4148)', stroke: 'light-dark(#6c757d, #98a1aa)', strokeWidth: 3 } as const;
const LINE = { fill: 'none', stroke: 'light-dark(#adb5bd, #6b747d)', strokeWidth: 3, strokeLinecap: 'round' } as const;

const Figure = memo(function Figure({ view }: { view: BodyView }) {
  const { outlines, lines, pair, flipped } = PICTURES[view];
  const half = (
    <>
      {outlines.map((outline, at) => (
        <path key={at} d={smoothRing(outline)} {...FIGURE} />
      ))}
      {lines.map((line) => (
        <path key={line} d={line} {...LINE} />
      ))}
    </>
  );
  return (
    <>
      {!flipped && half}
      {(pair === true || flipped === true) && <g transform={`translate(${GRID} 0) scale(-1 1)`}>{half}</g>}
    </>
  );
});

export const Stroke = memo(function Stroke({ stroke: { tool, colour, width, points } }: { stroke: ChartStroke }) {
  if (tool === 'pen') return <path d={inkPath(points, width)} style={{ fill: STROKE_CSS[colour] }} />;
  return (
    <path
      d={strokePath(points)}
      fill="none"
      style={{ stroke: STROKE_CSS[colour] }}
      strokeWidth={width * GRID}
      strokeOpacity={0.4}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
});

/** The body from one side with what was drawn on it; markers bear the number that the list under the picture explains. */
export function BodyPicture({ view, chart }: { view: BodyView; chart: BodyChart }) {
  const radius = PICTURES[view].pair ? 30 : 23;
  return (
    <>
      <Figure view={view} />
      {chart.strokes.map((stroke, at) => stroke.view === view && <Stroke key={at} stroke={stroke} />)}
      {chart.markers.map(
        (marker, at) =>
          marker.view === view && (
            <g key={at} transform={`translate(${marker.x * GRID} ${marker.y * GRID})`}>
              <circle r={radius} fill={MARKER_CSS[marker.kind]} stroke="#fff" strokeWidth="4" />
              <text fill="#fff" fontSize={radius * 1.25} fontWeight="700" textAnchor="middle" dominantBaseline="central">
                {at + 1}
              </text>
            </g>
          ),
      )}
    </>
  );
}

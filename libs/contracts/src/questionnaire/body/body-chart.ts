/** Views of the body that can be drawn on; a view of hands or feet shows both. Left and right are the patient's. */
export const BODY_VIEWS = ['front', 'back', 'left', 'right', 'feet_top', 'feet_sole', 'hands_back', 'hands_palm'] as const;
export type BodyView = (typeof BODY_VIEWS)[number];

/** What a question asks to be drawn on unless it names its own views. */
export const WHOLE_BODY: readonly BodyView[] = ['front', 'back', 'left', 'right'];

export const STROKE_TOOLS = ['pen', 'shade'] as const;
export type StrokeTool = (typeof STROKE_TOOLS)[number];

/** By name, so that a screen can show each at enough contrast in light, dark and print. */
export const STROKE_COLOURS = ['black', 'red', 'blue', 'green', 'orange', 'purple'] as const;
export type StrokeColour = (typeof STROKE_COLOURS)[number];

export const MARKER_KINDS = [
  'pain',
  'numbness',
  'tingling',
  'tightness',
  'tenderness',
  'weakness',
  'swelling',
  'bruise',
  'scar',
  'lesion',
  'callus',
  'other',
] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

export type ChartPoint = [x: number, y: number];

/** A line as it was drawn. Every view is a unit square: (0, 0) its top left corner, (1, 1) its bottom right one. */
export interface ChartStroke {
  view: BodyView;
  tool: StrokeTool;
  colour: StrokeColour;
  /** In the same unit. */
  width: number;
  points: ChartPoint[];
}

export interface ChartMarker {
  view: BodyView;
  x: number;
  y: number;
  kind: MarkerKind;
  label?: string;
}

/** A drawing on the body that can be read back, point by point. */
export interface BodyChart {
  strokes: ChartStroke[];
  markers: ChartMarker[];
}

/** What a drawing may hold: more than a hand draws in an hour, little enough to send with every autosave. */
export const BODY_CHART_LIMITS = {
  strokes: 300,
  pointsOfStroke: 2000,
  points: 10_000,
  markers: 100,
  labelCharacters: 200,
  width: { min: 0.001, max: 0.1 },
} as const;

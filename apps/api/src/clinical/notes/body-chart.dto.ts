import {
  BODY_VIEWS,
  type BodyChart,
  type BodyView,
  type ChartMarker,
  type ChartPoint,
  type ChartStroke,
  MARKER_KINDS,
  type MarkerKind,
  STROKE_COLOURS,
  STROKE_TOOLS,
  type StrokeColour,
  type StrokeTool,
} from '@keel/contracts';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

// How a drawing is described; what it may hold is checked by wrongBodyChart, with the question that asks for it.

const COORDINATE = { type: 'number', minimum: 0, maximum: 1 };
/** A pair, which the description's types have no word for. */
const POINTS = {
  type: 'array',
  items: { type: 'array', prefixItems: [COORDINATE, COORDINATE], minItems: 2, maxItems: 2 },
} as unknown as ApiPropertyOptions;

export class ChartStrokeDto implements ChartStroke {
  @ApiProperty({ enum: BODY_VIEWS }) view!: BodyView;
  @ApiProperty({ enum: STROKE_TOOLS }) tool!: StrokeTool;
  @ApiProperty({ enum: STROKE_COLOURS }) colour!: StrokeColour;
  /** In the unit of the points. */
  width!: number;
  /** Every view is a unit square: [0, 0] its top left corner, [1, 1] its bottom right one. */
  @ApiProperty(POINTS) points!: ChartPoint[];
}

export class ChartMarkerDto implements ChartMarker {
  @ApiProperty({ enum: BODY_VIEWS }) view!: BodyView;
  x!: number;
  y!: number;
  @ApiProperty({ enum: MARKER_KINDS }) kind!: MarkerKind;
  label?: string;
}

/** A drawing on the body. */
export class BodyChartDto implements BodyChart {
  strokes!: ChartStrokeDto[];
  markers!: ChartMarkerDto[];
}

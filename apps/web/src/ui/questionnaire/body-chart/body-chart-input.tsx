import { type BodyChart, type BodyView, type ChartPoint, type MarkerKind, type StrokeColour, WHOLE_BODY } from '@keel/contracts';
import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useBodyNames } from './use-body-names.js';
import classes from './body-chart.module.css';
import { BodyViewInput } from './body-view-input.js';
import { BLANK_CHART, isFull, withMarker, withMarkerChanged, withoutMarker, withStroke } from './chart-edits.js';
import { ChartTools, type Tool } from './chart-tools.js';
import { MarkerList } from './marker-list.js';
import type { Pen } from './use-hand.js';
import { useWords } from '../../../i18n/words.js';
import { bodyWords } from './body-words.js';

interface Props {
  label: string;
  views?: readonly BodyView[] | undefined;
  value: BodyChart | undefined;
  onChange: (chart: BodyChart) => void;
}

const WIDTH = { pen: 0.007, shade: 0.035 } as const;

/** Draws strokes and places markers on the body. Everything can be undone as far back as the page was opened. */
export function BodyChartInput({ label, views = WHOLE_BODY, value: chart = BLANK_CHART, onChange }: Props) {
  const t = useWords(bodyWords);
  const names = useBodyNames();
  const [tool, setTool] = useState<Tool>('marker');
  const [kind, setKind] = useState<MarkerKind>('pain');
  const [colour, setColour] = useState<StrokeColour>('red');
  const [said, setSaid] = useState('');
  const [past, setPast] = useState<BodyChart[]>([]);
  const pen: Pen | undefined = tool === 'marker' ? undefined : { tool, colour, width: WIDTH[tool] };

  const change = (next: BodyChart) => {
    if (next === chart) return;
    setPast([...past, chart]);
    onChange(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    onChange(before);
  };
  const place = (view: BodyView, [x, y]: ChartPoint) => {
    change(withMarker(chart, { view, x, y, kind }));
    setSaid(t('chart.placed', { kind: names.marker(kind), where: names.where({ view, x, y }) }));
  };
  const blank = chart.strokes.length + chart.markers.length === 0;
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <ChartTools
        {...{ tool, kind, colour, setTool, setKind, setColour }}
        onUndo={undo}
        canUndo={past.length > 0}
        onClear={() => change(BLANK_CHART)}
        canClear={!blank}
      />
      <div className={classes['views']}>
        {views.map((view) => (
          <BodyViewInput
            key={view}
            {...{ view, chart, pen }}
            onStroke={(stroke) => change(withStroke(chart, stroke))}
            onMarker={place}
            onAim={(of, [x, y]) => setSaid(names.where({ view: of, x, y }))}
            onUndo={undo}
          />
        ))}
      </div>
      {isFull(chart) && <Text size="sm">{t('chart.full')}</Text>}
      <MarkerList
        markers={chart.markers}
        onChange={(at, part) => change(withMarkerChanged(chart, at, part))}
        onRemove={(at) => change(withoutMarker(chart, at))}
      />
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Stack>
  );
}

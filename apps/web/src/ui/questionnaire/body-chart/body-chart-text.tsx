import { type BodyChart, type BodyView, drawnPlaces } from '@keel/contracts';
import { List, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { useBodyNames } from './use-body-names.js';
import { bodyWords } from './body-words.js';

/** The drawing in words: each marker, and what the strokes cross. */
export function BodyChartText({ views: shown, chart }: { views: readonly BodyView[]; chart: BodyChart }) {
  const t = useWords(bodyWords);
  const names = useBodyNames();
  const drawn = shown.flatMap((view) => {
    const places = drawnPlaces(chart, view).map((place) => names.place(place));
    return places.length > 0 ? [t('chart.drawn', { view: names.view(view), places: places.join(', ') })] : [];
  });
  return (
    <>
      {chart.markers.length > 0 && (
        <List type="ordered" size="sm">
          {chart.markers.map((marker, at) => (
            <List.Item key={at}>
              <b>{names.marker(marker.kind)}</b> — {names.where(marker)}
              {marker.label && ` — ${marker.label}`}
            </List.Item>
          ))}
        </List>
      )}
      {drawn.map((line) => (
        <Text key={line} size="sm" c="dimmed">
          {line}
        </Text>
      ))}
    </>
  );
}

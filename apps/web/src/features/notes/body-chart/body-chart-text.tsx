import type { BodyChart, BodyView, ChartMarker } from '@keel/contracts';
import { List, Text } from '@mantine/core';
import { drawnPlaces, placeAt } from './places.js';
import { useWords } from '../../../i18n/words.js';
import { bodyViewWords } from '../../../ui/charts/body-view-words.js';
import { bodyWords } from './body-words.js';

/** A marker in words, e.g. `Front, left knee`. */
export function useMarkerPlace(): (marker: Pick<ChartMarker, 'view' | 'x' | 'y'>) => string {
  const t = useWords(bodyWords);
  const views = useWords(bodyViewWords);
  return ({ view, x, y }) => t('chart.where', { view: views(view), place: t(`place.${placeAt(view, [x, y])}`) });
}

/** The drawing in words: each marker, and what the strokes cross. */
export function BodyChartText({ views: shown, chart }: { views: readonly BodyView[]; chart: BodyChart }) {
  const t = useWords(bodyWords);
  const views = useWords(bodyViewWords);
  const placeOf = useMarkerPlace();
  const drawn = shown.flatMap((view) => {
    const places = drawnPlaces(chart, view).map((place) => t(`place.${place}`));
    return places.length > 0 ? [t('chart.drawn', { view: views(view), places: places.join(', ') })] : [];
  });
  return (
    <>
      {chart.markers.length > 0 && (
        <List type="ordered" size="sm">
          {chart.markers.map((marker, at) => (
            <List.Item key={at}>
              <b>{t(`marker.${marker.kind}`)}</b> — {placeOf(marker)}
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

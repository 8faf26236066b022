import { type BodyChart, type BodyView, WHOLE_BODY } from '@keel/contracts';
import { Stack } from '@mantine/core';
import { BodyChartText } from './body-chart-text.js';
import classes from './body-chart.module.css';
import { Sides } from './body-view-input.js';
import { BodyPicture } from './body-picture.js';
import { PICTURES } from './outlines.js';
import { useBodyNames } from './use-body-names.js';

/** A drawing as it was signed: the views that hold something, and the same in words. */
export function BodyChartView({ views = WHOLE_BODY, chart }: { views?: readonly BodyView[] | undefined; chart: BodyChart }) {
  const names = useBodyNames();
  const used = views.filter((view) => [...chart.strokes, ...chart.markers].some((one) => one.view === view));
  return (
    <Stack gap="xs">
      <div className={classes['views']}>
        {used.map((view) => (
          <figure key={view} className={classes['view']}>
            <svg viewBox={PICTURES[view].viewBox} className={classes['picture']} role="img" aria-label={names.view(view)}>
              <BodyPicture view={view} chart={chart} />
              <Sides view={view} />
            </svg>
            <figcaption className={classes['caption']}>{names.view(view)}</figcaption>
          </figure>
        ))}
      </div>
      <BodyChartText views={used} chart={chart} />
    </Stack>
  );
}

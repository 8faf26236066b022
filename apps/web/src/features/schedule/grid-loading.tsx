import { Skeleton } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { scheduleWords } from './schedule-words.js';

/** The shape of what is coming. */
export function GridLoading({ columns }: { columns: number }) {
  const t = useWords(scheduleWords);
  return (
    <div
      role="status"
      aria-label={t('loading')}
      style={{ flex: 1, display: 'grid', gap: 8, padding: 12, gridTemplateColumns: `48px repeat(${columns}, 1fr)`, overflow: 'hidden' }}
    >
      <span />
      {Array.from({ length: columns }, (_, column) => (
        <div key={column} style={{ display: 'grid', gap: 8, alignContent: 'start' }}>
          <Skeleton h={32} />
          {[72, 44, 96, 44, 72].map((height, index) => (
            <Skeleton key={index} h={height} mt={(column * 29 + index * 17) % 40} />
          ))}
        </div>
      ))}
    </div>
  );
}

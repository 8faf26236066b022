import { useWords } from '../../i18n/words.js';
import { scheduleWords } from './schedule-words.js';
import classes from './schedule.module.css';

/** The shape of what is coming. */
export function GridLoading({ columns }: { columns: number }) {
  const t = useWords(scheduleWords);
  return (
    <div className={classes['loading']} role="status" aria-label={t('loading')}>
      {Array.from({ length: columns }, (_, column) => (
        <i key={column} />
      ))}
    </div>
  );
}

import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { alarmsQuery } from '../../../data/failures.js';
import { useWords } from '../../../i18n/words.js';
import { alarmWords } from './alarm-words.js';

/** Orange on its own light is too pale to be read. */
const TITLE = { title: { color: 'var(--mantine-color-text)' } };

/** What this installation must be told of now; nothing where there is nothing. */
export function AlarmNotices() {
  const t = useWords(alarmWords);
  const { data: alarms = [] } = useQuery(alarmsQuery);
  if (alarms.length === 0) return null;
  return (
    <Stack gap="xs" role="status" aria-label={t('title')}>
      {alarms.map(({ code, value, threshold }) => (
        <Alert key={code} color="orange" variant="light" styles={TITLE} title={t('title')}>
          {t(`code.${code}`, { value, threshold })}
        </Alert>
      ))}
    </Stack>
  );
}

import { Badge, CloseButton } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { patientsWords } from './patients-words.js';

/** The tag that the list is narrowed to, and the way out of it. */
export function TagFilter({ tag, onClear }: { tag: string | undefined; onClear: () => void }) {
  const t = useWords(patientsWords);
  if (!tag) return null;
  return (
    <Badge
      size="lg"
      variant="light"
      color="keel"
      tt="none"
      fw={600}
      w="max-content"
      pe={2}
      rightSection={<CloseButton size={24} iconSize={14} aria-label={t('everyTag')} onClick={onClear} />}
    >
      {t('tagged', { tag })}
    </Badge>
  );
}

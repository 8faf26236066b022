import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useCan } from '../../session/use-session.js';
import type { PatientsSearch } from './patients-search.js';
import { patientsWords } from './patients-words.js';

interface Props {
  search: PatientsSearch;
  onChange: (change: PatientsSearch) => void;
}

/** An empty list says why it is empty, and what to do. */
export function NoPatients({ search: { q, tag, archived }, onChange }: Props) {
  const t = useWords(patientsWords);
  const can = useCan();
  const typed = q?.trim();
  const [title, lead] = typed
    ? [t('none.unmatchedTitle', { q: typed }), t('none.unmatchedLead')]
    : tag
      ? [t('none.tagTitle', { tag }), '']
      : archived
        ? [t('none.archivedTitle'), t('none.archivedLead')]
        : [t('none.title'), can('patient:write') ? t('none.lead') : t('none.readOnly')];
  return (
    <Stack gap="xs" py="xl" maw={560}>
      <Title order={2} size="h4">
        <bdi>{title}</bdi>
      </Title>
      {lead && <Text>{lead}</Text>}
      <Group gap="xs">
        {typed && !archived && can('patient:write') && (
          <Button component={Link} to={paths.newPatient()} state={{ typedName: typed }} variant="default">
            {t('none.addTyped', { q: typed })}
          </Button>
        )}
        {typed && !archived && (
          <Button variant="subtle" onClick={() => onChange({ archived: true })}>
            {t('none.lookInArchive')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

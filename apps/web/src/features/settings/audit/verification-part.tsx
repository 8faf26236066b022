import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { auditWords } from './audit-words.js';
import { type Verification, verifyAudit } from '../../../data/audit-verification.js';

/** Whether the list is as it was written: nobody can tell by looking at it. */
export function VerificationPart() {
  const t = useWords(auditWords);
  const verify = useMutation({ mutationFn: verifyAudit });
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify.run')}
        </Button>
        <Text c="dimmed" maw={560}>
          {t('verify.lead')}
        </Text>
      </Group>
      {/* The one place that is read aloud: an Alert in it is but a box. */}
      <div role="status">{verify.data && <Result found={verify.data} />}</div>
      <ProblemNotice error={verify.error} onRetry={() => verify.mutate()} />
    </Stack>
  );
}

function Result({ found: { entries, faults, head, waiting } }: { found: Verification }) {
  const t = useWords(auditWords);
  const format = useFormat();
  const newer = waiting > 0 && <Text size="sm">{t('verify.waiting', { count: waiting })}</Text>;
  if (!head)
    return (
      <Alert color="gray" role="group">
        {newer || t('verify.nothing')}
      </Alert>
    );
  if (faults.length === 0) {
    return (
      <Alert color="keel" role="group" title={t('verify.whole')}>
        <Text size="sm">{t('verify.entries', { count: entries, when: format.dayTime(head.sealedAt) })}</Text>
        {newer}
      </Alert>
    );
  }
  return (
    <Alert color="red" role="group" title={t('verify.broken')}>
      <Text size="sm">{t('verify.advice')}</Text>
      <List size="sm" mt="xs">
        {faults.map(({ kind, seal, entryIds }) => (
          <List.Item key={`${kind} ${seal}`}>
            {t(`verify.fault.${kind}`, { seal })}
            {entryIds.length > 0 && <div style={{ overflowWrap: 'anywhere' }}>{entryIds.join(', ')}</div>}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

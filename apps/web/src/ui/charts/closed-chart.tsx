import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { LeaveGuard } from '../leave-guard.js';
import { ProblemNotice } from '../problem-notice.js';
import { useOpenChart } from '../../data/chart.js';
import { closedWords } from './closed-words.js';
import { WhyClosed } from './why-closed.js';

const FEWEST = 3;

/** No care relationship, or a review that ended one's own word for it: the chart opens for an hour to who writes down why. */
export function ClosedChart({ patientId, refusal }: { patientId: string; refusal: ApiProblem }) {
  const t = useWords(closedWords);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const open = useOpenChart(patientId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const enough = reason.trim().length >= FEWEST;
    setMissing(!enough);
    if (enough) open.mutate(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard unsaved={reason.trim() !== '' && !open.isSuccess} />
      <Stack gap="sm" maw={560}>
        <Title order={2} size="h4">
          <IconLock size={18} stroke={1.7} aria-hidden /> {t('title')}
        </Title>
        <WhyClosed refusal={refusal} />
        <Text>{t('now')}</Text>
        <Textarea
          label={t('reason')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing && t('fault')}
        />
        <ProblemNotice error={open.error} />
        <Button type="submit" w="max-content" loading={open.isPending}>
          {t('open')}
        </Button>
      </Stack>
    </form>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isStale } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PaperGapsOf } from '../../ui/clinic/paper-gaps-notice.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftLineFields } from './draft-line-fields.js';
import type { Invoice } from '../../data/invoices.js';
import { MOST } from './draft-lines.js';
import classes from './invoice.module.css';
import { InvoiceSums } from './invoice-sums.js';
import { invoiceWords } from './invoice-words.js';
import { useDraft } from './use-draft.js';
import { useObstacleText } from '../../ui/invoices/use-obstacle.js';

/** The lines of a draft, with what it comes to while they are typed. Whatever is refused, what was typed stays. */
export function DraftEditor({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords);
  const draft = useDraft(invoice);
  const { lines, changed, error } = draft;
  const full = lines.length >= MOST.lines;
  return (
    <Stack gap="sm">
      <LeaveGuard unsaved={changed} />
      <Stack gap={8} className={classes['editor'] ?? ''} role="group" aria-label={t('edit')}>
        {lines.map((line, index) => (
          <DraftLineFields
            key={line.key}
            line={line}
            number={index + 1}
            currency={invoice.total.currency}
            shown={draft.shown}
            onChange={(change) => draft.change(line.key, change)}
            onRemove={lines.length > 1 ? () => draft.remove(line.key) : undefined}
          />
        ))}
      </Stack>
      <Group justify="space-between">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          disabled={full}
          title={full ? t('mostLines') : undefined}
          onClick={draft.add}
        >
          {t('add')}
        </Button>
      </Group>
      <InvoiceSums invoice={invoice} sums={draft.sums} />
      <PaperGapsOf about={{ locationId: invoice.locationId, taxes: draft.sums.taxes.map(({ name }) => name) }} />
      <ProblemNotice error={error} />
      <DraftButtons invoice={invoice} draft={draft} />
    </Stack>
  );
}

/** A draft on hold can be saved, and says why it is not issued. */
function DraftButtons({ invoice, draft }: { invoice: Invoice; draft: ReturnType<typeof useDraft> }) {
  const t = useWords(invoiceWords);
  const { changed, busy, error, ratesFrom } = draft;
  const stale = isStale(error);
  const format = useFormat();
  const obstacle = useObstacleText('issue', invoice);
  const cannotIssue = obstacle ?? (ratesFrom && t('ratesUnknown', { day: format.civil(ratesFrom, 'longDate') }));
  return (
    <>
      <Group justify="flex-end" gap="xs" data-noprint>
        <DiscardDraft draft={invoice} unsaved={changed} />
        {changed && <Text c="dimmed">{t('unsaved')}</Text>}
        {changed && (
          <Button variant="subtle" disabled={busy} onClick={draft.discard}>
            {stale ? t('newest') : t('undo')}
          </Button>
        )}
        {changed && (
          <Button variant="default" loading={draft.saving} disabled={busy} onClick={() => void draft.save()}>
            {t('save')}
          </Button>
        )}
        <Button
          loading={draft.issuing}
          disabled={busy || cannotIssue !== undefined}
          title={cannotIssue}
          aria-describedby={cannotIssue && 'cannot-issue'}
          onClick={() => void draft.issue()}
        >
          {changed ? t('saveIssue') : t('issue')}
        </Button>
      </Group>
      {cannotIssue && (
        <Text c="dimmed" ta="right" id="cannot-issue" data-noprint>
          {cannotIssue}
        </Text>
      )}
    </>
  );
}

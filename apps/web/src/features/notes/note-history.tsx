import { Skeleton, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './note.module.css';
import { type Note, noteHistoryQuery } from '../../data/notes.js';
import { notesWords } from './notes-words.js';

/** Each step that was signed, with the hash that the next one holds: nothing was changed or taken away between them. */
export function NoteHistory({ note }: { note: Note }) {
  const t = useWords(notesWords);
  const format = useFormat();
  const steps = useQuery(noteHistoryQuery(note.id));
  return (
    <section className={classes['card']} aria-labelledby="note-history">
      <Title order={2} size="h5" id="note-history">
        {t('history.title')}
      </Title>
      <ProblemNotice error={steps.error} onRetry={() => void steps.refetch()} />
      {steps.isPending && <Skeleton h={60} mt="xs" />}
      {steps.data && (
        <Table.ScrollContainer minWidth={420} type="native">
          <Table aria-labelledby="note-history">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.what')}</Table.Th>
                <Table.Th>{t('history.who')}</Table.Th>
                <Table.Th>{t('history.when')}</Table.Th>
                <Table.Th>{t('history.hash')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {steps.data.map((step) => (
                <Table.Tr key={step.id}>
                  <Table.Td>{t(`history.kind.${step.kind}`)}</Table.Td>
                  <Table.Td>{step.recordedByName}</Table.Td>
                  <Table.Td>{format.dayTime(step.recordedAt)}</Table.Td>
                  <Table.Td className={classes['hash']} title={step.contentHash}>
                    {step.contentHash.slice(0, 16)}…
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

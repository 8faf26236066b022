import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newestIn, isStale } from '../../../data/client/problem.js';
import { useIntentKey } from '../../../data/client/intent-key.js';
import { useWords, hasWord } from '../../../i18n/words.js';
import { CancelButton } from '../../../ui/cancel-button.js';
import { FormModal } from '../../../ui/form-modal.js';
import { LeaveGuard } from '../../../ui/leave-guard.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { uiWords } from '../../../ui/ui-words.js';
import { type ChartEntry, type EntryKind, useAddEntry, useChangeEntry } from '../../../data/chart.js';
import { errorOf } from './entry-kinds.js';
import { chartWords } from './chart-words.js';
import { EntryFields } from './entry-fields.js';
import { changedFields, entryBody, entryFaults, type EntryValues, entryValues } from './entry-values.js';

interface Props {
  kind: EntryKind;
  patientId: string;
  /** Undefined for a new one. */
  entry: ChartEntry | undefined;
  onClose: () => void;
}

/** Adds or changes a problem, an allergy or a medication. */
export function EntryDialog({ kind, patientId, entry, onClose }: Props) {
  const t = useWords(chartWords);
  const ui = useWords(uiWords);
  const edit = useEdit({ kind, patientId, entry, onClose });
  return (
    <FormModal size="lg" onClose={onClose} title={t(entry ? `change.${kind}` : `add.${kind}`)}>
      <LeaveGuard unsaved={edit.unsaved} />
      <form onSubmit={edit.form.onSubmit(edit.submit)} noValidate>
        <Stack gap="md">
          {edit.saved && <Meanwhile kind={kind} mine={edit.form.values} saved={edit.saved} />}
          <EntryFields kind={kind} form={edit.form} />
          <ProblemNotice error={edit.error} />
          <Group justify="space-between" gap="xs">
            {entry ? <ErrorButton kind={kind} patientId={patientId} entry={entry} onDone={onClose} /> : <span />}
            <Group gap="xs">
              <CancelButton variant="subtle" onCancel={onClose} />
              <Button type="submit" loading={edit.isPending}>
                {ui('frame.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}

function useEdit({ kind, patientId, entry, onClose }: Props) {
  const t = useWords(chartWords);
  const { key, renew } = useIntentKey();
  const [base, setBase] = useState(entry);
  const [saved, setSaved] = useState<EntryValues>();
  const add = useAddEntry(kind, patientId, key);
  const change = useChangeEntry(kind, patientId);
  const form = useForm<EntryValues>({
    initialValues: entryValues(kind, entry),
    validate: (values) => Object.fromEntries(Object.entries(entryFaults(values)).map(([field, fault]) => [field, fault && t(fault)])),
  });
  const onSuccess = (now: ChartEntry) => {
    toastDone(t('saved', { what: now.description }));
    onClose();
  };
  const onError = (error: unknown) => {
    const current = newestIn(error) as ChartEntry | undefined;
    if (!current) return;
    setBase(current);
    setSaved(entryValues(kind, current));
  };
  const submit = (values: EntryValues) => {
    const body = entryBody(kind, values, base);
    if (base) change.mutate({ entry: base, change: body }, { onSuccess, onError });
    else add.mutate(body, { onSuccess, onError: renew });
  };
  const error = add.error ?? change.error;
  const told = saved && isStale(error);
  return {
    form,
    submit,
    saved,
    unsaved: form.isDirty() && !add.isSuccess && !change.isSuccess,
    error: told ? null : error,
    isPending: add.isPending || change.isPending,
  };
}

/** What somebody else saved while this was typed, where it differs. */
function Meanwhile({ kind, mine, saved }: { kind: EntryKind; mine: EntryValues; saved: EntryValues }) {
  const t = useWords(chartWords);
  const say = (value: string | string[] | undefined) => {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    const key = `value.${text}`;
    return hasWord(chartWords, key) ? t(key) : text || t('nothing');
  };
  return (
    <Alert role="alert" color="orange" variant="light" styles={{ title: { color: 'var(--mantine-color-text)' } }} title={t('meanwhile')}>
      <Text>{t('meanwhileLead')}</Text>
      {changedFields(kind, mine, saved).map((field) => (
        <Text key={field}>
          <b>{t(`field.${field}`)}</b> — {say(saved[field])}
        </Text>
      ))}
    </Alert>
  );
}

/** It should never have been here: it leaves the chart, and stays on file with that mark. */
function ErrorButton({ kind, patientId, entry, onDone }: { kind: EntryKind; patientId: string; entry: ChartEntry; onDone: () => void }) {
  const t = useWords(chartWords);
  const change = useChangeEntry(kind, patientId);
  const what = entry.description;
  const { error, back } = errorOf(entry);
  const takeBack = (now: ChartEntry) => void change.mutateAsync({ entry: now, change: back }).catch(toastProblem);
  const run = () =>
    change.mutate(
      { entry, change: error },
      {
        onSuccess: (now) => {
          toastDone(t('errorDone', { what }), { label: t('undo', { what }), run: () => takeBack(now) });
          onDone();
        },
        onError: toastProblem,
      },
    );
  return (
    <Button variant="subtle" color="red" loading={change.isPending} onClick={run}>
      {t('error')}
    </Button>
  );
}

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.js';
import { isStale } from '../../data/client/problem.js';
import { CancelButton } from '../cancel-button.js';
import { FormModal } from '../form-modal.js';
import { LeaveGuard } from '../leave-guard.js';
import { LeaveScope } from '../leave-scope.js';
import { ProblemNotice } from '../problem-notice.js';
import { uiWords } from '../ui-words.js';
import { recordWords } from './record-words.js';
import type { FormValues } from './stale.js';
import type { RecordForm } from './use-record-form.js';

interface DialogProps<V extends FormValues> extends FormProps<V> {
  title: string;
  onClose: () => void;
}

/** A record in a dialog. */
export function RecordDialog<V extends FormValues>({ title, onClose, ...form }: DialogProps<V>) {
  return (
    <FormModal onClose={onClose} title={title} size="lg" styles={{ title: { fontWeight: 650, fontSize: 'var(--mantine-font-size-lg)' } }}>
      <RecordFields {...form} onCancel={onClose} />
    </FormModal>
  );
}

interface FormProps<V extends FormValues> {
  of: RecordForm<V>;
  /** By field, for what somebody else has changed. */
  labels: Partial<Record<keyof V, string>>;
  submitLabel?: string;
  children: ReactNode;
}

/** The fields, what is wrong with them, and the way to save. */
export function RecordFields<V extends FormValues>(props: FormProps<V> & { onCancel?: () => void }) {
  const { of, labels, submitLabel, children, onCancel } = props;
  const ui = useWords(uiWords);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        of.submit();
        const form = event.currentTarget;
        // After the faults are on the screen.
        setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <Stack>
        {children}
        {isStale(of.error) ? <Theirs theirs={of.theirs} whole={of.whole} labels={labels} /> : <ProblemNotice error={of.error} />}
        <LeaveScope>
          <LeaveGuard unsaved={of.unsaved} />
          <Group justify="flex-end" gap="xs">
            {onCancel && <CancelButton onCancel={onCancel} />}
            <Button type="submit" loading={of.busy}>
              {submitLabel ?? ui('frame.save')}
            </Button>
          </Group>
        </LeaveScope>
      </Stack>
    </form>
  );
}

/** Somebody was quicker: what they wrote where something else stands here. */
function Theirs<V extends FormValues>({ theirs, whole, labels }: Pick<RecordForm<V>, 'theirs' | 'whole'> & Pick<FormProps<V>, 'labels'>) {
  const t = useWords(recordWords);
  const entries = Object.entries(theirs);
  return (
    <Alert role="alert" color="yellow" variant="light">
      <Text>{whole ? t('replaced') : entries.length > 0 ? t('theirs') : t('merged')}</Text>
      <ul>
        {entries.map(([field, value]) => (
          <li key={field}>{t('theirValue', { label: labels[field] ?? field, value: textOf(value) || t('empty') })}</li>
        ))}
      </ul>
    </Alert>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

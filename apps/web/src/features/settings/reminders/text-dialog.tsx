import { Button, Paper, Text, Textarea, TextInput } from '@mantine/core';
import { MAX_SMS_LENGTH, MESSAGE_PLACEHOLDERS, type MessageTextFault, messageTextFaults } from '@keel/contracts';
import { useRef } from 'react';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { useRecordForm } from '../../../ui/forms/use-record-form.js';
import { type MessageText, updateText, useRenewTexts } from '../../../data/reminders.js';
import { remindersWords } from './reminders-words.js';
import classes from './reminders.module.css';
import { useTextName } from './text-name.js';
import { TextPreview } from './text-preview.js';

interface TextValues extends Record<string, unknown> {
  subject: string;
  body: string;
}

const valuesOf = ({ subject, body }: MessageText): TextValues => ({ subject: subject ?? '', body });

/** One text: what may stand in it, what is wrong with it, and how it reads, as it is typed. */
export function TextDialog({ text, onClose }: { text: MessageText; onClose: () => void }) {
  const t = useWords(remindersWords);
  const name = useTextName()(text);
  const of = useTextForm(text, onClose);
  const { form } = of;
  const { subject, body } = form.values;
  const shown = { ...text, subject: text.subject === null ? null : subject, body };
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <RecordDialog title={t('textTitle', { name })} of={of} labels={{ subject: t('subject'), body: t('body') }} onClose={onClose}>
      {text.subject !== null && <TextInput label={t('subject')} maxLength={200} {...form.getInputProps('subject')} />}
      <Textarea
        label={t('body')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={5000}
        ref={field}
        data-autofocus
        {...form.getInputProps('body')}
      />
      <Slots onInsert={(slot) => form.setFieldValue('body', withSlot(body, slot, field.current))} />
      {text.channel === 'sms' && <Text c="dimmed">{t('characters', { count: body.length, most: MAX_SMS_LENGTH })}</Text>}
      <Faults faults={messageTextFaults(shown)} />
      <Paper withBorder p="sm">
        <Text fw={600} mb={4}>
          {t('preview')}
        </Text>
        <TextPreview text={shown} />
      </Paper>
    </RecordDialog>
  );
}

function useTextForm(text: MessageText, onClose: () => void) {
  const t = useWords(remindersWords);
  const renewTexts = useRenewTexts();
  return useRecordForm<MessageText, TextValues>({
    record: text,
    values: valuesOf(text),
    toValues: valuesOf,
    validate: ({ subject, body }) => {
      const faults = messageTextFaults({ channel: text.channel, subject: text.subject === null ? null : subject, body });
      return faults.length > 0 ? { body: t('bodyFault') } : {};
    },
    save: (_, changed, base) => updateText(base ?? text, changed),
    onSaved: () => {
      void renewTexts();
      toastDone(t('textSaved'));
      onClose();
    },
  });
}

/** Puts a slot where the cursor is. */
function withSlot(body: string, slot: string, field: HTMLTextAreaElement | null): string {
  const from = field?.selectionStart ?? body.length;
  const to = field?.selectionEnd ?? from;
  return `${body.slice(0, from)}{{${slot}}}${body.slice(to)}`;
}

function Slots({ onInsert }: { onInsert: (slot: string) => void }) {
  const t = useWords(remindersWords);
  return (
    <div className={classes['slots']}>
      <Text>{t('insert')}</Text>
      {MESSAGE_PLACEHOLDERS.map((slot) => (
        <Button key={slot} variant="default" size="compact-sm" title={`{{${slot}}}`} onClick={() => onInsert(slot)}>
          {t(`slot.${slot}`)}
        </Button>
      ))}
    </div>
  );
}

function Faults({ faults }: { faults: MessageTextFault[] }) {
  const t = useWords(remindersWords);
  return (
    <div role="status">
      {faults.map((fault) => (
        <Text key={fault.code + ('slot' in fault ? fault.slot : '')} c="var(--mantine-color-error)">
          {t(`fault.${fault.code}`, 'slot' in fault ? { slot: fault.slot } : {})}
        </Text>
      ))}
    </div>
  );
}

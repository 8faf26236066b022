import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { FormModal } from '../../ui/form-modal.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { type Invoice, useVoid } from './billing.queries.js';
import { invoiceWords } from './invoice-words.js';

/** Asks once, since a void cannot be taken back: says what becomes of the number and of the visit, and wants to know why. */
export function VoidDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords(invoiceWords);
  const voiding = useVoid();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const number = invoice.number ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim()) return;
    const onSuccess = () => {
      toastDone(t('voidDone', { number }));
      onClose();
    };
    voiding.mutate({ id: invoice.id, reason: reason.trim() }, { onSuccess });
  };
  return (
    <FormModal onClose={onClose} title={t('voidTitle', { number })}>
      <LeaveGuard unsaved={reason.trim() !== '' && !voiding.isSuccess} />
      <form onSubmit={submit} noValidate>
        <Stack>
          <ProblemNotice error={voiding.error} />
          <Text>{t('voidLead')}</Text>
          <TextInput
            label={t('voidReason')}
            required
            maxLength={500}
            value={reason}
            error={asked && !reason.trim() && t('voidReasonMissing')}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <CancelButton onCancel={onClose}>{t('voidNo')}</CancelButton>
            <Button color="red.9" type="submit" loading={voiding.isPending}>
              {t('voidYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CancelButton } from '../../ui/cancel-button.js';
import { FormModal } from '../../ui/form-modal.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';

interface Props {
  words: Readonly<Record<'title' | 'lead' | 'reason' | 'missing' | 'yes' | 'no', string>>;
  sending: { error: unknown; isPending: boolean; isSuccess: boolean };
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks once before something that cannot be taken back: says what becomes of it, and wants to know why. */
export function ReasonDialog({ words, sending, onReason, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const reason = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason && !sending.isPending) onReason(reason);
  };
  return (
    <FormModal onClose={onClose} title={words.title}>
      <LeaveGuard unsaved={reason !== '' && !sending.isSuccess} />
      <form onSubmit={submit} noValidate>
        <Stack>
          <ProblemNotice error={sending.error} />
          <Text>{words.lead}</Text>
          <TextInput
            label={words.reason}
            required
            maxLength={500}
            value={typed}
            error={asked && !reason && words.missing}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <CancelButton onCancel={onClose}>{words.no}</CancelButton>
            <Button color="red.9" type="submit" loading={sending.isPending}>
              {words.yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormModal>
  );
}

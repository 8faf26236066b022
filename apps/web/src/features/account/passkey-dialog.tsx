import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { FormModal } from '../../ui/form-modal.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { factorWords } from '../../ui/sign-in/factor-words.js';
import { makePasskey, PasskeyUnusedError } from '../../session/passkey.js';
import { useBeginFactor, useConfirmFactor } from '../../data/account.js';
import { accountWords } from './account-words.js';

interface Props {
  onAdded: (recoveryCodes: readonly string[] | undefined) => void;
  onClose: () => void;
}

export function PasskeyDialog({ onAdded, onClose }: Props) {
  const t = useWords(accountWords);
  const factor = useWords(factorWords);
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: async () => {
      const { id = '', options } = await begin.mutateAsync('passkey');
      return confirm.mutateAsync({ id, name: name.trim(), passkey: await makePasskey(options) });
    },
    onSuccess: ({ recoveryCodes }) => onAdded(recoveryCodes),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && !add.isPending) add.mutate();
  };
  return (
    <FormModal title={t('passkey.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('passkey.lead')}</Text>
          {add.error instanceof PasskeyUnusedError ? (
            <Alert role="alert" color="red" variant="light">
              {factor('fault.passkey')}
            </Alert>
          ) : (
            <ProblemNotice error={add.error} />
          )}
          <TextInput
            label={t('passkey.name')}
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && !name.trim() && t('passkey.nameFault')}
          />
          <Button type="submit" loading={add.isPending}>
            {t('passkey.submit')}
          </Button>
        </Stack>
      </form>
    </FormModal>
  );
}

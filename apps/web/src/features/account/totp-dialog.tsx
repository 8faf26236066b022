import { Button, Loader, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { FormModal } from '../../ui/form-modal.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './account.module.css';
import { useBeginFactor, useConfirmFactor } from '../../data/account.js';
import { accountWords } from './account-words.js';
import { QrCode } from './qr-code.js';

const CODE = /^\d{6}$/;

interface Props {
  /** With the codes that are shown once, if it was the first factor. */
  onAdded: (recoveryCodes: readonly string[] | undefined) => void;
  onClose: () => void;
}

/** The key as a picture and as letters, and the code that shows that the app has it. */
export function TotpDialog({ onAdded, onClose }: Props) {
  const t = useWords(accountWords);
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate } = begin;
  useEffect(() => mutate('totp'), [mutate]);
  const digits = code.replaceAll(/\s/g, '');
  const begun = begin.data;
  const wrong = confirm.error instanceof ApiProblem && confirm.error.code === 'FACTOR_NOT_CONFIRMED';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!begun?.id || !CODE.test(digits)) return;
    confirm.mutate(
      { id: begun.id, code: digits },
      { onSuccess: ({ recoveryCodes }) => onAdded(recoveryCodes), onError: () => setCode('') },
    );
  };
  return (
    <FormModal title={t('totp.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>{t('totp.lead')}</Text>
          {begin.error ? (
            <ProblemNotice error={begin.error} onRetry={() => mutate('totp')} />
          ) : (
            <ProblemNotice error={wrong ? null : confirm.error} />
          )}
          {begun?.otpauthUri ? (
            <QrCode className={classes['qr']} text={begun.otpauthUri} label={t('totp.picture')} />
          ) : (
            begin.isPending && <Loader mx="auto" aria-hidden />
          )}
          {begun?.secret && (
            <Text size="sm">
              {t('totp.secret')} <span className={classes['secret']}>{begun.secret}</span>
            </Text>
          )}
          <TextInput
            label={t('totp.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={wrong ? t('totp.codeWrong') : tried && !CODE.test(digits) && !confirm.isError && t('totp.codeFault')}
          />
          <Button type="submit" loading={confirm.isPending} disabled={!begun}>
            {t('totp.submit')}
          </Button>
        </Stack>
      </form>
    </FormModal>
  );
}

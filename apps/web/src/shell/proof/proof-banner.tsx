import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { uiWords } from '../../ui/ui-words.js';
import classes from './proof.module.css';
import { proofQuery, useCorrectAddress, useMailAgain, useProve } from '../../data/address-proof.js';
import { proofWords } from './proof-words.js';
import { isEmail } from '../../ui/email.js';

const CODE = /^\d{6}$/;

/** Asks a founder for the code that was mailed, above every page; to anybody else it says what is held, and why. */
export function ProofBanner() {
  const t = useWords(proofWords);
  const format = useFormat();
  const { data: proof } = useQuery(proofQuery);
  const [correcting, setCorrecting] = useState(false);
  if (!proof || proof.clinicProved) return null;
  return (
    <section className={classes['banner']} aria-labelledby="proof-title">
      <div className={classes['text']}>
        <h2 className={classes['title']} id="proof-title">
          {t('title')}
        </h2>
        <p>{proof.proved ? t('others') : t('lead', { email: proof.email })}</p>
        {proof.closesAt && <p>{t('closes', { day: format.day(proof.closesAt) })}</p>}
      </div>
      {correcting ? (
        <AddressForm email={proof.email} onDone={() => setCorrecting(false)} />
      ) : (
        <CodeForm proved={proof.proved} onCorrect={() => setCorrecting(true)} />
      )}
    </section>
  );
}

function CodeForm({ proved, onCorrect }: { proved: boolean; onCorrect: () => void }) {
  const t = useWords(proofWords);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const prove = useProve();
  const again = useMailAgain();
  const digits = code.replaceAll(/\s/g, '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (CODE.test(digits)) prove.mutate(digits, { onError: () => setCode('') });
  };
  return (
    <>
      <form onSubmit={submit} noValidate className={classes['ways']}>
        {!proved && (
          <>
            <TextInput
              label={t('code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={9}
              w={180}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              error={tried && !CODE.test(digits) && !prove.isError && t('codeFault')}
            />
            <Button type="submit" loading={prove.isPending}>
              {t('submit')}
            </Button>
          </>
        )}
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('again')}
        </Button>
        {!proved && (
          <Button variant="subtle" onClick={onCorrect}>
            {t('wrongAddress')}
          </Button>
        )}
      </form>
      <div className={classes['whole']}>
        <ProblemNotice error={prove.error ?? again.error} />
        <p role="status">{again.isSuccess && !prove.error && t('sent')}</p>
      </div>
    </>
  );
}

function AddressForm({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useWords(proofWords);
  const ui = useWords(uiWords);
  const [typed, setTyped] = useState(email);
  const [tried, setTried] = useState(false);
  const correct = useCorrectAddress();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmail(typed)) correct.mutate(typed.trim(), { onSuccess: onDone });
  };
  return (
    <>
      <form onSubmit={submit} noValidate className={classes['ways']}>
        <TextInput
          label={t('newAddress')}
          type="email"
          autoComplete="email"
          maxLength={254}
          w={280}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={tried && !isEmail(typed) && ui('field.emailFault')}
        />
        <Button type="submit" loading={correct.isPending}>
          {t('change')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('keep', { email })}
        </Button>
      </form>
      <div className={classes['whole']}>
        <ProblemNotice error={correct.error} />
      </div>
    </>
  );
}

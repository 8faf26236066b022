import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../password-field.js';
import { ProblemNotice } from '../problem-notice.js';
import type { Proof, Way } from '../../data/session.js';
import { factorWords } from './factor-words.js';
import { askPasskey, canUsePasskeys, PasskeyUnusedError } from '../../session/passkey.js';

interface Props {
  ways: readonly Way[];
  submitLabel: string;
  /** For the browser's passkeys, fresh for each use. */
  passkeyOptions: () => Promise<object | undefined>;
  prove: (proof: Proof) => Promise<void>;
}

const PREFERRED: readonly Way[] = ['passkey', 'totp', 'password', 'recovery'];

/** One way to show who one is, and the others beneath it. */
export function FactorForm({ ways, submitLabel, passkeyOptions, prove }: Props) {
  const t = useWords(factorWords);
  const open = PREFERRED.filter((way) => ways.includes(way) && (way !== 'passkey' || canUsePasskeys()));
  const [chosen, setChosen] = useState<Way>();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const way = chosen ?? open[0] ?? 'password';
  const send = useMutation({
    mutationFn: async () => prove(way === 'passkey' ? { passkey: await askPasskey(await passkeyOptions()) } : proofOf(way, typed)),
    onError: () => setTyped(''),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if ((way === 'passkey' || typed.trim()) && !send.isPending) send.mutate();
  };
  const choose = (next: Way) => {
    setChosen(next);
    setTyped('');
    setTried(false);
    send.reset();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Fault error={send.error} way={way} />
        <WayField key={way} way={way} typed={typed} onType={setTyped} error={tried && !typed.trim() && !send.isError && t('empty')} />
        <Button type="submit" size="md" loading={send.isPending}>
          {way === 'passkey' ? t('passkey') : submitLabel}
        </Button>
        {open
          .filter((other) => other !== way)
          .map((other) => (
            <Button key={other} variant="subtle" onClick={() => choose(other)}>
              {t(`way.${other}`)}
            </Button>
          ))}
      </Stack>
    </form>
  );
}

function Fault({ error, way }: { error: unknown; way: Way }) {
  const t = useWords(factorWords);
  const refused = error instanceof PasskeyUnusedError || (error instanceof ApiProblem && error.code === 'SIGN_IN_REFUSED');
  if (!refused) return <ProblemNotice error={error} />;
  return (
    <Alert role="alert" color="red" variant="light">
      {t(`fault.${way}`)}
    </Alert>
  );
}

function WayField({ way, typed, onType, error }: { way: Way; typed: string; onType: (text: string) => void; error: string | false }) {
  const t = useWords(factorWords);
  if (way === 'passkey') return <Text>{t('passkeyLead')}</Text>;
  const field = {
    size: 'md',
    'data-autofocus': true,
    autoFocus: true,
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
    error,
  } as const;
  if (way === 'password') return <PasswordField label={t('password')} autoComplete="current-password" maxLength={200} {...field} />;
  if (way === 'recovery') {
    return (
      <TextInput
        label={t('recoveryCode')}
        description={t('recoveryHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        {...field}
      />
    );
  }
  return (
    <TextInput label={t('code')} description={t('codeHint')} inputMode="numeric" autoComplete="one-time-code" maxLength={9} {...field} />
  );
}

function proofOf(way: Exclude<Way, 'passkey'>, typed: string): Proof {
  if (way === 'password') return { password: typed };
  return way === 'totp' ? { code: typed.replaceAll(/\s/g, '') } : { recoveryCode: typed.trim() };
}

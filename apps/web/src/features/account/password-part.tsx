import { Button, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../../ui/password-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { faultyFields } from '../../ui/problem-text.js';
import { uiWords } from '../../ui/ui-words.js';
import { useSession } from '../../session/use-session.js';
import classes from './account.module.css';
import { useChangePassword } from '../../data/account.js';
import { accountWords } from './account-words.js';

const SHORTEST = 10;

export function PasswordPart() {
  const t = useWords(accountWords);
  const ui = useWords(uiWords);
  const { user } = useSession();
  const { change, current, next, submit } = usePasswordForm();
  return (
    <section className={classes['part']} aria-labelledby="account-password">
      <h2 id="account-password">{t('password.title')}</h2>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" maw={380}>
          {/* For the browser's list of passwords: whose it is. */}
          <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
          {!faultOf(change.error) && <ProblemNotice error={change.error} />}
          <PasswordField label={t('password.current')} autoComplete="current-password" maxLength={200} {...current} />
          <PasswordField
            label={t('password.next')}
            description={ui('field.newPasswordHint')}
            autoComplete="new-password"
            maxLength={200}
            {...next}
          />
          <Text size="xs" c="dimmed">
            {t('password.lead')}
          </Text>
          <div>
            <Button type="submit" loading={change.isPending}>
              {t('password.submit')}
            </Button>
          </div>
          <Text role="status" mt={change.isSuccess ? 0 : 'calc(-1 * var(--mantine-spacing-sm))'}>
            {change.isSuccess && t('password.done')}
          </Text>
        </Stack>
      </form>
    </section>
  );
}

/** What is typed, and what is wrong with it. */
function usePasswordForm() {
  const t = useWords(accountWords);
  const ui = useWords(uiWords);
  const change = useChangePassword();
  const [typed, setTyped] = useState({ current: '', next: '' });
  const [tried, setTried] = useState(false);
  const tooShort = typed.next.length < SHORTEST;
  const refused = faultOf(change.error);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!typed.current || tooShort) return;
    const done = () => {
      setTyped({ current: '', next: '' });
      setTried(false);
    };
    change.mutate({ currentPassword: typed.current, newPassword: typed.next }, { onSuccess: done });
  };
  const field = (name: 'current' | 'next', error: string | false) => ({
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
    error,
  });
  const current = (tried && !typed.current && t('password.currentFault')) || (refused === 'current' && t('password.currentWrong'));
  const next = (tried && tooShort && ui('field.newPasswordFault')) || (refused === 'next' && t('password.nextWeak'));
  return { change, submit, current: field('current', current), next: field('next', next) };
}

/** Which of the two the API objects to. */
function faultOf(error: unknown): 'current' | 'next' | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.code === 'SIGN_IN_REFUSED') return 'current';
  return faultyFields(error).includes('newPassword') ? 'next' : undefined;
}

import { Anchor, Button, Card, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { ClinicFields } from './clinic-fields.js';
import { OwnerFields } from './owner-fields.js';
import { emptySignUp, filledIn, type SignUpValues, toNewClinic } from './sign-up-form.js';
import { SecondFactorCard } from '../../ui/sign-in/second-factor-card.js';
import { type Founded, useEnter, useSignUp } from './use-sign-up.js';
import { signUpOpenQuery } from '../../data/sign-up.js';
import { signUpWords } from './sign-up-words.js';
import { type ErrorOf, refusedFields, useSignUpFaults } from './use-sign-up-faults.js';

/** A new clinic and its owner, on one page; then on to what it needs before the first appointment. */
export function SignUpPage() {
  const t = useWords(signUpWords);
  const open = useQuery(signUpOpenQuery).data?.open;
  const [founded, setFounded] = useState<Founded>();
  if (founded) return <LastStep founded={founded} />;
  return (
    <Card withBorder p={{ base: 'md', sm: 'xl' }} maw={680} mx="auto">
      <Stack>
        <PageTitle text={t('title')} />
        {open === false ? (
          <Text role="status">{t('closed')}</Text>
        ) : (
          <>
            <Text>{t('lead')}</Text>
            <SignUpForm onFounded={setFounded} />
          </>
        )}
        <Text ta="center">
          {t('haveOne')}{' '}
          <Anchor href={paths.start()} underline="always">
            {t('signIn')}
          </Anchor>
        </Text>
      </Stack>
    </Card>
  );
}

/** Whoever has a second factor shows it now, and not the password again. */
function LastStep({ founded: { clinicId, choice } }: { founded: Founded }) {
  const t = useWords(signUpWords);
  const navigate = useNavigate();
  const enter = useEnter();
  const goOn = () => void navigate({ to: paths.settings() });
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
      <Stack>
        <PageTitle text={t('founded')} />
        <ProblemNotice error={enter.error} />
        <SecondFactorCard
          choice={choice}
          onProved={(entry) => enter.mutate({ clinicId, entry }, { onSuccess: goOn })}
          onBack={() => void navigate({ to: paths.start() })}
        />
      </Stack>
    </Card>
  );
}

function SignUpForm({ onFounded }: { onFounded: (founded: Founded) => void }) {
  const t = useWords(signUpWords);
  const [values, setValues] = useState(emptySignUp(useLanguage()));
  const faults = useSignUpFaults();
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const signUp = useSignUp();
  const refused = refusedFields(signUp.error, values, signUp.variables);
  const errorOf: ErrorOf = (field) => faults.textOf(field) ?? (refused.includes(field) ? faults.refusalOf(signUp.error, field) : undefined);
  const change = (part: Partial<SignUpValues>) => {
    const next = filledIn(values, part);
    faults.changed(values, next);
    setValues(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!faults.check(values)) return toFirstFault(form.current);
    signUp.mutate(toNewClinic(values), {
      onSuccess: (made) => ('user' in made ? void navigate({ to: paths.settings() }) : onFounded(made)),
      onError: () => toFirstFault(form.current),
    });
  };
  return (
    <form onSubmit={submit} noValidate ref={form}>
      <Stack gap="lg">
        <ClinicFields values={values} onChange={change} errorOf={errorOf} slugTaken={isTaken(signUp.error) && refused.includes('slug')} />
        <OwnerFields values={values} onChange={change} errorOf={errorOf} />
        {refused.length === 0 && <ProblemNotice error={signUp.error} />}
        <Button type="submit" size="md" loading={signUp.isPending}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}

const isTaken = (error: unknown) => error instanceof ApiProblem && error.code === 'SLUG_TAKEN';

/** After the fault is on the screen. */
function toFirstFault(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

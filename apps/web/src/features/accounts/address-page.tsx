import { Button, Card, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { type AddressConfirmation, confirmAddress } from '../../data/invitations.js';
import { useWords } from '../../i18n/words.js';
import { PasswordField } from '../../ui/password-field.js';
import { paths } from '../../paths.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { addressWords } from './address-words.js';
import { NewPasswordForm } from './new-password-form.js';

const isWanted = (error: unknown) => error instanceof ApiProblem && error.code === 'PASSWORD_WANTED';

/** Behind the link of the mail that asks whose address it is. A press confirms: programs that look at links press nothing. */
export function AddressPage() {
  const t = useWords(addressWords);
  const { token } = useParams({ from: '/public/address/$token' });
  const [wanted, setWanted] = useState(false);
  const confirm = useMutation({
    mutationFn: (body: AddressConfirmation) => confirmAddress(token, body),
    // Not the browser that signed up.
    onError: (error) => isWanted(error) && setWanted(true),
  });
  const error = isWanted(confirm.error) ? null : confirm.error;
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
      {confirm.isSuccess ? (
        <Stack>
          <PageTitle text={t('link.doneTitle')} />
          <Text role="status">{t('link.done')}</Text>
          <Button component="a" href={paths.start()} size="md">
            {t('link.toKeel')}
          </Button>
        </Stack>
      ) : (
        <Stack>
          <PageTitle text={t('title')} />
          {wanted ? (
            <Owner busy={confirm.isPending} error={error} onSubmit={confirm.mutate} onOther={() => confirm.reset()} />
          ) : (
            <>
              <Text>{t('link.lead')}</Text>
              <ProblemNotice error={error} />
              <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate({})}>
                {t('link.submit')}
              </Button>
            </>
          )}
        </Stack>
      )}
    </Card>
  );
}

interface OwnerProps {
  busy: boolean;
  error: unknown;
  onSubmit: (body: AddressConfirmation) => void;
  onOther: () => void;
}

/** Who signed up has a password; who did not, or has forgotten it, makes the account theirs by a new one. */
function Owner({ busy, error, onSubmit, onOther }: OwnerProps) {
  const t = useWords(addressWords);
  const [fresh, setFresh] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t('link.passwordFault')) },
  });
  const other = () => {
    setFresh(!fresh);
    onOther();
  };
  return (
    <>
      <Text>{fresh ? t('link.freshLead') : t('link.ownerLead')}</Text>
      {fresh ? (
        <NewPasswordForm
          submitLabel={t('link.freshSubmit')}
          busy={busy}
          error={error}
          onSubmit={(newPassword) => onSubmit({ newPassword })}
        />
      ) : (
        <form onSubmit={form.onSubmit(({ password }) => onSubmit({ password }))} noValidate>
          <Stack>
            <ProblemNotice error={error} />
            <PasswordField
              label={t('link.password')}
              autoComplete="current-password"
              size="md"
              maxLength={200}
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <Button type="submit" size="md" loading={busy}>
              {t('link.submit')}
            </Button>
          </Stack>
        </form>
      )}
      <Button variant="subtle" size="md" onClick={other}>
        {fresh ? t('link.toPassword') : t('link.toFresh')}
      </Button>
    </>
  );
}

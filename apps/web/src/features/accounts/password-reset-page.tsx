import { Button, Card, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { accountsWords } from './accounts-words.js';
import { completePasswordReset } from '../../data/invitations.js';
import { paths } from '../../paths.js';
import { PageTitle } from '../../ui/title.js';
import { NewPasswordForm } from './new-password-form.js';

/** Behind the link of a forgotten password. */
export function PasswordResetPage() {
  const t = useWords(accountsWords);
  const { token } = useParams({ from: '/public/password-reset/$token' });
  const save = useMutation({
    mutationFn: (password: string) => completePasswordReset(token, password),
  });
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
      {save.isSuccess ? (
        <Stack>
          <PageTitle text={t('reset.doneTitle')} />
          <Text>{t('reset.done')}</Text>
          <Button component="a" href={paths.start()} size="md">
            {t('reset.toSignIn')}
          </Button>
        </Stack>
      ) : (
        <Stack>
          <PageTitle text={t('reset.title')} />
          <Text>{t('reset.lead')}</Text>
          <NewPasswordForm
            submitLabel={t('reset.submit')}
            busy={save.isPending}
            error={save.error}
            onSubmit={(password) => save.mutate(password)}
          />
        </Stack>
      )}
    </Card>
  );
}

import { Card, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { accountsWords } from './accounts-words.js';
import { acceptInvitation } from '../../data/invitations.js';
import { paths } from '../../paths.js';
import { PageTitle } from '../../ui/title.js';
import { type Entry, isSession } from '../../data/session.js';
import { keepEntry } from '../../session/entering.js';
import { WayIn } from '../../ui/sign-in/way-in.js';
import { NewPasswordForm } from './new-password-form.js';

/** Behind the link of an invitation: a password, and the person is in. */
export function InvitationPage() {
  const t = useWords(accountsWords);
  const { token } = useParams({ from: '/public/invitation/$token' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const goOn = () => navigate({ to: paths.start(), replace: true });
  const accept = useMutation({
    mutationFn: (password: string) => acceptInvitation(token, password),
    onSuccess: async (answer: Entry) => {
      await keepEntry(queries, answer);
      if (isSession(answer)) await goOn();
    },
  });
  const more = accept.data && !isSession(accept.data) ? accept.data : undefined;
  if (more) {
    return (
      <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
        <WayIn entry={more} onSignedIn={() => void goOn()} onBack={() => void goOn()} />
      </Card>
    );
  }
  return (
    <Card withBorder p={{ base: 'lg', sm: 'xl' }} maw={480} mx="auto">
      <Stack>
        <PageTitle text={t('invitation.title')} />
        <Text>{t('invitation.lead')}</Text>
        <NewPasswordForm
          submitLabel={t('invitation.submit')}
          busy={accept.isPending}
          error={accept.error}
          onSubmit={(password) => accept.mutate(password)}
        />
      </Stack>
    </Card>
  );
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone } from '../../../ui/toasts.js';
import { useSession } from '../../../session/use-session.js';
import { type Member, useResetSignIn, useSignOut } from '../../../data/members.js';
import { staffWords } from './staff-words.js';

/** What somebody is in the middle of stops where they are, so it asks once; an owner may go further. */
export function LostDeviceDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useWords(staffWords);
  const name = useFormat().name(member);
  const { roles } = useSession();
  const done = (text: string) => {
    toastDone(text);
    onClose();
  };
  const signOut = useSignOut(() => done(t('signedOut', { name })));
  const reset = useResetSignIn(() => done(t('resetDone', { name })));
  return (
    <Modal opened onClose={onClose} title={t('lostTitle', { name })} withCloseButton={false} size="lg">
      <Stack gap="lg">
        <Stack gap="xs">
          <Text>{t('signOutLead')}</Text>
          <ProblemNotice error={signOut.error} />
          <Group>
            <Button variant="default" data-autofocus loading={signOut.isPending} onClick={() => signOut.mutate(member)}>
              {t('signOut')}
            </Button>
          </Group>
        </Stack>
        {roles.includes('owner') && (
          <Stack gap="xs">
            <Text>{t('resetLead')}</Text>
            <ProblemNotice error={reset.error} />
            <Group>
              <Button color="red.9" loading={reset.isPending} onClick={() => reset.mutate(member)}>
                {t('reset')}
              </Button>
            </Group>
          </Stack>
        )}
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('lostNo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

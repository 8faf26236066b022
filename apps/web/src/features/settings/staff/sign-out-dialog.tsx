import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone } from '../../../ui/toasts.js';
import { type Member, useSignOut } from './staff.queries.js';
import { staffWords } from './staff-words.js';

/** What somebody is in the middle of stops where they are, so it asks once. */
export function SignOutDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useWords(staffWords);
  const name = useFormat().name(member);
  const signOut = useSignOut(() => {
    toastDone(t('signedOut', { name }));
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('signOutTitle', { name })} withCloseButton={false}>
      <Stack>
        <Text>{t('signOutLead')}</Text>
        <ProblemNotice error={signOut.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('signOutNo')}
          </Button>
          <Button color="red.9" loading={signOut.isPending} onClick={() => signOut.mutate(member)}>
            {t('signOut')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

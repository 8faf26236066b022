import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { sessionQuery } from './session.queries.js';
import { sessionEndedWords } from './session-ended-words.js';
import { SignInForm } from './sign-in-form.js';
import { useSession } from './use-session.js';

/** Signing in again above the page as it stands, so that nothing typed on it is lost. */
export function SessionEnded({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useWords(sessionEndedWords);
  const queries = useQueryClient();
  const [before] = useState(useSession());
  const goOn = () => {
    const now = queries.getQueryData(sessionQuery.queryKey);
    // Somebody else, or another clinic: nothing of the page before may stay.
    if (now?.user.id !== before.user.id || now.clinic.id !== before.clinic.id) return location.reload();
    onSignedIn();
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={t('title')}>
      <Stack>
        <Text>{t('lead')}</Text>
        <SignInForm email={before.user.email} onSignedIn={goOn} onForgot={() => location.assign('/')} onSeveral={() => location.reload()} />
      </Stack>
    </Modal>
  );
}

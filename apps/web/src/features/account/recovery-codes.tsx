import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import classes from './account.module.css';
import { accountWords } from './account-words.js';

/** Shown once; nothing closes it but the press that says they are put away. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords(accountWords);
  const { clinic, user } = useSession();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true));
  return (
    <Modal
      opened
      size="lg"
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('codes.title')}
    >
      <Stack>
        <Text>{t('codes.lead')}</Text>
        {/* For whoever finds the sheet in a drawer a year later. */}
        <Text fw={600}>{t('codes.whose', { clinic: clinic.name, email: user.email })}</Text>
        <ul className={classes['codes']}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group className={classes['unprinted'] ?? ''}>
          <Button variant="default" onClick={copy}>
            {copied ? t('codes.copied') : t('codes.copy')}
          </Button>
          <Button variant="default" onClick={() => print()}>
            {t('codes.print')}
          </Button>
          <Button onClick={onDone}>{t('codes.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

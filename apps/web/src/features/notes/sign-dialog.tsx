import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { uiWords } from '../../ui/ui-words.js';
import { useSession } from '../../session/use-session.js';
import { canNote } from '../../data/can-note.js';
import type { PlacedQuestion } from './model/answers.js';
import type { Note } from '../../data/notes.js';
import { notesWords } from './notes-words.js';
import type { SigningStep } from './use-signing.js';

interface Props {
  note: Note;
  missing: readonly PlacedQuestion[];
  onClose: () => void;
  onSign: (step: SigningStep) => Promise<void>;
}

/** A key is pressed by mistake more easily than a button, and a signature is not taken back: S asks, Enter signs. */
export function SignDialog({ note, missing, onClose, onSign }: Props) {
  const t = useWords(notesWords);
  const ui = useWords(uiWords);
  const session = useSession();
  const sign = (step: SigningStep) => {
    onClose();
    void onSign(step);
  };
  const mayInvoice = canNote.invoice(session, { ...note, status: 'signed' });
  return (
    <Modal opened onClose={onClose} title={t('sign.askTitle')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Text>{missing.length > 0 ? t('sign.missing', { count: missing.length }) : t('sign.askLead')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('frame.cancel')}
          </Button>
          {mayInvoice && (
            <Button variant="default" onClick={() => sign('invoice')}>
              {t('sign.signAndInvoice')}
            </Button>
          )}
          <Button data-autofocus disabled={!canNote.sign(session, note)} onClick={() => sign('sign')}>
            {t('sign.sign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

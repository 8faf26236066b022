import { MantineThemeProvider, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerStepUp } from '../../data/client/step-up.js';
import { useWords } from '../../i18n/words.js';
import { touchTheme } from '../theme.js';
import { uiWords } from '../ui-words.js';
import { FactorForm } from './factor-form.js';
import { sessionQuery, stepUp, stepUpPasskeyOptions } from '../../data/session.js';
import { factorWords } from './factor-words.js';

/** Appears where the API wants a fresh proof, whatever was asked of it; then that is asked again. */
export function StepUpDialog() {
  const t = useWords(factorWords);
  const ui = useWords(uiWords);
  const { data: session } = useQuery(sessionQuery);
  const prove = async (proof: Parameters<typeof stepUp>[0]) => {
    await stepUp(proof);
    answerStepUp(true);
  };
  return (
    <MantineThemeProvider theme={touchTheme}>
      <Modal
        opened
        onClose={() => answerStepUp(false)}
        closeOnEscape={false}
        title={t('stepUpTitle')}
        zIndex={400}
        closeButtonProps={{ 'aria-label': ui('frame.close') }}
      >
        <Stack>
          <Text>{t('stepUpLead')}</Text>
          <FactorForm
            ways={session?.stepUpMethods ?? ['password']}
            submitLabel={t('confirm')}
            passkeyOptions={stepUpPasskeyOptions}
            prove={prove}
          />
        </Stack>
      </Modal>
    </MantineThemeProvider>
  );
}

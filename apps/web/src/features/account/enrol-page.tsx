import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { PrivacyProvider } from '../../ui/privacy.js';
import { PageTitle } from '../../ui/title.js';
import { landingOf } from '../../session/landing.js';
import { StepUp } from '../../ui/sign-in/step-up.js';
import { goOut } from '../../ui/way-out.js';
import { WayOutDrawer } from '../../ui/way-out-drawer.js';
import { useSession } from '../../session/use-session.js';
import { accountWords } from './account-words.js';
import { FactorsPart } from './factors-part.js';

/** All that opens to somebody whose clinic demands a second factor of their role, until they have one. */
export function EnrolPage() {
  const t = useWords(accountWords);
  const session = useSession();
  const navigate = useNavigate();
  return (
    <PrivacyProvider>
      <Stack>
        <PageTitle text={t('enrol.title')} />
        <Text>{t('enrol.lead')}</Text>
        <FactorsPart />
        <Group>
          {!session.mustEnrolFactor && (
            <Button size="md" onClick={() => void navigate({ to: landingOf(session) })}>
              {t('enrol.goOn')}
            </Button>
          )}
          <Button size="md" variant="subtle" onClick={() => void goOut()}>
            {t('enrol.signOut')}
          </Button>
        </Group>
      </Stack>
      <StepUp />
      <WayOutDrawer />
    </PrivacyProvider>
  );
}

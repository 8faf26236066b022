import { Anchor, Card, Grid, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { CheckIcon } from '../../ui/icons.js';
import { PageTitle } from '../../ui/title.js';
import { ClinicChoiceCard } from './clinic-choice-card.js';
import { ForgotForm } from './forgot-form.js';
import { wayOn } from './landing.js';
import { type ClinicChoice, type Session } from './session.queries.js';
import { sessionWords } from './session-words.js';
import { SignInForm } from './sign-in-form.js';

/** What Keel is, and the way in. */
export function StartPage() {
  const t = useWords(sessionWords);
  return (
    <Grid gap={{ base: 'xl', sm: 48 }} align="flex-start">
      <Grid.Col span={{ base: 12, sm: 6 }} order={{ base: 2, sm: 1 }}>
        <Stack gap="lg">
          <PageTitle text={t('start.title')} />
          <Text size="lg">{t('start.lead')}</Text>
          <List
            spacing="sm"
            center
            styles={{ itemLabel: { lineHeight: 1.45 } }}
            icon={
              <ThemeIcon variant="light" size={28} radius="xl">
                <CheckIcon size={16} />
              </ThemeIcon>
            }
          >
            {(['book', 'chart', 'bill'] as const).map((feature) => (
              <List.Item key={feature}>{t(`start.features.${feature}`)}</List.Item>
            ))}
          </List>
          <Text c="dimmed">
            {t('start.apiLead')}{' '}
            <Anchor href={paths.apiDocs()} underline="always">
              {t('start.apiDocs')}
            </Anchor>
          </Text>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6 }} order={{ base: 1, sm: 2 }}>
        <Card withBorder p={{ base: 'lg', sm: 'xl' }} shadow="sm">
          <Door />
        </Card>
      </Grid.Col>
    </Grid>
  );
}

/** Choosing a clinic, signing in, or asking for a new password; then on to where the person was going. */
function Door() {
  const { next } = useSearch({ from: '/public/' });
  const navigate = useNavigate();
  const [clinics, setClinics] = useState<ClinicChoice[]>();
  const [forgot, setForgot] = useState(false);
  const goOn = (session: Session) => void navigate({ href: wayOn(next, session), replace: true });
  if (clinics) return <ClinicChoiceCard clinics={clinics} onChosen={goOn} onOther={() => setClinics(undefined)} />;
  if (forgot) return <ForgotForm onBack={() => setForgot(false)} />;
  return <SignInForm onSignedIn={goOn} onForgot={() => setForgot(true)} onSeveral={setClinics} />;
}

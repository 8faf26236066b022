import { Anchor, Card, Grid, Group, List, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { CheckIcon } from '../../ui/icons.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { ClinicChoiceCard } from './clinic-choice-card.js';
import { ForgotForm } from './forgot-form.js';
import { type ClinicChoice, sessionQuery } from './session.queries.js';
import { SignInForm } from './sign-in-form.js';
import { SignedInCard } from './signed-in-card.js';

/** What Keel is, and the way in. */
export function StartPage() {
  const { t } = useTranslation();
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

/** Signed in, choosing a clinic, signing in, or asking for a new password. */
function Door() {
  const session = useQuery(sessionQuery);
  const [clinics, setClinics] = useState<ClinicChoice[]>();
  const [forgot, setForgot] = useState(false);
  if (session.isPending) return <DoorSkeleton />;
  if (session.isError) return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data) return <SignedInCard session={session.data} onSignedOut={() => setClinics(undefined)} />;
  if (clinics) return <ClinicChoiceCard clinics={clinics} onOther={() => setClinics(undefined)} />;
  if (forgot) return <ForgotForm onBack={() => setForgot(false)} />;
  return <SignInForm onForgot={() => setForgot(true)} onSeveral={setClinics} />;
}

function DoorSkeleton() {
  return (
    <Stack aria-hidden>
      <Skeleton h={28} w="50%" />
      <Skeleton h={44} />
      <Skeleton h={44} />
      <Group>
        <Skeleton h={44} w="40%" />
      </Group>
    </Stack>
  );
}

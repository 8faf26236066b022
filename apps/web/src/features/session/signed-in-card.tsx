import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { type Session, useSignOut } from './session.queries.js';

/** Who is signed in and where. */
export function SignedInCard({ session, onSignedOut }: { session: Session; onSignedOut: () => void }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { user, clinic, roles } = session;
  return (
    <Stack>
      <div role="status">
        <Title order={2} size="h3">
          {t('signedIn.title')}
        </Title>
        <Text>{t('signedIn.as', { name: `${user.firstName} ${user.lastName}`, email: user.email })}</Text>
      </div>
      <Fact label={t('signedIn.clinic')}>
        <Text fw={600}>{clinic.name}</Text>
      </Fact>
      <Fact label={t('signedIn.zone')}>
        <Text>{clinic.timeZone}</Text>
      </Fact>
      <Fact label={t('signedIn.roles')}>
        <Group gap="xs">
          {roles.map((role) => (
            <Badge key={role} variant="light" size="lg" tt="none" fw={600}>
              {t(`signedIn.role.${role}`)}
            </Badge>
          ))}
        </Group>
      </Fact>
      <ProblemNotice error={signOut.error} />
      <Group>
        <Button component="a" href={paths.apiDocs()} size="md">
          {t('start.apiDocs')}
        </Button>
        <Button
          variant="default"
          size="md"
          loading={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSuccess: onSignedOut })}
        >
          {t('signedIn.signOut')}
        </Button>
      </Group>
    </Stack>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}

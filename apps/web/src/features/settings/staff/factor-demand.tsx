import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { type Role, ROLES } from '@keel/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { LeaveGuard } from '../../../ui/leave-guard.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone } from '../../../ui/toasts.js';
import { type Clinic, clinicQuery, updateClinic, useKeepClinic } from '../../../data/clinic.js';
import { useSession } from '../../../session/use-session.js';
import { demandWords } from './demand-words.js';
import { staffWords } from './staff-words.js';
import { useRenew } from '../../../data/client/renew.js';

/** Which roles need a second factor; an owner's to say. */
export function FactorDemand() {
  const { clinic } = useSession();
  const details = useQuery(clinicQuery(clinic.id));
  if (!details.data) return <ProblemNotice error={details.error} onRetry={() => void details.refetch()} />;
  return <Roles clinic={details.data} />;
}

function Roles({ clinic }: { clinic: Clinic }) {
  const t = useWords(demandWords);
  const staff = useWords(staffWords);
  const { roles } = useSession();
  const isOwner = roles.includes('owner');
  const [chosen, setChosen] = useState<Role[]>();
  const save = useSave(() => setChosen(undefined));
  const shown = chosen ?? clinic.secondFactorRoles;
  const changed = ROLES.some((role) => shown.includes(role) !== clinic.secondFactorRoles.includes(role));
  return (
    <Stack gap="xs" component="section" aria-labelledby="factor-demand">
      <Title order={2} size="h4" id="factor-demand">
        {t('title')}
      </Title>
      <Text c="dimmed" maw={680}>
        {t('lead')}
      </Text>
      {!isOwner && <Text role="note">{t('ownerOnly')}</Text>}
      <ProblemNotice error={save.error} />
      <LeaveGuard unsaved={changed} />
      <Checkbox.Group
        value={shown}
        onChange={(next) => setChosen(ROLES.filter((role) => next.includes(role)))}
        aria-labelledby="factor-demand"
      >
        <Group gap="lg">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={staff(`role.${role}`)} disabled={!isOwner} />
          ))}
        </Group>
      </Checkbox.Group>
      {isOwner && (
        <div>
          <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate({ clinic, secondFactorRoles: shown })}>
            {t('save')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function useSave(onSaved: () => void) {
  const t = useWords(demandWords);
  const keepClinic = useKeepClinic();
  const renewClinic = useRenew('clinics');
  const renewSession = useRenew('session');
  return useMutation({
    mutationFn: ({ clinic, secondFactorRoles }: { clinic: Clinic; secondFactorRoles: Role[] }) =>
      updateClinic(clinic, { secondFactorRoles }),
    onSuccess: (saved) => {
      keepClinic(saved);
      // It may be demanded of oneself.
      void renewSession();
      toastDone(t('saved'));
      onSaved();
    },
    // Somebody changed the clinic meanwhile: the next try is made on what stands now.
    onError: renewClinic,
  });
}

import { addDays } from '@keel/calendar';
import { collegeFor, titleFor } from '@keel/contracts';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { type Practitioner, practitionersQuery } from '../../../data/practitioners.js';
import { useChangePractitioner, useInvitePractitioner } from '../../../data/practitioner-changes.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { useSession } from '../../../session/use-session.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { settingsWords } from '../settings-words.js';
import { PractitionerDialog } from './practitioner-dialog.js';
import { practitionersWords } from './practitioners-words.js';
import { useFormat } from '../../../ui/format.js';
import { countAppointments } from '../../../data/appointment-days.js';

/** Who can be booked. */
export function PractitionersSection() {
  const t = useWords(practitionersWords);
  const practitioners = useQuery(practitionersQuery);
  const [edited, setEdited] = useState<Practitioner | 'me' | 'new'>();
  return (
    <Stack gap="md">
      <SectionHead section="practitioners" lead={t('lead')} action={<Add practitioners={practitioners.data} onAdd={setEdited} />} />
      <Asked query={practitioners} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <PractitionerRow key={one.id} practitioner={one} onEdit={() => setEdited(one)} />
            ))}
          </Rows>
        )}
      </Asked>
      {edited && <PractitionerDialog practitioner={edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}

/** Whoever is signed in first, where they are no practitioner yet: most clinics begin with their founder. */
function Add({ practitioners, onAdd }: { practitioners: Practitioner[] | undefined; onAdd: (who: 'me' | 'new') => void }) {
  const t = useWords(practitionersWords);
  const { practitionerId, user } = useSession();
  const isMe = practitionerId !== null || practitioners?.some(({ email }) => email?.toLowerCase() === user.email.toLowerCase());
  const first = practitioners?.length === 0;
  return (
    <Group gap="xs">
      {practitioners && !isMe && (
        <Button variant={first ? 'filled' : 'default'} onClick={() => onAdd('me')}>
          {t('addMe')}
        </Button>
      )}
      <Button variant={first && !isMe ? 'default' : 'filled'} onClick={() => onAdd('new')}>
        {t('add')}
      </Button>
    </Group>
  );
}

function PractitionerRow({ practitioner, onEdit }: { practitioner: Practitioner; onEdit: () => void }) {
  const t = useWords(practitionersWords);
  const professions = useProfessions();
  const { clinic } = useSession();
  const language = useLanguage();
  const { registrationNumber, profession } = practitioner;
  const title = titleFor(language, clinic.country, practitioner);
  const college = collegeFor(language, practitioner);
  return (
    <Row
      colour={practitioner.colour}
      name={
        <>
          {practitioner.displayName}
          {!practitioner.active && <Tag quiet>{t('inactive')}</Tag>}
          {practitioner.active && practitioner.access !== 'joined' && <Tag>{t(practitioner.access)}</Tag>}
        </>
      }
      details={[...new Set([professions.name(profession), title, registrationNumber, college])].filter(Boolean).join(' · ')}
      actions={<PractitionerActions practitioner={practitioner} onEdit={onEdit} />}
    />
  );
}

/** About three months: the most days that the API counts at once. */
const DAYS_AHEAD = 92;

function PractitionerActions({ practitioner, onEdit }: { practitioner: Practitioner; onEdit: () => void }) {
  const t = useWords(practitionersWords);
  const settings = useWords(settingsWords);
  const may = useMayChange('practitioners');
  const { roles } = useSession();
  const { displayName: name, active, access } = practitioner;
  const isOwner = roles.includes('owner');
  const today = useFormat().dateOf(new Date().toISOString());
  const change = useChangePractitioner(async (done, before) => {
    // Their patients come all the same: somebody must see to those appointments.
    const count = done.active ? 0 : await countAppointments(done.id, today, addDays(today, DAYS_AHEAD));
    const words = count > 0 ? t('deactivatedBooked', { name, count }) : t(done.active ? 'activated' : 'deactivated', { name });
    const ended = !done.active && before.access === 'invited' ? ` ${t('invitationEnded')}` : '';
    toastDone(`${words}${ended}`, { label: name, run: () => change.mutate({ practitioner: done, change: { active: !done.active } }) });
  }, toastProblem);
  const invite = useInvitePractitioner(({ email = '' }) => toastDone(t('inviteDone', { email })), toastProblem);
  if (!may) return null;
  return (
    <Group gap={6}>
      <Button variant="default" aria-label={settings('editOf', { name })} onClick={onEdit}>
        {settings('edit')}
      </Button>
      {access !== 'joined' && active && (
        <Button
          variant="default"
          aria-label={t(access === 'invited' ? 'inviteOf' : 'inviteFirstOf', { name })}
          disabled={!isOwner}
          title={isOwner ? undefined : t('inviteOwnerOnly')}
          loading={invite.isPending}
          onClick={() => invite.mutate(practitioner)}
        >
          {t(access === 'invited' ? 'invite' : 'inviteFirst')}
        </Button>
      )}
      <Button
        variant="default"
        aria-label={t(active ? 'deactivateOf' : 'activateOf', { name })}
        loading={change.isPending}
        onClick={() => change.mutate({ practitioner, change: { active: !active } })}
      >
        {active ? t('deactivate') : t('activate')}
      </Button>
    </Group>
  );
}

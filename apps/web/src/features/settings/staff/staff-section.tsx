import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { useSession } from '../../../session/use-session.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { FactorDemand } from './factor-demand.js';
import { MemberDialog } from './member-dialog.js';
import { type Member, staffQuery, useActivate, useInviteAgain } from '../../../data/members.js';
import { inviteObstacle, leaveObstacle } from './staff-rules.js';
import { staffWords } from './staff-words.js';
import { lazyDrawer } from '../../../ui/lazy-drawer.js';

const LostDeviceDialog = lazyDrawer(() => import('./lost-device-dialog.js').then((module) => ({ default: module.LostDeviceDialog })));

/** Who may sign in, and what they may do. */
export function StaffSection() {
  const t = useWords(staffWords);
  const staff = useQuery(staffQuery);
  const [edited, setEdited] = useState<Member | 'new'>();
  return (
    <Stack gap="md">
      <SectionHead section="staff" lead={t('lead')} action={<Button onClick={() => setEdited('new')}>{t('invite')}</Button>} />
      <Asked query={staff} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <MemberRow key={one.id} member={one} staff={all} onEdit={() => setEdited(one)} />
            ))}
          </Rows>
        )}
      </Asked>
      <FactorDemand />
      {edited && (
        <MemberDialog member={edited === 'new' ? undefined : edited} staff={staff.data ?? []} onClose={() => setEdited(undefined)} />
      )}
    </Stack>
  );
}

interface RowProps {
  member: Member;
  staff: Member[];
  onEdit: () => void;
}

function MemberRow({ member, staff, onEdit }: RowProps) {
  const t = useWords(staffWords);
  const format = useFormat();
  const { user } = useSession();
  const roles = member.roles.map((role) => t(`role.${role}`));
  return (
    <Row
      name={
        <>
          {format.name(member)}
          {member.userId === user.id && <Tag quiet>{t('you')}</Tag>}
          {member.status === 'invited' && <Tag>{t('invited')}</Tag>}
          {member.status === 'inactive' && <Tag quiet>{t('inactive')}</Tag>}
        </>
      }
      details={[...roles, ...(member.chartRight ? [t('chart')] : []), ...(member.email ? [member.email] : [])].join(' · ')}
      actions={<Actions member={member} staff={staff} onEdit={onEdit} />}
    />
  );
}

function Actions({ member, staff, onEdit }: RowProps) {
  const t = useWords(staffWords);
  const name = useFormat().name(member);
  const may = useMayChange('staff');
  if (!may) return null;
  return (
    <Group gap={6}>
      {member.status !== 'inactive' && (
        <Button variant="default" aria-label={t('editOf', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
      )}
      {member.status === 'invited' && <InviteAgain member={member} staff={staff} name={name} />}
      {member.status === 'active' && <LostDevice member={member} name={name} />}
      <Activate member={member} staff={staff} name={name} />
    </Group>
  );
}

function InviteAgain({ member, staff, name }: { member: Member; staff: Member[]; name: string }) {
  const t = useWords(staffWords);
  const { user, roles, chartRight } = useSession();
  const obstacle = inviteObstacle({ userId: user.id, roles, chartRight }, member, staff);
  const again = useInviteAgain(({ email }) => toastDone(t('againDone', { email: email ?? '' })), toastProblem);
  return (
    <Button
      variant="default"
      aria-label={t('againOf', { name })}
      disabled={obstacle !== undefined}
      title={obstacle && t(obstacle)}
      loading={again.isPending}
      onClick={() => again.mutate(member)}
    >
      {t('again')}
    </Button>
  );
}

/** For a colleague; one's own sessions and factors are under the account. */
function LostDevice({ member, name }: { member: Member; name: string }) {
  const t = useWords(staffWords);
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  if (member.userId === user.id) return null;
  return (
    <>
      <Button variant="default" aria-label={t('lostOf', { name })} onClick={() => setAsking(true)}>
        {t('lost')}
      </Button>
      <Suspense fallback={null}>{asking && <LostDeviceDialog member={member} onClose={() => setAsking(false)} />}</Suspense>
    </>
  );
}

/** Out, and in again; an invitation that was withdrawn is made anew instead of taken back. */
function Activate({ member, staff, name }: { member: Member; staff: Member[]; name: string }) {
  const t = useWords(staffWords);
  const { user, roles, chartRight } = useSession();
  const invited = member.status === 'invited';
  const active = member.status !== 'inactive';
  const obstacle = leaveObstacle({ userId: user.id, roles, chartRight }, member, staff);
  const activate = useActivate((done) => {
    if (invited) return toastDone(t('withdrawn', { name }));
    toastDone(t(done.active ? 'activated' : 'deactivated', { name }), {
      label: name,
      run: () => activate.mutate({ member: done, active: !done.active }),
    });
  }, toastProblem);
  const verb = invited ? 'withdraw' : active ? 'deactivate' : 'activate';
  return (
    <Button
      variant="default"
      aria-label={t(`${verb}Of`, { name })}
      disabled={obstacle !== undefined}
      title={obstacle && t(obstacle)}
      loading={activate.isPending}
      onClick={() => activate.mutate({ member, active: !active })}
    >
      {t(verb)}
    </Button>
  );
}

import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import type { Role } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone } from '../../../ui/toasts.js';
import { useSession } from '../../../session/use-session.js';
import { isEmail } from '../../../ui/email.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { type RecordForm, useRecordForm } from '../../../ui/forms/use-record-form.js';
import { useRenewPeople } from '../../../data/practitioner-changes.js';
import { settingsWords } from '../settings-words.js';
import { RolesField } from './roles-field.js';
import { inviteMember, type Member, updateMember, useRenewStaff } from '../../../data/members.js';
import { chartObstacle, type Me, type RoleObstacle, roleObstacle, withAddress } from './staff-rules.js';
import { staffWords } from './staff-words.js';

interface MemberValues extends Record<string, unknown> {
  email: string;
  firstName: string;
  lastName: string;
  roles: Role[];
  chartRight: boolean;
}

interface Props {
  /** Undefined to invite somebody. */
  member: Member | undefined;
  staff: Member[];
  onClose: () => void;
}

/** Invites somebody, or changes what a member may do. */
export function MemberDialog({ member, staff, onClose }: Props) {
  const t = useWords(staffWords);
  const format = useFormat();
  const { user, roles, chartRight } = useSession();
  const me: Me = { userId: user.id, roles, chartRight };
  const of = useMemberForm({ member, staff, onClose });
  const { form } = of;
  return (
    <RecordDialog
      title={member ? t('editOf', { name: format.name(member) }) : t('inviteTitle')}
      of={of}
      labels={{ roles: t('roles'), chartRight: t('chart') }}
      {...(!member && { submitLabel: t('invite') })}
      onClose={onClose}
    >
      {!member && <Person of={of} staff={staff} />}
      <RolesField
        value={form.values.roles}
        onChange={(chosen) => form.setFieldValue('roles', chosen)}
        error={typeof form.errors['roles'] === 'string' ? form.errors['roles'] : undefined}
        obstacleOf={(role) => roleObstacle(me, member, staff, role)}
      />
      {member?.status === 'active' && (member.chartRight || member.roles.includes('owner')) && (
        <ChartRight of={of} obstacle={chartObstacle(me, member, staff)} />
      )}
    </RecordDialog>
  );
}

/** An owner's alone, and another owner's to give. */
function ChartRight({ of: { form }, obstacle }: { of: RecordForm<MemberValues>; obstacle: RoleObstacle | undefined }) {
  const t = useWords(staffWords);
  return (
    <Checkbox
      label={t('chartKeep')}
      description={t(obstacle ?? 'chartGiveUp')}
      checked={form.values.chartRight}
      disabled={obstacle !== undefined}
      onChange={(event) => form.setFieldValue('chartRight', event.currentTarget.checked)}
    />
  );
}

function useMemberForm({ member, staff, onClose }: Props) {
  const t = useWords(staffWords);
  const settings = useWords(settingsWords);
  const format = useFormat();
  const renewStaff = useRenewStaff();
  const readAgain = useRenewPeople();
  const toValues = ({ roles, chartRight }: Member): MemberValues => ({ email: '', firstName: '', lastName: '', roles, chartRight });
  return useRecordForm<Member, MemberValues>({
    record: member,
    values: member ? toValues(member) : { email: '', firstName: '', lastName: '', roles: ['front_desk'], chartRight: false },
    toValues,
    validate: ({ email, firstName, lastName, roles }) => ({
      ...(!member && !firstName.trim() && { firstName: t('nameFault') }),
      ...(!member && !lastName.trim() && { lastName: t('nameFault') }),
      ...(!member && !isEmail(email) && { email: settings('emailFault') }),
      ...(roles.length === 0 && { roles: t('rolesFault') }),
    }),
    save: ({ email, firstName, lastName, roles }, changed, base) =>
      base
        ? updateMember(base, {
            ...(changed.roles && { roles: changed.roles }),
            ...(changed.chartRight !== undefined && { chartRight: changed.chartRight }),
          })
        : inviteMember({ email: email.trim(), firstName: firstName.trim(), lastName: lastName.trim(), roles }),
    refused: { email: t('emailTaken') },
    onSaved: (saved) => {
      void renewStaff();
      // One may have changed one's own rights.
      void readAgain();
      const sent = withAddress(saved.email ?? '', staff) ? 'againDone' : 'sent';
      toastDone(member ? t('saved', { name: format.name(saved) }) : t(sent, { email: saved.email ?? '' }));
      onClose();
    },
  });
}

function Person({ of: { form }, staff }: { of: RecordForm<MemberValues>; staff: Member[] }) {
  const t = useWords(staffWords);
  const format = useFormat();
  const known = withAddress(form.values.email, staff);
  const hint = known?.status === 'invited' ? t('emailInvited', { name: format.name(known) }) : t('emailHint');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t('firstName')} maxLength={100} data-autofocus {...form.getInputProps('firstName')} />
        <TextInput label={t('lastName')} maxLength={100} {...form.getInputProps('lastName')} />
      </SimpleGrid>
      <TextInput label={t('email')} description={hint} type="email" maxLength={254} {...form.getInputProps('email')} />
    </>
  );
}

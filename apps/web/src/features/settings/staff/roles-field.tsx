import { Checkbox, Stack } from '@mantine/core';
import { type Role, ROLES } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import type { RoleObstacle } from './staff-rules.js';
import { staffWords } from './staff-words.js';

interface Props {
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
  /** Why ownership cannot be changed. */
  obstacle: RoleObstacle | undefined;
}

/** Each role with what it may do; what cannot be changed says why. */
export function RolesField({ value, onChange, error, obstacle }: Props) {
  const t = useWords(staffWords);
  const fixed = (role: Role) => role === 'practitioner' || (role === 'owner' && obstacle !== undefined);
  return (
    <Checkbox.Group
      label={t('roles')}
      value={value}
      onChange={(roles) => onChange(ROLES.filter((role) => roles.includes(role)))}
      error={error}
    >
      <Stack gap="xs" mt={6}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`role.${role}`)}
            description={role === 'owner' && obstacle ? t(obstacle) : t(`may.${role}`)}
            disabled={fixed(role)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

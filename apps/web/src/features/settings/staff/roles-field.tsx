import { Checkbox, Stack } from '@mantine/core';
import { type Role, ROLES } from '@keel/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import type { RoleObstacle } from './staff-rules.js';
import { staffWords } from './staff-words.js';

interface Props {
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
  /** Why a role cannot be given, or taken. */
  obstacleOf: (role: Role) => RoleObstacle | undefined;
}

/** Each role with what it may do; what cannot be changed says why. */
export function RolesField({ value, onChange, error, obstacleOf }: Props) {
  const t = useWords(staffWords);
  // Who sees patients needs a registration too, so the role is given where that is kept.
  const [givenThere] = useState(() => !value.includes('practitioner'));
  return (
    <Checkbox.Group
      label={t('roles')}
      value={value}
      onChange={(roles) => onChange(ROLES.filter((role) => roles.includes(role)))}
      error={error}
    >
      <Stack gap="xs" mt={6}>
        {ROLES.map((role) => {
          const obstacle = role === 'practitioner' && givenThere ? undefined : obstacleOf(role);
          return (
            <Checkbox
              key={role}
              value={role}
              label={t(`role.${role}`)}
              description={obstacle ? t(obstacle) : t(`may.${role}`)}
              disabled={obstacle !== undefined || (role === 'practitioner' && givenThere)}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}

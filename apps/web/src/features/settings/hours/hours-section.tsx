import { Anchor, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { LeaveScope, useLeave } from '../../../ui/leave-scope.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { type Practitioner, practitionersQuery } from '../../../data/practitioners.js';
import { allHoursQuery, type WorkingHours } from '../../../data/working-hours.js';
import { useSession } from '../../../session/use-session.js';
import { Asked } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { HoursPanel } from './hours-panel.js';
import { hoursWords } from './hours-words.js';
import { TimeOffPanel } from './time-off-panel.js';

/** When each practitioner works, and when not. */
export function HoursSection() {
  const t = useWords(hoursWords);
  const practitioners = useQuery(practitionersQuery);
  const hours = useQuery(allHoursQuery);
  const active = practitioners.data?.filter((one) => one.active);
  return (
    <Stack gap="md">
      <SectionHead section="hours" lead={t('lead')} />
      <ProblemNotice error={hours.error} onRetry={() => void hours.refetch()} />
      <Asked query={{ ...practitioners, data: hours.data && active }} empty={<NoPractitioner />}>
        {(all) => (
          <LeaveScope>
            <OfPractitioners practitioners={all} hours={hours.data ?? []} />
          </LeaveScope>
        )}
      </Asked>
    </Stack>
  );
}

function NoPractitioner() {
  const t = useWords(hoursWords);
  return (
    <>
      {t('none')}{' '}
      <Anchor renderRoot={(props) => <Link to={paths.settingsSection('practitioners')} {...props} />}>{t('toPractitioners')}</Anchor>
    </>
  );
}

function OfPractitioners({ practitioners, hours }: { practitioners: Practitioner[]; hours: WorkingHours[] }) {
  const t = useWords(hoursWords);
  const { practitionerId } = useSession();
  const leave = useLeave();
  const [chosen, setChosen] = useState<string>();
  const waiting = practitioners.find(({ id }) => !hours.some((one) => one.practitionerId === id));
  const [first] = practitioners;
  const usual = waiting ?? practitioners.find(({ id }) => id === practitionerId) ?? first;
  // Whom the page opened with stays in front, also when they have hours now.
  const [opened] = useState(usual?.id);
  const shown = practitioners.find(({ id }) => id === (chosen ?? opened)) ?? usual;
  if (!shown) return <Text c="dimmed">{t('none')}</Text>;
  return (
    <>
      <NativeSelect
        label={t('practitioner')}
        maw={360}
        data={practitioners.map((one) => ({ value: one.id, label: one.displayName }))}
        value={shown.id}
        onChange={({ currentTarget: { value } }) => leave(() => setChosen(value))}
      />
      <HoursPanel key={shown.id} practitioner={shown} hours={hours.filter((one) => one.practitionerId === shown.id)} />
      <TimeOffPanel key={`off ${shown.id}`} practitioner={shown} />
    </>
  );
}

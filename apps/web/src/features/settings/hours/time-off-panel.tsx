import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords, type TextsOf } from '../../../i18n/words.js';
import { type Format, useFormat } from '../../../ui/format.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { createTimeOff, useRemoveTimeOff, useRenewTimeOff } from '../../../data/time-off-changes.js';
import { type TimeOff, timeOffAheadQuery } from '../../../data/time-off.js';
import { appointmentQuery } from '../../../data/appointments.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { useMayChange } from '../parts/section-head.js';
import { hoursWords } from './hours-words.js';
import { TimeOffEditor } from './time-off-editor.js';
import { wholeDays } from './time-off-form.js';

/** Holidays and the like that are not over yet, and the appointments that stand in them. */
export function TimeOffPanel({ practitioner }: { practitioner: Practitioner }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const may = useMayChange('hours');
  const today = format.dateOf(new Date().toISOString());
  const off = useQuery(timeOffAheadQuery(practitioner.id, today));
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="sm" component="section" aria-labelledby="time-off-title">
      <Group justify="space-between">
        <Title order={2} size="h4" id="time-off-title">
          {t('timeOff.title')}
        </Title>
        {may && !adding && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('timeOff.add')}
          </Button>
        )}
      </Group>
      {adding && <TimeOffEditor practitionerId={practitioner.id} today={today} onClose={() => setAdding(false)} />}
      <Asked query={off} empty={t('timeOff.none')}>
        {(all) => (
          <Rows label={t('timeOff.title')}>
            {all.map((one) => (
              <TimeOffRow key={one.id} off={one} mayRemove={may} />
            ))}
          </Rows>
        )}
      </Asked>
    </Stack>
  );
}

function whenOf(off: TimeOff, format: Format, t: ReturnType<typeof useWords<TextsOf<typeof hoursWords>>>): string {
  const days = wholeDays(off, format.dateOf, format.zone);
  if (!days) {
    const sameDay = format.dateOf(off.start) === format.dateOf(off.end);
    return t('timeOff.span', { from: format.dayTime(off.start), to: sameDay ? format.time(off.end) : format.dayTime(off.end) });
  }
  const from = format.civil(days.from, 'longDate');
  return days.from === days.to ? from : t('timeOff.span', { from, to: format.civil(days.to, 'longDate') });
}

function TimeOffRow({ off, mayRemove }: { off: TimeOff; mayRemove: boolean }) {
  const t = useWords(hoursWords);
  const when = whenOf(off, useFormat(), t);
  const renewTimeOff = useRenewTimeOff();
  const restore = () => {
    const { practitionerId, start, end, reason } = off;
    void createTimeOff({ practitionerId, start, end, ...(reason && { reason }) })
      .catch(toastProblem)
      .finally(() => void renewTimeOff());
  };
  const remove = useRemoveTimeOff(() => toastDone(t('timeOff.removed'), { label: when, run: restore }), toastProblem);
  return (
    <Row
      name={when}
      details={off.reason}
      actions={
        mayRemove && (
          <Button
            variant="default"
            aria-label={t('timeOff.removeOf', { when })}
            loading={remove.isPending}
            onClick={() => remove.mutate(off)}
          >
            {t('timeOff.remove')}
          </Button>
        )
      }
    >
      {off.conflicts.length > 0 && <Conflicts ids={off.conflicts} />}
    </Row>
  );
}

/** They stay until somebody moves them; each opens in the panel beside the page. */
function Conflicts({ ids }: { ids: string[] }) {
  const t = useWords(hoursWords);
  return (
    <div style={{ flexBasis: '100%' }}>
      <Text c="light-dark(#7a4b00, #ffd08a)">{t('timeOff.conflicts', { count: ids.length })}</Text>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {ids.map((id) => (
          <li key={id}>
            <ConflictLink id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ConflictLink({ id }: { id: string }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const { data: appointment } = useQuery(appointmentQuery(id));
  return (
    <Anchor renderRoot={(props) => <Link to="." search={(now) => ({ ...now, appointment: id })} {...props} />}>
      {appointment
        ? t('timeOff.appointment', { when: format.dayTime(appointment.start), name: format.name(appointment.patient) })
        : t('timeOff.appointmentLoading')}
    </Anchor>
  );
}

import { addDays, templateOn } from '@keel/calendar';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useWords, type TextsOf } from '../../../i18n/words.js';
import { type Format, useFormat } from '../../../ui/format.js';
import { LeaveScope, useLeave } from '../../../ui/leave-scope.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import type { Practitioner } from '../../../data/practitioners.js';
import { setHours, useRemoveHours, useRenewHours } from '../../../data/working-hours-changes.js';
import type { WorkingHours } from '../../../data/working-hours.js';
import { Row, Rows } from '../parts/rows.js';
import { useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { HoursEditor } from './hours-editor.js';
import { hoursWords } from './hours-words.js';
import { minutesOfWeek } from './week.js';
import { WeekSummary } from './week-summary-text.js';

type Edited = WorkingHours | 'new';

/** The hours of one practitioner that are in force or planned; the editor at once where there are none. */
export function HoursPanel({ practitioner, hours }: { practitioner: Practitioner; hours: WorkingHours[] }) {
  const t = useWords(hoursWords);
  const may = useMayChange('hours');
  const today = useToday();
  const current = hours.filter((one) => one.effectiveTo === null || one.effectiveTo >= today);
  const [edited, setEdited] = useState<Edited>();
  const first = may && current.length === 0;
  return (
    <Stack gap="sm" component="section" aria-labelledby="hours-title">
      <Group justify="space-between">
        <Title order={2} size="h4" id="hours-title">
          {t('title')}
        </Title>
        {may && !first && !edited && (
          <Button variant="default" onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
        )}
      </Group>
      {first && <Text>{t('noneYet', { name: practitioner.displayName })}</Text>}
      {!may && current.length === 0 && <Text c="dimmed">{t('off')}</Text>}
      <LeaveScope>
        {(edited || first) && (
          <HoursEditor
            key={edited && edited !== 'new' ? edited.id : 'new'}
            practitionerId={practitioner.id}
            hours={hours}
            edited={edited === 'new' ? undefined : edited}
            from={edited === 'new' ? (rulingOn(hours, today) ?? current[0]) : undefined}
            firstDay={edited === 'new' && current.length > 0 ? addDays(today, 1) : today}
            onDone={() => setEdited(undefined)}
            onCancel={first ? undefined : () => setEdited(undefined)}
          />
        )}
        {current.length > 0 && <HoursList hours={current} today={today} onEdit={may ? setEdited : undefined} />}
      </LeaveScope>
    </Stack>
  );
}

/** The hours in force on a day; that does not depend on where they are worked. */
function rulingOn(hours: WorkingHours[], today: string): WorkingHours | undefined {
  const templates = hours.map((one) => ({ ...one, weekly: one.weekly.map((shift) => ({ ...shift, timeZone: '' })) }));
  const from = templateOn(templates, today)?.effectiveFrom;
  return hours.find((one) => one.effectiveFrom === from);
}

function useToday() {
  const format = useFormat();
  return format.dateOf(new Date().toISOString());
}

interface ListProps {
  hours: WorkingHours[];
  today: string;
  onEdit: ((hours: WorkingHours) => void) | undefined;
}

function HoursList({ hours, today, onEdit }: ListProps) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const ruling = rulingOn(hours, today);
  return (
    <Rows label={t('title')}>
      {hours.map((one) => (
        <Row
          key={one.id}
          name={
            <>
              {spanOf(one, t, format)}
              {one === ruling && <Tag>{t('now')}</Tag>}
              {one.effectiveFrom > today && <Tag quiet>{t('planned')}</Tag>}
            </>
          }
          details={
            <>
              <WeekSummary weekly={one.weekly} />
              <div>
                {t('total', {
                  hours: (minutesOfWeek(one.weekly) / 60)
                    .toFixed(1)
                    .replace(/\.0$/, '')
                    .replace('.', format.language === 'fr' ? ',' : '.'),
                })}
              </div>
            </>
          }
          actions={onEdit && <HoursActions hours={one} onEdit={() => onEdit(one)} />}
        />
      ))}
    </Rows>
  );
}

function spanOf(
  { effectiveFrom, effectiveTo }: WorkingHours,
  t: ReturnType<typeof useWords<TextsOf<typeof hoursWords>>>,
  format: Format,
): string {
  const from = format.civil(effectiveFrom);
  return effectiveTo ? t('fromTo', { from, to: format.civil(effectiveTo) }) : t('from', { from });
}

function HoursActions({ hours, onEdit }: { hours: WorkingHours; onEdit: () => void }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const renewHours = useRenewHours();
  const leave = useLeave();
  const date = format.civil(hours.effectiveFrom);
  const restore = () => {
    const { effectiveFrom, effectiveTo, weekly } = hours;
    void setHours(hours.practitionerId, { effectiveFrom, ...(effectiveTo && { effectiveTo }), weekly }, undefined)
      .catch(toastProblem)
      .finally(() => void renewHours());
  };
  const remove = useRemoveHours(() => toastDone(t('removed', { date }), { label: t('removeOf', { date }), run: restore }), toastProblem);
  return (
    <Group gap={6}>
      <Button variant="default" aria-label={t('editOf', { date })} onClick={() => leave(onEdit)}>
        {t('edit')}
      </Button>
      <Button variant="default" aria-label={t('removeOf', { date })} loading={remove.isPending} onClick={() => remove.mutate(hours)}>
        {t('remove')}
      </Button>
    </Group>
  );
}

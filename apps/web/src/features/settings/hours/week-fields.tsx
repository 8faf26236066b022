import { clockOf } from '@keel/calendar';
import { ActionIcon, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { locationsQuery } from '../../../data/locations.js';
import { clockText } from './clock-text.js';
import { hoursWords } from './hours-words.js';
import { type DraftShift, isOvernight, type ShiftFault, shiftsOf, type Week, type WeekAction, WEEKDAYS } from './week.js';
import classes from './week-fields.module.css';
import type { Weekday } from './week-summary-text.js';

interface Props {
  week: Week;
  faults: ReadonlyMap<number, ShiftFault>;
  onChange: (action: WeekAction) => void;
}

/** Seven days, each with as many shifts as it is split into. */
export function WeekFields({ week, faults, onChange }: Props) {
  const t = useWords(hoursWords);
  return (
    <div className={classes['week']} role="group" aria-label={t('week')}>
      {WEEKDAYS.map((weekday) => {
        const day = t(`day.d${weekday as Weekday}`);
        const shifts = shiftsOf(week, weekday);
        return (
          <div key={weekday} className={classes['day']} role="group" aria-label={day}>
            <span className={classes['name']}>{day}</span>
            <div className={classes['shifts']}>
              {shifts.length === 0 && <span className={classes['off']}>{t('closed')}</span>}
              {shifts.map((shift) => (
                <ShiftLine key={shift.key} shift={shift} day={day} fault={faults.get(shift.key)} onChange={onChange} />
              ))}
            </div>
            <Button
              variant="subtle"
              leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
              aria-label={t('addShiftOn', { day })}
              onClick={() => onChange({ do: 'add', weekday })}
            >
              {t('addShift')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}

interface LineProps {
  shift: DraftShift;
  day: string;
  fault: ShiftFault | undefined;
  onChange: (action: WeekAction) => void;
}

function ShiftLine({ shift, day, fault, onChange }: LineProps) {
  const t = useWords(hoursWords);
  const { key, start, end } = shift;
  const change = (part: Partial<DraftShift>) => onChange({ do: 'change', key, part });
  const faultId = `shift-${key}-fault`;
  const time = {
    type: 'time',
    error: Boolean(fault),
    'aria-describedby': fault ? faultId : undefined,
    className: classes['time'],
  } as const;
  return (
    <div>
      <div className={classes['shift']}>
        <TextInput
          {...time}
          aria-label={t('start', { day })}
          value={start}
          onChange={(event) => change({ start: event.currentTarget.value })}
        />
        <span>{t('until')}</span>
        <TextInput {...time} aria-label={t('end', { day })} value={end} onChange={(event) => change({ end: event.currentTarget.value })} />
        <Place shift={shift} day={day} onChange={(locationId) => change({ locationId })} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('removeShift', { start, end, day })}
          onClick={() => onChange({ do: 'remove', key })}
        >
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
        {isOvernight(shift) && !fault && <Text c="dimmed">{t('nextDay')}</Text>}
      </div>
      {fault && (
        <Text id={faultId} size="xs" c="var(--mantine-color-error)" role="alert">
          <Fault fault={fault} />
        </Text>
      )}
    </div>
  );
}

/** What is wrong with a line; of hours at two places also whose clock the others are by, and since when they meet. */
function Fault({ fault }: { fault: ShiftFault }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const { data: locations = [] } = useQuery(locationsQuery);
  if (fault.kind !== 'overlap') return t(`fault.${fault.kind}`);
  const { other, at } = fault;
  const when = {
    day: t(`day.d${other.weekday as Weekday}`),
    start: clockText(other.start, format),
    end: clockText(other.end, format),
  };
  const place = locations.find(({ id, active }) => (other.locationId ? id === other.locationId : active));
  if (at === null || !place) return t('fault.overlap', when);
  const clock = clockOf(place.timeZone, format.locale);
  const date = format.in(place.timeZone).date(new Date(at).toISOString());
  return t('fault.overlapThere', { ...when, place: place.name, clock, date });
}

/** Where, for a clinic that has more than one place. */
function Place({ shift, day, onChange }: { shift: DraftShift; day: string; onChange: (locationId: string) => void }) {
  const t = useWords(hoursWords);
  const format = useFormat();
  const { data: locations = [] } = useQuery(locationsQuery);
  const offered = locations.filter(({ id, active }) => active || id === shift.locationId);
  if (offered.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('place', { day })}
      data={offered.map(({ id, name, timeZone }) => ({ value: id, label: name + format.whose(new Date().toISOString(), timeZone) }))}
      value={shift.locationId ?? offered[0]?.id ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

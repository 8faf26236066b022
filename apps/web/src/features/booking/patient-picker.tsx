import { readablePhone } from '@keel/contracts';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { addDays, type CivilDate } from '@keel/calendar';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useNow } from '../../ui/use-now.js';
import { patientSearchQuery } from '../../data/patients.js';
import { appointmentsQuery } from '../../data/appointments.js';
import { recentOf } from './booking-draft.js';
import classes from './booking.module.css';
import { bookingWords } from './booking-words.js';
import { Unbroken } from '../../ui/unbroken.js';

interface Option {
  id: string;
  name: string;
  detail: string;
}

interface Props {
  /** The day that the appointment is looked for on. */
  day: CivilDate;
  typed: string;
  onTyped: (typed: string) => void;
  onChosen: (patientId: string) => void;
  /** Somebody who is not here yet; what was typed is most often their name. */
  onNew: () => void;
  fault: string | undefined;
}

/** Recent patients at once, anybody by a forgiving search; arrows and Enter choose. */
export function PatientPicker({ day, typed, onTyped, onChosen, onNew, fault }: Props) {
  const t = useWords(bookingWords);
  const list = useId();
  const [at, setAt] = useState(0);
  const { options, more, searching, waiting, error } = useOptions(typed, day);
  const active = options[Math.min(at, options.length - 1)];
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && options.length > 0) {
      event.preventDefault();
      setAt((now) => (now + by + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (waiting) return;
      if (active) onChosen(active.id);
      else if (searching) onNew();
    }
  };
  return (
    <Stack gap={4}>
      <TextInput
        label={t('patient')}
        placeholder={t('find')}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          onTyped(value);
          setAt(0);
        }}
        onKeyDown={press}
        error={fault}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}-${active.id}` : undefined}
        autoComplete="off"
        data-autofocus
      />
      <ProblemNotice error={error} />
      <Text size="xs" c="dimmed" role="status">
        {waiting
          ? t('finding')
          : more
            ? t('foundMore', more)
            : options.length > 0
              ? t(searching ? 'found' : 'recent')
              : searching
                ? t('nobody')
                : ''}
      </Text>
      <Options id={list} label={searching ? t('found') : t('recent')} options={options} active={active} onChosen={onChosen} />
      <Button variant="subtle" size="compact-sm" mih={30} justify="start" onClick={onNew}>
        {typed.trim() ? t('newNamed', { name: typed.trim() }) : t('newPatient')}
      </Button>
    </Stack>
  );
}

interface OptionsProps {
  id: string;
  label: string;
  options: readonly Option[];
  active: Option | undefined;
  onChosen: (patientId: string) => void;
}

/** The field keeps the focus: what is chosen by Enter is marked. */
function Options({ id, label, options, active, onChosen }: OptionsProps) {
  if (options.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={label} className={classes['options']}>
      {options.map((option) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above hears the keys for its list
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={option === active}
          className={classes['option']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChosen(option.id)}
        >
          <b>{option.name}</b>{' '}
          <span>
            <Unbroken text={option.detail} />
          </span>
        </div>
      ))}
    </div>
  );
}

const MOST = 7;
const DAYS_BACK = 2;

function useOptions(typed: string, day: CivilDate) {
  const t = useWords(bookingWords);
  const format = useFormat();
  const now = useNow();
  const today = format.dateOf(new Date(now).toISOString());
  const [query] = useDebouncedValue(typed.trim(), 120);
  const searching = typed.trim().length > 1;
  const recent = useQuery(appointmentsQuery({ from: addDays(today, -DAYS_BACK), to: addDays(today, 1) }));
  // Of the day that is looked at too: the schedule has them already.
  const looked = useQuery(appointmentsQuery({ from: day, to: addDays(day, 1) }));
  const found = useQuery({ ...patientSearchQuery(query, MOST), placeholderData: (before) => before });
  const options: Option[] = searching
    ? (found.data?.data ?? []).map((one) => ({
        id: one.id,
        name: format.name(one),
        detail: [format.civil(one.dateOfBirth), one.phone && readablePhone(one.phone)].filter(Boolean).join(' · '),
      }))
    : recentOf([...(recent.data ?? []), ...(looked.data ?? [])], now, MOST).map((appointment) => ({
        id: appointment.patientId,
        name: format.name(appointment.patient),
        detail: t('lastSeen', { day: format.day(appointment.start), service: format.called(appointment.service) }),
      }));
  const waiting = searching && (query !== typed.trim() || found.isFetching);
  const more = searching && found.data?.nextCursor ? { shown: options.length, total: String(found.data.total) } : undefined;
  return { options, more, searching, waiting, error: searching ? found.error : recent.error };
}

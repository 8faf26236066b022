import type { Slot } from '@keel/contracts';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/call.js';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { practitionersQuery } from '../clinic/clinic.queries.js';
import { FreeTimes, Times } from './free-times.js';
import { useMoveDone } from './move-done.js';
import { useLookedAt } from './looked-at.js';
import { type Move, useMoveAppointment, type Appointment } from './appointment.queries.js';
import classes from './appointment-panel.module.css';
import { appointmentPanelWords } from './appointment-panel-words.js';
import { clockOf, isSameWish, moveOf, startOf, type Wish, wishOf } from './wish.js';

interface Props {
  appointment: Appointment;
  onClose: () => void;
}

/** Another time or another practitioner. What was typed stays when it is refused; the nearest free times come with a refusal. */
export function MoveForm({ appointment, onClose }: Props) {
  const t = useWords(appointmentPanelWords);
  const { zone } = useFormat();
  const [begun] = useState(() => wishOf(zone, appointment));
  const [wish, setWish] = useState(begun);
  const [over, setOver] = useState(false);
  const [missing, setMissing] = useState(false);
  const { move, send } = useMoveWithUndo(appointment, onClose);
  const change = (next: Partial<Wish>) => {
    setWish({ ...wish, exact: undefined, ...next });
    setMissing(false);
    setOver(false);
    move.reset();
  };
  const choose = (slot: Slot) => change({ ...wishOf(zone, slot), clock: clockOf(zone, slot.start) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!startOf(zone, wish)) return setMissing(true);
    const to = moveOf(zone, appointment, wish);
    if (to) send(over ? { ...to, overbook: true } : to);
    else onClose();
  };
  const start = startOf(zone, wish);
  const alternatives = alternativesOf(move.error);
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={t('time.title')} noValidate>
      <LeaveGuard unsaved={!isSameWish(wish, begun) && !move.isSuccess} beside="appointment" />
      <Stack gap="sm">
        <h3>{t('time.title')}</h3>
        <Fields wish={wish} missing={missing} onChange={change} />
        <FreeTimes serviceId={appointment.serviceId} practitionerId={wish.practitionerId} day={wish.day} chosen={start} onChoose={choose} />
        <ProblemNotice error={move.error} />
        {alternatives && (
          <>
            {alternatives.length > 0 && <Times label={t('time.nearest')} slots={alternatives} chosen={start} onChoose={choose} withDay />}
            <Checkbox label={t('time.over')} checked={over} onChange={(event) => setOver(event.currentTarget.checked)} />
          </>
        )}
        <Group gap="xs">
          <Button type="submit" loading={move.isPending}>
            {t('time.submit')}
          </Button>
          <CancelButton onCancel={onClose}>{t('time.keep')}</CancelButton>
        </Group>
      </Stack>
    </form>
  );
}

/** Moves the appointment, says so, and takes it back to where it was if that was a slip. */
function useMoveWithUndo(appointment: Appointment, onDone: () => void) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const move = useMoveAppointment();
  const back = useMoveAppointment();
  const seen = useLookedAt(appointment, move.error);
  const done = useMoveDone(back.mutateAsync);
  const send = (to: Move) =>
    move.mutate(
      { appointment: seen, to },
      {
        onSuccess: (now) => {
          const { day, time } = whenOf(format, now);
          const text = t('did.move', { name: format.name(now.patient), time: `${day}, ${time}` });
          void done(text, seen, now);
          onDone();
        },
      },
    );
  return { move, send };
}

/** The free times that come with a refusal of a taken time. */
function alternativesOf(error: unknown): Slot[] | undefined {
  const alternatives = error instanceof ApiProblem ? error.body['alternatives'] : undefined;
  return Array.isArray(alternatives) ? (alternatives as Slot[]) : undefined;
}

interface FieldsProps {
  wish: Wish;
  missing: boolean;
  onChange: (next: Partial<Wish>) => void;
}

function Fields({ wish, missing, onChange }: FieldsProps) {
  const t = useWords(appointmentPanelWords);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const colleagues = useColleagues(wish.practitionerId);
  return (
    <>
      <Group grow gap="xs" align="flex-start">
        <TextInput
          ref={first}
          type="date"
          label={t('time.day')}
          value={wish.day}
          error={missing && !wish.day && t('time.missingDay')}
          onChange={(event) => onChange({ day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('time.clock')}
          value={wish.clock}
          error={missing && (wish.clock ? wish.day && t('time.skipped') : t('time.missing'))}
          onChange={(event) => onChange({ clock: event.currentTarget.value })}
        />
      </Group>
      {colleagues.length > 1 && (
        <NativeSelect
          label={t('time.practitioner')}
          value={wish.practitionerId}
          data={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          onChange={(event) => onChange({ practitionerId: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Those of the same profession, who offer the same services. */
function useColleagues(practitionerId: string) {
  const { data: practitioners = [] } = useQuery(practitionersQuery);
  const profession = practitioners.find(({ id }) => id === practitionerId)?.profession;
  return practitioners.filter((one) => one.profession === profession && (one.active || one.id === practitionerId));
}

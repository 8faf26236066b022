import type { Slot } from '@keel/contracts';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { type Appointment, type Move, newestOf, useMoveAppointment } from '../../data/appointments.js';
import { FreeTimes, Times } from './free-times.js';
import { useMoveDone } from '../../ui/appointments/move-done.js';
import { useLookedAt } from '../../ui/appointments/looked-at.js';
import classes from '../../ui/appointments/appointment-panel.module.css';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';
import { clockOf, isSameWish, moveOf, rebased, startOf, type Wish, wishOf } from '../../ui/appointments/wish.js';

interface Props {
  appointment: Appointment;
  onClose: () => void;
}

/**
 * Another time or another practitioner. What was typed stays when it is refused, and what nobody touched becomes what it is by now; the
 * nearest free times come with a refusal of a taken one.
 */
export function MoveForm({ appointment, onClose }: Props) {
  const t = useWords(appointmentPanelWords);
  const { zone } = useFormat();
  const [{ begun, wish }, setWishes] = useState(() => ({ begun: wishOf(zone, appointment), wish: wishOf(zone, appointment) }));
  const [over, setOver] = useState(false);
  const [missing, setMissing] = useState(false);
  const begin = (newest: Appointment) => {
    const now = wishOf(zone, newest);
    setWishes((before) => ({ begun: now, wish: rebased(before.wish, before.begun, now) }));
    setOver(false);
  };
  const { move, seen, send, done } = useMoveWithUndo(appointment, begin, onClose);
  const change = (next: Partial<Wish>) => {
    setWishes({ begun, wish: { ...wish, exact: undefined, ...next } });
    setMissing(false);
    setOver(false);
    move.reset();
  };
  const start = startOf(zone, wish);
  const choose = (slot: Slot) => change({ ...wishOf(zone, slot), clock: clockOf(zone, slot.start) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!start) return setMissing(true);
    // Its answer was lost; the appointment itself now tells.
    if (mayBeDone(move.error) && !moveOf(zone, appointment, wish)) return done(appointment);
    // What was changed meanwhile is refused and shown, though it be to what is wished: closed without a word, it would pass for done.
    const to = moveOf(zone, seen, wish) ?? (seen === appointment ? undefined : { start });
    if (to) send(over ? { ...to, overbook: true } : to);
    else onClose();
  };
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
function useMoveWithUndo(appointment: Appointment, onChanged: (newest: Appointment) => void, onDone: () => void) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const move = useMoveAppointment();
  const back = useMoveAppointment();
  const seen = useLookedAt(appointment, move.error);
  const say = useMoveDone(back.mutateAsync);
  const done = (now: Appointment) => {
    const { day, time } = whenOf(format, now);
    const said = { name: format.name(now.patient), time: `${day}, ${time}`, practitioner: now.practitioner.displayName };
    void say(t(now.practitionerId === seen.practitionerId ? 'did.move' : 'did.given', said), seen, now);
    onDone();
  };
  const refused = (error: unknown) => {
    const newest = newestOf(error);
    if (newest) onChanged(newest);
  };
  const send = (to: Move) => move.mutate({ appointment: seen, to }, { onSuccess: done, onError: refused });
  return { move, seen, send, done };
}

/** Where no answer came, or none of somebody who knows. */
const mayBeDone = (error: unknown): boolean => Boolean(error) && !(error instanceof ApiProblem && error.status < 500);

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

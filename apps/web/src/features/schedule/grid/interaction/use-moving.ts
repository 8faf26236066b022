import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useWords } from '../../../../i18n/words.js';
import { useFormat } from '../../../../ui/format.js';
import { toastProblem } from '../../../../ui/toasts.js';
import { alternativesOf } from '../../../../data/refused.js';
import { asAskedAbout } from '../../../../ui/appointments/looked-at.js';
import { useMoveDone } from '../../../../ui/appointments/move-done.js';
import { type Appointment, type Move, useMoveAppointment } from '../../../../data/appointments.js';
import { gridWords } from './grid-words.js';

/** A move that the API refused for want of time. */
export interface Refused {
  appointment: Appointment;
  to: Move;
  error: unknown;
}

/** Moves an appointment, says so with a way back, and asks what to do where the time is taken. */
export function useMoving() {
  const t = useWords(gridWords);
  const format = useFormat();
  const queries = useQueryClient();
  const { mutateAsync, isPending } = useMoveAppointment();
  const [refused, setRefused] = useState<Refused>();
  const done = useMoveDone(mutateAsync);
  const told = useCallback(
    (before: Appointment, now: Appointment) => {
      const name = format.name(now.patient);
      const when = `${format.day(now.start)}, ${format.time(now.start)} – ${format.time(now.end)}`;
      const given = now.practitionerId !== before.practitionerId;
      const text = given ? t('given', { name, when, practitioner: now.practitioner.displayName }) : t('moved', { name, when });
      void done(text, before, now);
    },
    [format, t, done],
  );
  const lastMove = useRef<Promise<Appointment | undefined>>(Promise.resolve(undefined));
  const move = useCallback(
    async (seen: Appointment, before: Promise<Appointment | undefined>, to: Move) => {
      const last = await before;
      // Its own last move has made it newer than it was seen.
      const appointment = asAskedAbout(queries, last?.id === seen.id && last.version > seen.version ? last : seen);
      try {
        const now = await mutateAsync({ appointment, to });
        told(appointment, now);
        setRefused(undefined);
        return now;
      } catch (error) {
        if (alternativesOf(error)) setRefused({ appointment, to, error });
        else {
          setRefused(undefined);
          toastProblem(error);
        }
        return undefined;
      }
    },
    [queries, mutateAsync, told],
  );
  // One after the other: who presses a key again does not wait for the answer to the first.
  const send = useCallback((appointment: Appointment, to: Move) => (lastMove.current = move(appointment, lastMove.current, to)), [move]);
  return { send, refused, busy: isPending, letBe: () => setRefused(undefined) };
}

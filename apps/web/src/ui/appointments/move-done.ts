import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useWords } from '../../i18n/words.js';
import { toastDone, toastProblem } from '../toasts.js';
import { withdrawUndo } from '../undo.js';
import { locationsQuery } from '../../data/locations.js';
import { practitionersQuery } from '../../data/practitioners.js';
import type { Appointment, Move } from '../../data/appointments.js';
import { asMoved } from './looked-at.js';
import { moveBack } from './move-back.js';
import { moveDoneWords } from './move-done-words.js';
import { askOver, reasonOf } from './restore-over.js';

type Placed = Pick<Appointment, 'practitionerId' | 'locationId'>;

/** What a moved appointment has left for good, since no appointments are taken there any more. Where that cannot be asked, nothing is known of it. */
export async function leftForGood(queries: QueryClient, before: Placed, now: Placed): Promise<'practitioner' | 'location' | undefined> {
  const ended = (list: readonly { id: string; active: boolean }[], id: string) => list.some((one) => one.id === id && !one.active);
  try {
    if (before.practitionerId !== now.practitionerId && ended(await queries.fetchQuery(practitionersQuery), before.practitionerId))
      return 'practitioner';
    if (before.locationId !== now.locationId && ended(await queries.fetchQuery(locationsQuery), before.locationId)) return 'location';
  } catch {
    // The way back is offered, and says itself why where there is none.
  }
  return undefined;
}

/** A time may end in a full stop of its own: 1:30 p.m. */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

type Send = (move: { appointment: Appointment; to: Move }) => Promise<unknown>;

/** Where somebody has the time by now it is asked whether it is meant to be shared. */
async function takeMoveBack(queries: QueryClient, send: Send, before: Appointment, now: Appointment): Promise<void> {
  const to = moveBack(before, now);
  try {
    await send({ appointment: asMoved(queries, now), to });
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) return toastProblem(error);
    if (await askOver({ appointment: before, reason, back: 'moved' }))
      await send({ appointment: asMoved(queries, now), to: { ...to, overbook: true } }).catch(toastProblem);
  }
}

/** Says of a move that it is done, with a way back where there is one, and else why not. */
export function useMoveDone(send: Send) {
  const t = useWords(moveDoneWords);
  const queries = useQueryClient();
  return useCallback(
    async (text: string, before: Appointment, now: Appointment) => {
      const left = await leftForGood(queries, before, now);
      if (left) {
        withdrawUndo(now.id);
        const name = left === 'practitioner' ? before.practitioner.displayName : before.location.name;
        return toastDone(`${sentence(text)} ${t(`left.${left}`, { name })}`);
      }
      toastDone(text, { label: text, about: now.id, run: () => void takeMoveBack(queries, send, before, now) });
    },
    [queries, t, send],
  );
}

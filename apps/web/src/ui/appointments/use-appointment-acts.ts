import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../data/client/problem.js';
import { type Translate, useWords, type TextsOf } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { toastDone, toastRefusal } from '../toasts.js';
import { withdrawUndo } from '../undo.js';
import { askEarly, isEarly } from './early-arrival.js';
import { asAskedAbout } from './looked-at.js';
import { askOver, reasonOf } from './restore-over.js';
import type { Appointment } from '../../data/appointments.js';
import { type PlainAction, useAppointmentAction } from '../../data/appointment-changes.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

/** What takes an action back, where something does. */
const UNDONE_BY: Partial<Record<PlainAction, PlainAction>> = {
  arrive: 'unarrive',
  complete: 'reopen',
  no_show: 'restore',
  leave_unseen: 'restore',
};

/** An appointment that is off cannot be given to another, as the words of booking say; where it is refused for another reason, nothing. */
function whyOffForGood(
  t: Translate<TextsOf<typeof appointmentPanelWords>>,
  { practitioner, location }: Appointment,
  error: unknown,
): string | undefined {
  const code = error instanceof ApiProblem ? error.code : undefined;
  if (code === 'PRACTITIONER_INACTIVE') return t('offForGood.practitioner', { name: practitioner.displayName });
  return code === 'LOCATION_CLOSED' ? t('offForGood.location', { name: location.name }) : undefined;
}

/**
 * Does something to an appointment and says so, with a way back where there is one, to the appointment as this left it; a refusal is said too, or asked
 * about. Who it was booked over a moment ago may be another by now, so a way back is asked about as anything else.
 */
export function useAppointmentActs() {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const { mutateAsync, isPending, variables } = useAppointmentAction();
  const queries = useQueryClient();
  const act = async (seen: Appointment, action: PlainAction, overbook = false): Promise<void> => {
    const early = action === 'arrive' && isEarly(seen, Date.now());
    if (early && !(await askEarly(seen))) return;
    const appointment = early ? asAskedAbout(queries, seen) : seen;
    // The promise outlives the panel, so that an undo is answered for even after it is closed.
    withdrawUndo(appointment.id);
    try {
      const now = await mutateAsync({ appointment, action, overbook });
      const text = t(`did.${action}`, { name: format.name(appointment.patient) });
      const back = UNDONE_BY[action];
      toastDone(text, back && { label: text, about: appointment.id, run: () => void act(now, back) });
    } catch (error) {
      const reason = action === 'restore' ? reasonOf(error) : undefined;
      if (!reason) return toastRefusal(error, action === 'restore' ? whyOffForGood(t, appointment, error) : undefined);
      if (await askOver({ appointment, reason, back: 'restored' })) await act(asAskedAbout(queries, appointment), action, true);
    }
  };
  return {
    act: (appointment: Appointment, action: PlainAction) => void act(appointment, action),
    /** What is under way. */
    acting: isPending ? variables?.action : undefined,
  };
}

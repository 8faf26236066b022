import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { appointmentWords } from '../../ui/appointment-words.js';
import { useInvoiceAppointment } from '../../data/invoices.js';
import type { PlainAction } from '../../data/appointment-changes.js';
import { useCan } from '../../session/use-session.js';
import { hasCome, isLive, obstacle } from '../../data/appointment-steps.js';
import { useAppointmentActs } from '../../ui/appointments/use-appointment-acts.js';
import { useWritesNote } from '../../ui/appointments/use-writes-note.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';
import { neighbour } from './day-sheet.js';
import { todayWords } from './today-words.js';
import type { Day } from './use-day.js';

/** The day by the keyboard: from appointment to appointment, and what is done most to the one that is looked at. */
export function useDayKeys(day: Day): void {
  const t = useWords(todayWords);
  const go = (step: 1 | -1) => {
    const at = neighbour(day.lines, day.chosen?.id, step);
    if (at) day.look({ at });
  };
  useShortcut('j', t('key.next'), () => go(1));
  useShortcut('k', t('key.previous'), () => go(-1));
  useShortcut('ArrowDown', t('key.next'), () => go(1));
  useShortcut('ArrowUp', t('key.previous'), () => go(-1));
  useStepKeys(day);
  useRecordKeys(day);
}

/** What cannot be done says why, since there is no button in sight to say it. */
function useStepKeys({ chosen }: Day): void {
  const states = useWords(appointmentWords);
  const panel = useWords(appointmentPanelWords);
  const can = useCan();
  const { act, acting } = useAppointmentActs();
  const take = (action: PlainAction) => {
    if (!chosen || acting) return;
    const why = obstacle(chosen, action, can);
    if (why) toastDone(panel(`obstacle.${why}`));
    else act(chosen, action);
  };
  // As the button: the same key takes the arrival back.
  useShortcut('a', states('action.arrive'), () => take(chosen?.status === 'arrived' ? 'unarrive' : 'arrive'));
  useShortcut('s', states('action.start'), () => take('start'));
  useShortcut('c', states('action.complete'), () => take('complete'));
}

function useRecordKeys({ chosen }: Day): void {
  const panel = useWords(appointmentPanelWords);
  const can = useCan();
  const navigate = useNavigate();
  const writes = useWritesNote(chosen ?? { practitionerId: '' });
  const { mutateAsync, isPending } = useInvoiceAppointment();
  const note = () => {
    if (!chosen) return;
    if (chosen.noteStatus ? !can('chart:read') : !writes) return toastDone(panel(can('chart:read') ? 'note.notYours' : 'note.mayNot'));
    if (!chosen.noteStatus && !hasCome(chosen)) return toastDone(panel(isLive(chosen) ? 'note.notHere' : 'note.gone'));
    void navigate({ to: paths.appointmentNote(chosen.id) });
  };
  const invoice = () => {
    if (!chosen || isPending) return;
    if (chosen.invoiceId) return void navigate({ to: paths.invoice(chosen.invoiceId) });
    if (!can('invoice:write')) return toastDone(panel('money.mayNot'));
    if (!hasCome(chosen)) return toastDone(panel(isLive(chosen) ? 'money.notHere' : 'obstacle.gone'));
    void mutateAsync({ appointmentId: chosen.id }).then(({ number }) => number && toastDone(panel('money.did', { number })), toastProblem);
  };
  useShortcut('n', panel('note.title'), note);
  useShortcut('i', panel('money.invoice'), invoice);
}

import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useLeave } from '../../ui/leave-scope.js';
import { toastProblem } from '../../ui/toasts.js';
import { useInvoiceNote } from '../../data/invoices.js';
import { appointmentQuery } from '../../data/appointments.js';
import { type Note, useShareNote } from '../../data/notes.js';
import { useSession } from '../../session/use-session.js';
import { canNote } from '../../data/can-note.js';
import classes from './note.module.css';
import { notesWords } from './notes-words.js';

export type OpenForm = 'addendum' | 'error' | 'history';

interface Props {
  note: Note;
  form: OpenForm | undefined;
  onForm: (form: OpenForm | undefined) => void;
}

/** What is left to do with a note that is signed: the invoice first. */
export function SignedActions({ note, form, onForm }: Props) {
  const t = useWords(notesWords);
  const session = useSession();
  const share = useShareNote(note.id);
  const leave = useLeave();
  const toggle = (which: OpenForm) => () => leave(() => onForm(form === which ? undefined : which));
  const mayAmend = canNote.amend(session, note);
  return (
    <div className={classes['bar']} data-still role="region" aria-label={t('signed.bar')}>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={!mayAmend}
          title={mayAmend ? undefined : t('signed.whyNotAmend')}
          aria-expanded={form === 'addendum'}
          onClick={toggle('addendum')}
        >
          {t('addendum.add')}
        </Button>
        <Button variant="default" aria-expanded={form === 'history'} onClick={toggle('history')}>
          {t('history.title')}
        </Button>
        {canNote.share(session, note) && (
          <Button variant="default" loading={share.isPending} onClick={() => share.mutate(!note.shared, { onError: toastProblem })}>
            {note.shared ? t('unshare') : t('share')}
          </Button>
        )}
        {canNote.enterInError(session, note) && (
          <Button variant="subtle" color="red" aria-expanded={form === 'error'} onClick={toggle('error')}>
            {t('error.title')}
          </Button>
        )}
      </Group>
      <InvoiceButton note={note} />
    </div>
  );
}

function InvoiceButton({ note }: { note: Note }) {
  const t = useWords(notesWords);
  const session = useSession();
  const navigate = useNavigate();
  const make = useInvoiceNote();
  const appointment = useQuery({ ...appointmentQuery(note.appointmentId ?? ''), enabled: note.appointmentId !== null });
  const invoiceId = appointment.data?.invoiceId;
  if (invoiceId) {
    return (
      <Button component={Link} to={paths.invoice(invoiceId)}>
        {t('invoice.open')}
      </Button>
    );
  }
  const may = canNote.invoice(session, note);
  const onSuccess = ({ id }: { id: string }) => void navigate({ to: paths.invoice(id) });
  return (
    <Button
      disabled={!may}
      title={may ? undefined : note.appointmentId ? t('sign.whyNoInvoice') : t('sign.whyNoAppointment')}
      loading={make.isPending}
      onClick={() => make.mutate({ noteId: note.id }, { onSuccess, onError: toastProblem })}
    >
      {t('invoice.make')}
    </Button>
  );
}

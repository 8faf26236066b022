import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import type { BookSearch } from '../../staff-search.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { servicesQuery } from '../../data/services.js';
import type { Appointment } from '../../data/appointments.js';
import { appointmentsOfPatientQuery } from '../../data/appointment-lists.js';
import { useBook, useCancelAppointment } from '../../data/appointment-changes.js';
import { useCreatePatient } from '../../data/patients.js';
import { useSession } from '../../session/use-session.js';
import { clockOf, startOf } from '../../ui/appointments/wish.js';
import { type Choice, draftOf } from './booking-draft.js';
import { type Faults, faultsOf, type When } from './booking-faults.js';
import { bookingWords } from './booking-words.js';
import { isFilledIn } from './filled-in.js';
import { newPatientOf, type PatientFields } from './new-patient.js';

/** What the form holds, and what it does; whatever is refused, it holds on to it. */
export function useBooking(book: BookSearch, onDone: () => void) {
  const { zone, dateOf } = useFormat();
  const [choice, setChoice] = useState<Choice>(book);
  const [sought, setSought] = useState('');
  const [fresh, setFresh] = useState<PatientFields>();
  const today = dateOf(new Date().toISOString());
  const opened = book.start ? dateOf(book.start) : (book.day ?? today);
  const [begun] = useState<When>(() => ({ day: opened, clock: book.start ? clockOf(zone, book.start) : '', exact: book.start }));
  const [when, setWhen] = useState(begun);
  const [asked, setAsked] = useState(false);
  const draft = useDraft(choice);
  const start = startOf(zone, { ...when, practitionerId: '' });
  const faults: Faults = faultsOf({ patientId: choice.patientId, fresh, draft, start });
  const sending = useSending(onDone);
  const submit = (overbook: boolean) => {
    const { practitioner, service, durationMinutes } = draft;
    setAsked(true);
    if (Object.keys(faults).length > 0 || !practitioner || !service || !start) return;
    const appointment = {
      practitionerId: practitioner.id,
      serviceId: service.id,
      start,
      ...(durationMinutes && { durationMinutes }),
      overbook,
    };
    const created = (patientId: string) => {
      // From now on it is a known patient, whatever becomes of the appointment.
      setChoice((now) => ({ ...now, patientId }));
      setFresh(undefined);
    };
    void sending.send(appointment, fresh ? { fresh, created } : choice.patientId);
  };
  return {
    choice,
    /** The day that the form was opened with. */
    opened,
    choose: (next: Partial<Choice>) => {
      setChoice((now) => ({ ...now, ...next }));
      sending.forget();
    },
    /** What was typed to look for a patient. */
    sought,
    setSought,
    fresh,
    setFresh,
    when,
    setWhen: (next: When) => {
      setWhen(next);
      sending.forget();
    },
    draft,
    start,
    faults: asked ? faults : {},
    submit,
    /** It differs from how it was opened. */
    unsaved: !sending.booked && isFilledIn({ sought, fresh, choice, when }, { choice: book, when: begun }),
    ...sending,
  };
}

function useDraft(choice: Choice) {
  const { practitionerId: me } = useSession();
  const { language } = useFormat();
  const { data: practitioners = [] } = useQuery(practitionersQuery);
  const { data: services = [] } = useQuery(servicesQuery);
  const { data: appointments = [] } = useQuery({
    ...appointmentsOfPatientQuery(choice.patientId ?? ''),
    enabled: choice.patientId !== undefined,
  });
  return draftOf(choice, { practitioners, services, appointments, me, language });
}

type AppointmentWithoutPatient = Omit<Parameters<ReturnType<typeof useBook>['mutate']>[0]['appointment'], 'patientId'>;

/** First the patient where it is a new one, then the appointment; each by a key of its own, so that trying again does nothing twice. */
function useSending(onDone: () => void) {
  const patientKey = useIntentKey();
  const appointmentKey = useIntentKey();
  const create = useCreatePatient();
  const book = useBook();
  const told = useTold();
  const send = async (
    appointment: AppointmentWithoutPatient,
    who: string | undefined | { fresh: PatientFields; created: (id: string) => void },
  ) => {
    try {
      let patientId = typeof who === 'string' ? who : '';
      if (typeof who === 'object') {
        ({ id: patientId } = await create.mutateAsync(
          { patient: newPatientOf(who.fresh), key: patientKey.key },
          { onError: patientKey.renew },
        ));
        who.created(patientId);
      }
      told(
        await book.mutateAsync({ appointment: { ...appointment, patientId }, key: appointmentKey.key }, { onError: appointmentKey.renew }),
      );
      onDone();
    } catch {
      // Both keep what went wrong; the form shows it.
    }
  };
  return {
    send,
    busy: create.isPending || book.isPending,
    booked: book.isSuccess,
    patientError: create.error,
    error: book.error,
    forget: () => {
      book.reset();
      create.reset();
    },
  };
}

/** Says that it is booked, and takes it back where that was a slip. */
function useTold(): (appointment: Appointment) => void {
  const t = useWords(bookingWords);
  const format = useFormat();
  const cancel = useCancelAppointment();
  return (appointment) => {
    const name = format.name(appointment.patient);
    const { day, time } = whenOf(format, appointment);
    const text = t('booked', { name, when: `${day}, ${time}` });
    const undo = () => void cancel.mutateAsync({ appointment, by: 'clinic', reason: '' }).catch(toastProblem);
    toastDone(text, { label: t('unbook', { name }), about: appointment.id, run: undo });
  };
}

export type Booking = ReturnType<typeof useBooking>;

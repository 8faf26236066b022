import { useQuery } from '@tanstack/react-query';
import { patientQuery } from '../patients/patient.queries.js';
import { useCan } from '../session/use-session.js';
import { CancelForm } from './cancel-form.js';
import { LeaveForm } from './leave-form.js';
import { MessagesPart } from './messages-part.js';
import { MoneyPart } from './money-part.js';
import { MoveForm } from './move-form.js';
import { NextVisitPart } from './next-visit-part.js';
import { NotePart } from './note-part.js';
import { nextStep } from './steps.js';
import { UndoPart } from './undo-part.js';
import { UntoldPart } from './untold-part.js';
import { useWritesNote } from './use-writes-note.js';
import type { Visit } from './visit.queries.js';
import type { VisitForm } from './visit-menu.js';
import { VisitSteps } from './visit-steps.js';
import { When } from './when.js';
import { Who } from './who.js';

interface Props {
  visit: Visit;
  /** What the menu has opened. */
  form: VisitForm | undefined;
  onFormClose: () => void;
}

/** All there is to know and do about one visit, in the order in which it is asked for. */
export function VisitDetails({ visit, form, onFormClose }: Props) {
  const patient = useQuery(patientQuery(visit.patientId));
  const can = useCan();
  const writes = useWritesNote(visit);
  const step = nextStep(visit, can, writes);
  return (
    <>
      <Who patient={patient.data} error={patient.error} onRetry={() => void patient.refetch()} />
      <When visit={visit} />
      <UndoPart visitId={visit.id} />
      <UntoldPart visit={visit} patient={patient.data} />
      <VisitSteps visit={visit} step={step} />
      {form === 'cancel' && <CancelForm visit={visit} onClose={onFormClose} />}
      {form === 'leave' && <LeaveForm visit={visit} onClose={onFormClose} />}
      {form === 'move' && <MoveForm visit={visit} onClose={onFormClose} />}
      <NotePart visit={visit} writes={writes} primary={step === 'note'} />
      <MoneyPart visit={visit} step={step} />
      {can('message:read') && <MessagesPart visit={visit} />}
      <NextVisitPart visit={visit} primary={step === 'rebook'} />
    </>
  );
}

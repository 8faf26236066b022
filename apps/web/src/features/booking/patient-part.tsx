import { readablePhone } from '@keel/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { patientQuery } from '../../data/patients.js';
import classes from './booking.module.css';
import type { Booking } from './use-booking.js';
import { bookingWords } from './booking-words.js';
import { fieldsFrom } from './new-patient.js';
import { NewPatientFields } from './new-patient-fields.js';
import { PatientPicker } from './patient-picker.js';
import { Unbroken } from '../../ui/unbroken.js';

/** A known patient, one that is looked for, or a new one. */
export function PatientPart({ form: { choice, choose, sought, setSought, fresh, setFresh, faults, opened } }: { form: Booking }) {
  const t = useWords(bookingWords);
  if (choice.patientId) return <Chosen id={choice.patientId} onChange={() => choose({ patientId: undefined })} />;
  if (fresh) return <NewPatientFields value={fresh} onChange={setFresh} faults={faults} onKnown={() => setFresh(undefined)} />;
  return (
    <PatientPicker
      day={opened}
      typed={sought}
      onTyped={setSought}
      onChosen={(patientId) => {
        choose({ patientId });
        setSought('');
      }}
      onNew={() => setFresh(fieldsFrom(sought))}
      fault={faults.patient && t('needs.patient')}
    />
  );
}

function Chosen({ id, onChange }: { id: string; onChange: () => void }) {
  const t = useWords(bookingWords);
  const format = useFormat();
  const { data: patient, error, refetch } = useQuery(patientQuery(id));
  return (
    <>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <div className={classes['chosen']} role="group" aria-label={t('patient')}>
        <span>
          <b>{patient ? <bdi>{format.name(patient)}</bdi> : '…'}</b>
          <br />
          <small>
            {patient && (
              <Unbroken
                text={[format.civil(patient.dateOfBirth), patient.phone && readablePhone(patient.phone)].filter(Boolean).join(' · ')}
              />
            )}
          </small>
        </span>
        <Button variant="subtle" size="compact-sm" mih={30} onClick={onChange}>
          {t('change')}
        </Button>
      </div>
    </>
  );
}

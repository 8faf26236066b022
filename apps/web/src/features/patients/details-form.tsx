import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { newestIn, isStale } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { LeaveScope } from '../../ui/leave-scope.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { useSession } from '../../session/use-session.js';
import { type Conflict, mergeValues } from './conflict.js';
import { ConflictNotice } from './conflict-notice.js';
import { detailsWords } from './details-words.js';
import { formWords } from './form-words.js';
import { PatientFields } from './patient-fields.js';
import classes from './patient-form.module.css';
import { type Patient, useChangePatient } from '../../data/patients.js';
import { changeOf, valuesOf } from './patient-values.js';
import { focusFirst, useMarkFaults, usePatientForm } from './use-patient-form.js';

/** Changes a record at the version that was seen; where somebody else was quicker, both sides are shown. */
export function DetailsForm({ patient, onDone }: { patient: Patient; onDone: () => void }) {
  const t = useWords(formWords);
  const edit = useEdit(patient, onDone);
  return (
    <Stack gap="sm" maw={800}>
      <form onSubmit={edit.form.onSubmit(edit.submit, (errors) => focusFirst(edit.form, Object.keys(errors)))} noValidate>
        <Stack gap="lg">
          {edit.conflict && <ConflictNotice form={edit.form} conflict={edit.conflict} mine={edit.mine} saved={edit.saved} />}
          <PatientFields form={edit.form} />
          <div className={classes['actions']}>
            {edit.error !== null && (
              <div style={{ flexBasis: '100%' }}>
                <ProblemNotice error={edit.error} />
              </div>
            )}
            <Button type="submit" loading={edit.isPending}>
              {t('saveChanges')}
            </Button>
            <LeaveScope>
              <LeaveGuard unsaved={edit.unsaved} />
              <CancelButton variant="subtle" onCancel={onDone} />
            </LeaveScope>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}

function useEdit(patient: Patient, onDone: () => void) {
  const t = useWords(detailsWords);
  const { clinic } = useSession();
  // What the form began from, however the record changes on the screen meanwhile.
  const [base, setBase] = useState(patient);
  const [conflict, setConflict] = useState<Conflict>();
  const [mine, setMine] = useState(() => valuesOf(patient, clinic));
  const form = usePatientForm(valuesOf(patient, clinic));
  const markFaults = useMarkFaults(form);
  const changing = useChangePatient();
  const before = valuesOf(base, clinic);
  const onError = (error: unknown) => {
    const current = newestIn(error) as Patient | undefined;
    if (!current) return markFaults(error);
    const found = mergeValues(before, form.values, valuesOf(current, clinic));
    setMine(form.values);
    setConflict(found);
    form.setValues(found.merged);
    setBase(current);
  };
  const submit = (values: typeof form.values) => {
    const change = changeOf(before, values);
    if (Object.keys(change).length === 0) return onDone();
    changing.mutate({ patient: base, change }, { onSuccess: () => (toastDone(t('saved')), onDone()), onError });
  };
  return {
    form,
    conflict,
    mine,
    saved: before,
    submit,
    isPending: changing.isPending,
    // The two sides say more than the refusal.
    error: isStale(changing.error) && conflict ? null : changing.error,
    unsaved: Object.keys(changeOf(before, form.values)).length > 0 && !changing.isSuccess,
  };
}

import { Button, Stack, Text } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useIntentKey } from '../../data/client/intent-key.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageTitle } from '../../ui/title.js';
import { toastDone } from '../../ui/toasts.js';
import { uiWords } from '../../ui/ui-words.js';
import { useSession } from '../../session/use-session.js';
import { formWords } from './form-words.js';
import { PatientFields } from './patient-fields.js';
import classes from './patient-form.module.css';
import { useAddPatient } from '../../data/patients.js';
import { bodyOf, emptyValues } from './patient-values.js';
import { DuplicatesNotice } from './duplicates-notice.js';
import { focusFirst, useMarkFaults, usePatientForm } from './use-patient-form.js';

export function NewPatientPage() {
  const t = useWords(formWords);
  const ui = useWords(uiWords);
  const { clinic } = useSession();
  const { typedName } = useLocation({ select: ({ state }) => state });
  const form = usePatientForm(emptyValues(clinic, typedName));
  const add = useAdd(form);
  return (
    <Stack p="md" gap="sm" maw={800}>
      <PageTitle text={t('title')} />
      <Text c="dimmed">{t('lead')}</Text>
      <form onSubmit={form.onSubmit(add.submit, (errors) => focusFirst(form, Object.keys(errors)))} noValidate>
        <Stack gap="lg">
          <PatientFields form={form} afterIdentity={<DuplicatesNotice values={form.values} />} />
          <div className={classes['actions']}>
            {add.error !== null && (
              <div style={{ flexBasis: '100%' }}>
                <ProblemNotice error={add.error} />
              </div>
            )}
            <Button type="submit" loading={add.isPending}>
              {t('save')}
            </Button>
            <Button component={Link} to={paths.patients()} variant="subtle">
              {ui('frame.cancel')}
            </Button>
          </div>
        </Stack>
      </form>
      <LeaveGuard unsaved={form.isDirty() && !add.isSuccess} />
    </Stack>
  );
}

function useAdd(form: ReturnType<typeof usePatientForm>) {
  const t = useWords(formWords);
  const format = useFormat();
  const navigate = useNavigate();
  const markFaults = useMarkFaults(form);
  const { key, renew } = useIntentKey();
  const adding = useAddPatient(key);
  return {
    ...adding,
    submit: (values: typeof form.values) =>
      adding.mutate(bodyOf(values), {
        onSuccess: (patient) => {
          toastDone(t('added', { name: format.name(patient) }));
          void navigate({ to: paths.patient(patient.id), ignoreBlocker: true });
        },
        onError: (error) => {
          markFaults(error);
          renew(error);
        },
      }),
  };
}

import { useForm, type UseFormReturnType } from '@mantine/form';
import type { FocusEvent } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { faultyFields } from '../../ui/problem-text.js';
import { formWords } from './form-words.js';
import { type Fault, faultsOf } from './patient-faults.js';
import type { PatientValues } from './patient-values.js';

export type PatientFormState = UseFormReturnType<PatientValues>;

/** The form of a patient, checked as the API checks it; what is wrong stands beside its field, in the reader's language. */
export function usePatientForm(initialValues: PatientValues): PatientFormState {
  const t = useWords(formWords);
  const format = useFormat();
  const say = (fault: Fault) => ('fault' in fault ? t(`fault.${fault.fault}`) : t('fault.tooLong', { most: fault.tooLong }));
  return useForm<PatientValues>({
    initialValues,
    enhanceGetInputProps: ({ field, form }) => ({
      // The first field has the cursor before anybody chose it: only what is typed touches a field.
      onFocus: undefined,
      onBlur: ({ relatedTarget }: FocusEvent) => judgeLeft(form, String(field), relatedTarget),
    }),
    validate: (values) => {
      const faults = faultsOf(values, format.dateOf(new Date().toISOString()));
      return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, say(fault)]));
    },
  });
}

/** One of them is enough, so they are judged as one. */
const NAMES: readonly string[] = ['firstName', 'lastName'] satisfies (keyof PatientValues)[];

/** Looks at a field that was typed in when it is left; at either name when both are. */
function judgeLeft(form: PatientFormState, field: string, to: Element | null): void {
  const fields = NAMES.includes(field) ? NAMES : [field];
  const stays = fields.some((one) => to !== null && to === form.getInputNode(one));
  if (!stays && fields.some((one) => form.isTouched(one))) for (const one of fields) form.validateField(one);
}

/** Marks the fields that the API objects to. */
export function useMarkFaults(form: PatientFormState): (error: unknown) => void {
  const t = useWords(formWords);
  return (error) => {
    const words: Partial<Record<string, string>> = {
      firstName: t('fault.unreadable'),
      lastName: t('fault.unreadable'),
      dateOfBirth: t('fault.dateOfBirth'),
      email: t('fault.email'),
      phone: t('fault.phone'),
      'emergencyContact.phone': t('fault.phone'),
    };
    const faulty = faultyFields(error).map((field) => field.replace(/\.\d+$/, ''));
    form.setErrors(Object.fromEntries(faulty.map((field) => [field, words[field] ?? t('fault.other')])));
    focusFirst(form, faulty);
  };
}

/** Brings whoever typed to the first field that must be looked at. */
export function focusFirst(form: PatientFormState, fields: string[]): void {
  const field = fields[0];
  if (field) form.getInputNode(field)?.focus();
}

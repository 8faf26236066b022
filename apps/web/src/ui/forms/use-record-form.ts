import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newestIn } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { faultyFields } from '../problem-text.js';
import { recordWords } from './record-words.js';
import { changedOf, type FormValues, overruled } from './stale.js';

interface Versioned {
  version: number;
}

interface Options<R extends Versioned, V extends FormValues> {
  /** What is changed; undefined where something new is made. */
  record?: R | undefined;
  values: V;
  /** The form's values of a record as it stands now. */
  toValues?: (record: R) => V;
  /** The whole record is saved and not its changed fields: saving again puts it in the place of somebody else's. */
  whole?: boolean;
  validate: (values: V) => Partial<Record<keyof V & string, string | undefined>>;
  /** What to do about a field that the API refuses, where more can be said than to check it. */
  refused?: Partial<Record<keyof V & string, string>>;
  /** `changed` holds only what was changed here, so that what others changed meanwhile stays. */
  save: (values: V, changed: Partial<V>, base: R | undefined) => Promise<R>;
  onSaved: (record: R) => void;
}

export interface RecordForm<V extends FormValues> {
  form: UseFormReturnType<V>;
  submit: () => void;
  busy: boolean;
  /** Something is typed that is not saved yet. */
  unsaved: boolean;
  /** What is not told beside a field. */
  error: unknown;
  /** What somebody else has written meanwhile into fields that were changed here too. */
  theirs: Partial<V>;
  whole: boolean;
}

/**
 * A form over one record. Nothing typed is lost by a refusal; where the record was changed meanwhile, the form says to what, and
 * saving again is meant for the newest version.
 */
export function useRecordForm<R extends Versioned, V extends FormValues>(options: Options<R, V>): RecordForm<V> {
  const { record, values: initialValues, toValues, validate, refused, save, onSaved } = options;
  const t = useWords(recordWords);
  const [base, setBase] = useState(record);
  const [initial] = useState(initialValues);
  const form = useForm<V>({
    mode: 'controlled',
    initialValues,
    validate: (values) => validate(values) as Record<string, string>,
    validateInputOnBlur: false,
  });
  const saving = useMutation({
    mutationFn: (values: V) => save(values, changedOf(initial, values), base),
    onSuccess: onSaved,
    onError: (error) => {
      const current = newestIn(error) as R | undefined;
      if (current) setBase(current);
      for (const field of faultyFields(error))
        if ((field.split('.')[0] ?? field) in form.values) form.setFieldError(field, refused?.[field] ?? t('check'));
    },
  });
  const submit = form.onSubmit((values) => {
    if (!saving.isPending) saving.mutate(values);
  });
  const newest = base && base !== record ? toValues?.(base) : undefined;
  return {
    form,
    submit: () => submit(),
    busy: saving.isPending,
    unsaved: !saving.isSuccess && Object.keys(changedOf(initial, form.values)).length > 0,
    error: saving.error,
    whole: options.whole ?? false,
    theirs: newest ? overruled(initial, form.values, newest) : {},
  };
}

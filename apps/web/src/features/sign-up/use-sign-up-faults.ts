import { useState } from 'react';
import { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { faultyFields, problemText } from '../../ui/problem-text.js';
import { uiWords } from '../../ui/ui-words.js';
import { type SignUpFault, signUpFaults, type SignUpValues, toNewClinic } from './sign-up-form.js';
import type { NewClinic } from '../../data/sign-up.js';
import { signUpWords } from './sign-up-words.js';

type Field = keyof SignUpValues;
export type ErrorOf = (field: Field) => string | undefined;

/** Codes whose words say by themselves what to do with the field. */
const TOLD = ['SLUG_TAKEN'];

/** Faults are told at the first try to send, each beside its field, and go as soon as the field is changed. */
export function useSignUpFaults() {
  const [faults, setFaults] = useState<Partial<Record<Field, SignUpFault>>>({});
  const t = useWords(signUpWords);
  const ui = useWords(uiWords);
  return {
    /** @returns whether the form can be sent */
    check: (values: SignUpValues): boolean => {
      const found = signUpFaults(values);
      setFaults(found);
      return Object.keys(found).length === 0;
    },
    changed: (before: SignUpValues, after: SignUpValues) =>
      setFaults((shown) => Object.fromEntries(Object.entries(shown).filter(([field]) => before[field as Field] === after[field as Field]))),
    textOf: (field: Field): string | undefined => {
      const fault = faults[field];
      if (!fault) return undefined;
      if (fault === 'emailFault') return ui('field.emailFault');
      return fault === 'passwordFault' ? ui('field.newPasswordFault') : t(fault);
    },
    refusalOf: (error: unknown, field: Field): string | undefined =>
      error instanceof ApiProblem && TOLD.includes(error.code) ? problemText(error) : error && field ? t('checkField') : undefined,
  };
}

/** The fields that the API objected to, for as long as what it saw is still what stands there. */
export function refusedFields(error: unknown, now: SignUpValues, sent: NewClinic | undefined): Field[] {
  if (!sent) return [];
  const before = { ...sent, ...sent.owner };
  const current = { ...toNewClinic(now), ...toNewClinic(now).owner };
  return faultyFields(error)
    .map((path) => path.replace(/^owner\./, '') as Field)
    .filter((field) => field in now && current[field] === before[field]);
}

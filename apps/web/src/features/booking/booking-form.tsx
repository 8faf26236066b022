import { Button, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import type { BookSearch } from '../../staff-search.js';
import { useFormat } from '../../ui/format.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './booking.module.css';
import { bookingWords } from './booking-words.js';
import { PatientPart } from './patient-part.js';
import { alternativesOf } from '../../data/refused.js';
import { RefusedTime } from '../../ui/appointments/refused-time.js';
import { useBooking } from './use-booking.js';
import { WhatPart } from './what-part.js';
import { WhenPart } from './when-part.js';

interface Props {
  book: BookSearch;
  onDone: () => void;
}

/** Who, what, with whom and when; what is known is filled in, so that most often one press is left. */
export function BookingForm({ book, onDone }: Props) {
  const t = useWords(bookingWords);
  const format = useFormat();
  const form = useBooking(book, onDone);
  const { start, draft, error } = form;
  const button = useRef<HTMLButtonElement>(null);
  const ready = Boolean(form.choice.patientId && draft.service && start);
  // With all of it known, Enter books.
  useEffect(() => {
    if (ready) button.current?.focus();
  }, [ready]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    form.submit(false);
    toFirstFault(event.currentTarget);
  };
  const alternatives = alternativesOf(error);
  return (
    <form className={classes['form']} onSubmit={submit} noValidate aria-label={t('title')}>
      <LeaveGuard unsaved={form.unsaved} beside="book" />
      <Stack gap="md">
        <PatientPart form={form} />
        <WhatPart form={form} />
        <WhenPart form={form} />
      </Stack>
      <div className={classes['foot']}>
        <div className={classes['refusal']}>
          {alternatives ? (
            <RefusedTime
              error={error}
              alternatives={alternatives}
              busy={form.busy}
              onChoose={(slot) => {
                form.choose({ practitionerId: slot.practitionerId });
                form.setWhen({ day: format.dateOf(slot.start), clock: '', exact: slot.start });
              }}
              onOver={() => form.submit(true)}
            />
          ) : (
            <ProblemNotice error={error ?? form.patientError} />
          )}
        </div>
        <Button type="submit" fullWidth loading={form.busy} ref={button}>
          {start ? t('bookAt', { when: `${format.day(start)}, ${format.time(start)}` }) : t('book')}
        </Button>
      </div>
    </form>
  );
}

/** After the fault is on the screen; it may be out of sight above the free times. */
function toFirstFault(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

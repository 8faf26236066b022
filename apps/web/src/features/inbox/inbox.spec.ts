import { MESSAGE_STATUSES } from '@keel/contracts';
import fc from 'fast-check';
import { filterOf, readInboxSearch, SHOWN, STATUSES } from './inbox-search.js';
import { reasonOf, toDoFor } from '../../ui/messages/message-reason.js';

describe('why a message ended as it did', () => {
  it.each([
    [null, undefined],
    ['appointment_moved', 'appointmentMoved'],
    ['patient_deceased', 'patientDeceased'],
    ['appointment_cancelled', 'appointmentEnded'],
    ['smtp_550', 'badAddress'],
    ['smtp_554', 'mailRefused'],
    ['smtp_451', 'providerBusy'],
    ['twilio_21211', 'badNumber'],
    ['30006', 'landline'],
    ['twilio_99999', 'smsRefused'],
    ['http_400', 'smsRefused'],
    ['http_503', 'noAnswer'],
    ['ETIMEDOUT', 'noAnswer'],
    ['smtp_no_answer', 'noAnswer'],
    ['address_spent', 'addressSpent'],
    ['address_spent_too_late', 'addressSpentTooLate'],
    ['day_spent', 'daySpent'],
    ['day_spent_too_late', 'daySpentTooLate'],
    ['clinic_unproved', 'unproved'],
    ['clinic_unproved_too_late', 'unprovedTooLate'],
    ['something_new', 'other'],
  ] as const)('%s is told as %s', (code, reason) => {
    expect(reasonOf(code)).toBe(reason);
  });

  it('is told for whatever code there is', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (code) => expect(reasonOf(code)).toBeDefined()));
  });
});

describe('what is left to do about a message', () => {
  const told = (status: (typeof MESSAGE_STATUSES)[number], reason: string | null, attention = true) =>
    toDoFor({ status, reason, attention });

  it('is to find out about an unknown one and to correct an address that does not exist', () => {
    expect(told('unknown', 'smtp_no_answer')).toBe('findOut');
    expect(told('failed', 'smtp_550')).toBe('correctAddress');
    expect(told('failed', 'too_late')).toBe('otherWay');
    expect(told('scheduled', 'smtp_451')).toBe('triedAgain');
    expect(told('suppressed', 'no_address')).toBe('addAddress');
    expect(told('suppressed', 'no_consent')).toBe('askConsent');
    expect(told('opted_out', 'opted_out')).toBe('optIn');
    expect(told('suppressed', 'patient_archived')).toBe('unarchive');
    expect(told('received', null)).toBe('read');
  });

  it.each(['address_spent', 'day_spent', 'clinic_unproved'])('is to call whom our own bounds left without word (%s)', (reason) => {
    expect(told('scheduled', reason)).toBe('callInTime');
    expect(told('failed', `${reason}_too_late`)).toBe('callAfter');
    expect(told('scheduled', reason, false)).toBeUndefined();
    expect(told('failed', `${reason}_too_late`, false)).toBeUndefined();
  });

  it('is nothing once somebody took care of it, or where all went well', () => {
    for (const status of ['failed', 'unknown', 'received', 'scheduled'] as const) expect(told(status, 'smtp_550', false)).toBeUndefined();
    for (const status of ['sent', 'delivered', 'queued', 'skipped'] as const) expect(told(status, null)).toBeUndefined();
  });
});

describe('the inbox’s address', () => {
  it('is read without what is not known', () => {
    const message = '018f3a5e-1111-7111-8111-111111111111';
    expect(readInboxSearch({ show: 'held', channel: 'sms', message })).toEqual({ show: 'held', channel: 'sms', message });
    expect(readInboxSearch({ show: 'lost', channel: 'pigeon', message: '1', other: 1 })).toEqual({});
  });

  it('shows what is of patients by itself, and mails to staff under their own name or where somebody must look into them', () => {
    expect(filterOf(undefined)).toEqual({ audience: 'patients' });
    expect(filterOf('failed')).toEqual({ audience: 'patients', status: STATUSES.failed });
    expect(filterOf('staff')).toEqual({ audience: 'staff' });
    expect(filterOf('attention')).toEqual({ attention: 'true' });
    for (const show of SHOWN) expect(readInboxSearch({ show })).toEqual({ show });
  });

  it('has each state of a message under exactly one filter', () => {
    expect(Object.values(STATUSES).flat().toSorted()).toEqual([...MESSAGE_STATUSES].toSorted());
  });
});

import type { NoteStatus } from '@keel/contracts';
import { canNote, lastSigned, noteOfAppointment } from './can-note.js';
import type { Note } from './notes.js';

const person = (over: object = {}) => ({
  user: { id: 'me', email: '', firstName: '', lastName: '' },
  practitionerId: 'p1',
  chartRight: false,
  permissions: ['note:write', 'note:sign', 'invoice:write'] as ('note:write' | 'note:sign' | 'invoice:write')[],
  ...over,
});
const note = (status: NoteStatus, over: Partial<Note> = {}): Note => ({
  id: 'n',
  status,
  patientId: 'x',
  appointmentId: 'v',
  practitionerId: 'p1',
  practitionerName: 'P',
  templateId: 't',
  templateVersion: 1,
  title: {},
  confidential: false,
  shared: false,
  notedAt: '2026-11-24T10:00:00Z',
  createdBy: 'me',
  createdAt: '',
  updatedAt: '',
  signedBy: null,
  signedAt: null,
  version: 1,
  sections: [],
  signedByName: null,
  contentHash: null,
  addenda: [],
  enteredInError: null,
  ...over,
});
const COLLEAGUES = { practitionerId: 'p2', createdBy: 'other' };

describe('what can be done with a note', () => {
  it.each([
    ['draft', { edit: true, sign: true, amend: false, enterInError: true, invoice: false }],
    ['signed', { edit: false, sign: false, amend: true, enterInError: true, invoice: true }],
    ['amended', { edit: false, sign: false, amend: true, enterInError: true, invoice: true }],
    ['entered_in_error', { edit: false, sign: false, amend: false, enterInError: false, invoice: false }],
  ] as const)('of one’s own that is %s', (status, may) => {
    for (const [act, can] of Object.entries(may))
      expect([act, canNote[act as keyof typeof may](person(), note(status))]).toEqual([act, can]);
  });

  it('of a colleague needs the chart right', () => {
    expect(canNote.amend(person(), note('signed', COLLEAGUES))).toBe(false);
    expect(canNote.amend(person({ chartRight: true }), note('signed', COLLEAGUES))).toBe(true);
    for (const act of ['edit', 'sign', 'enterInError'] as const)
      expect([act, canNote[act](person({ chartRight: true }), note('draft', COLLEAGUES))]).toEqual([act, false]);
    expect(canNote.read(person(), note('draft', COLLEAGUES))).toBe(false);
    expect(canNote.read(person(), note('signed', COLLEAGUES))).toBe(true);
  });

  it('of a counsellor is the author’s alone until shared, for the chart right too', () => {
    const theirs = { ...COLLEAGUES, confidential: true };
    expect(canNote.read(person({ chartRight: true }), note('signed', theirs))).toBe(false);
    expect(canNote.amend(person({ chartRight: true }), note('signed', theirs))).toBe(false);
    expect(canNote.read(person(), note('signed', { ...theirs, shared: true }))).toBe(true);
    expect(canNote.share(person({ chartRight: true }), note('signed', theirs))).toBe(false);
    expect(canNote.share(person(), note('draft', { confidential: true }))).toBe(true);
  });

  it('needs the permission, and an invoice needs an appointment', () => {
    expect(canNote.sign(person({ permissions: ['note:write'] }), note('draft'))).toBe(false);
    expect(canNote.invoice(person({ permissions: ['note:sign'] }), note('signed'))).toBe(false);
    expect(canNote.invoice(person(), note('signed', { appointmentId: null }))).toBe(false);
  });
});

describe('the note to copy from', () => {
  const now = note('draft', { id: 'now' });
  it('is the newest one signed before, which the person may read', () => {
    const heads = [
      note('signed', { id: 'later', notedAt: '2026-12-01T10:00:00Z' }),
      now,
      note('draft', { id: 'draft', notedAt: '2026-11-20T10:00:00Z' }),
      note('signed', { id: 'secret', notedAt: '2026-11-19T10:00:00Z', confidential: true, ...COLLEAGUES }),
      note('amended', { id: 'last', notedAt: '2026-11-18T10:00:00Z' }),
      note('signed', { id: 'older', notedAt: '2026-11-17T10:00:00Z' }),
    ];
    expect(lastSigned(heads, now, person())?.id).toBe('last');
    expect(lastSigned([now], now, person())).toBeUndefined();
    const massage = note('signed', { id: 'massage', notedAt: '2026-11-22T10:00:00Z', templateId: 'other', practitionerId: 'p2' });
    expect(lastSigned([massage, ...heads], now, person())?.id).toBe('last');
    expect(lastSigned([massage], now, person())?.id).toBe('massage');
  });

  it('of an appointment is the signed one, else the draft, never an error', () => {
    expect(noteOfAppointment([note('entered_in_error', { id: 'e' }), note('draft', { id: 'd' }), note('signed', { id: 's' })])?.id).toBe(
      's',
    );
    expect(noteOfAppointment([note('entered_in_error', { id: 'e' }), note('draft', { id: 'd' })])?.id).toBe('d');
    expect(noteOfAppointment([note('entered_in_error')])).toBeUndefined();
  });
});

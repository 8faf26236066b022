import { randomUUID } from 'node:crypto';
import { at, comingDay } from './scheduling.fixture.js';

const price = { amount: 100, currency: 'CAD' };
const person = { firstName: 'Ann', lastName: 'Other' };
const template = {
  name: { en: 'X' },
  sections: [{ key: 's', title: { en: 'S' }, questions: [{ key: 'q', type: 'text', label: { en: 'Q' } }] }],
};
const service = { name: 'S', durationMinutes: 30, price, taxCode: 'exempt', profession: 'physiotherapist' };

/**
 * For each route a body that passes validation, so that what refuses a call is what a test asks about. A new route with
 * required fields needs a line here; one without is called with an empty body.
 */
export function bodiesFor(ids: Readonly<Record<string, string>>): Record<string, object> {
  const patientId = ids['patients'];
  const practitionerId = ids['practitioners'];
  const entry = { patientId, description: 'X' };
  return {
    'POST /session/factors': { kind: 'passkey' },
    'POST /session/factors/:id/confirm': { code: '123456' },
    'POST /session/step-up': { password: 'not the password' },
    'PUT /session/password': { currentPassword: 'not the password', newPassword: 'another long password' },
    'POST /api-keys': { name: 'k', scopes: ['clinic:read'] },
    'POST /address-proof': { code: '000000' },
    'PUT /address-proof/address': { email: `${randomUUID()}@x.example` },
    'POST /locations': { name: 'L', timeZone: 'America/Toronto' },
    'POST /practitioners': { ...person, email: `${randomUUID()}@x.example`, profession: 'counsellor', registrationNumber: '1' },
    'POST /staff': { ...person, email: `${randomUUID()}@x.example`, roles: ['billing'] },
    'POST /patients': { ...person, dateOfBirth: '1980-01-01' },
    'PATCH /patients/:id': person,
    'POST /patients/:id/contact-consents': {
      purpose: 'appointments',
      channel: 'email',
      granted: true,
      source: 'phone',
      wording: 'May we?',
    },
    'POST /patients/:id/chart-access': { reason: 'A stranger has no reason' },
    'POST /services': service,
    'POST /time-off': { practitionerId, start: at(comingDay(6), '09:00'), end: at(comingDay(6), '10:00') },
    'PUT /practitioners/:id/working-hours': { effectiveFrom: '2020-01-01', weekly: [] },
    'POST /appointments': { patientId, practitionerId, serviceId: ids['services'], start: at(comingDay(2), '11:00'), overbook: true },
    'POST /appointments/:id/cancel': { by: 'clinic' },
    'POST /allergies': entry,
    'POST /medications': entry,
    'POST /problems': entry,
    'POST /notes': { patientId, practitionerId },
    'PUT /notes/:id': { sections: [] },
    'PATCH /notes/:id': { sections: [] },
    'POST /notes/:id/addenda': { text: 'More' },
    'POST /notes/:id/entered-in-error': { reason: 'Wrong chart' },
    'POST /note-templates': template,
    'PUT /note-templates/:id': template,
    'POST /phrases': { trigger: 'x', text: 'X' },
    'PATCH /invoices/:id': { lines: [{ description: 'X', quantity: 1, unitPrice: price, taxCode: 'exempt' }] },
    'POST /invoices/:id/payments': { amount: price, method: 'cash' },
    'POST /payments/:id/reverse': { reason: 'Typed twice' },
    'POST /reminder-rules': { channel: 'sms', minutesBefore: 75 },
    'POST /messages/:id/resolve': { outcome: 'sent' },
  };
}

import type { GuardedDto } from '@keel/contracts';
import type { FullClinic } from './full-clinic.fixture.js';
import { anAppointment, at, comingDay } from './scheduling.fixture.js';

/** By the word that was planted: where it may be seen. */
export const PLANTED: Readonly<Record<string, [dto: GuardedDto, field: string]>> = {
  'planted-alert': ['PatientDto', 'alerts'],
  'planted-contact': ['PatientDto', 'emergencyContact'],
  'planted-gender': ['PatientDto', 'genderIdentity'],
  'planted-card': ['PatientDto', 'healthCardNumber'],
  'planted-work': ['PatientDto', 'occupation'],
  'planted-referral': ['PatientDto', 'referralSource'],
  'planted-cancel': ['AppointmentDto', 'cancelReason'],
  'planted-absence': ['TimeOffDto', 'reason'],
  'planted-mail@x.example': ['StaffDto', 'email'],
  'planted-colleague@x.example': ['PractitionerDto', 'email'],
};

/** Writes each word where it stands alone, so that it is found wherever it comes out. */
export async function plant({ owner, ids, diary }: FullClinic): Promise<void> {
  const secrets = {
    alerts: ['planted-alert'],
    emergencyContact: { name: 'planted-contact' },
    genderIdentity: 'planted-gender',
    healthCardNumber: 'planted-card',
    occupation: 'planted-work',
    referralSource: 'planted-referral',
  };
  await owner.patch(`/patients/${ids['patients']}`, secrets, { ifMatch: '*' }).expect(200);
  const appointment = await anAppointment(owner, diary, { start: at(comingDay(4), '10:00') });
  await owner.post(`/appointments/${appointment.id}/cancel`, { by: 'patient', reason: 'planted-cancel' }).expect(200);
  await owner.patch(`/time-off/${ids['time-off']}`, { reason: 'planted-absence' }, { ifMatch: '*' }).expect(200);
  await owner.post('/staff', { email: 'planted-mail@x.example', firstName: 'I', lastName: 'N', roles: ['billing'] }).expect(201);
  const colleague = { firstName: 'P', lastName: 'C', profession: 'physiotherapist', registrationNumber: 'R-1' };
  await owner.post('/practitioners', { email: 'planted-colleague@x.example', ...colleague }).expect(201);
}

import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';

export type Clinic = Answer<'ClinicDto'>;

export const updateClinic = (clinic: Clinic, body: Answer<'UpdateClinicDto'>) =>
  answered(api.PATCH('/api/v1/clinics/{id}', { params: { path: { id: clinic.id } }, headers: ifMatch(clinic), body }));

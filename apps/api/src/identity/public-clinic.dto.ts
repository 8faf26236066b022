import { firstPhone, type NotedPhone } from '@keel/contracts';
import type { ClinicDto } from './clinics.dto.js';

/** The clinic as a stranger may see it. */
export class PublicClinicDto {
  name!: string;
  /** Of the place, or else the clinic's; in E.164. */
  phone!: string | null;
  phoneExtension!: string | null;
  phoneRemark!: string | null;
  email!: string | null;
}

/** With the phone of the place that is asked about, where it has one. */
export function publicClinic(clinic: Pick<ClinicDto, 'name' | 'email'> & NotedPhone, ...places: readonly NotedPhone[]): PublicClinicDto {
  return { name: clinic.name, email: clinic.email, ...firstPhone(...places, clinic) };
}

import { PrimaryColumn } from 'typeorm';

/** Every row belongs to one clinic, and its key says so. */
export abstract class ClinicEntity {
  @PrimaryColumn('uuid')
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;
}

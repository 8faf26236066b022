import { NoteHeadDto } from '../notes/notes.dto.js';
import { AllergyDto, MedicationDto, ProblemDto } from './chart-entries.dto.js';

/** A patient's record at a glance; each list is newest first. */
export class ChartDto {
  patientId!: string;
  /** What everybody must see at once. */
  alerts!: string[];
  problems!: ProblemDto[];
  allergies!: AllergyDto[];
  medications!: MedicationDto[];
  /** The heads of the last notes; GET /notes?patientId= has the others. */
  notes!: NoteHeadDto[];
}

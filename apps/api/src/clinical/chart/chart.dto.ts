import { NoteHeadDto } from '../notes/notes.dto.js';
import { AllergyDto, MedicationDto, ProblemDto } from './chart-entries.dto.js';

/** What opens the chart to the caller. */
export class ChartOpeningDto {
  by!: 'chart_right' | 'grant' | 'appointment' | 'own_booking' | 'override';
  /** When it closes by itself: an hour after an `override`, at the end of care after the last appointment; null where it does not. */
  until!: string | null;
}

/** A patient's record at a glance; each list is newest first. */
export class ChartDto {
  patientId!: string;
  access!: ChartOpeningDto;
  /** What everybody must see at once. */
  alerts!: string[];
  problems!: ProblemDto[];
  allergies!: AllergyDto[];
  medications!: MedicationDto[];
  /** The heads of the last notes; GET /notes?patientId= has the others. */
  notes!: NoteHeadDto[];
}

import { ChartAccess } from './access/chart-access.entity.js';
import { MakeWorkOfOpenings2026113018420 } from './migrations/2026-11-30-1842-make-work-of-openings.js';
import { NameAppointmentsInOpenings2026113012100 } from './migrations/2026-11-30-1210-name-appointments-in-openings.js';
import { CountNotesOfVisits1795854968196 } from './migrations/count-notes-of-visits-1795854968196.js';
import { CreateClinical1765000000001 } from './migrations/create-clinical-1765000000001.js';
import { CreatePhrases1765000000002 } from './migrations/create-phrases-1765000000002.js';
import { DateDrafts1795990400100 } from './migrations/date-drafts-1795990400100.js';
import { EndGrantsOfLeavers1795897500002 } from './migrations/end-grants-of-leavers-1795897500002.js';
import { KeepTheFindingBeforeASlip1795990700320 } from './migrations/keep-the-finding-before-a-slip-1795990700320.js';
import { QueueEveryOwnBooking1795879742099 } from './migrations/queue-every-own-booking-1795879742099.js';
import { QueueLateWords1795941990971 } from './migrations/queue-late-words-1795941990971.js';
import { QueueWhatWasLeftOut1795961729069 } from './migrations/queue-what-was-left-out-1795961729069.js';
import { VouchForAYear1795954216200 } from './migrations/vouch-for-a-year-1795954216200.js';
import { SayWhatSomebodyEnded1795990600130 } from './migrations/say-what-somebody-ended-1795990600130.js';
import { RememberFirstFindings1795990700310 } from './migrations/remember-first-findings-1795990700310.js';
import { ReviewOwnBookings1795853756577 } from './migrations/review-own-bookings-1795853756577.js';
import { Note, NoteVersion } from './notes/note.entity.js';
import { Phrase } from './phrases/phrase.entity.js';
import { NoteTemplate, NoteTemplateVersion } from './templates/note-template.entity.js';

export { type ChartNotice, ChartNotices } from './access/chart-notices.js';
export { ChartEntriesService } from './chart/chart-entries.service.js';
export { ALLERGY, MEDICATION, PROBLEM } from './chart/entry-kinds.js';
export { ClinicalModule } from './clinical.module.js';
export { DraftsService } from './notes/drafts.service.js';
export type { NoteDto, NoteHeadDto } from './notes/notes.dto.js';
export { NotesService } from './notes/notes.service.js';
export { SigningService } from './notes/signing.service.js';
export { BUILT_IN_TEMPLATES } from './templates/built-in/index.js';
export { NoteTemplatesService } from './templates/note-templates.service.js';

export const CLINICAL_ENTITIES = [ChartAccess, Note, NoteTemplate, NoteTemplateVersion, NoteVersion, Phrase];
export const CLINICAL_MIGRATIONS = [
  CreateClinical1765000000001,
  CreatePhrases1765000000002,
  ReviewOwnBookings1795853756577,
  CountNotesOfVisits1795854968196,
  QueueEveryOwnBooking1795879742099,
  EndGrantsOfLeavers1795897500002,
  QueueLateWords1795941990971,
  VouchForAYear1795954216200,
  QueueWhatWasLeftOut1795961729069,
  DateDrafts1795990400100,
  SayWhatSomebodyEnded1795990600130,
  RememberFirstFindings1795990700310,
  KeepTheFindingBeforeASlip1795990700320,
  NameAppointmentsInOpenings2026113012100,
  MakeWorkOfOpenings2026113018420,
];

import { Global, Module } from '@nestjs/common';
import { Resealing, TimelineWording } from '../platform/index.js';
import { CLINICAL_TIMELINE } from './clinical.timeline.js';
import { ChartAccessController } from './access/chart-access.controller.js';
import { ChartAccessService } from './access/chart-access.service.js';
import { ChartNotices } from './access/chart-notices.js';
import { ChartReviews } from './access/chart-reviews.js';
import { Leavers } from './access/leavers.js';
import { OpeningWork } from './access/opening-work.js';
import { OwnBookings } from './access/own-bookings.js';
import { AllergiesController } from './chart/allergies.controller.js';
import { ChartController } from './chart/chart.controller.js';
import { ChartEntriesService } from './chart/chart-entries.service.js';
import { ChartService } from './chart/chart.service.js';
import { MedicationsController } from './chart/medications.controller.js';
import { ProblemsController } from './chart/problems.controller.js';
import { DraftFollower } from './notes/draft-follower.js';
import { DraftsService } from './notes/drafts.service.js';
import { NoteCards } from './notes/note-cards.js';
import { NoteLog } from './notes/note-log.js';
import { NoteRecords } from './notes/note-records.js';
import { NoteSubjects } from './notes/note-subject.js';
import { NoteVersions } from './notes/note-versions.js';
import { NotesController } from './notes/notes.controller.js';
import { NotesService } from './notes/notes.service.js';
import { SigningService } from './notes/signing.service.js';
import { PhrasesController } from './phrases/phrases.controller.js';
import { PhrasesService } from './phrases/phrases.service.js';
import { NoteTemplatesController } from './templates/note-templates.controller.js';
import { NoteTemplatesService } from './templates/note-templates.service.js';

/**
 * What is known and written about a patient's health. Owns: note templates, phrases, notes with their signed versions,
 * problems, allergies, medications, and who may open which chart. Emits note.* and chart.opened; listens to nothing. What one
 * gives oneself is written down by an AppointmentFollower, in the transaction of the appointment, and a draft moves with its appointment by another; what one was let into ends by a MemberFollower.
 */
@Global()
@Module({
  controllers: [
    AllergiesController,
    ChartAccessController,
    ChartController,
    MedicationsController,
    NotesController,
    NoteTemplatesController,
    PhrasesController,
    ProblemsController,
  ],
  providers: [
    ChartAccessService,
    ChartEntriesService,
    ChartNotices,
    ChartReviews,
    ChartService,
    DraftFollower,
    DraftsService,
    Leavers,
    NoteCards,
    NoteLog,
    NoteRecords,
    NotesService,
    NoteSubjects,
    NoteTemplatesService,
    NoteVersions,
    OpeningWork,
    OwnBookings,
    PhrasesService,
    SigningService,
  ],
  exports: [ChartEntriesService, ChartNotices, DraftsService, NotesService, NoteTemplatesService, SigningService],
})
export class ClinicalModule {
  constructor(timeline: TimelineWording, resealing: Resealing) {
    timeline.add(CLINICAL_TIMELINE);
    // Not note_version.body: nobody at runtime can change what was signed.
    resealing.add({ table: 'note', column: 'draft', patientId: 'patient_id' });
  }
}

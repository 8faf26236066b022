import { Global, Module } from '@nestjs/common';
import { ConsentsService } from './consents.service.js';
import { Mailboxes } from './mailboxes.js';
import { PatientChanges } from './patient-changes.js';
import { PatientRecords } from './patient-records.js';
import { PatientsController } from './patients.controller.js';
import { PatientsService } from './patients.service.js';
import { TimelineListeners } from './timeline.listeners.js';
import { TimelineService } from './timeline.service.js';

/**
 * Who is cared for and how they may be reached. Owns: patient, consent to contact (a patient's and a
 * mailbox's), time line. Emits patient.created,
 * patient.updated, contact_consent.recorded; listens to every event that names a patient, to write the time line.
 */
@Global()
@Module({
  controllers: [PatientsController],
  providers: [ConsentsService, Mailboxes, PatientChanges, PatientRecords, PatientsService, TimelineListeners, TimelineService],
  exports: [ConsentsService, Mailboxes, PatientChanges, PatientRecords, PatientsService],
})
export class PatientsModule {}

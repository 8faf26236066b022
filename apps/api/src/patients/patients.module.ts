import { Global, Module } from '@nestjs/common';
import { ConsentsService } from './consents.service.js';
import { MailboxLinkKind } from './mailbox-link.kind.js';
import { Mailboxes } from './mailboxes.js';
import { PatientChanges } from './patient-changes.js';
import { PatientRecords } from './patient-records.js';
import { PatientsController } from './patients.controller.js';
import { PatientsService } from './patients.service.js';
import { PATIENTS_TIMELINE } from './patients.timeline.js';
import { Resealing, TimelineWording } from '../platform/index.js';

/**
 * Who is cared for and how they may be reached. Owns: patient, consent to contact (a patient's and a mailbox's). Emits
 * patient.created, patient.updated, contact_consent.recorded; listens to nothing.
 */
@Global()
@Module({
  controllers: [PatientsController],
  providers: [ConsentsService, MailboxLinkKind, Mailboxes, PatientChanges, PatientRecords, PatientsService],
  exports: [ConsentsService, Mailboxes, PatientChanges, PatientRecords, PatientsService],
})
export class PatientsModule {
  constructor(timeline: TimelineWording, resealing: Resealing) {
    timeline.add(PATIENTS_TIMELINE);
    resealing.add({ table: 'patient', column: 'health_card', patientId: 'id' });
  }
}

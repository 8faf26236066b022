import { PublishLocales2026120100120 } from './migrations/2026-12-01-0012-publish-locales.js';
import { CheckLocalesOfPatients2026113019010 } from './migrations/2026-11-30-1901-check-locales-of-patients.js';
import { PublishPhoneAndOrder2026113016410 } from './migrations/2026-11-30-1641-publish-phone-and-order.js';
import { AddDateOfDeath1795852801200 } from './migrations/add-date-of-death-1795852801200.js';
import { CreatePatients1763000000001 } from './migrations/create-patients-1763000000001.js';
import { SearchArchived1763000000002 } from './migrations/search-archived-1763000000002.js';
import { NameEverybody1795870200417 } from './migrations/name-everybody-1795870200417.js';
import { FindNearNames1795881984908 } from './migrations/find-near-names-1795881984908.js';
import { CheckEmergencyPhones1795899000002 } from './migrations/check-emergency-phones-1795899000002.js';
import { HearMailboxes1795953991320 } from './migrations/hear-mailboxes-1795953991320.js';
import { FindNamesOfDigits1795924800529 } from './migrations/find-names-of-digits-1795924800529.js';
import { Patient } from './patient.entity.js';

export { type Addresses, ConsentsService } from './consents.service.js';
export { Mailboxes } from './mailboxes.js';
export type { Barred, PatientContact, PatientDto } from './patients.dto.js';
export { keepPatient } from './keep-patient.js';
export { PatientChanges } from './patient-changes.js';
export { PatientRecords } from './patient-records.js';
export { PublicEmailsDto } from './public-emails.dto.js';
export { PatientsModule } from './patients.module.js';
export { PatientsService } from './patients.service.js';
export { parseSearch } from './search-query.js';

export const PATIENTS_ENTITIES = [Patient];
export const PATIENTS_MIGRATIONS = [
  CreatePatients1763000000001,
  SearchArchived1763000000002,
  AddDateOfDeath1795852801200,
  NameEverybody1795870200417,
  FindNearNames1795881984908,
  CheckEmergencyPhones1795899000002,
  FindNamesOfDigits1795924800529,
  HearMailboxes1795953991320,
  PublishPhoneAndOrder2026113016410,
  CheckLocalesOfPatients2026113019010,
  PublishLocales2026120100120,
];

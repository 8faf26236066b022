import { BILLING_ENTITIES, BILLING_MIGRATIONS } from './billing/index.js';
import { CLINICAL_ENTITIES, CLINICAL_MIGRATIONS } from './clinical/index.js';
import { IDENTITY_ENTITIES, IDENTITY_MIGRATIONS } from './identity/index.js';
import { MESSAGING_ENTITIES, MESSAGING_MIGRATIONS } from './messaging/index.js';
import { PATIENTS_ENTITIES, PATIENTS_MIGRATIONS } from './patients/index.js';
import {
  CountDeliveries1795854324583,
  CreateAuditSeals1761000000003,
  CreateLiveEvents1761000000002,
  CreatePlatform1761000000001,
  KeepFiles2026113017200,
  KeepAttempts2026120100200,
  KeepKeysOfPatients2026120100300,
  KeepWhatTheAuditWatchFound2026113018430,
  KeepWorkItems2026113018400,
  KnowTheMasterKey1795853529207,
  LinkMailboxes1795953991319,
  ListClinicsToVerify1795856904740,
  PublishAuditAndLinks2026113016440,
  RenameListeners2026113012300,
  TellOwnBacklog1795942472157,
  OrderNames1795870200413,
  SayWhatWasMigrated1761000000004,
  SealAnewByKeysOfPatients2026120100310,
  WithdrawLinks1795852801100,
  SayWhoseAnswerItIs1795853756575,
} from './platform/index.js';
import { SCHEDULING_ENTITIES, SCHEDULING_MIGRATIONS } from './scheduling/index.js';

/** Every table of the house, floor by floor; a module adds its own two lists here. */
export const ENTITIES: Function[] = [
  ...IDENTITY_ENTITIES,
  ...PATIENTS_ENTITIES,
  ...SCHEDULING_ENTITIES,
  ...CLINICAL_ENTITIES,
  ...BILLING_ENTITIES,
  ...MESSAGING_ENTITIES,
];
export const MIGRATIONS: Function[] = [
  CreatePlatform1761000000001,
  CreateLiveEvents1761000000002,
  CreateAuditSeals1761000000003,
  SayWhatWasMigrated1761000000004,
  KnowTheMasterKey1795853529207,
  ListClinicsToVerify1795856904740,
  TellOwnBacklog1795942472157,
  PublishAuditAndLinks2026113016440,
  RenameListeners2026113012300,
  KeepFiles2026113017200,
  KeepWorkItems2026113018400,
  KeepAttempts2026120100200,
  KeepWhatTheAuditWatchFound2026113018430,
  KeepKeysOfPatients2026120100300,
  SealAnewByKeysOfPatients2026120100310,
  OrderNames1795870200413,
  WithdrawLinks1795852801100,
  LinkMailboxes1795953991319,
  CountDeliveries1795854324583,
  SayWhoseAnswerItIs1795853756575,
  ...IDENTITY_MIGRATIONS,
  ...PATIENTS_MIGRATIONS,
  ...SCHEDULING_MIGRATIONS,
  ...CLINICAL_MIGRATIONS,
  ...BILLING_MIGRATIONS,
  ...MESSAGING_MIGRATIONS,
];

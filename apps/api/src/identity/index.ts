import { NameTitlesInBothLanguages2026120100110 } from './migrations/2026-12-01-0011-name-titles-in-both-languages.js';
import { CheckLocalesOfClinics2026113019000 } from './migrations/2026-11-30-1900-check-locales-of-clinics.js';
import { KeepWhatPlacesWereSaidToBe2026120100400 } from './migrations/2026-12-01-0040-keep-what-places-were-said-to-be.js';
import { PublishCards2026113016400 } from './migrations/2026-11-30-1640-publish-cards.js';
import { NameRegionsByLetters1795856226733 } from './migrations/name-regions-by-letters-1795856226733.js';
import { Clinic } from './clinic.entity.js';
import { Invitation } from './invitation.entity.js';
import { Location } from './location.entity.js';
import { Membership } from './membership.entity.js';
import { CheckPhones1795899000001 } from './migrations/check-phones-1795899000001.js';
import { AddFactors1795854400393 } from './migrations/add-factors-1795854400393.js';
import { AddSignInRecords1795856052431 } from './migrations/add-sign-in-records-1795856052431.js';
import { EndInvitationsOfTheInactive1795990400601 } from './migrations/end-invitations-of-the-inactive-1795990400601.js';
import { EndResetsWithThePassword1795873900123 } from './migrations/end-resets-with-the-password-1795873900123.js';
import { CloseUnprovedKeys1795870310001 } from './migrations/close-unproved-keys-1795870310001.js';
import { AskKeysForFactors1795880100002 } from './migrations/ask-keys-for-factors-1795880100002.js';
import { ClaimAccounts1795880100001 } from './migrations/claim-accounts-1795880100001.js';
import { AddStepUp1795853733374 } from './migrations/add-step-up-1795853733374.js';
import { BindAccessToItsGeneration1795953881902 } from './migrations/bind-access-to-its-generation-1795953881902.js';
import { BindKeysToTheirMakers1795853762031 } from './migrations/bind-keys-to-their-makers-1795853762031.js';
import { AddAddressProofs1795853626872 } from './migrations/add-address-proofs-1795853626872.js';
import { CountMailsByAddress1795898000417 } from './migrations/count-mails-by-address-1795898000417.js';
import { CreateIdentity1762000000001 } from './migrations/create-identity-1762000000001.js';
import { CreatePasswordResets1762000000002 } from './migrations/create-password-resets-1762000000002.js';
import { FindMembersByAddress1762000000004 } from './migrations/find-members-by-address-1762000000004.js';
import { RenewSessionTokens1795897400321 } from './migrations/renew-session-tokens-1795897400321.js';
import { AuditEndsInEveryClinic1795899600001 } from './migrations/audit-ends-in-every-clinic-1795899600001.js';
import { CountClinicsOfFounders1795899600002 } from './migrations/count-clinics-of-founders-1795899600002.js';
import { EndAccessAtResets1795899000003 } from './migrations/end-access-at-resets-1795899000003.js';
import { ResetSignIns1795897400654 } from './migrations/reset-sign-ins-1795897400654.js';
import { ProveWhatWasMailed1795947283943 } from './migrations/prove-what-was-mailed-1795947283943.js';
import { OnePractitionerAPerson1795972702200 } from './migrations/one-practitioner-a-person-1795972702200.js';
import { HoldWhatTheGuardSaw1795958573726 } from './migrations/hold-what-the-guard-saw-1795958573726.js';
import { SayWhoBroughtAMemberIn1795954216199 } from './migrations/say-who-brought-a-member-in-1795954216199.js';
import { PurgeWhatEnded1795855033568 } from './migrations/purge-what-ended-1795855033568.js';
import { RingWhenRightsChange1762000000003 } from './migrations/ring-when-rights-change-1762000000003.js';
import { SoleOwnersWait1795897500001 } from './migrations/sole-owners-wait-1795897500001.js';
import { SaySinceWhenNoVisitsAreTaken1795990600110 } from './migrations/say-since-when-no-visits-are-taken-1795990600110.js';
import { Practitioner } from './practitioner.entity.js';

export { fullerAddress, isOtherDoor } from './addresses.js';
export { isClinicProved } from './proved-clinic.js';
export { type AccountAlertKind, AccountRecords } from './account-records.js';
export type { ClinicDto } from './clinics.dto.js';
export { ClinicSettingsService } from './clinic-settings.service.js';
export { ClinicsService } from './clinics.service.js';
export { IsTimeZone } from './clinics.validators.js';
export { IdentityModule } from './identity.module.js';
export { InvitationAcceptance } from './invitation-acceptance.service.js';
export { InvitationsService } from './invitations.service.js';
export type { LocationDto } from './locations.dto.js';
export { PlaceDependents } from './place-dependents.js';
export { type ChangedMember, keepMembers, keepMembersAs, MemberFollowers, takeMembers } from './member-followers.js';
export { LocationsService } from './locations.service.js';
export { PasswordResetsService } from './password-resets.service.js';
export type { PractitionerDto } from './practitioners.dto.js';
export { AddressProofsService } from './proof/address-proofs.service.js';
export { PractitionersService } from './practitioners.service.js';
export { publicClinic, PublicClinicDto } from './public-clinic.dto.js';
export { type RightsNoticeMail, RightsNotices } from './rights-notices.service.js';
export { SignInResets } from './sign-in-resets.service.js';
export { StaffService } from './staff.service.js';

export const IDENTITY_ENTITIES = [Clinic, Invitation, Location, Membership, Practitioner];
export const IDENTITY_MIGRATIONS = [
  CreateIdentity1762000000001,
  CreatePasswordResets1762000000002,
  RingWhenRightsChange1762000000003,
  FindMembersByAddress1762000000004,
  NameRegionsByLetters1795856226733,
  AddStepUp1795853733374,
  BindKeysToTheirMakers1795853762031,
  AddFactors1795854400393,
  AddAddressProofs1795853626872,
  PurgeWhatEnded1795855033568,
  AddSignInRecords1795856052431,
  CloseUnprovedKeys1795870310001,
  EndResetsWithThePassword1795873900123,
  ClaimAccounts1795880100001,
  AskKeysForFactors1795880100002,
  RenewSessionTokens1795897400321,
  ResetSignIns1795897400654,
  SoleOwnersWait1795897500001,
  CountMailsByAddress1795898000417,
  CheckPhones1795899000001,
  EndAccessAtResets1795899000003,
  AuditEndsInEveryClinic1795899600001,
  CountClinicsOfFounders1795899600002,
  ProveWhatWasMailed1795947283943,
  BindAccessToItsGeneration1795953881902,
  SayWhoBroughtAMemberIn1795954216199,
  HoldWhatTheGuardSaw1795958573726,
  OnePractitionerAPerson1795972702200,
  EndInvitationsOfTheInactive1795990400601,
  SaySinceWhenNoVisitsAreTaken1795990600110,
  PublishCards2026113016400,
  CheckLocalesOfClinics2026113019000,
  NameTitlesInBothLanguages2026120100110,
  KeepWhatPlacesWereSaidToBe2026120100400,
];

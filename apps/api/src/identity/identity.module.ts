import { Global, Module } from '@nestjs/common';
import { AUTHENTICATOR, Purges } from '../platform/index.js';
import { AccountRecords } from './account-records.js';
import { Accounts } from './accounts.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { IdentityAuthenticator } from './authenticator.js';
import { ClinicSettingsService } from './clinic-settings.service.js';
import { ClinicsController } from './clinics.controller.js';
import { ClinicsService } from './clinics.service.js';
import { Devices } from './devices.js';
import { FactorsController } from './factors/factors.controller.js';
import { FactorsService } from './factors/factors.service.js';
import { Passkeys } from './factors/passkeys.js';
import { SecondFactors } from './factors/second-factors.js';
import { Entrance } from './entrance.js';
import { HalfOpenSessions } from './half-open-sessions.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { LocationsController } from './locations.controller.js';
import { LocationsService } from './locations.service.js';
import { MemberFollowers } from './member-followers.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { AddressClaims } from './proof/address-claims.service.js';
import { AddressProofsController } from './proof/address-proofs.controller.js';
import { AddressProofsService } from './proof/address-proofs.service.js';
import { PasswordReplacement } from './password-replacement.js';
import { PasswordResetCompletion } from './password-reset-completion.js';
import { PasswordResetsController } from './password-resets.controller.js';
import { PasswordResetsService } from './password-resets.service.js';
import { Passwords } from './passwords.js';
import { PlaceChanges } from './place-changes.js';
import { PlaceDependents } from './place-dependents.js';
import { PractitionersController } from './practitioners.controller.js';
import { PractitionersService } from './practitioners.service.js';
import { RightsNotices } from './rights-notices.service.js';
import { RightsService } from './rights.service.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { SignInResets } from './sign-in-resets.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpController } from './sign-up.controller.js';
import { SignUpGate } from './sign-up.gate.js';
import { StaffController } from './staff.controller.js';
import { StaffService } from './staff.service.js';
import { WorkAssignees } from './work-assignees.js';

/**
 * Who works where and as what. Owns: clinic, location, user, session, second factor, membership, practitioner, invitation, password
 * reset, proof of an address, API key, rights notice. Emits clinic.created, clinic.proved, address.proof_requested, staff.invited,
 * staff.rights_changed, password.reset_requested, practitioner.added; listens to nothing.
 */
@Global()
@Module({
  controllers: [
    AddressProofsController,
    ApiKeysController,
    ClinicsController,
    FactorsController,
    InvitationsController,
    LocationsController,
    OwnAccountController,
    PasswordResetsController,
    PractitionersController,
    SessionController,
    SignUpController,
    StaffController,
  ],
  providers: [
    AccountRecords,
    Accounts,
    AddressClaims,
    AddressProofsService,
    ApiKeysService,
    ClinicSettingsService,
    ClinicsService,
    Devices,
    FactorsService,
    Entrance,
    HalfOpenSessions,
    IdentityAuthenticator,
    InvitationAcceptance,
    InvitationsService,
    LocationsService,
    MemberFollowers,
    OwnAccountService,
    PasswordReplacement,
    PasswordResetCompletion,
    PasswordResetsService,
    Passkeys,
    Passwords,
    PlaceChanges,
    PlaceDependents,
    PractitionersService,
    SecondFactors,
    RightsNotices,
    RightsService,
    SessionsService,
    SignInAttempts,
    SignInLimiter,
    SignInResets,
    SignInService,
    SignUpGate,
    StaffService,
    WorkAssignees,
    { provide: AUTHENTICATOR, useExisting: IdentityAuthenticator },
  ],
  exports: [
    AccountRecords,
    AUTHENTICATOR,
    AddressProofsService,
    ClinicSettingsService,
    ClinicsService,
    InvitationAcceptance,
    InvitationsService,
    LocationsService,
    MemberFollowers,
    PasswordResetsService,
    PlaceDependents,
    PractitionersService,
    RightsNotices,
    SignInResets,
    StaffService,
  ],
})
export class IdentityModule {
  constructor(purges: Purges) {
    for (const what of ['sessions', 'half_open_sessions', 'password_resets', 'account_alerts', 'sign_in_failures'])
      purges.add(`purge_${what}`);
  }
}

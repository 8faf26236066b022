import { IsNewPassword } from './password-rules.js';

export class AcceptInvitationDto {
  /** A new password, or that of the account which this e-mail address already has. */
  @IsNewPassword()
  password!: string;
}

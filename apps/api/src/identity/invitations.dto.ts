import { IsString, MaxLength, MinLength } from 'class-validator';

export class AcceptInvitationDto {
  /** A new password, or that of the account which this e-mail address already has. */
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password!: string;
}

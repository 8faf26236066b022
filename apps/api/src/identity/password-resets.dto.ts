import { IsEmail, MaxLength } from 'class-validator';
import { IsNewPassword } from './password-rules.js';

export class RequestPasswordResetDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class CompletePasswordResetDto {
  /** 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
  @IsNewPassword()
  password!: string;
}

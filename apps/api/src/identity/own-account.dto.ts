import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Omittable } from '../platform/index.js';
import { SecondFactorDto } from './factors/factors.dto.js';
import { IsNewPassword } from './password-rules.js';
import type { StepUpMethod } from './session.dto.js';

/** One of the fields: the password where the person has no second factor, else what comes from a factor. */
export class StepUpDto extends SecondFactorDto {
  @Omittable() @IsString() @MinLength(1) @MaxLength(200) password?: string;
}

export class StepUpChoiceDto {
  methods!: StepUpMethod[];
  /** For `navigator.credentials.get()`, where a passkey is among the methods; it is good for one answer. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) passkeyOptions?: object;
}

export class ChangePasswordDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  currentPassword!: string;

  /** 10 to 200 characters; length is what makes a password strong. Common ones and those made of known names are refused. */
  @IsNewPassword()
  newPassword!: string;
}

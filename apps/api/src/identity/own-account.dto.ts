import { IsString, MaxLength, MinLength } from 'class-validator';

export class StepUpDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password!: string;
}

export class ChangePasswordDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  currentPassword!: string;

  /** 10 to 200 characters; length is what makes a password strong. */
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  newPassword!: string;
}

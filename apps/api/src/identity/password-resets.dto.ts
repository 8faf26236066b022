import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';

export class RequestPasswordResetDto {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class CompletePasswordResetDto {
  /** 10 to 200 characters; length is what makes a password strong. */
  @IsString()
  @MinLength(10)
  @MaxLength(200)
  password!: string;
}

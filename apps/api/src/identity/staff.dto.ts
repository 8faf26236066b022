import { ROLES, type Role } from '@keel/contracts';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class InviteStaffDto {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 100) firstName!: string;
  @IsString() @Length(1, 100) lastName!: string;
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(ROLES, { each: true }) roles!: Role[];
}

export class UpdateStaffDto {
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(ROLES, { each: true }) roles?: Role[];
  /** Give up the chart right by false; nobody can be given it here. */
  @IsOptional() @IsIn([false]) chartRight?: false;
  @IsOptional() @IsBoolean() active?: boolean;
}

export class StaffDto {
  id!: string;
  userId!: string;
  firstName!: string;
  lastName!: string;
  roles!: Role[];
  chartRight!: boolean;
  active!: boolean;
  version!: number;
}

export class InvitedDto {
  id!: string;
  email!: string;
  roles!: Role[];
}

import { ROLES, type Role } from '@keel/contracts';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { Omittable } from '../platform/index.js';

export class InviteStaffDto {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 100) firstName!: string;
  @IsString() @Length(1, 100) lastName!: string;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(ROLES.length) @ArrayUnique() @IsIn(ROLES, { each: true }) roles!: Role[];
}

export class UpdateStaffDto {
  @Omittable() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(ROLES.length) @ArrayUnique() @IsIn(ROLES, { each: true }) roles?: Role[];
  /** The right of an owner to read and write all charts. False gives it up; true is another owner's to give. */
  @Omittable() @IsBoolean() chartRight?: boolean;
  /** False ends access at once, or withdraws the invitation. */
  @Omittable() @IsBoolean() active?: boolean;
}

export class StaffDto {
  /** Stays the same when the invitation is accepted. */
  id!: string;
  /** Null until the invitation is accepted. */
  userId!: string | null;
  /** Of an invitation: where its mail goes. A member's address is their own. Left out for those without `staff:manage`. */
  email?: string | null;
  firstName!: string;
  lastName!: string;
  roles!: Role[];
  chartRight!: boolean;
  /** True for a week after somebody has ceased to be an owner: until then they are told of rights, and the one who remains gives none to themselves. */
  ownedLately!: boolean;
  active!: boolean;
  status!: 'invited' | 'active' | 'inactive';
  version!: number;
}

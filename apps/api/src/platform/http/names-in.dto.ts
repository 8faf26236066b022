import type { LocalText } from '@keel/contracts';
import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Omittable } from './omittable.js';

const trim = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** What something is called in other languages, where it is not called by its name there; blank is none. */
export class NameInDto implements LocalText {
  @Omittable() @Transform(trim) @IsString() @MaxLength(200) en?: string;
  @Omittable() @Transform(trim) @IsString() @MaxLength(200) fr?: string;
}

/** What a title is called in other languages, where it is not called as it was written there; blank is none. */
export class TitleInDto implements LocalText {
  @Omittable() @Transform(trim) @IsString() @MaxLength(100) en?: string;
  @Omittable() @Transform(trim) @IsString() @MaxLength(100) fr?: string;
}

/**
 * A field beside a name, with the same limits: all its other names at once, of which those are kept that `keptNames` keeps. Null and an
 * empty record are none.
 */
export const OtherNames = (names: Class<LocalText>) =>
  applyDecorators(
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => names),
  );

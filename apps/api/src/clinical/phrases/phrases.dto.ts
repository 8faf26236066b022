import { PHRASE_TRIGGER } from '@keel/contracts';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import { Omittable } from '../../platform/index.js';

const MOST_CHARACTERS = 10_000;

export class CreatePhraseDto {
  /** What is typed after `/`: up to 30 small letters, digits, - and _. */
  @Matches(PHRASE_TRIGGER) trigger!: string;
  @IsString() @Length(1, MOST_CHARACTERS) text!: string;
  /** True for everybody of the clinic, by those who manage its templates; otherwise it is the caller's own. */
  @Omittable() @IsBoolean() shared?: boolean;
}

export class UpdatePhraseDto {
  @Omittable() @Matches(PHRASE_TRIGGER) trigger?: string;
  @Omittable() @IsString() @Length(1, MOST_CHARACTERS) text?: string;
}

export class PhraseDto {
  id!: string;
  trigger!: string;
  text!: string;
  /** True where it is the clinic's, false where it is the caller's own. */
  shared!: boolean;
  version!: number;
}

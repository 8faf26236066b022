import type { Channel, Language } from '@keel/contracts';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Omittable } from '../../platform/index.js';
import type { TemplateKind } from './default-templates.js';

export class UpdateMessageTemplateDto {
  /** Of an e-mail; an SMS has none. */
  @Omittable()
  @IsString()
  @MaxLength(200)
  subject?: string;

  /** Text with {{firstName}}, {{clinic}}, {{date}}, {{time}}, {{practitioner}}, {{location}}, {{phone}} and {{link}}. */
  @Omittable()
  @IsString()
  @MinLength(1)
  @MaxLength(5000)
  body?: string;
}

/** The text of one kind of message, for one channel in one language. */
export class MessageTemplateDto {
  id!: string;
  kind!: TemplateKind;
  channel!: Channel;
  locale!: Language;
  subject!: string | null;
  body!: string;
  version!: number;
}

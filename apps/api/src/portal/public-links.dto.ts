import { IsInt, Min } from 'class-validator';
import { Omittable } from '../platform/index.js';

export class LinkActionDto {
  /** `appointment.version` as it was shown. It may come as If-Match instead; without either the answer is 428. */
  @Omittable() @IsInt() @Min(1) version?: number;
}

import type { AppointmentStatus, CancelledBy, Country, StatedLocale } from '@keel/contracts';
import { SlotDto } from '../scheduling/index.js';
import { IsInt, Min } from 'class-validator';
import { Omittable } from '../platform/index.js';
import type { LinkAction } from './link-actions.js';

/** The clinic as a stranger may see it. */
export class PublicClinicDto {
  name!: string;
  /** Of the place, or else the clinic's; in E.164. */
  phone!: string | null;
  phoneExtension!: string | null;
  phoneRemark!: string | null;
  email!: string | null;
}

/** An appointment as the holder of its link may see it: no name, and nothing of what it is for. */
export class PublicAppointmentDto {
  start!: string;
  end!: string;
  /** IANA zone of the place; show the time in it. */
  timeZone!: string;
  status!: AppointmentStatus;
  /** Who called it off; null while it stands. */
  cancelledBy!: CancelledBy | null;
  practitioner!: string;
  location!: string;
  /** Send it with an action, so that what was not shown is not acted upon. */
  version!: number;
}

export class PublicLinkDto {
  kind!: 'appointment';
  /** What the patient is written to in, as it was stated; a bare language is as `country` writes it. */
  locale!: StatedLocale;
  /** The clinic's. */
  country!: Country;
  clinic!: PublicClinicDto;
  appointment!: PublicAppointmentDto;
  /** What may be posted to `/public/links/{token}/{action}` now. */
  actions!: LinkAction[];
  /** To cancel in the last so many hours before the appointment begins is late by the clinic’s policy; 0 where it never is. */
  noticeHours!: number;
  /** Other times that the clinic proposes. */
  proposals!: SlotDto[];
}

export class LinkActionDto {
  /** `appointment.version` as it was shown. It may come as If-Match instead; without either the answer is 428. */
  @Omittable() @IsInt() @Min(1) version?: number;
}

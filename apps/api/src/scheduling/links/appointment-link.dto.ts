import type { AppointmentStatus, CancelledBy, Country, StatedLocale } from '@keel/contracts';
import { PublicClinicDto } from '../../identity/index.js';
import { SlotDto } from '../availability/availability.dto.js';
import type { LinkAction } from './link-actions.js';

/** An appointment as the holder of its link may see it: no name, and nothing of what it is for. */
export class PublicAppointmentDto {
  start!: string;
  end!: string;
  /** The same by the clock of the place, with its offset: `2026-12-01T10:00:00-05:00`. A page that shows it needs no zone's data. */
  localStart!: string;
  localEnd!: string;
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

import { APPOINTMENT_STATUSES, type AppointmentStatus, CANCELLED_BY, type CancelledBy, type NoteStatus } from '@keel/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, IsDayOrInstant, IsDuration, IsInstant, NameInDto, Omittable } from '../../platform/index.js';

export class BookAppointmentDto {
  @IsUUID() patientId!: string;
  @IsUUID() practitionerId!: string;
  @IsUUID() serviceId!: string;
  /** May be past: appointments are also recorded afterwards. */
  @IsInstant() start!: string;
  /** By default where the practitioner works at that time, else the clinic's first location. The appointment stays at a place that is named. */
  @Omittable() @IsUUID() locationId?: string;
  /** By default the service's. */
  @Omittable() @IsDuration('minutes', { min: 1, max: 720 }) durationMinutes?: number;
  /** True books over another appointment or over time off: deliberate, marked and audited. */
  @Omittable() @IsBoolean() overbook?: boolean;
}

export class MoveAppointmentDto {
  @Omittable() @IsInstant() start?: string;
  @Omittable() @IsUUID() practitionerId?: string;
  @Omittable() @IsUUID() serviceId?: string;
  @Omittable() @IsUUID() locationId?: string;
  /** False lets it follow the practitioner again from its next move on. By default true where a place is named, else as it is. */
  @Omittable() @IsBoolean() placeNamed?: boolean;
  /** By default as long as it is, or as long as the new service takes. */
  @Omittable() @IsDuration('minutes', { min: 1, max: 720 }) durationMinutes?: number;
  @Omittable() @IsBoolean() overbook?: boolean;
}

export class RestoreAppointmentDto {
  /**
   * True restores over another appointment or over time off, as in booking. It is asked for anew: that the appointment was booked over one before
   * does not count, and without it a time that is taken by now is refused.
   */
  @Omittable() @IsBoolean() overbook?: boolean;
}

export class ConfirmAppointmentDto {
  /** Who said so; `clinic` by default. */
  @Omittable() @IsIn(CANCELLED_BY) by?: CancelledBy;
}

export class CancelAppointmentDto {
  /** A clinic's cancellation is never late. */
  @IsIn(CANCELLED_BY) by!: CancelledBy;
  @IsOptional() @IsString() @MaxLength(500) reason?: string | null;
}

export class WithdrawnLinksDto {
  /** How many links opened the appointment until now. */
  withdrawn!: number;
}

export class AppointmentsQuery {
  /** Appointments that start from here: a day of the clinic, or of the location asked for, or an instant. */
  @IsOptional() @IsDayOrInstant() from?: string;
  /** Exclusive. */
  @IsOptional() @IsDayOrInstant() to?: string;
  @IsOptional() @IsUUID() practitionerId?: string;
  @IsOptional() @IsUUID() patientId?: string;
  @IsOptional() @IsUUID() locationId?: string;
  @IsOptional() @IsIn(APPOINTMENT_STATUSES) status?: AppointmentStatus;
  /** `false`: took place, and nobody has invoiced it yet. */
  @IsOptional() @IsIn(['true', 'false']) invoiced?: 'true' | 'false';
  /** `true`: cancelled or moved by the clinic, and the patient has not been told. */
  @IsOptional() @IsIn(['true']) untold?: 'true';
  /** By start; `-start` gives the latest first. */
  @IsOptional() @IsIn(['start', '-start']) sort?: 'start' | '-start';
  /** Rows a page, 1 to 2000: a week of the schedule comes at once. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(2000) limit: number = 1000;
  /** `nextCursor` of the page before. */
  @IsOptional() @IsString() @MaxLength(500) cursor?: string;
}

export class AppointmentDaysQuery {
  /** The first day, by the clinic's calendar. */
  @IsDay() from!: string;
  /** Exclusive; at most 92 days after the first. */
  @IsDay() to!: string;
  @IsOptional() @IsUUID() practitionerId?: string;
  /** `true`: what was cancelled or missed is counted too, in `ended`. */
  @IsOptional() @IsIn(['true']) ended?: 'true';
}

/** A practitioner's day in short; days without an appointment that is counted are left out. */
export class AppointmentDayDto {
  date!: string;
  practitionerId!: string;
  /** Appointments that stand or took place: neither cancelled nor missed. */
  appointments!: number;
  /** How long they are together, without buffers. */
  bookedMinutes!: number;
  /** Appointments that were cancelled or missed; only where they were asked for. */
  ended?: number;
}

export class AppointmentDaysDto {
  data!: AppointmentDayDto[];
}

/** How many appointments the clinic changed whose patients nobody has told. */
export class UntoldCountDto {
  count!: number;
}

export class NearestAppointmentsQuery {
  /** Whose: 1 to 50 patients, `patientIds` once for each. */
  // One of them alone arrives as text.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  patientIds!: string[];
}

export class NearestAppointmentDto {
  id!: string;
  /** RFC 3339, UTC. */
  start!: string;
}

/** The appointments of a patient on either side of now. */
export class NearestAppointmentsDto {
  patientId!: string;
  /** The last one to which they came. */
  last!: NearestAppointmentDto | null;
  /** The first one from now on that they are expected at. */
  next!: NearestAppointmentDto | null;
}

export class PatientsNearestAppointmentsDto {
  /** A row a patient that is known here, in no order. */
  data!: NearestAppointmentsDto[];
}

export class AppointmentPatientDto {
  firstName!: string;
  lastName!: string;
  preferredName!: string | null;
}

export class AppointmentPractitionerDto {
  displayName!: string;
  colour!: string;
}

export class AppointmentServiceDto {
  name!: string;
  /** In other languages; null where it has one name alone. */
  nameIn!: NameInDto | null;
  colour!: string | null;
}

/** Where it takes place, and by whose clock. */
export class AppointmentLocationDto {
  name!: string;
  timeZone!: string;
}

export type CardInvoiceStatus = 'issued' | 'part_paid' | 'paid';

/** That staff told the patient what the clinic had changed. */
export class AppointmentToldDto {
  at!: string;
  /** By name; null for a program, and for who has left. */
  by!: string | null;
  /** True while it can be taken back: what there was to tell still is, and the patient has not heard of it otherwise. */
  undoable!: boolean;
}

export class AppointmentDto {
  id!: string;
  patientId!: string;
  practitionerId!: string;
  serviceId!: string;
  locationId!: string;
  /** RFC 3339, UTC. */
  start!: string;
  end!: string;
  status!: AppointmentStatus;
  /** Goes up when the appointment gets another time, place or practitioner: reminders tell of one such version. */
  timeVersion!: number;
  /**
   * Of its versions the first one at which the patient was shown what it is now: when, until when, where and with whom. What they
   * answer to that one or a later one counts.
   */
  shownVersion!: number;
  overbook!: boolean;
  /** True where the place was named; then the appointment stays there when it moves, unless another is named. */
  placeNamed!: boolean;
  cancelledBy!: CancelledBy | null;
  /** True where the clinic cancelled or moved the appointment and nobody has told the patient, while there is still time to. */
  untold!: boolean;
  /** Who told the patient of the latest change of the clinic, and when; null where nobody had to, or has. */
  told!: AppointmentToldDto | null;
  /** Left out for those without `appointment:manage`. */
  cancelReason?: string | null;
  /** True once its note is signed. */
  documented!: boolean;
  noteStatus!: NoteStatus | null;
  invoiceId!: string | null;
  invoiceStatus!: CardInvoiceStatus | null;
  paid!: boolean;
  /** True where the patient came to no appointment that began before this one. */
  newPatient!: boolean;
  /** True where something is open on an issued invoice of the patient, this appointment's or another's. */
  owing!: boolean;
  /** How many medical alerts the patient has; what they say is with the patient. Left out for those without `patient-details:read`. */
  patientAlerts?: number;
  patient!: AppointmentPatientDto;
  practitioner!: AppointmentPractitionerDto;
  service!: AppointmentServiceDto;
  location!: AppointmentLocationDto;
  version!: number;
}

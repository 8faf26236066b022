import { type AppointmentStatus, firstPhone, type NotedPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type ClinicDto, ClinicsService, LocationsService, PractitionersService } from '../../identity/index.js';
import { type Ctx, NotFoundProblem, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';

/** An appointment as a message tells of it: when, where, with whom. What for is not among it, and never asked. */
export interface AppointmentFacts {
  id: string;
  patientId: string;
  status: AppointmentStatus;
  start: Date;
  end: Date;
  timeVersion: number;
  version: number;
  shownVersion: number;
  /** True where the clinic changed it and nobody has told the patient. */
  untold: boolean;
  /** What the patient knows otherwise: a reminder says it, whatever its text is. */
  news: { practitioner: boolean; place: boolean };
  clinic: ClinicDto;
  practitioner: string;
  /** Name and address on one line. */
  place: string;
  placeName: string;
  /** The location's, or else the clinic's. */
  phone: NotedPhone;
  timeZone: string;
}

@Injectable()
export class AppointmentFactsReader {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly practitioners: PractitionersService,
  ) {}

  /** The appointment stays as it is until the transaction ends. */
  keep(ctx: TxCtx, appointmentId: string): Promise<void> {
    return this.appointments.keep(ctx, appointmentId);
  }

  /**
   * Its place too, once the appointment is kept: whoever corrects the address finds this message, or it names the corrected one. False where
   * a correction was waited for that has yet to be written beside the appointment, which is too late here: that takes its turn first.
   */
  async keepPlace(ctx: TxCtx, appointmentId: string): Promise<boolean> {
    const locationId = await this.appointments.placeOf(ctx, appointmentId);
    if (locationId) this.locations.hold(ctx, locationId);
    return !(await this.appointments.isBehind(ctx, appointmentId));
  }

  /** The first of its time versions since which only the address of its place was another. */
  readdressedFrom(ctx: TxCtx, appointmentId: string): Promise<number | undefined> {
    return this.appointments.readdressedFrom(ctx, appointmentId);
  }

  /** Whether a message about the appointment at this time may still leave. */
  async stands(ctx: Ctx, appointmentId: string, timeVersion: number): Promise<boolean> {
    return this.appointments.standsAt(ctx, appointmentId, timeVersion);
  }

  /** Undefined where there is no such appointment any more. */
  async read(ctx: Ctx, appointmentId: string): Promise<AppointmentFacts | undefined> {
    const appointment = await this.appointments.get(ctx, appointmentId).catch((error: unknown) => {
      if (error instanceof NotFoundProblem) return undefined;
      throw error;
    });
    if (!appointment) return undefined;
    const clinic = await this.clinics.get(ctx);
    const location = await this.locations.get(ctx, appointment.locationId);
    const practitioner = await this.practitioners.get(ctx, appointment.practitionerId);
    return {
      id: appointment.id,
      patientId: appointment.patientId,
      status: appointment.status,
      start: new Date(appointment.start),
      end: new Date(appointment.end),
      timeVersion: appointment.timeVersion,
      version: appointment.version,
      shownVersion: appointment.shownVersion,
      untold: appointment.untold,
      news: await this.appointments.newsOf(ctx, appointment.id),
      clinic,
      practitioner: practitioner.displayName,
      place: [location.name, location.addressLine1, location.addressLine2, location.city].filter(Boolean).join(', '),
      placeName: location.name,
      phone: firstPhone(location, clinic),
      timeZone: location.timeZone,
    };
  }
}

import { type AppointmentStatus, firstPhone, type NotedPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type ClinicDto, ClinicsService, LocationsService, PractitionersService } from '../../identity/index.js';
import { type Ctx, NotFoundProblem, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';

/** A visit as a message tells of it: when, where, with whom. What for is not among it, and never asked. */
export interface VisitFacts {
  id: string;
  patientId: string;
  status: AppointmentStatus;
  start: Date;
  end: Date;
  timeVersion: number;
  version: number;
  shownVersion: number;
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
export class VisitFactsReader {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly practitioners: PractitionersService,
  ) {}

  /** The visit stays as it is until the transaction ends. */
  keep(ctx: TxCtx, appointmentId: string): void {
    this.appointments.keep(ctx, appointmentId);
  }

  /** Whether a message about the visit at this time may still leave. */
  async stands(ctx: Ctx, appointmentId: string, timeVersion: number): Promise<boolean> {
    return this.appointments.standsAt(ctx, appointmentId, timeVersion);
  }

  /** Undefined where there is no such visit any more. */
  async read(ctx: Ctx, appointmentId: string): Promise<VisitFacts | undefined> {
    const visit = await this.appointments.get(ctx, appointmentId).catch((error: unknown) => {
      if (error instanceof NotFoundProblem) return undefined;
      throw error;
    });
    if (!visit) return undefined;
    const clinic = await this.clinics.get(ctx);
    const location = await this.locations.get(ctx, visit.locationId);
    const practitioner = await this.practitioners.get(ctx, visit.practitionerId);
    return {
      id: visit.id,
      patientId: visit.patientId,
      status: visit.status,
      start: new Date(visit.start),
      end: new Date(visit.end),
      timeVersion: visit.timeVersion,
      version: visit.version,
      shownVersion: visit.shownVersion,
      news: await this.appointments.newsOf(ctx, visit.id),
      clinic,
      practitioner: practitioner.displayName,
      place: [location.name, location.addressLine1, location.addressLine2, location.city].filter(Boolean).join(', '),
      placeName: location.name,
      phone: firstPhone(location, clinic),
      timeZone: location.timeZone,
    };
  }
}

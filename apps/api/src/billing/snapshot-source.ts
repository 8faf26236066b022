import { languageOf, nameOf, notedPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, type LocationDto, LocationsService, PractitionersService } from '../identity/index.js';
import type { Ctx, TxCtx } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import type { InvoiceSnapshot } from './invoice.entity.js';
import type { InvoiceRow } from './invoice-row.js';

/** Gathers what an invoice says about people and places: kept at issue, where later changes do not reach it; shown of a draft. */
@Injectable()
export class SnapshotSource {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly practitioners: PractitionersService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** What is kept at issue: nothing of the place is corrected between what was read of it and what is kept. */
  async kept(ctx: TxCtx, row: InvoiceRow): Promise<InvoiceSnapshot> {
    this.locations.hold(ctx, row.locationId);
    return this.of(ctx, row);
  }

  async of(ctx: Ctx, row: InvoiceRow): Promise<InvoiceSnapshot> {
    const clinic = await this.clinics.get(ctx);
    const appointment = row.appointmentId ? await this.appointments.get(ctx, row.appointmentId) : undefined;
    const location = await this.locations.get(ctx, row.locationId);
    const practitioner = await this.practitioners.get(ctx, row.practitionerId);
    const { name, email, taxNumbers, locale, timeZone, country } = clinic;
    const { displayName, title, titleIn, college, collegeIn, registrationNumber } = practitioner;
    return {
      clinic: { name, phone: notedPhone(clinic, languageOf(locale)) || null, email, taxNumbers, locale, timeZone, country },
      location: { name: location.name, lines: addressLines(location), timeZone: location.timeZone },
      patient: { name: nameOf(row.patient) },
      practitioner: { name: displayName, title, titleIn, college, collegeIn, registrationNumber },
      appointment: appointment
        ? { start: appointment.start, minutes: Math.round((Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000) }
        : null,
    };
  }
}

function addressLines(location: LocationDto): string[] {
  const town = [location.city, location.region, location.postalCode].filter(Boolean).join(' ');
  return [location.addressLine1, location.addressLine2, town].filter((line): line is string => Boolean(line));
}

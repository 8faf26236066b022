import { EXPECTED_STATUSES, localeOf, type StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, now, systemCtx } from '../../platform/index.js';
import { AppointmentsService, BY_TEXT } from '../../scheduling/index.js';
import { type AppointmentFacts, AppointmentFactsReader } from '../sending/appointment-facts.js';
import { appointmentTime } from '../sending/appointment-time.js';
import { plainName } from '../templates/render.js';
import type { Named } from './answer-texts.js';
import { type Shown, type Told, appointmentsTold } from './appointments-meant.js';

/** An appointment to come that a phone may answer for, and what it was told of it. */
export interface LiveAppointment extends AppointmentFacts {
  clinicId: string;
  shown: Shown['version'];
  locale: StatedLocale;
}

/** More appointments to come of one clinic than this are not told apart by what they wait for: a person does. */
const MOST_OF_A_CLINIC = 20;

/** What is to come of one clinic, of which a phone was told; the last told of first. */
export interface ToCome {
  appointments: LiveAppointment[];
  /** False where there are more of them. */
  all: boolean;
}

/** Appointments that the holder of a phone may speak about now. */
@Injectable()
export class LiveAppointments {
  constructor(
    private readonly facts: AppointmentFactsReader,
    private readonly consents: ConsentsService,
    private readonly appointments: AppointmentsService,
  ) {}

  /**
   * All that the phone was told of and that is still to come, of each clinic for itself: however many appointments one clinic tells
   * it of, those of the others stay among what it may mean.
   */
  async toCome(told: readonly Told[], number: string): Promise<ToCome[]> {
    const found: ToCome[] = [];
    for (const [clinicId, shown] of Map.groupBy(appointmentsTold(told), (one) => one.clinicId)) {
      const ahead = await this.appointments.toCome(
        replyCtx(clinicId),
        shown.map(({ appointmentId }) => appointmentId),
      );
      const standing = shown.filter(({ appointmentId }) => ahead.has(appointmentId));
      const appointments = await this.readAll(standing.slice(0, MOST_OF_A_CLINIC), number);
      if (appointments.length > 0) found.push({ appointments, all: standing.length <= MOST_OF_A_CLINIC });
    }
    return found;
  }

  /** Those of them about which it may still speak. */
  async readAll(shown: readonly Shown[], number: string): Promise<LiveAppointment[]> {
    const appointments: LiveAppointment[] = [];
    for (const one of shown) {
      const appointment = await this.read(one, number);
      if (appointment) appointments.push(appointment);
    }
    return appointments;
  }

  /** Undefined for what is over, off or gone, and where the phone is not the patient's any more. */
  async read({ clinicId, appointmentId, version }: Shown, number: string): Promise<LiveAppointment | undefined> {
    const ctx = replyCtx(clinicId);
    const appointment = await this.facts.read(ctx, appointmentId);
    if (!appointment || appointment.start <= now(ctx) || !EXPECTED_STATUSES.includes(appointment.status)) return undefined;
    const { phone, barred, locale, country } = await this.consents.contact(ctx, appointment.patientId, 'appointments');
    return phone === number && !barred ? { ...appointment, clinicId, shown: version, locale: localeOf(locale, country) } : undefined;
  }
}

export const replyCtx = (clinicId: string): Ctx => systemCtx(clinicId, BY_TEXT);

/** The appointment as an answer names it. */
export function named(appointment: LiveAppointment): Named {
  const spot = appointment.placeName === appointment.clinic.name ? '' : plainName(appointment.placeName);
  return {
    ...appointmentTime(appointment.start, appointment.timeZone, appointment.locale, 'sms'),
    spot,
    practitioner: plainName(appointment.practitioner),
    newPlace: appointment.news.place ? plainName(appointment.place) : '',
    newPractitioner: appointment.news.practitioner,
    confirmed: appointment.status === 'confirmed',
  };
}

import { Global, Module } from '@nestjs/common';
import { TimelineWording } from '../platform/index.js';
import { SCHEDULING_TIMELINE } from './scheduling.timeline.js';
import { AppointmentActionsController } from './appointments/appointment-actions.controller.js';
import { AppointmentDays } from './appointments/appointment-days.js';
import { AppointmentRecords } from './appointments/appointment-records.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import { AddressNews } from './appointments/address-news.js';
import { AppointmentBooking } from './appointments/appointment-booking.js';
import { Bookings } from './bookings/bookings.js';
import { KeptInLife } from './appointments/kept-in-life.js';
import { NearestAppointments } from './appointments/nearest-appointments.js';
import { PatientNews } from './appointments/patient-news.js';
import { SlotAlternatives } from './appointments/slot-alternatives.js';
import { UntoldKeeper } from './appointments/untold-keeper.js';
import { AppointmentCards } from './appointments/appointment-cards.js';
import { AppointmentFollowers } from './appointments/appointment-followers.js';
import { AppointmentLinks } from './appointments/appointment-links.js';
import { AppointmentEvents } from './appointments/appointment-events.js';
import { BookingRules } from './appointments/booking-rules.js';
import { AvailabilityController } from './availability/availability.controller.js';
import { AvailabilityService } from './availability/availability.service.js';
import { Schedules } from './availability/schedules.js';
import { ClinicRange } from './clinic-range.js';
import { TimeOffController } from './hours/time-off.controller.js';
import { TimeOffService } from './hours/time-off.service.js';
import { WorkingHoursController } from './hours/working-hours.controller.js';
import { WorkingHoursService } from './hours/working-hours.service.js';
import { AppointmentLinkKind } from './links/appointment-link.kind.js';
import { SchedulingDependents } from './scheduling.dependents.js';
import { ServicesController } from './services/services.controller.js';
import { ServicesService } from './services/services.service.js';
import { PatientFlags } from './flags/patient-flags.js';
import { FlagsListeners } from './flags/flags.listeners.js';

/**
 * Who is where, when, for what. Owns: service, working hours, time off, appointment with its card, booking, a patient's
 * standing (whether they are new, what they owe), the news of other addresses that are still to be written beside appointments. Emits
 * appointment.*, address_news.due, service.changed, working_hours.changed, time_off.changed; listens to address_news.due, and to
 * invoice.balance_changed for what a patient owes. What belongs to an appointment follows it by AppointmentFollowers, and is shown on it by
 * AppointmentCards.
 */
@Global()
@Module({
  controllers: [
    AppointmentActionsController,
    AppointmentsController,
    AvailabilityController,
    ServicesController,
    TimeOffController,
    WorkingHoursController,
  ],
  providers: [
    AppointmentDays,
    AppointmentRecords,
    AppointmentsService,
    AvailabilityService,
    AddressNews,
    AppointmentBooking,
    Bookings,
    ClinicRange,
    KeptInLife,
    NearestAppointments,
    PatientNews,
    PatientFlags,
    SlotAlternatives,
    Schedules,
    SchedulingDependents,
    ServicesService,
    FlagsListeners,
    TimeOffService,
    UntoldKeeper,
    AppointmentCards,
    AppointmentFollowers,
    AppointmentLinkKind,
    AppointmentLinks,
    AppointmentEvents,
    BookingRules,
    WorkingHoursService,
  ],
  exports: [
    AppointmentsService,
    AvailabilityService,
    AppointmentBooking,
    PatientNews,
    AddressNews,
    ServicesService,
    TimeOffService,
    AppointmentCards,
    AppointmentFollowers,
    WorkingHoursService,
  ],
})
export class SchedulingModule {
  constructor(timeline: TimelineWording) {
    timeline.add(SCHEDULING_TIMELINE);
  }
}

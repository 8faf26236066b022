import { Global, Module } from '@nestjs/common';
import { AppointmentActionsController } from './appointments/appointment-actions.controller.js';
import { AppointmentDays } from './appointments/appointment-days.js';
import { AppointmentRecords } from './appointments/appointment-records.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import { BookingDesk } from './appointments/booking-desk.js';
import { Bookings } from './appointments/bookings.js';
import { KeptInLife } from './appointments/kept-in-life.js';
import { NearestVisits } from './appointments/nearest-visits.js';
import { PatientNews } from './appointments/patient-news.js';
import { Refusals } from './appointments/refusals.js';
import { UntoldKeeper } from './appointments/untold-keeper.js';
import { VisitCards } from './appointments/visit-cards.js';
import { VisitFollowers } from './appointments/visit-followers.js';
import { VisitLinks } from './appointments/visit-links.js';
import { VisitLog } from './appointments/visit-log.js';
import { VisitPlans } from './appointments/visit-plans.js';
import { AvailabilityController } from './availability/availability.controller.js';
import { AvailabilityService } from './availability/availability.service.js';
import { Schedules } from './availability/schedules.js';
import { ClinicRange } from './clinic-range.js';
import { TimeOffController } from './hours/time-off.controller.js';
import { TimeOffService } from './hours/time-off.service.js';
import { WorkingHoursController } from './hours/working-hours.controller.js';
import { WorkingHoursService } from './hours/working-hours.service.js';
import { SchedulingDependents } from './scheduling.dependents.js';
import { ServicesController } from './services/services.controller.js';
import { ServicesService } from './services/services.service.js';
import { PatientStanding } from './standing/patient-standing.js';
import { StandingListeners } from './standing/standing.listeners.js';

/**
 * Who is where, when, for what. Owns: service, working hours, time off, appointment with its card, booking, a patient's
 * standing (whether they are new, what they owe). Emits appointment.*, service.changed, working_hours.changed,
 * time_off.changed; listens to invoice.issued, invoice.voided, payment.received, for what a patient owes. What belongs to a
 * visit follows it by VisitFollowers, and is shown on it by VisitCards.
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
    BookingDesk,
    Bookings,
    ClinicRange,
    KeptInLife,
    NearestVisits,
    PatientNews,
    PatientStanding,
    Refusals,
    Schedules,
    SchedulingDependents,
    ServicesService,
    StandingListeners,
    TimeOffService,
    UntoldKeeper,
    VisitCards,
    VisitFollowers,
    VisitLinks,
    VisitLog,
    VisitPlans,
    WorkingHoursService,
  ],
  exports: [
    AppointmentsService,
    AvailabilityService,
    BookingDesk,
    PatientNews,
    ServicesService,
    TimeOffService,
    VisitCards,
    VisitFollowers,
    WorkingHoursService,
  ],
})
export class SchedulingModule {}

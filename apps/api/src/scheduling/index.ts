import { NameServicesInBothLanguages2026120100100 } from './migrations/2026-12-01-0010-name-services-in-both-languages.js';
import { KnowWhatOnlyItsAddressChanged2026113019350 } from './migrations/2026-11-30-1935-know-what-only-its-address-changed.js';
import { OweNewsOfAddresses2026113018200 } from './migrations/2026-11-30-1820-owe-news-of-addresses.js';
import { SayWhoseABookingIs2026113016500 } from './migrations/2026-11-30-1650-say-whose-a-booking-is.js';
import { PublishAppointmentTimes2026113016420 } from './migrations/2026-11-30-1642-publish-appointment-times.js';
import { Appointment } from './appointments/appointment.entity.js';
import { TimeOff } from './hours/time-off.entity.js';
import { WorkingHours, WorkingShift } from './hours/working-hours.entity.js';
import { NameAppointmentsInCare2026113012000 } from './migrations/2026-11-30-1200-name-appointments-in-care.js';
import { BookOpenLocations1795871900123 } from './migrations/book-open-locations-1795871900123.js';
import { KeepNamedPlaces1795856226734 } from './migrations/keep-named-places-1795856226734.js';
import { KeepWhoToldWhat1795990500400 } from './migrations/keep-who-told-what-1795990500400.js';
import { KeepWhatTimeAVisitHad1795990800200 } from './migrations/keep-what-time-a-visit-had-1795990800200.js';
import { KeepWhatAPatientWasTold1795943582815 } from './migrations/keep-what-a-patient-was-told-1795943582815.js';
import { SayWhichReminderTold1795990400200 } from './migrations/say-which-reminder-told-1795990400200.js';
import { SayWhoToldAPatient1795969249324 } from './migrations/say-who-told-a-patient-1795969249324.js';
import { KeepOwingAsBigint1795854171065 } from './migrations/keep-owing-as-bigint-1795854171065.js';
import { CreateScheduling1764000000001 } from './migrations/create-scheduling-1764000000001.js';
import { CreatePatientStanding1764000000002 } from './migrations/create-patient-standing-1764000000002.js';
import { SaySinceWhenAVisitIsOff1795990600120 } from './migrations/say-since-when-a-visit-is-off-1795990600120.js';
import { SaySinceWhenItIsShown1795926600415 } from './migrations/say-since-when-it-is-shown-1795926600415.js';
import { SayWhenAPatientWasReceived1795941990970 } from './migrations/say-when-a-patient-was-received-1795941990970.js';
import { SayWhoPlacedAVisit1795853756576 } from './migrations/say-who-placed-a-visit-1795853756576.js';
import { SayWhoReceivedAPatient1795879742098 } from './migrations/say-who-received-a-patient-1795879742098.js';
import { Service } from './services/service.entity.js';

export type { AppointmentDto } from './appointments/appointments.dto.js';
export { type AppointmentAhead, AppointmentsService } from './appointments/appointments.service.js';
export { isStillShown } from './appointments/as-confirmed.js';
export type { AnsweredBy } from './appointments/tellings.js';
export { BY_TEXT } from './appointments/untold-keeper.js';
export { PatientNews, type AppointmentTold } from './appointments/patient-news.js';
export { AddressNews } from './appointments/address-news.js';
export { AppointmentBooking } from './appointments/appointment-booking.js';
export { type InvoiceFacts, type NoteFacts, AppointmentCards } from './appointments/appointment-cards.js';
export { AppointmentFollowers } from './appointments/appointment-followers.js';
export { SlotDto } from './availability/availability.dto.js';
export { PublicLinkDto } from './links/appointment-link.dto.js';
export { AvailabilityService } from './availability/availability.service.js';
export { TimeOffService } from './hours/time-off.service.js';
export { WorkingHoursService } from './hours/working-hours.service.js';
export { SchedulingModule } from './scheduling.module.js';
export type { ServiceDto } from './services/services.dto.js';
export { ServicesService } from './services/services.service.js';

export const SCHEDULING_ENTITIES = [Appointment, Service, TimeOff, WorkingHours, WorkingShift];
export const SCHEDULING_MIGRATIONS = [
  CreateScheduling1764000000001,
  CreatePatientStanding1764000000002,
  SayWhoPlacedAVisit1795853756576,
  KeepOwingAsBigint1795854171065,
  KeepNamedPlaces1795856226734,
  BookOpenLocations1795871900123,
  SayWhoReceivedAPatient1795879742098,
  SaySinceWhenItIsShown1795926600415,
  SayWhenAPatientWasReceived1795941990970,
  KeepWhatAPatientWasTold1795943582815,
  SayWhoToldAPatient1795969249324,
  SayWhichReminderTold1795990400200,
  SaySinceWhenAVisitIsOff1795990600120,
  KeepWhoToldWhat1795990500400,
  KeepWhatTimeAVisitHad1795990800200,
  NameAppointmentsInCare2026113012000,
  PublishAppointmentTimes2026113016420,
  SayWhoseABookingIs2026113016500,
  OweNewsOfAddresses2026113018200,
  KnowWhatOnlyItsAddressChanged2026113019350,
  NameServicesInBothLanguages2026120100100,
];

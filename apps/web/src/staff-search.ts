/** What is open beside or above a staff page; it stands in the address, so that going back closes it and a link opens it. */
export interface StaffSearch {
  /** The appointment whose panel is open, by its id. */
  appointment?: string | undefined;
  /** What is already known about an appointment that is being booked; present while the booking form is open. */
  book?: BookSearch | undefined;
}

export interface BookSearch {
  patientId?: string | undefined;
  practitionerId?: string | undefined;
  serviceId?: string | undefined;
  /** An instant, RFC 3339. */
  start?: string | undefined;
  /** Where to look for a free time, while none is chosen: a day of the clinic. */
  day?: string | undefined;
  durationMinutes?: number | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whatever stands in an address: what is no id, no time and no number is left out. */
export function readStaffSearch(search: Record<string, unknown>): StaffSearch {
  const { appointment, book } = search;
  return { ...(isId(appointment) && { appointment }), ...(typeof book === 'object' && book !== null && { book: readBook(book) }) };
}

function readBook(book: object): BookSearch {
  const { patientId, practitionerId, serviceId, start, day, durationMinutes } = book as Record<string, unknown>;
  return {
    ...(isId(patientId) && { patientId }),
    ...(isId(practitionerId) && { practitionerId }),
    ...(isId(serviceId) && { serviceId }),
    ...(typeof start === 'string' && !Number.isNaN(Date.parse(start)) && { start }),
    ...(typeof day === 'string' && DAY.test(day) && !Number.isNaN(Date.parse(day)) && { day }),
    ...(typeof durationMinutes === 'number' && durationMinutes > 0 && durationMinutes <= 24 * 60 && { durationMinutes }),
  };
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

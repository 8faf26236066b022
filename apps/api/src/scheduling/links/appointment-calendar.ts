import { toICalendar } from '@keel/calendar';
import { CALLED_OFF_STATUSES, type Language, languageOf, notedPhone } from '@keel/contracts';
import type { PublicLinkDto } from './appointment-link.dto.js';

const WORDS: Readonly<Record<Language, { appointment: (clinic: string) => string; who: (name: string) => string }>> = {
  en: { appointment: (clinic) => `Appointment at ${clinic}`, who: (name) => `With ${name}` },
  fr: { appointment: (clinic) => `Rendez-vous – ${clinic}`, who: (name) => `Avec ${name}` },
};

/**
 * The appointment for the patient's own calendar, which others may see: what the page shows and no more, without the service and
 * without the link, which could cancel it.
 */
export function appointmentCalendar(link: PublicLinkDto, made: { id: string; shownVersion: number; madeAt: Date }): string {
  const { clinic, appointment } = link;
  const language = languageOf(link.locale);
  const words = WORDS[language];
  const cancelled = CALLED_OFF_STATUSES.includes(appointment.status);
  return toICalendar({
    uid: `${made.id}@keel`,
    // An appointment that is called off comes after the one that stood, and before what it is once it is changed or brought back.
    sequence: made.shownVersion * 2 + (cancelled ? 1 : 0),
    start: Date.parse(appointment.start),
    end: Date.parse(appointment.end),
    madeAt: made.madeAt.getTime(),
    summary: words.appointment(clinic.name),
    description: [words.who(appointment.practitioner), notedPhone(clinic, language).replaceAll('\u00a0', ' ')].filter(Boolean).join('\n'),
    location: appointment.location,
    cancelled,
  });
}

import { languageOf, notedPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../../patients/index.js';
import { Db, Problem } from '../../platform/index.js';
import { AppointmentsService, isStillShown } from '../../scheduling/index.js';
import { Composer } from '../sending/composer.js';
import { plainName } from '../templates/render.js';
import { type Answer, answerText, ownWhichText, toldApart, whichText, whoseText, type Asked } from './answer-texts.js';
import type { OurLine } from './conversations.js';
import { type LiveAppointment, LiveAppointments, named, replyCtx } from './live-appointments.js';
import { LOOK_ALIKE, LOOK_ALIKES } from './spelling.js';

import { MOST_CLINICS } from './whose-words.js';

/** What is said, what is kept of it in whose clinic, and whether somebody should read the patient's text too. */
export interface Said {
  text: string;
  lines: (OurLine & { clinicId: string })[];
  forPerson: boolean;
}

const MOST_CHOICES = 6;
/** Characters: nine names and their phones fit into one text. */
const MOST_OF_A_NAME = 48;

/** Does what a patient's text asks of one appointment, and says which; or asks which is meant. */
@Injectable()
export class AppointmentAnswers {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentsService,
    private readonly live: LiveAppointments,
    private readonly composer: Composer,
    private readonly consents: ConsentsService,
  ) {}

  /** Undefined where a person has to answer. */
  async answer(asked: Asked, appointment: LiveAppointment, number: string): Promise<Said | undefined> {
    if (asked === 'yes') return this.confirm(appointment, number);
    const link = await this.link(appointment, number);
    return link === undefined ? undefined : this.say(asked === 'no' ? 'kept' : 'reschedule', appointment, number, link);
  }

  /** A question with a number for each; undefined where there are too many, or two that cannot be told apart. */
  ask(asks: Asked, appointments: readonly LiveAppointment[], number: string): Said | undefined {
    return this.askWhich(asks, appointments, number) ?? this.askWhose(asks, appointments, number);
  }

  private askWhich(asks: Asked, appointments: readonly LiveAppointment[], number: string): Said | undefined {
    const [first] = appointments;
    const ordered = appointments.toSorted((a, b) => +a.start - +b.start);
    // In one language, or one moment would read as two.
    const names =
      first &&
      toldApart(
        ordered.map((appointment) => named({ ...appointment, locale: first.locale })),
        languageOf(first.locale),
      );
    if (!names || ordered.length > MOST_CHOICES) return undefined;
    const several = new Set(ordered.map(({ clinicId }) => clinicId)).size > 1;
    const options = ordered.map((appointment, index) => {
      const name = names[index] ?? '';
      return { appointment, number: index + 1, name: several ? `${listed(appointment.clinic.name)}, ${name}` : name };
    });
    const text = (some: typeof options) => whichText(asks, signed(first), languageOf(first.locale), some);
    // Each line stands with its own appointment, signed by its own clinic, and tells it nothing of another's.
    const own = (option: (typeof options)[number]) =>
      several
        ? ownWhichText(asks, signed(option.appointment), languageOf(option.appointment.locale), named(option.appointment))
        : text([option]);
    const lines = options.map((option) => line('which', option.appointment, number, own(option), { asks, choice: option.number }));
    return { text: text(options), lines, forPerson: false };
  }

  /** Of which clinic first, so that no clinic's appointments, however many, keep those of another from being named. */
  private askWhose(asks: Asked, appointments: readonly LiveAppointment[], number: string): Said | undefined {
    const clinics = [...Map.groupBy(appointments, ({ clinicId }) => clinicId).values()];
    const [first] = appointments;
    const names = clinicNames(clinics.flatMap(([one]) => one ?? []));
    if (!first || !readApart(names) || clinics.length < 2 || clinics.length > MOST_CLINICS) return undefined;
    const options = clinics.map((theirs, index) => ({ theirs, number: index + 1, name: names[index] ?? '' }));
    const text = (some: typeof options) => whoseText(asks, languageOf(first.locale), some);
    const lines = options.flatMap((option) => {
      const [one, ...others] = option.theirs;
      if (!one) return [];
      const patientId = others.every((other) => other.patientId === one.patientId) ? one.patientId : null;
      const ofNone = { appointmentId: null, version: null, startsAt: null };
      const own = ownWhichText(asks, signed(one), languageOf(one.locale));
      return { ...line('which', one, number, own, { asks, choice: option.number }), ...ofNone, patientId };
    });
    return { text: text(options), lines, forPerson: false };
  }

  /** Confirms what was shown, and nothing else: an appointment that has changed since is told of anew. */
  private async confirm(appointment: LiveAppointment, number: string): Promise<Said | undefined> {
    const { clinicId, id, shown, untold, version } = appointment;
    // Their yes may be to another text, and is to this appointment once they have read of it.
    if (shown === 'perhaps') return this.say('again', appointment, number);
    // A text of before its version was kept told of nobody knows which.
    if (shown === null || !isStillShown(appointment, shown)) return this.say('changed', appointment, number);
    // Their own yes counts where it was confirmed before them too: by whom, may turn out otherwise.
    try {
      const confirmed = await this.appointments.confirm(replyCtx(clinicId), id, { by: 'patient' }, version);
      return this.say('confirmed', { ...appointment, version: confirmed.version }, number);
    } catch (error) {
      if (!(error instanceof Problem) || error.getStatus() >= 500) throw error;
      // Changed this very moment; or there is nothing to confirm, as while the clinic has not approved it.
      const now = await this.live.read({ clinicId, appointmentId: id, version: shown }, number);
      return now && (now.version !== version || now.untold !== untold) ? this.confirm(now, number) : undefined;
    }
  }

  /** Undefined where the number was corrected this very moment: a link goes to nobody else's phone. */
  private async link(appointment: LiveAppointment, number: string): Promise<string | undefined> {
    return this.db.tx(replyCtx(appointment.clinicId), async (ctx) => {
      await this.consents.hold(ctx, appointment.patientId);
      const { phone, barred } = await this.consents.contact(ctx, appointment.patientId, 'appointments');
      return phone === number && !barred ? this.composer.appointmentLink(ctx, appointment, 'sms') : undefined;
    });
  }

  private say(reply: Exclude<Answer, 'which'>, appointment: LiveAppointment, number: string, link = ''): Said {
    const text = answerText(reply, signed(appointment), languageOf(appointment.locale), named(appointment), link);
    return { text, lines: [line(reply, appointment, number, text)], forPerson: reply === 'kept' };
  }
}

/** A clinic as it signs a text, and where it is. */
export type Calling = Pick<LiveAppointment, 'clinic' | 'phone' | 'locale'> & { address?: string };

export const signed = ({ clinic, phone, locale }: Calling) => {
  const name = plainName(clinic.name);
  return { clinic: name, phone: plainName(notedPhone(phone, languageOf(locale))) || name };
};

/**
 * What to call each clinic, with its phone, since names may look alike in more ways than can be listed, and with where it is where both
 * do. Exact twins are called alike: whoever knows no better tries one.
 */
export function clinicNames(some: readonly Calling[]): string[] {
  const names = some.map((one) => {
    const { clinic, phone } = signed(one);
    return phone === clinic ? listed(clinic) : `${listed(clinic)} (${phone})`;
  });
  const alike = Map.groupBy(names, folded);
  return names.map((name, index) => {
    const address = plainName(some[index]?.address ?? '', MOST_OF_A_NAME);
    return address && (alike.get(folded(name))?.length ?? 0) > 1 ? `${name}, ${listed(address)}` : name;
  });
}

const readApart = (names: readonly string[]) => new Set(names.map(folded)).size === names.length;

/** In a list by numbers a name must not look like a number of it, and leaves room for the others. */
const listed = (name: string) => plainName(name, MOST_OF_A_NAME).replace(/(\d)\s*[).:]/g, '$1');

/** Names that a reader takes for one another are one. */
const folded = (name: string) =>
  name
    .replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function line(
  reply: Answer,
  appointment: LiveAppointment,
  number: string,
  text: string,
  more: Pick<OurLine, 'asks' | 'choice'> = {},
): OurLine & { clinicId: string } {
  const { clinicId, id, patientId, version, start } = appointment;
  return { clinicId, number, text, patientId, appointmentId: id, reply, version, startsAt: start, ...more };
}

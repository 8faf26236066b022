import { type Language, languageOf, LANGUAGES, type StatedLocale, TIMELINE_EVENTS, type TimelineEventType } from '@keel/contracts';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Known, type Say, sayer, type TimelineData } from './say.js';

type Line = (say: Say, data: TimelineData) => string;

/** How an event reads on a patient's time line, in each language. */
export type EventWords = Readonly<Record<Language, Line>> & {
  /** The line ends with the appointment that it is of, as its own events told it last before. */
  readonly namesAppointment?: true;
};
/** How a module words its events, kept beside them. */
export type TimelineWords = Readonly<Partial<Record<TimelineEventType, EventWords>>>;

const OF_APPOINTMENT: Readonly<Record<Language, (text: string, time: string) => string>> = {
  en: (text, time) => `${text}: appointment of ${time}`,
  fr: (text, time) => `${text}\u00a0: rendez-vous du ${time}`,
};

/** One line of the journey in the reader's language. Times are those of the appointment's place, which is said where it is not the clinic's. */
export function tell(words: EventWords, data: TimelineData, locale: StatedLocale, known: Known): string {
  const say = sayer(data, locale, known);
  const language = languageOf(locale);
  const text = words[language](say, data);
  return words.namesAppointment && say.word('start') !== '' ? OF_APPOINTMENT[language](text, say.time('start')) : text;
}

/** The modules put the words of their events here at boot, which fails where an event of the time line has none. */
@Injectable()
export class TimelineWording implements OnApplicationBootstrap {
  private readonly words = new Map<TimelineEventType, EventWords>();

  add(words: TimelineWords): void {
    for (const [type, one] of Object.entries(words) as [TimelineEventType, EventWords][]) {
      if (this.words.has(type)) throw new Error(`Two modules word ${type} for the time line; the one that emits it should`);
      this.words.set(type, one);
    }
  }

  of(type: TimelineEventType): EventWords | undefined {
    return this.words.get(type);
  }

  onApplicationBootstrap(): void {
    const faults = wordingFaults(this.words);
    if (faults.length > 0) throw new Error(`The time line and its words disagree:\n  ${faults.join('\n  ')}`);
  }
}

/** What is wrong between the events of the time line and their words, each with the mend. */
export function wordingFaults(
  words: ReadonlyMap<string, Partial<Record<Language, unknown>>>,
  events: readonly string[] = TIMELINE_EVENTS,
): string[] {
  const silent = events.flatMap((type) => {
    const missing = LANGUAGES.filter((language) => !words.get(type)?.[language]);
    return missing.length > 0 ? [`${type} has no words in ${missing.join(' and ')}: add them to the *.timeline.ts of its module`] : [];
  });
  const idle = [...words.keys()].filter((type) => !events.includes(type));
  return [...silent, ...idle.map((type) => `${type} has words and is not on the time line: define it by timelineEvent in libs/contracts`)];
}

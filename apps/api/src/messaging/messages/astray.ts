import type { Channel, MessageStatus } from '@keel/contracts';

/** A reminder as far as it decides where another one goes. */
export interface Sent {
  id: string;
  channel: Channel;
  ruleId: string | null;
  status: MessageStatus;
  /** It is known that it went to an address which is not the patient's. */
  astray: boolean;
  /** Null where it never was handed over: it goes to whatever address there is then. */
  toPatient: boolean | null;
  dueAt: Date;
}

/** What is to be done with the reminders of an appointment at its time. */
export interface Course {
  /** To be counted as gone astray, or not any more. */
  astray: string[];
  found: string[];
  /** What is planned once more, each after this one. */
  again: string[];
}

const REACHED: readonly MessageStatus[] = ['sent', 'delivered', 'unknown'];
/** Nothing more comes of it. */
const ENDED: readonly MessageStatus[] = [...REACHED, 'failed', 'opted_out'];
/** It reminded them, or will; one that was held back does neither. */
const REMINDS: readonly MessageStatus[] = [...REACHED, 'scheduled', 'queued'];

/** A reminder with the time version of its appointment that it was of. */
type Timed = Sent & { timeVersion: number };

/**
 * The reminders that count for an appointment as it is now: of each rule, those of its time. Where only the address of its place was another since
 * `readdressedFrom`, those of before count too, until the rule has one that names the new address.
 */
export function ofItsTime<T extends Timed>(all: readonly T[], now: { timeVersion: number; readdressedFrom: number | null }): T[] {
  const from = now.readdressedFrom ?? now.timeVersion;
  const counting = all.filter(({ timeVersion }) => timeVersion >= from && timeVersion <= now.timeVersion);
  return [...Map.groupBy(counting, ({ ruleId }) => ruleId).values()].flatMap((theirs) => {
    const latest = Math.max(...theirs.map(({ timeVersion }) => timeVersion));
    return theirs.filter(({ timeVersion }) => timeVersion === latest);
  });
}

/**
 * A reminder that went to an address which is not the patient's reminded nobody: it goes once more, to the address that is theirs now. Of several
 * by one channel the latest does, since all of them would say the same now; none goes to an address that had it already.
 */
export function courseOf(sent: readonly Sent[], now: Date): Course {
  const course: Course = { astray: [], found: [], again: [] };
  for (const theirs of Map.groupBy(sent, ({ channel }) => channel).values()) {
    const standing: Sent[] = [];
    const lost: Sent[] = [];
    for (const tries of Map.groupBy(theirs, ({ ruleId }) => ruleId).values()) {
      const { had, gone } = ofRule(tries, course);
      standing.push(...had);
      lost.push(...gone);
    }
    const latest = lost.toSorted((a, b) => +a.dueAt - +b.dueAt).at(-1);
    const isReminded = standing.some(({ status, dueAt }) => latest && REMINDS.includes(status) && dueAt >= latest.dueAt && dueAt <= now);
    if (latest && !isReminded) course.again.push(latest.id);
  }
  return course;
}

/** The reminders of one rule: which of them stands, and which went astray while none does. */
function ofRule(tries: readonly Sent[], course: Course): { had: Sent[]; gone: Sent[] } {
  // What is being handed over is heard of in a moment, and is looked at then.
  if (tries.some(({ status }) => status === 'queued')) return { had: [...tries], gone: [] };
  const theirs = tries.find(({ status, toPatient }) => toPatient === true && REACHED.includes(status));
  const standing = theirs ?? tries.find(({ astray, status, toPatient }) => !astray && (toPatient !== false || !ENDED.includes(status)));
  for (const one of tries) {
    if (one === standing && one.astray) course.found.push(one.id);
    if (one !== standing && !one.astray) course.astray.push(one.id);
  }
  return standing ? { had: [standing], gone: [] } : { had: [], gone: [...tries] };
}

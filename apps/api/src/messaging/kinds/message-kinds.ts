import { type Channel, type Language, LANGUAGES, type Permission } from '@keel/contracts';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { TxCtx } from '../../platform/index.js';
import { type Message, MESSAGE_KINDS, type MessageKind } from '../messages/message.entity.js';
import type { Composed } from '../sending/content.js';
import type { Decision } from '../sending/decide.js';
import { DEFAULT_TEXTS } from '../templates/default-templates.js';

/** It is not sent any more, and why. */
export type Void = Exclude<Decision, { status: 'send' }>;
/** What it tells of changed while it was looked at: it is begun again at once. */
export type BeginAgain = { status: 'scheduled'; reason: string | null; nextAt: Date };

/** What messaging has to know of a kind of message; queue, lease, attempts, sending and opt-outs are the same for all. */
export interface MessageKindRules {
  /**
   * Whom it is between: the clinic and a patient; or it is to a member of staff; or of a person's own account, which is theirs in every
   * clinic: that it went out is seen here, what it says is not. By its row, one that is not a patient's is known by having none: so the
   * queue, ATTENTION and the triggers of the database tell what somebody waits for now, whose first failure is work already.
   */
  to: 'patient' | 'staff' | 'account';
  /** Whether it waits until the founder's address is proved, as all does that is to somebody else or carries what anybody typed. */
  heldUnproved: boolean;
  /** Whose bound it counts against: what its clinic and its address may be sent in a day; or what asks for it has a bound of its own. */
  bound: 'day' | 'own';
  /** By which ways clinics word it themselves, over a default text; none where the words are Keel's. */
  texts: readonly Channel[];
  /** Who may know that there is one, of those who read messages; absent where all of them may. */
  seen?: {
    /** Whoever has this right. */
    by?: Permission;
    /** SQL that holds where one that was made at `moment` may be known of in this clinic at all. */
    where?: (moment: string) => string;
  };
  /**
   * Its facts and its words, from what is true in this transaction; or that it is void, where what it is about does not stand any more.
   * Absent for what is written when it comes and waits for nobody: it is never prepared, not sent again where it did not arrive, and
   * that it left is not told.
   */
  prepare?: (ctx: TxCtx, message: Message) => Promise<Composed | Void | BeginAgain>;
}

/** Each kind of message is a file here that puts itself on this list at boot, which fails where one is missing or comes twice. */
@Injectable()
export class MessageKinds implements OnApplicationBootstrap {
  private readonly kinds = new Map<MessageKind, MessageKindRules>();

  add(kinds: Readonly<Partial<Record<MessageKind, MessageKindRules>>>): void {
    for (const [kind, one] of Object.entries(kinds) as [MessageKind, MessageKindRules][]) {
      if (this.kinds.has(kind))
        throw new Error(`Two say how a message of kind ${kind} is prepared; its own file in messaging/kinds should`);
      this.kinds.set(kind, one);
    }
  }

  of(kind: MessageKind): MessageKindRules {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`${kind} is no message that is on the list of kinds`);
    return found;
  }

  all(): readonly (readonly [MessageKind, MessageKindRules])[] {
    return [...this.kinds];
  }

  /** Whether it waits for its turn to be sent, and may have another. */
  isQueued(kind: MessageKind): boolean {
    return this.of(kind).prepare !== undefined;
  }

  isToStaff(kind: MessageKind): boolean {
    return this.of(kind).to !== 'patient';
  }

  onApplicationBootstrap(): void {
    const faults = messageKindFaults(this.kinds);
    if (faults.length > 0) throw new Error(`The kinds of messages and their files disagree:\n  ${faults.join('\n  ')}`);
  }
}

/** What is wrong between the kinds of messages and what is said of them, each with the mend. */
export function messageKindFaults(
  told: ReadonlyMap<string, Pick<MessageKindRules, 'texts'>>,
  kinds: readonly string[] = MESSAGE_KINDS,
  hasText: (kind: string, channel: Channel, language: Language) => boolean = hasDefaultText,
): string[] {
  return kinds.flatMap((kind) => {
    const one = told.get(kind);
    if (!one) return [`${kind} is prepared by nobody: add it to MessageKinds in a file of messaging/kinds`];
    return one.texts.flatMap((channel) =>
      LANGUAGES.filter((language) => !hasText(kind, channel, language)).map(
        (language) => `${kind} has no default text by ${channel} in ${language}: add it to templates/default-templates.ts`,
      ),
    );
  });
}

function hasDefaultText(kind: string, channel: Channel, language: Language): boolean {
  return DEFAULT_TEXTS.some((text) => text.kind === kind && text.channel === channel && text.locale === language);
}

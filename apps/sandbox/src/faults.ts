import { setTimeout as sleep } from 'node:timers/promises';

export const CHANNELS = ['sms', 'email'] as const;
export type SandboxChannel = (typeof CHANNELS)[number];

/** What the sandbox can be told to do. "Keeps" means that the message arrives all the same. */
export const FAULTS = [
  'slow', // waits `ms`, then works as always
  'fail', // refuses with `code`: a Twilio error code, or an SMTP reply code
  'cut_before', // cuts the connection and keeps nothing
  'cut_after', // keeps the message, then cuts the connection instead of answering
  'answer_late', // keeps the message, then waits `ms` before it answers
  'deliver_late', // answers at once and delivers after `ms`
  'undeliverable', // accepts an SMS, then reports it as undelivered
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  id: number;
  channel: SandboxChannel;
  fault: FaultKind;
  ms: number;
  code: number | null;
  /** Only messages to this number or address; null for all. */
  to: string | null;
  /** How many more messages it strikes; null until it is taken away. */
  times: number | null;
}
export type FaultOrder = Pick<Fault, 'channel' | 'fault'> & Partial<Omit<Fault, 'id'>>;

/** The list of troubles that were asked for; each message takes what strikes it. */
export class Faults {
  #faults: Fault[] = [];
  #lastId = 0;

  list(): readonly Fault[] {
    return this.#faults;
  }

  add(order: FaultOrder): Fault {
    const fault = { ms: 0, code: null, to: null, times: null, ...order, id: ++this.#lastId };
    this.#faults.push(fault);
    return fault;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The first fault of this kind that strikes a message to `to`, counted down. */
  take(channel: SandboxChannel, kind: FaultKind, to: string): Fault | undefined {
    const found = this.#faults.find((fault) => fault.channel === channel && fault.fault === kind && (fault.to === null || fault.to === to));
    if (found && found.times !== null && --found.times <= 0) {
      this.#faults = this.#faults.filter((fault) => fault !== found);
    }
    return found;
  }

  /** Waits as long as a fault of this kind demands; at once where there is none. */
  async wait(channel: SandboxChannel, kind: FaultKind, to: string): Promise<void> {
    const fault = this.take(channel, kind, to);
    if (fault) await sleep(fault.ms, undefined, { ref: false });
  }
}

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T => (values as readonly unknown[]).includes(value);

/** Reads an order from the control endpoint; answers with the reason where it cannot be understood. */
export function parseFaultOrder(input: Record<string, unknown>): FaultOrder | string {
  const { channel, fault, to } = input;
  if (!isOneOf(CHANNELS, channel)) return `channel must be one of ${CHANNELS.join(', ')}`;
  if (!isOneOf(FAULTS, fault)) return `fault must be one of ${FAULTS.join(', ')}`;
  const order: FaultOrder = { channel, fault };
  for (const key of ['ms', 'code', 'times'] as const) {
    const value = input[key];
    if (value === undefined || value === null || value === '') continue;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0) return `${key} must be a whole number, zero or more`;
    order[key] = number;
  }
  if (typeof to === 'string' && to !== '') order.to = to;
  return order;
}

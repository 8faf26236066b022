import { setTimeout as sleep } from 'node:timers/promises';

/** What most providers can do wrong, and so most stand-ins know. "Keeps" means that what was sent arrives all the same. */
export const USUAL_FAULTS = [
  'slow', // waits `ms`, then works as always
  'fail', // refuses with `code`, one of the provider's own
  'cut_before', // cuts the connection and keeps nothing
  'cut_after', // keeps it, then cuts the connection instead of answering
  'answer_late', // keeps it, then waits `ms` before it answers
  'deliver_late', // answers at once and delivers after `ms`
] as const;

/** The kinds of faults a stand-in knows, by channel: what they strike, such as `sms`. */
export type KnownFaults = Readonly<Record<string, readonly string[]>>;

export interface Fault {
  id: number;
  channel: string;
  fault: string;
  ms: number;
  code: number | null;
  /** Only what is sent to this number or address; null for all. */
  to: string | null;
  /** How many more times it strikes; null until it is taken away. */
  times: number | null;
}
type Details = Partial<Pick<Fault, 'ms' | 'code' | 'to' | 'times'>>;
export type FaultOrder<K extends KnownFaults = KnownFaults> = {
  [C in keyof K & string]: { channel: C; fault: K[C][number] } & Details;
}[keyof K & string];

/** The faults as those see them who know these: the compiler refuses any other channel and kind. */
export interface FaultsOf<K extends KnownFaults> {
  list(): readonly Fault[];
  add(order: FaultOrder<K>): Fault;
  clear(): void;
  take<C extends keyof K & string>(channel: C, kind: K[C][number], to: string): Fault | undefined;
  wait<C extends keyof K & string>(channel: C, kind: K[C][number], to: string): Promise<void>;
}

/** The list of troubles that were asked for; whatever is sent takes what strikes it. */
export class Faults implements FaultsOf<KnownFaults> {
  #known: KnownFaults = {};
  #faults: Fault[] = [];
  #lastId = 0;

  /** What can be ordered over HTTP. */
  know(known: KnownFaults): void {
    this.#known = known;
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  add(order: FaultOrder): Fault {
    const fault = { ms: 0, code: null, to: null, times: null, ...order, id: ++this.#lastId };
    this.#faults.push(fault);
    return fault;
  }

  /** Takes an order from outside; answers with the reason where it cannot be understood. */
  order(input: Record<string, unknown>): Fault | string {
    const order = parseFaultOrder(this.#known, input);
    return typeof order === 'string' ? order : this.add(order);
  }

  clear(): void {
    this.#faults = [];
  }

  /** The first fault of this kind that strikes what is sent to `to`, counted down. */
  take(channel: string, kind: string, to: string): Fault | undefined {
    const found = this.#faults.find((fault) => fault.channel === channel && fault.fault === kind && (fault.to === null || fault.to === to));
    if (found && found.times !== null && --found.times <= 0) {
      this.#faults = this.#faults.filter((fault) => fault !== found);
    }
    return found;
  }

  /** Waits as long as a fault of this kind demands; at once where there is none. */
  async wait(channel: string, kind: string, to: string): Promise<void> {
    const fault = this.take(channel, kind, to);
    if (fault) await sleep(fault.ms, undefined, { ref: false });
  }
}

function parseFaultOrder(known: KnownFaults, { channel, fault, to, ...rest }: Record<string, unknown>): FaultOrder | string {
  const [, kinds] = Object.entries(known).find(([name]) => name === channel) ?? [];
  if (typeof channel !== 'string' || !kinds) return `channel must be one of ${Object.keys(known).join(', ')}`;
  if (typeof fault !== 'string' || !kinds.includes(fault)) return `fault must be one of ${kinds.join(', ')}`;
  const order: FaultOrder = { channel, fault };
  for (const key of ['ms', 'code', 'times'] as const) {
    const value = rest[key];
    if (value === undefined || value === null || value === '') continue;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0) return `${key} must be a whole number, zero or more`;
    order[key] = number;
  }
  if (typeof to === 'string' && to !== '') order.to = to;
  return order;
}

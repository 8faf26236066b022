import type { TaxCode } from '@keel/contracts';

/** All that can be typed of a line; its price in cents, before tax. */
export interface LineValues {
  description: string;
  quantity: number;
  unitPrice: number;
  taxCode: TaxCode;
}

/** A line of a draft. */
export interface DraftLine extends LineValues {
  id: string;
  /** What it bills; null for what somebody added. */
  serviceId: string | null;
  /** By service: how the line stood when it last billed that one, so that it stands so again when the appointment is of it again. */
  earlier: Readonly<Record<string, LineValues>>;
}

/** A line as it is sent; one that is new has no id. */
export interface SentLine extends LineValues {
  id?: string | undefined;
}

/** A service by the name that its line is to have. */
interface BilledService {
  id: string;
  name: string;
  price: { amount: number };
  taxCode: TaxCode;
}

type Origin = DraftLine | undefined;

/** The one line that a service makes by itself. */
export function lineOf(service: BilledService, id: string): DraftLine {
  return { id, ...valuesOf(service, 1), serviceId: service.id, earlier: {} };
}

/** The lines as somebody wrote them over those that were there: each is still the line of its service, whatever was typed into it. */
export function rewrittenLines(before: readonly DraftLine[], sent: readonly SentLine[], newId: () => string): DraftLine[] {
  const origins = originsOf(before, sent);
  return sent.map(({ description, quantity, unitPrice, taxCode }, index) => {
    // Whoever bills a service on two lines names it twice.
    const namesake = before.find((line) => line.description === description);
    const { id, serviceId, earlier } = origins[index] ?? { id: newId(), serviceId: namesake?.serviceId ?? null, earlier: {} };
    return { id, description, quantity, unitPrice, taxCode, serviceId, earlier };
  });
}

/**
 * The lines of an appointment that is of this service now. What was typed for another does not bill this one: it waits until the appointment
 * is of the other again. What somebody added is the same whatever the service.
 */
export function redrawnLines(lines: readonly DraftLine[], service: BilledService): DraftLine[] {
  return lines.map((line) => {
    const { id, serviceId, earlier, ...stood } = line;
    if (serviceId === null || serviceId === service.id) return line;
    const values = earlier[service.id] ?? valuesOf(service, stood.quantity);
    return { id, ...values, serviceId: service.id, earlier: { ...earlier, [serviceId]: stood } };
  });
}

/**
 * Which line each one was: the one that it names; else the one of the same words; else, where a program names none at all, the
 * one in its place that differs in nothing but its words.
 */
function originsOf(before: readonly DraftLine[], sent: readonly SentLine[]): Origin[] {
  const free = new Set(before);
  const origins = new Map<SentLine, DraftLine>();
  const look = (find: (line: SentLine, index: number) => Origin) => {
    for (const [index, line] of sent.entries()) {
      const origin = origins.has(line) ? undefined : find(line, index);
      if (!origin || !free.delete(origin)) continue;
      origins.set(line, origin);
    }
  };
  look(({ id }) => before.find((line) => line.id === id));
  look(({ id, description }) => (id ? undefined : [...free].find((line) => line.description === description)));
  if (sent.every(({ id }) => id === undefined)) look((line, index) => (isReworded(before[index], line) ? before[index] : undefined));
  return sent.map((line) => origins.get(line));
}

function isReworded(before: Origin, line: SentLine): boolean {
  return before?.quantity === line.quantity && before.unitPrice === line.unitPrice && before.taxCode === line.taxCode;
}

function valuesOf({ name, price, taxCode }: BilledService, quantity: number): LineValues {
  return { description: name, quantity, unitPrice: price.amount, taxCode };
}

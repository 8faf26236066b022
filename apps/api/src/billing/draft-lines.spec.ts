import { type AppointmentAction, EXPECTED_STATUSES, INVOICEABLE_STATUSES, nextStatus } from '@keel/contracts';
import fc from 'fast-check';
import { type DraftLine, lineOf, type LineValues, redrawnLines, rewrittenLines, type SentLine } from './draft-lines.js';
import { type BilledAppointment, followStep } from './follow-step.js';

const SERVICES = {
  a: { id: 'a', name: 'Treatment', price: { amount: 12_000 }, taxCode: 'exempt' },
  b: { id: 'b', name: 'Massage', price: { amount: 10_000 }, taxCode: 'taxable' },
  c: { id: 'c', name: 'Assessment', price: { amount: 15_000 }, taxCode: 'zero_rated' },
} as const;
type ServiceId = keyof typeof SERVICES;

const sentOf = ({ id, description, quantity, unitPrice, taxCode }: DraftLine): SentLine => ({
  id,
  description,
  quantity,
  unitPrice,
  taxCode,
});
const unnamed = (line: DraftLine): SentLine => ({ ...sentOf(line), id: undefined });
const valuesOf = ({ description, quantity, unitPrice, taxCode }: LineValues): LineValues => ({
  description,
  quantity,
  unitPrice,
  taxCode,
});
const newIds = () => {
  let made = 0;
  return () => `new ${++made}`;
};
const TAPE: SentLine = { description: 'Tape', quantity: 2, unitPrice: 1000, taxCode: 'taxable' };

describe('the lines of a draft', () => {
  const line = lineOf(SERVICES.a, 'one');

  it('bring back what was typed for a service when the appointment is of it again; another service has its own price meanwhile', () => {
    const typed = rewrittenLines(
      [line],
      [{ ...sentOf(line), description: 'Half a treatment', quantity: 2, unitPrice: 4500 }, TAPE],
      newIds(),
    );
    const other = redrawnLines(typed, SERVICES.b);
    expect(other.map(valuesOf)).toEqual([{ description: 'Massage', quantity: 2, unitPrice: 10_000, taxCode: 'taxable' }, TAPE]);
    const changed = rewrittenLines(other, [{ ...sentOf(other[0]!), quantity: 3 }, sentOf(other[1]!)], newIds());
    expect(redrawnLines(changed, SERVICES.a).map(valuesOf)).toEqual(typed.map(valuesOf));
    expect(redrawnLines(redrawnLines(changed, SERVICES.a), SERVICES.b).map(valuesOf)).toEqual(changed.map(valuesOf));
  });

  it('bill what they billed, whatever is typed into them', () => {
    const all = { id: 'one', description: 'Other words', quantity: 2, unitPrice: 1, taxCode: 'taxable' } as const;
    expect(rewrittenLines([line], [all], newIds())).toEqual([{ ...all, serviceId: 'a', earlier: {} }]);
  });

  it('are known by their words, or by all but their words, where a program names none', () => {
    const [treatment, tape] = rewrittenLines([line], [sentOf(line), TAPE], newIds());
    const before = [treatment!, tape!];
    const services = (sent: SentLine[]) => rewrittenLines(before, sent, newIds()).map(({ id, serviceId }) => [id, serviceId]);
    const reworded = { ...unnamed(treatment!), description: 'Soin' };
    expect(services([reworded, unnamed(tape!)])).toEqual([
      ['one', 'a'],
      ['new 1', null],
    ]);
    expect(services([unnamed(tape!), { ...unnamed(treatment!), unitPrice: 1 }])).toEqual([
      ['new 1', null],
      ['one', 'a'],
    ]);
    // On two lines it is billed in two parts.
    expect(services([unnamed(treatment!), unnamed(treatment!)])).toEqual([
      ['one', 'a'],
      ['new 1', 'a'],
    ]);
    // Another price and other words are another line, and so is a new one in the place of one that was taken out.
    expect(services([{ ...reworded, unitPrice: 1 }])).toEqual([['new 1', null]]);
    expect(services([reworded, sentOf(tape!)])).toEqual([
      ['new 1', null],
      ['new 1', null],
    ]);
  });
});

/** What happens: to the appointment, or by somebody's hand. */
const service = fc.constantFrom<ServiceId>('a', 'b', 'c');
// Those that can be taken back; to leave unseen is the end.
const BACK_AND_FORTH: readonly AppointmentAction[] = ['confirm', 'arrive', 'unarrive', 'cancel', 'no_show', 'restore'];
const which = fc.nat({ max: 5 });
const price = fc.integer({ min: 0, max: 20_000 });
const quantity = fc.integer({ min: 1, max: 4 });
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('act' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('service' as const), service }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'invoice' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), price }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retype' as const), which, price, quantity }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reword' as const), which }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'leave' as const }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(some: readonly T[], which: number): T | undefined => some[which % some.length];

/** An appointment and its draft, as the rules move them. */
class World {
  appointment: BilledAppointment = { status: 'arrived', serviceId: 'a', practitionerId: 'p', locationId: 'l', day: '2026-12-01' };
  draft: { edited: boolean; lines: DraftLine[] } | undefined;
  private words = 0;
  private readonly newId = () => `line ${++this.words}`;

  private get service() {
    return SERVICES[this.appointment.serviceId as ServiceId];
  }

  /** True where somebody typed. */
  take(happening: Happening): boolean {
    const { draft } = this;
    switch (happening.kind) {
      case 'act':
        this.act(
          pick(
            BACK_AND_FORTH.filter((action) => nextStatus(this.appointment.status, action)),
            happening.which,
          ),
        );
        return false;
      case 'leave':
        this.act('leave_unseen');
        return false;
      case 'service':
        if (EXPECTED_STATUSES.includes(this.appointment.status)) this.become({ ...this.appointment, serviceId: happening.service });
        return false;
      case 'invoice':
        if (INVOICEABLE_STATUSES.includes(this.appointment.status))
          this.draft ??= { edited: false, lines: [lineOf(this.service, this.newId())] };
        return false;
      default:
        if (draft) draft.lines = rewrittenLines(draft.lines, this.written(happening, draft.lines), this.newId);
        if (draft) draft.edited = true;
        return draft !== undefined;
    }
  }

  private written(typing: Exclude<Happening, { kind: 'act' | 'leave' | 'service' | 'invoice' }>, lines: readonly DraftLine[]): SentLine[] {
    const words = `Words ${++this.words}`;
    if (typing.kind === 'add') return [...lines.map(sentOf), { ...TAPE, description: words, unitPrice: typing.price }];
    const at = typing.which % lines.length;
    if (typing.kind === 'remove') return lines.filter((_, index) => index !== at || lines.length === 1).map(sentOf);
    // A program that names no line changes the words of one.
    if (typing.kind === 'reword') return lines.map((line, index) => ({ ...unnamed(line), ...(index === at && { description: words }) }));
    const { quantity, price } = typing;
    return lines.map((line, index) => ({
      ...sentOf(line),
      ...(index === at && { description: words, quantity, unitPrice: price, taxCode: 'zero_rated' }),
    }));
  }

  private act(action: AppointmentAction | undefined): void {
    const status = action && nextStatus(this.appointment.status, action);
    if (status) this.become({ ...this.appointment, status });
  }

  private become(after: BilledAppointment): void {
    const before = this.appointment;
    this.appointment = after;
    if (!this.draft) return;
    const step = followStep({ status: 'draft', paid: 0, edited: this.draft.edited }, before, after);
    if (step === 'drop') this.draft = undefined;
    else if (step === 'redraw') this.draft.lines = redrawnLines(this.draft.lines, this.service);
    else expect(step).toBe('keep');
  }
}

describe('whatever happens to the appointment', () => {
  it('leaves all that somebody typed, and shows it when the appointment is as it was when they typed', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (happenings) => {
        const world = new World();
        const typed = new Map<string, LineValues>();
        let lines: string[] | undefined;
        const keyOf = ({ id, serviceId }: DraftLine) => `${id} for ${serviceId}`;
        for (const one of happenings) {
          const before = world.draft?.lines ?? [];
          const byHand = world.take(one);
          const now = world.draft?.lines ?? [];
          // Whatever is typed into a line, it is that line.
          if (one.kind === 'retype' || one.kind === 'reword') expect(now.map(keyOf)).toEqual(before.map(keyOf));
          if (byHand) lines = now.map(({ id }) => id);
          if (byHand) for (const line of now) typed.set(keyOf(line), valuesOf(line));
          // Once somebody typed, it is there for good, and each of its lines.
          if (lines) expect(now.map(({ id }) => id)).toEqual(lines);
          for (const line of now) {
            expect([null, world.appointment.serviceId]).toContain(line.serviceId);
            const own = SERVICES[world.appointment.serviceId as ServiceId];
            const untyped = { description: own.name, quantity: line.quantity, unitPrice: own.price.amount, taxCode: own.taxCode };
            expect(valuesOf(line)).toEqual(typed.get(keyOf(line)) ?? untyped);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

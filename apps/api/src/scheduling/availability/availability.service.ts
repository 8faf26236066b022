import { DAY, daysAsInterval, type Instant, toRfc3339, wallOf } from '@keel/calendar';
import type { Slot } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, PractitionersService } from '../../identity/index.js';
import { type Ctx, decodeCursor, encodeCursor, InvalidProblem, NotFoundProblem, now, wholePage } from '../../platform/index.js';
import type { Wish } from '../bookings/claim.js';
import { ServiceNotOfferedError } from '../scheduling.errors.js';
import type { AvailabilityDto, AvailabilityQuery } from './availability.dto.js';
import { type FreeSlot, freeSlots, nearestSlots, type Search, turn } from './free-slots.js';
import { type OfferedService, Schedules } from './schedules.js';

const LONGEST_RANGE = 92 * DAY;
/** Ten practitioners of eight hours a day for a month are fewer, so a usual clinic gets its whole answer at once. */
const ENOUGH_SLOTS = 10_000;
/** Forty practitioners for 92 days are fewer: however empty the diaries of very many are, an answer costs no more than this. */
const MOST_STRETCHES = 40;
const ALTERNATIVES = 5;
const OWN_ALTERNATIVES = 3;

@Injectable()
export class AvailabilityService {
  constructor(
    private readonly schedules: Schedules,
    private readonly clinics: ClinicsService,
    private readonly practitioners: PractitionersService,
  ) {}

  /** Free starts of a service on the clinic's days, none of them past; of very many, the earliest and where to go on. */
  async find(ctx: Ctx, query: AvailabilityQuery): Promise<AvailabilityDto> {
    const [from, to] = [wallOf(query.from), wallOf(query.to)];
    if (to <= from || to - from > LONGEST_RANGE) {
      throw new InvalidProblem([{ pointer: '/to', detail: 'is after from, by 92 days at the most; it is exclusive' }]);
    }
    const { serviceId, practitionerId } = query;
    const [after] = decodeCursor(query.cursor, 'instant') ?? [];
    const [clinic, service] = await Promise.all([this.clinics.get(ctx), this.schedules.offering(ctx, serviceId, practitionerId)]);
    if (!service) throw new NotFoundProblem('service');
    if (practitionerId !== undefined && service.practitionerIds.length === 0) await this.explainNobody(ctx, practitionerId);
    const days = daysAsInterval(clinic.timeZone, query.from, query.to);
    const earliest = Math.max(days.start, now(ctx).getTime(), after === undefined ? 0 : Date.parse(after));
    const range = { start: earliest, end: days.end };
    const search = this.searchIn(ctx, service);
    const data: Slot[] = [];
    let [stretches, next]: [number, Instant | undefined] = [0, undefined];
    for await (const { slots, end } of freeSlots(search, range)) {
      data.push(...slots.map(toSlot));
      if (end < days.end && (data.length >= ENOUGH_SLOTS || ++stretches === MOST_STRETCHES)) {
        next = end;
        break;
      }
    }
    // What is found is written out in a turn of its own as well.
    await turn();
    return next === undefined ? wholePage(data) : { data, nextCursor: encodeCursor([new Date(next).toISOString()]) };
  }

  /** Free times to offer instead of a wanted one: of the same practitioner first, then of colleagues, nearest first. */
  async alternatives(ctx: Ctx, wish: Wish): Promise<Slot[]> {
    const { practitionerId, start: wanted, durationMinutes } = wish;
    const present = now(ctx).getTime();
    // An appointment of the past is recorded late, so the free times around it are past as well.
    const earliest = wanted < present ? wanted - 7 * DAY : Math.max(present, wanted - 7 * DAY);
    const range = { start: earliest, end: wanted + 14 * DAY };
    const service = await this.schedules.offering(ctx, wish.serviceId);
    if (!service) return [];
    const nearestOf = (isOwn: boolean, count: number) => {
      const practitionerIds = service.practitionerIds.filter((id) => (id === practitionerId) === isOwn);
      return nearestSlots(this.searchIn(ctx, { ...service, practitionerIds, durationMinutes }), range, wanted, count);
    };
    const own = await nearestOf(true, ALTERNATIVES);
    const others = await nearestOf(false, ALTERNATIVES - OWN_ALTERNATIVES);
    return [...own.slice(0, ALTERNATIVES - others.length), ...others].map(toSlot);
  }

  private searchIn(ctx: Ctx, service: OfferedService): Search {
    return { ...service, read: (practitionerIds, range) => this.schedules.known(ctx, practitionerIds, range, service) };
  }

  /** @throws NotFoundProblem for a practitioner who is not the clinic's, ServiceNotOfferedError for one of another profession */
  private async explainNobody(ctx: Ctx, practitionerId: string): Promise<void> {
    const { active } = await this.practitioners.get(ctx, practitionerId);
    if (active) throw new ServiceNotOfferedError();
  }
}

function toSlot({ start, end, practitionerId, locationId }: FreeSlot): Slot {
  return { start: toRfc3339(start), end: toRfc3339(end), practitionerId, locationId };
}

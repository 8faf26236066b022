import { addDays, dateIn } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { PastReminders } from '@keel/api/messaging';
import { Db, Problem, type TxCtx } from '@keel/api/platform';
import { type AppointmentDto, AppointmentsService, AppointmentBooking } from '@keel/api/scheduling';
import { SERVICES } from './cast.js';
import { type PlannedAppointment, storyOf, appointmentsOf } from './day-plan.js';
import { DemoAftermath, type DemoAppointment } from './demo-aftermath.js';
import type { DemoCast, DemoPractitioner } from './demo-clinic.js';
import { DEMO_ZONE } from './demo-folk.js';

const DAYS_BEHIND = 28;
const DAYS_AHEAD = 14;

/** A planned appointment with the ids of those whom it is about. */
interface Meeting {
  plan: PlannedAppointment;
  practitioner: DemoPractitioner;
  patientId: string;
  serviceId: string;
  durationMinutes: number;
}

/**
 * Four weeks of appointments behind and two ahead, counted from today. Each start adds what has come since the last, and finishes
 * what a killed one left: every appointment is one transaction, and is looked for before it is made.
 */
@Injectable()
export class DemoDays {
  constructor(
    private readonly db: Db,
    private readonly desk: AppointmentBooking,
    private readonly appointments: AppointmentsService,
    private readonly reminders: PastReminders,
    private readonly aftermath: DemoAftermath,
  ) {}

  /** @returns how many appointments were added. */
  async fill(cast: DemoCast, now: Date): Promise<number> {
    const today = dateIn(DEMO_ZONE, now.getTime());
    const meetings = Array.from({ length: DAYS_BEHIND + 1 + DAYS_AHEAD }, (_, at) => addDays(today, at - DAYS_BEHIND))
      .flatMap((day) => appointmentsOf(day, DEMO_ZONE, cast.practitioners.length, cast.patients.length))
      .flatMap((plan) => meetingOf(cast, plan));
    const range = { from: addDays(today, -DAYS_BEHIND), to: addDays(today, DAYS_AHEAD + 1), limit: 2000 };
    const known = async () => (await this.appointments.list(cast.ctx, range)).data;
    const there = new Set((await known()).flatMap(namesOf));
    const missing = meetings.filter((meeting) => namesOf(asAppointment(meeting)).every((name) => !there.has(name)));
    await this.inLanes(cast, missing, (ctx, meeting) => this.book(ctx, meeting, now));
    await this.inLanes(cast, matched(meetings, await known()), (ctx, appointment) => this.aftermath.see(ctx, appointment, now));
    for (const appointment of matched(meetings, await known()))
      await this.carefully(cast, (ctx) => this.aftermath.bill(ctx, appointment, now));
    return missing.length;
  }

  private async book(ctx: TxCtx, meeting: Meeting, now: Date): Promise<void> {
    const { plan, practitioner, patientId, serviceId, durationMinutes } = meeting;
    const at = new Date(Math.min(+storyOf(plan, durationMinutes).booked, +now));
    const booked = { ...ctx, at };
    const { id, start, timeVersion } = await this.desk.book(booked, {
      patientId,
      practitionerId: practitioner.id,
      serviceId,
      start: plan.start,
    });
    await this.reminders.record(booked, { id, patientId, start: new Date(start), timeVersion }, now);
  }

  /** The practitioners' days side by side, each one's appointments one after the other. */
  private async inLanes<T extends { practitioner: DemoPractitioner }>(
    cast: DemoCast,
    all: readonly T[],
    work: (ctx: TxCtx, one: T) => Promise<void>,
  ): Promise<void> {
    const lanes = cast.practitioners.map(({ id }) => all.filter(({ practitioner }) => practitioner.id === id));
    await Promise.all(
      lanes.map(async (lane) => {
        for (const one of lane) await this.carefully(cast, (ctx) => work(ctx, one));
      }),
    );
  }

  /** What people have changed in the demo may stand in the way of a step (a taken time, a service no more offered): it is left out. */
  private async carefully(cast: DemoCast, work: (ctx: TxCtx) => Promise<void>): Promise<void> {
    await this.db.tx(cast.ctx, work).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
  }
}

function meetingOf(cast: DemoCast, plan: PlannedAppointment): Meeting[] {
  const practitioner = cast.practitioners[plan.practitioner];
  const patientId = cast.patients[plan.patient];
  const service = practitioner?.services[plan.service] ?? practitioner?.services[0];
  const durationMinutes = SERVICES.find(({ name }) => name === service?.name)?.durationMinutes;
  return practitioner && patientId && service && durationMinutes
    ? [{ plan, practitioner, patientId, serviceId: service.id, durationMinutes }]
    : [];
}

function asAppointment({ plan, practitioner, patientId }: Meeting) {
  return { start: plan.start, practitionerId: practitioner.id, patientId };
}

/** What an appointment is known by: its time, and its day, since somebody may have moved it within that. */
function namesOf({ start, practitionerId, patientId }: Pick<AppointmentDto, 'start' | 'practitionerId' | 'patientId'>): string[] {
  const instant = Date.parse(start);
  return [`${practitionerId} ${instant}`, `${practitionerId} ${patientId} ${dateIn(DEMO_ZONE, instant)}`];
}

/** Planned appointments as they stand; those that somebody moved, or made by hand, are theirs. */
function matched(meetings: readonly Meeting[], known: readonly AppointmentDto[]): DemoAppointment[] {
  const byName = new Map(known.map((appointment) => [`${appointment.patientId} ${namesOf(appointment)[0]}`, appointment]));
  const sessions = new Map<string, number>();
  return meetings.flatMap((meeting) => {
    const { plan, practitioner, patientId, durationMinutes } = meeting;
    const appointment = byName.get(`${patientId} ${namesOf(asAppointment(meeting))[0]}`);
    if (!appointment) return [];
    const story = storyOf(plan, durationMinutes);
    const pair = `${practitioner.id} ${patientId}`;
    const session = (sessions.get(pair) ?? 0) + (story.outcome === 'seen' ? 1 : 0);
    sessions.set(pair, session);
    return [{ appointment, plan, story, practitioner, session }];
  });
}

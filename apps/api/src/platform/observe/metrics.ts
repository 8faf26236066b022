import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Alarms } from '../alarms/alarms.js';
import { Db } from '../database/db.js';
import { EVENTS_QUEUE } from '../outbox/event-job.js';
import { inTime } from '../queues/in-time.js';

export type SignInOutcome = 'succeeded' | 'wrong_password' | 'wrong_factor' | 'unknown' | 'slowed';

/** Figures for Prometheus; labels are route patterns and numbers, never ids. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly durations: Histogram<'method' | 'route' | 'status'>;
  private readonly callsOut: Histogram<'host' | 'status'>;
  private readonly signIns: Counter<'outcome'>;

  constructor(db: Db, alarms: Alarms, @InjectQueue(EVENTS_QUEUE) queue: Queue) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    this.callsOut = new Histogram({
      name: 'outbound_request_duration_seconds',
      help: 'Time from a call to another host to its answer, or to its end without one',
      labelNames: ['host', 'status'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.signIns = new Counter({ name: 'sign_ins_total', help: 'Attempts to prove who one is', labelNames: ['outcome'], registers });
    const oldest = new Gauge({ name: 'outbox_oldest_seconds', help: 'Age of the oldest event that waits for the relay', registers });
    new Gauge({
      name: 'outbox_waiting',
      help: 'Events that wait for the relay',
      registers,
      async collect() {
        const [lag] = await db.definerFunction<{ waiting: number; oldestSeconds: number }>('outbox_lag', []);
        this.set(lag?.waiting ?? 0);
        oldest.set(lag?.oldestSeconds ?? 0);
      },
    });
    const watched = new Gauge({
      name: 'alarm_value',
      help: 'Figures that are watched, as of the last look',
      labelNames: ['code'],
      registers,
    });
    new Gauge({
      name: 'alarm_raised',
      help: '1 while a watched figure is past its threshold',
      labelNames: ['code'],
      registers,
      collect() {
        for (const { code, value, raised } of alarms.figures()) {
          this.set({ code }, raised ? 1 : 0);
          watched.set({ code }, value);
        }
      },
    });
    new Gauge({
      name: 'queue_jobs',
      help: 'Deliveries of events by state',
      labelNames: ['state'],
      registers,
      async collect() {
        // A queue that does not answer has no figures; the others are told all the same.
        this.reset();
        const counts = await inTime(queue.getJobCounts('waiting', 'active', 'delayed', 'failed')).catch(() => ({}));
        for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
      },
    });
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.durations.observe({ method, route, status: String(status) }, seconds);
  }

  calledOut(host: string, status: string, seconds: number): void {
    this.callsOut.observe({ host, status }, seconds);
  }

  signedIn(outcome: SignInOutcome): void {
    this.signIns.inc({ outcome });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}

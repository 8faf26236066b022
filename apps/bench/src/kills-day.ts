import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PRACTITIONERS = 8;
const SLOT_MS = 1_800_000;
const SLOTS_A_DAY = 16;
const AT_ONCE = 16;
const AGAIN_MS = 200;
const GIVE_UP_MS = 300_000;
const ALL_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '07:00', end: '22:00' }));

/** What the API acknowledged of one patient's way from booking to payment. */
export interface Done {
  patientId: string;
  appointmentId: string;
  invoiceId: string;
  paymentId: string;
}

type Sql = (text: string) => Promise<unknown>;

interface Plan {
  practitioners: string[];
  serviceId: string;
  /** Midnight of a day to come, in milliseconds. */
  from: number;
}

/** A clinic at work: patients are added, booked, received, invoiced and paid for, with an Idempotency-Key for every write. */
export class Day {
  requests = 0;
  repeated = 0;
  /** Milliseconds that answered requests took, by step; what a kill made fail is asked again and not in it. */
  readonly times = new Map<string, number[]>();
  /** Times that two asked for at once and that both or neither got. */
  readonly badRaces: string[] = [];
  races = 0;
  /** Answers that are none of those that a good request may get. */
  readonly oddAnswers: string[] = [];
  private readonly url: string;
  private cookie = '';
  private plan: Plan = { practitioners: [], serviceId: '', from: 0 };

  private constructor(url: string) {
    this.url = url;
  }

  static async open(url: string, sql: Sql): Promise<Day> {
    const day = new Day(url);
    await day.signUp();
    await sql('UPDATE clinic SET proved_at = now()');
    day.plan = await day.arrange();
    return day;
  }

  /** Begins `rate` patients a second, evenly, as long as fewer than sixteen are on their way. */
  drive(rate: number): { end(): Promise<Done[]> } {
    const done: Done[] = [];
    const underWay = new Set<Promise<void>>();
    const stop = new AbortController();
    const begin = async () => {
      for (let n = 0; !stop.signal.aborted; n++) {
        const one = this.oneAppointment(n)
          .then((made) => void done.push(made))
          .catch((error: unknown) => void this.oddAnswers.push(String(error)));
        underWay.add(one);
        void one.finally(() => underWay.delete(one));
        await sleep(1000 / rate);
        while (underWay.size >= AT_ONCE) await Promise.race(underWay);
      }
    };
    const beginning = begin();
    return {
      end: async () => {
        stop.abort();
        await beginning;
        await Promise.all(underWay);
        return done;
      },
    };
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1${path}`, { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  private async oneAppointment(n: number): Promise<Done> {
    const patient = await this.made('patient', '/patients', { firstName: 'Kim', lastName: `Kill ${n}`, dateOfBirth: '1980-02-29' });
    const { practitioners, serviceId, from } = this.plan;
    const turn = Math.floor(n / PRACTITIONERS);
    const start = from + Math.floor(turn / SLOTS_A_DAY) * 86_400_000 + (turn % SLOTS_A_DAY) * SLOT_MS;
    const appointment = {
      patientId: patient,
      practitionerId: practitioners[n % PRACTITIONERS],
      serviceId,
      start: new Date(start).toISOString(),
    };
    const appointmentId = await this.raced(appointment);
    await this.write('arrive', `/appointments/${appointmentId}/arrive`, {});
    const draft = n % 2 === 0;
    const invoiceId = await this.made('invoice', `/appointments/${appointmentId}/invoice`, { draft });
    if (draft) await this.write('issue', `/invoices/${invoiceId}/issue`, {});
    const amount = { amount: 10_000, currency: 'CAD' };
    const paymentId = await this.made('pay', `/invoices/${invoiceId}/payments`, { amount, method: 'terminal' });
    return { patientId: patient, appointmentId, invoiceId, paymentId };
  }

  /** The same time is asked for twice at once, under two keys: one gets it. */
  private async raced(appointment: { start: string }): Promise<string> {
    const answers = await Promise.all([this.write('book', '/appointments', appointment), this.write('book', '/appointments', appointment)]);
    this.races++;
    const won = answers.filter(({ status }) => status === 201);
    if (won.length !== 1) this.badRaces.push(`${appointment.start}: ${answers.map(({ status }) => status).join(' and ')}`);
    return String(won[0]?.body['id']);
  }

  private async made(step: string, path: string, body: object): Promise<string> {
    const answer = await this.write(step, path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return String(answer.body['id']);
  }

  /** The request is repeated under its key until it is answered for good, as a careful program would. */
  private async write(
    step: string,
    path: string,
    body: object,
    method = 'POST',
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const headers = {
      cookie: this.cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(method === 'PUT' && { 'if-match': '*' }),
    };
    const deadline = Date.now() + GIVE_UP_MS;
    for (let tries = 0; Date.now() < deadline; tries++) {
      if (tries > 0) {
        this.repeated++;
        await sleep(AGAIN_MS);
      }
      this.requests++;
      const began = performance.now();
      const answer = await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      })
        .then(async (response) => ({ status: response.status, body: (await response.json()) as Record<string, unknown> }))
        .catch(() => undefined);
      if (!answer || answer.status >= 500 || answer.body['code'] === 'IDEMPOTENCY_KEY_IN_USE') continue;
      this.times.set(step, [...(this.times.get(step) ?? []), performance.now() - began]);
      return answer;
    }
    throw new Error(`${path}: no answer within five minutes`);
  }

  private async signUp(): Promise<void> {
    const owner = { email: 'owner@kills.example', password: 'nine lives of one clinic', firstName: 'Olive', lastName: 'Owens' };
    const place = { timeZone: 'America/Toronto', country: 'CA', region: 'ON', currency: 'CAD', locale: 'en' };
    const answer = await fetch(`${this.url}/api/v1/clinics`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Kills', slug: 'kills', ...place, owner }),
    });
    if (answer.status !== 201) throw new Error(`Sign-up: ${answer.status} ${await answer.text()}`);
    this.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  private async arrange(): Promise<Plan> {
    const profession = 'massage_therapist';
    const practitioners: string[] = [];
    for (let n = 0; n < PRACTITIONERS; n++) {
      const who = { email: `p${n}@kills.example`, firstName: 'Pat', lastName: `Number ${n}`, profession, registrationNumber: `R-${n}` };
      const id = await this.made('arrange', '/practitioners', who);
      await this.write('arrange', `/practitioners/${id}/working-hours`, { effectiveFrom: '2020-01-01', weekly: ALL_DAY }, 'PUT');
      practitioners.push(id);
    }
    const price = { amount: 10_000, currency: 'CAD' };
    const service = { name: 'Massage', durationMinutes: 30, price, taxCode: 'exempt', profession, onlineBookable: false };
    const serviceId = await this.made('arrange', '/services', service);
    return { practitioners, serviceId, from: Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 14 * 3_600_000 };
  }
}

import type { Day, Done } from './kills-day.ts';
import type { Installation } from './installation.ts';

const PATIENCE_MS = 300_000;
const PAUSE_MS = 500;

/** What must happen once in a patient's story. */
const ONCE = ['appointment.booked', 'appointment.arrived', 'invoice.issued', 'payment.received'];

const UNHANDLED = `SELECT (SELECT count(*) FROM outbox WHERE published_at IS NULL)
  + (SELECT coalesce(sum(cardinality(listeners)), 0) FROM outbox) - (SELECT count(*) FROM inbox) AS n`;

/** Each of them finds nothing where nothing was lost or doubled. */
const FAULTS: Record<string, string> = {
  'patients written twice': `SELECT count(*) AS n FROM (SELECT 1 FROM patient WHERE last_name LIKE 'Kill %' GROUP BY last_name HAVING count(*) > 1) x`,
  'patients with two appointments': 'SELECT count(*) AS n FROM (SELECT 1 FROM appointment GROUP BY patient_id HAVING count(*) > 1) x',
  'free times with two appointments': `SELECT count(*) AS n FROM (SELECT 1 FROM appointment WHERE status <> 'cancelled' GROUP BY practitioner_id, start_at HAVING count(*) > 1) x`,
  'appointments with two invoices': 'SELECT count(*) AS n FROM (SELECT 1 FROM invoice GROUP BY appointment_id HAVING count(*) > 1) x',
  'numbers of invoices left out or used twice': `SELECT abs(coalesce(max(number) - min(number) + 1, 0) - count(DISTINCT number)) + count(number) - count(DISTINCT number) AS n FROM invoice`,
  'invoices that read paid without their money': `SELECT count(*) AS n FROM invoice i WHERE paid <> (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.invoice_id = i.id) OR (status = 'paid' AND paid <> total)`,
  'invoices paid twice': 'SELECT count(*) AS n FROM (SELECT 1 FROM allocation GROUP BY invoice_id HAVING count(*) > 1) x',
  'entries of the journal that do not sum to zero':
    'SELECT count(*) AS n FROM (SELECT 1 FROM posting GROUP BY entry_id HAVING sum(amount) <> 0) x',
  'entries of the journal made twice':
    'SELECT count(*) AS n FROM (SELECT 1 FROM journal_entry GROUP BY source_id, purpose HAVING count(*) > 1) x',
  'events given up': 'SELECT count(*) AS n FROM dead_letter',
};

const TABLES: Record<keyof Done, string> = {
  patientId: 'patient',
  appointmentId: 'appointment',
  invoiceId: 'invoice',
  paymentId: 'payment',
};

/** Waits until every event is handled, then holds what was acknowledged against what is there. @throws where it differs. */
export async function countKills(keel: Installation, day: Day, done: Done[], say: (text: string) => void): Promise<void> {
  const faults = new Map<string, number>([
    ['events not handled', await unhandled(keel)],
    [`of ${day.races} times asked for twice at once, not given once`, day.badRaces.length],
    ['answers that no good request may get', day.oddAnswers.length],
  ]);
  for (const [field, table] of Object.entries(TABLES) as [keyof Done, string][]) {
    const ids = done.map((one) => one[field]);
    const [there] = await keel.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE id = ANY ($1)`, [ids]);
    faults.set(`acknowledged and not there: ${table}`, ids.length - Number(there?.n));
  }
  for (const [what, sql] of Object.entries(FAULTS)) faults.set(what, Number((await keel.sql<{ n: string }>(sql))[0]?.n));
  faults.set('time lines that do not tell the story once', await badStories(day, done));
  for (const [what, n] of faults) say(`${what}: ${n}`);
  for (const odd of [...day.badRaces, ...day.oddAnswers].slice(0, 10)) say(`  ${odd}`);
  if ([...faults.values()].some((n) => n !== 0)) throw new Error('The kills did harm; see above');
}

async function unhandled(keel: Installation): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const n = Number((await keel.sql<{ n: string }>(UNHANDLED))[0]?.n);
    if (n === 0 || Date.now() > deadline) return n;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function badStories(day: Day, done: Done[]): Promise<number> {
  let bad = 0;
  for (const { patientId } of done) {
    const { data } = await day.get<{ data: { kind: string }[] }>(`/patients/${patientId}/timeline`);
    if (ONCE.some((kind) => data.filter((entry) => entry.kind === kind).length !== 1)) bad++;
  }
  return bad;
}

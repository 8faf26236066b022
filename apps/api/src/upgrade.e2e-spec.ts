import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import request from 'supertest';
import { createApp } from './app.js';
import { ATTENTION } from './messaging/messages/attention.js';
import { migrate } from './migrate.js';
import { Config, Resealing } from './platform/index.js';
import { MIGRATIONS } from './schema.js';
import { Agent } from './testing/agent.js';
import { testEnv } from './testing/app.js';
import { olderDatabase, readRelease, type Release, RELEASE_SIGN_IN, RELEASES } from './testing/older-database.js';
import { cookieOf } from './testing/session.js';

/** Where the rows of a table went that is no longer there. */
const MOVED: Readonly<Record<string, string>> = { suppression: 'opted_out_number' };

/** Any text was taken for a phone before this. */
const PHONES_ARE_NUMBERS = 'CheckPhones1795899000001';

function plantPhones({ tables }: Release): void {
  const [clinic] = tables['clinic'] ?? [];
  const [location] = (tables['location'] ?? []).toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])));
  const [some, other] = tables['patient'] ?? [];
  Object.assign(clinic ?? {}, { phone: '613 555 0190 poste 12' });
  Object.assign(location ?? {}, { phone: 'ring twice' });
  Object.assign(some ?? {}, { emergency_contact: { name: 'Jean', phone: '514-555-0123 (evenings)' } });
  Object.assign(other ?? {}, { emergency_contact: { name: 'Ann', phone: '' } });
}

const IN_TEN_DAYS = Date.now() + 864_000_000;
const LINK = 'a-link-that-was-sent-before-the-upgrade';

/** An appointment to come that was changed twice since it was booked. Its patient has its link. */
function plantAppointment({ tables }: Release): string {
  const appointment = (tables['appointment'] ?? []).find(({ status }) => status === 'booked');
  const [start, end] = [IN_TEN_DAYS, IN_TEN_DAYS + 1_800_000].map((at) => new Date(at).toISOString());
  const shown = appointment && 'shown_version' in appointment ? { shown_version: 3 } : {};
  Object.assign(appointment ?? {}, { version: 3, ...shown, start_at: start, end_at: end });
  return String(appointment?.['id']);
}

const WAITING = '01a22ad0-0000-7000-8000-000000000001';

/** Something that happened just before, handled by one of its listeners and not by the other. */
function plantWaiting({ tables }: Release): void {
  const now = new Date().toISOString();
  const event = { clinic_id: tables['clinic']?.[0]?.['id'], id: WAITING, type: 'consent.recorded', version: 1, payload: {} };
  const listeners = ['scheduleRemindersWhenVisitHasItsTime', 'dropRemindersWhenVisitIsOff'];
  tables['outbox'] = [{ ...event, occurred_at: now, created_at: now, published_at: now, listeners }];
  tables['inbox'] = [{ clinic_id: event.clinic_id, event_id: WAITING, listener: listeners[1], handled_at: now }];
}

/** A message that nobody has taken care of. @returns its id */
function plantFailure({ tables }: Release): string {
  const message = (tables['message'] ?? []).find(({ kind }) => kind === 'reminder');
  if (!message) throw new Error('This release wrote no reminder');
  Object.assign(message, { status: 'failed', reason: null, starts_at: null, handled_at: null });
  return String(message['id']);
}

interface Page {
  data: { id: string }[];
}

describe.each(RELEASES)('the database of the release of %s', (name) => {
  let release: Release;
  let database: Awaited<ReturnType<typeof olderDatabase>>;
  let owner: pg.Client;
  let app: NestFastifyApplication;
  let appointmentId: string;
  let failed: string;
  /** Later releases have none but numbers. */
  const anyPhone = !readRelease(name).migrations.includes(PHONES_ARE_NUMBERS);

  beforeAll(async () => {
    release = readRelease(name);
    if (anyPhone) plantPhones(release);
    appointmentId = plantAppointment(release);
    plantWaiting(release);
    failed = plantFailure(release);
    database = await olderDatabase(release);
    owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await app.close();
    await owner.end();
  });

  it('has migrations that are all still there, and is brought up to date by the others', async () => {
    const known = MIGRATIONS.map((migration) => migration.name);
    expect(release.migrations.filter((migration) => !known.includes(migration))).toEqual([]);
    const ran = await migrate(database.ownerUrl, { queueUrl: database.queueUrl });
    expect(ran.toSorted()).toEqual(known.filter((migration) => !release.migrations.includes(migration)).toSorted());
    expect(await migrate(database.ownerUrl, { queueUrl: database.queueUrl })).toEqual([]);
  });

  it('keeps every row of what a clinic wrote', async () => {
    const lost: string[] = [];
    for (const [table, rows] of Object.entries(release.tables)) {
      const { rows: counted } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${MOVED[table] ?? table}`);
      if ((counted[0]?.n ?? 0) < rows.length) lost.push(table);
    }
    expect(lost).toEqual([]);
    const { rows: uneven } = await owner.query('SELECT entry_id FROM posting GROUP BY entry_id HAVING sum(amount) <> 0');
    expect(uneven).toEqual([]);
    const { rows: misled } = await owner.query(
      `SELECT i.id FROM invoice i LEFT JOIN open_invoice o ON o.clinic_id = i.clinic_id AND o.id = i.id
       WHERE i.status IN ('issued', 'paid') AND (o.open, o.version) IS DISTINCT FROM (i.total - i.paid, i.version)
       UNION SELECT s.id FROM patient_standing s WHERE s.owing <> (SELECT coalesce(sum(o.open), 0) FROM open_invoice o
         WHERE o.clinic_id = s.clinic_id AND o.patient_id = s.id AND o.open > 0)`,
    );
    expect(misled).toEqual([]);
    const { rows: undated } = await owner.query(
      `SELECT e.id FROM journal_entry e JOIN invoice i ON i.clinic_id = e.clinic_id AND i.id = e.source_id AND e.purpose = 'issue'
         JOIN location l ON l.clinic_id = i.clinic_id AND l.id = i.location_id
       WHERE e.posted_on <> (i.issued_at AT TIME ZONE l.time_zone)::date`,
    );
    expect(undated).toEqual([]);
  });

  it('calls an appointment by its name also in what waits, what was handled and what an issued invoice keeps', async () => {
    const { rows } = await owner.query(
      'SELECT o.type, o.listeners, i.listener FROM outbox o JOIN inbox i ON i.event_id = o.id WHERE o.id = $1',
      [WAITING],
    );
    const listeners = ['scheduleRemindersWhenAppointmentHasItsTime', 'dropRemindersWhenAppointmentIsOff'];
    expect(rows).toEqual([{ type: 'contact_consent.recorded', listeners, listener: listeners[1] }]);
    const { rows: reasons } = await owner.query("SELECT reason FROM message WHERE reason ~ 'visit'");
    expect(reasons).toEqual([]);
    const kept = (release.tables['invoice'] ?? []).filter(({ snapshot }) => snapshot !== null);
    expect(kept).not.toEqual([]);
    for (const { id, snapshot } of kept) {
      const { visit, ...rest } = snapshot as { visit: unknown };
      const { rows: now } = await owner.query('SELECT snapshot FROM invoice WHERE id = $1', [id]);
      expect(now).toEqual([{ snapshot: { ...rest, appointment: visit } }]);
    }
  });

  it('has what waits for a person on the list of what is to be decided, and nothing else', async () => {
    const ids = async (sql: string) => (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => id).toSorted();
    const open = (which: string) =>
      ids(`SELECT subject_id AS id FROM work_item WHERE done_at IS NULL AND coalesce(lapses_at > now(), true) AND ${which}`);
    const messages = await ids(`SELECT m.id FROM message m WHERE ${ATTENTION}`);
    expect(messages).toContain(failed);
    expect(await open("kind LIKE 'message_%'")).toEqual(messages);
    expect(await open("kind = 'chart_access_review'")).toEqual(await ids('SELECT id FROM chart_access WHERE reviewed_at IS NULL'));
    expect(await open("kind = 'dead_letter'")).toEqual(
      await ids('SELECT id FROM dead_letter WHERE handled_at IS NULL AND replayed_at IS NULL'),
    );
  });

  if (anyPhone) {
    it('reads phones as numbers, and keeps what cannot be read as one as a remark', async () => {
      const phones = async (columns: string, from: string) =>
        (await owner.query({ text: `SELECT ${columns} FROM ${from}`, rowMode: 'array' })).rows;
      const columns = 'phone, phone_extension, phone_remark';
      expect(await phones(columns, 'clinic')).toEqual([['+16135550190', '12', null]]);
      expect(await phones(columns, 'location ORDER BY id LIMIT 1')).toEqual([[null, null, 'ring twice']]);
      const contact = "x ->> 'name', x ->> 'phone', x ->> 'phoneExtension', x ->> 'phoneRemark'";
      const contacts = await phones(
        contact,
        "(SELECT emergency_contact AS x FROM patient) AS p WHERE x ->> 'name' IN ('Ann', 'Jean') ORDER BY 1",
      );
      expect(contacts).toEqual([
        ['Ann', null, null, null],
        ['Jean', '+15145550123', null, 'evenings'],
      ]);
    });
  }

  it('serves: the same password signs in, and charts, invoices and messages open with the same key', async () => {
    app = await createApp(new Config({ ...testEnv(database), KEEL_MASTER_KEY: release.masterKey }));
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const signedIn = await request(url).post('/api/v1/session').send(RELEASE_SIGN_IN).expect(200);
    const demo = new Agent(url, { cookie: cookieOf(signedIn) });
    const first = async (path: string) => ((await demo.get(path).expect(200)).body as Page).data;
    expect(await first('/patients?limit=50')).toHaveLength(release.tables['patient']?.length ?? 0);
    const [invoice] = await first('/invoices?limit=1');
    await demo.get(`/invoices/${invoice?.id}`).expect(200);
    const sent = release.tables['message']?.find(({ content }) => content !== null);
    const { body: message } = await demo.get(`/messages/${String(sent?.['id'])}`).expect(200);
    expect((message as { text: string }).text).toMatch(/\w+/);
    const note = release.tables['note']?.find(({ status }) => status === 'signed');
    // Who sees all charts of the clinic.
    const { body: opened } = await demo.get(`/notes/${String(note?.['id'])}`).expect(200);
    expect(JSON.stringify(opened)).toMatch(/"signed/);
  });

  it('seals by keys of patients what was sealed by the clinic’s, and all of it opens as before', async () => {
    const sealed = async (version: number) => {
      const { rows } = await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM (SELECT health_card AS x FROM patient UNION ALL SELECT draft FROM note
           UNION ALL SELECT content FROM message WHERE patient_id IS NOT NULL) AS all_of_patients WHERE get_byte(x, 0) = $1`,
        [version],
      );
      return rows[0]?.n ?? 0;
    };
    const before = await sealed(1);
    expect(before).toBeGreaterThan(0);
    const demo = new Agent(await app.getUrl(), {
      cookie: cookieOf(
        await request(await app.getUrl())
          .post('/api/v1/session')
          .send(RELEASE_SIGN_IN),
      ),
    });
    const texts = async () => {
      const read: string[] = [];
      for (const { id } of (release.tables['message'] ?? [])
        .filter(({ content, patient_id }) => content !== null && patient_id !== null)
        .slice(0, 20))
        read.push(((await demo.get(`/messages/${String(id)}`).expect(200)).body as { text: string }).text);
      return read;
    };
    const was = await texts();
    await app.get(Resealing).run();
    expect(await sealed(1)).toBe(before);
    await owner.query('UPDATE clinic_key SET reseal_from = now()');
    await app.get(Resealing).run(1_000_000);
    expect(await sealed(1)).toBe(0);
    expect(await sealed(2)).toBeGreaterThanOrEqual(before);
    expect(await texts()).toEqual(was);
  });

  it('takes the answer behind a link that was sent before, to the appointment as it was shown last and to no earlier one', async () => {
    await owner.query(
      `INSERT INTO link_token (clinic_id, id, hash, kind, subject_id, patient_id, expires_at)
       SELECT clinic_id, uuidv7(), sha256($2), 'appointment', id, patient_id, end_at FROM appointment WHERE id = $1`,
      [appointmentId, LINK],
    );
    const holder = new Agent(await app.getUrl(), {});
    const answer = (action: string, version: number) => holder.post(`/public/links/${LINK}/${action}`, { version });
    const { body } = await holder.get(`/public/links/${LINK}`).expect(200);
    expect(body).toMatchObject({ appointment: { status: 'booked', version: 3 }, actions: ['confirm', 'cancel'] });
    expect((await answer('confirm', 2).expect(409)).body).toMatchObject({ code: 'STALE_APPOINTMENT' });
    for (const press of [1, 2])
      expect([press, (await answer('confirm', 3).expect(200)).body]).toMatchObject([press, { actions: ['cancel'] }]);
  });
});

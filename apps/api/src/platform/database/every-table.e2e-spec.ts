import { testApp } from '../../testing/app.js';

describe('every table', () => {
  /** A person has one login in several clinics, all clinics text from one number, the installation has its key, and TypeORM its own list; nothing else is without a clinic. */
  const WITHOUT_CLINIC = [
    ...['user_account', 'address_proof', 'address_mail', 'session', 'half_open_session', 'factor', 'recovery_code', 'password_reset'],
    ...['known_device', 'sign_in_failure'],
    ...['opted_out_number', 'opted_in_number', 'last_opt_word', 'inbound_text', 'stray_text', 'phone_text', 'text_look', 'address_count'],
    ...['installation', 'keel_migration'],
  ];

  it('belongs to a clinic by its key, is under a policy, and refers to no other clinic', async () => {
    const tables = await (
      await testApp()
    ).sql<{ name: string; secured: boolean; key: string }>(`
      SELECT c.relname AS name, c.relrowsecurity AS secured,
        (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p') AS key
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);
    const owning = tables.filter(({ name }) => !WITHOUT_CLINIC.includes(name));
    expect(owning.length).toBeGreaterThan(30);
    expect(owning.filter(({ secured, key }) => !secured || !key?.startsWith('PRIMARY KEY (clinic_id'))).toEqual([]);
    const loose = await (
      await testApp()
    ).sql<{ table: string; definition: string }>(`
      SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) NOT LIKE 'FOREIGN KEY (clinic_id%'
        AND confrelid <> 'user_account'::regclass`);
    expect(loose).toEqual([]);
  });
});

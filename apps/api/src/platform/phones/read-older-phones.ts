import type { QueryRunner } from 'typeorm';
import { olderPhone } from './phone-number.js';

const BATCH = 2000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Written {
  clinicId: string;
  id: string;
  phone: string;
}

/**
 * For migrations: reads the phones that were written while any text was taken. `written` lists them after a row ($1, $2), as
 * clinicId, id and phone; `store` writes the arrays of clinic ids, ids, numbers, extensions and remarks.
 */
export async function readOlderPhones(runner: QueryRunner, { written, store }: { written: string; store: string }): Promise<void> {
  let after = [NOBODY, NOBODY];
  for (;;) {
    const rows = (await runner.query(`${written} LIMIT ${BATCH}`, after)) as Written[];
    const last = rows.at(-1);
    if (!last) return;
    const read = rows.map(({ phone }) => olderPhone(phone));
    await runner.query(store, [
      rows.map(({ clinicId }) => clinicId),
      rows.map(({ id }) => id),
      read.map(({ phone }) => phone),
      read.map(({ phoneExtension }) => phoneExtension),
      read.map(({ phoneRemark }) => phoneRemark),
    ]);
    after = [last.clinicId, last.id];
  }
}

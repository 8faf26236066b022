import { belongs } from './data-files.ts';

const none = new Set<string>();

describe('a base backup', () => {
  it('takes what a table, the catalogue and the settings are, and its own label never', () => {
    for (const path of ['PG_VERSION', 'base/5/1259', 'base/5/1259_fsm', 'base/5/1259.1', 'global/1262', 'pg_xact/0000', 'postgresql.conf'])
      expect(belongs(path, none)).toBe(true);
    for (const path of ['postmaster.pid', 'server.log', 'server.log.1', 'backup_label', 'base/5/t3_16400', 'base/5/pg_internal.init'])
      expect(belongs(path, none)).toBe(false);
  });

  it('takes of a table that is not logged its empty beginning alone', () => {
    const beside = new Set(['16400', '16400_fsm', '16400_vm', '16400.1', '16400_init', '16401']);
    expect([...beside].filter((name) => belongs(`base/5/${name}`, beside))).toEqual(['16400_init', '16401']);
  });
});

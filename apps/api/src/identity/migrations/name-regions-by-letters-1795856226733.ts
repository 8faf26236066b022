import { REGIONS } from '@keel/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Provinces as people wrote them while the field took any text. */
const WRITTEN = {
  AB: 'Alberta',
  BC: 'British Columbia|Colombie-Britannique|B.C.|C.-B.',
  MB: 'Manitoba',
  NB: 'New Brunswick|Nouveau-Brunswick|N.B.',
  NL: 'Newfoundland and Labrador|Newfoundland|Terre-Neuve-et-Labrador',
  NS: 'Nova Scotia|Nouvelle-Écosse|N.S.',
  NT: 'Northwest Territories|Territoires du Nord-Ouest',
  NU: 'Nunavut',
  ON: 'Ontario|Ont.',
  PE: 'Prince Edward Island|Île-du-Prince-Édouard|PEI|P.E.I.',
  QC: 'Quebec|Québec|Qc|PQ|P.Q.',
  SK: 'Saskatchewan|Sask.',
  YT: 'Yukon',
};

/** Which taxes a location charges depends on its province, so that is one of a list; what nobody can read becomes the clinic's. */
export class NameRegionsByLetters1795856226733 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE location SET country = upper(trim(country)), region = trim(region)');
    await runner.query(
      'UPDATE location l SET country = c.country FROM clinic c WHERE c.clinic_id = l.clinic_id AND (l.country IS NULL OR NOT l.country = ANY ($1))',
      [Object.keys(REGIONS)],
    );
    for (const [letters, names] of Object.entries(WRITTEN)) {
      const written = [letters, ...names.split('|')].map((name) => name.toLowerCase());
      await runner.query("UPDATE location SET region = $1 WHERE country = 'CA' AND lower(region) = ANY ($2)", [letters, written]);
    }
    for (const [country, regions] of Object.entries(REGIONS)) {
      await runner.query('UPDATE location SET region = upper(region) WHERE country = $1 AND upper(region) = ANY ($2)', [country, regions]);
      await runner.query(
        `UPDATE location l SET region = c.region FROM clinic c
         WHERE c.clinic_id = l.clinic_id AND l.country = $1 AND c.country = $1 AND (l.region IS NULL OR NOT l.region = ANY ($2))`,
        [country, regions],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('What was written before is not kept');
  }
}

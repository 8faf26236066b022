import type { MigrationInterface, QueryRunner } from 'typeorm';
import { namesIn, publishedView } from '../../platform/index.js';

/** A clinic's own name of a service has one in the other language beside it, which the search on the roof tells too. */
export class NameServicesInBothLanguages2026120100100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(namesIn('service', 'name_in', { languages: ['en', 'fr'], longest: 200 }));
    await runner.query(publishedView('service_card', 'SELECT clinic_id, id, name, name_in FROM service'));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead');
  }
}

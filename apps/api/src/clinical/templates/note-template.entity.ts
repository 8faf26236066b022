import type { LocalText, Profession, TemplateSection } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/** A template of the clinic: one of its own, or one of Keel's that it has edited. */
@Entity('note_template')
export class NoteTemplate extends ClinicEntity {
  @Column('text', { nullable: true }) builtIn!: string | null;
  @Column('text', { nullable: true }) profession!: Profession | null;
  @Column('boolean') active!: boolean;
  /** The number of its newest version, and its ETag. */
  @Column('integer') version!: number;
}

/** What a template asked at one time; notes point at it, so it never changes. */
@Entity('note_template_version')
export class NoteTemplateVersion extends ClinicEntity {
  @Column('uuid') templateId!: string;
  @Column('integer') number!: number;
  @Column('jsonb') name!: LocalText;
  @Column('jsonb') sections!: TemplateSection[];
  @Column('text') createdBy!: string;
}

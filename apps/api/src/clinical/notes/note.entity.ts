import type { LocalText, NoteStatus } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { type Actor, ClinicEntity } from '../../platform/index.js';

/** The head of a note, with its draft until it is signed. */
@Entity('note')
export class Note extends ClinicEntity {
  @Column('uuid') patientId!: string;
  @Column('uuid') practitionerId!: string;
  @Column('uuid', { nullable: true }) appointmentId!: string | null;
  @Column('uuid') templateId!: string;
  @Column('integer') templateVersion!: number;
  @Column('jsonb') title!: LocalText;
  @Column('boolean') confidential!: boolean;
  @Column('boolean') shared!: boolean;
  @Column('text') status!: NoteStatus;
  @Column('bytea', { nullable: true }) draft!: Buffer | null;
  @Column('timestamptz') notedAt!: Date;
  @Column('text') createdByType!: Actor['type'];
  @Column('text') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('text', { nullable: true }) signedByType!: Actor['type'] | null;
  @Column('text', { nullable: true }) signedBy!: string | null;
  @Column('timestamptz', { nullable: true }) signedAt!: Date | null;
  @Column('integer') version!: number;
}

/** What was signed, added or declared an error: inserted once, never changed. */
@Entity('note_version')
export class NoteVersion extends ClinicEntity {
  @Column('uuid') noteId!: string;
  @Column('integer') number!: number;
  @Column('text') kind!: NoteVersionKind;
  @Column('bytea') body!: Buffer;
  @Column('bytea') hash!: Buffer;
  @Column('text') recordedByType!: Actor['type'];
  @Column('text') recordedBy!: string;
  @Column('timestamptz') recordedAt!: Date;
}

export type NoteVersionKind = 'signed' | 'addendum' | 'entered_in_error';

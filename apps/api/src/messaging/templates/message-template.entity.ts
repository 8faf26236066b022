import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/** A clinic's edit of one of the default texts, under that text's id. */
@Entity('message_template')
export class MessageTemplate extends ClinicEntity {
  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  body!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

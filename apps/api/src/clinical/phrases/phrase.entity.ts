import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

/** A text that is written often, called by a short word. */
@Entity('phrase')
export class Phrase extends ClinicEntity {
  @Column('uuid', { nullable: true }) userId!: string | null;
  @Column('text') trigger!: string;
  @Column('bytea') text!: Buffer;
  @Column('integer') version!: number;
}

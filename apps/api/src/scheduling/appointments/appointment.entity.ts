import type { AppointmentStatus, CancelledBy } from '@keel/contracts';
import { Column, Entity } from 'typeorm';
import { ClinicEntity } from '../../platform/index.js';

@Entity('appointment')
export class Appointment extends ClinicEntity {
  @Column('uuid') patientId!: string;
  @Column('uuid') practitionerId!: string;
  @Column('uuid') serviceId!: string;
  @Column('uuid') locationId!: string;
  @Column('timestamptz') startAt!: Date;
  @Column('timestamptz') endAt!: Date;
  @Column('text') status!: AppointmentStatus;
  @Column('integer') timeVersion!: number;
  /** The first time version since which only the address of its place changed; null where the latest is of a booking or a move. */
  @Column('integer', { nullable: true }) readdressedFrom!: number | null;
  @Column('boolean') overbook!: boolean;
  /** The person who last gave it to its practitioner, see placing.ts; null for a patient's link and for Keel itself. */
  @Column('uuid', { nullable: true }) placedBy!: string | null;
  @Column('timestamptz') placedAt!: Date;
  /** The person who said that the patient came; null until then, and for Keel itself. */
  @Column('uuid', { nullable: true }) receivedBy!: string | null;
  /** When they said so; null until then. */
  @Column('timestamptz', { nullable: true }) receivedAt!: Date | null;
  /** True where somebody named the place: the appointment stays there when it moves. */
  @Column('boolean') placeNamed!: boolean;
  @Column('text', { nullable: true }) cancelledBy!: CancelledBy | null;
  @Column('text', { nullable: true }) cancelReason!: string | null;
  /** The appointment as its patient knew it before the clinic changed it; null where there is nothing to tell, or to take back of it. */
  @Column('timestamptz', { nullable: true }) toldStartAt!: Date | null;
  @Column('uuid', { nullable: true }) toldPractitionerId!: string | null;
  @Column('uuid', { nullable: true }) toldLocationId!: string | null;
  @Column('boolean', { nullable: true }) toldOff!: boolean | null;
  /** The person who told them how it is now; null for Keel itself, and until somebody has. */
  @Column('uuid', { nullable: true }) toldBy!: string | null;
  @Column('timestamptz', { nullable: true }) toldAt!: Date | null;
  /** The reminder that told them instead of a person. */
  @Column('uuid', { nullable: true }) toldMessageId!: string | null;
  /** What an appointment that is off had of its practitioner's time, buffers included; of one that is on, what it had when it was last off. */
  @Column('timestamptz', { nullable: true }) hadStartAt!: Date | null;
  @Column('timestamptz', { nullable: true }) hadEndAt!: Date | null;
  @Column('integer') version!: number;
  /** The first version at which the patient was shown what it is now, see as-confirmed.ts. */
  @Column('integer') shownVersion!: number;
}

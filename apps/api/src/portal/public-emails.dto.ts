import type { Locale } from '@keel/contracts';
import { PublicClinicDto } from './public-links.dto.js';

/** Whose e-mails a link is about, for whoever holds the mailbox: no name of a patient, nor whether several have the address. */
export class PublicEmailsDto {
  /** The language the patient is written to in. */
  locale!: Locale;
  clinic!: PublicClinicDto;
  /** The address with its middle left out, e.g. `m•••@example.org`. */
  address!: string;
  /** Null while e-mails go there. Here they are started again by `start`; what was said at the clinic is taken back there. */
  stoppedBy!: 'link' | 'clinic' | null;
}

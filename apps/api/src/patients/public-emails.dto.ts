import type { Country, StatedLocale } from '@keel/contracts';
import { PublicClinicDto } from '../identity/index.js';

/** Whose e-mails a link is about, for whoever holds the mailbox: no name of a patient, nor whether several have the address. */
export class PublicEmailsDto {
  /** What the patient is written to in, as it was stated; a bare language is as `country` writes it. */
  locale!: StatedLocale;
  /** The clinic's. */
  country!: Country;
  clinic!: PublicClinicDto;
  /** The address with its middle left out, e.g. `m•••@example.org`. */
  address!: string;
  /** Null while e-mails go there. Here they are started again by `start`; what was said at the clinic is taken back there. */
  stoppedBy!: 'link' | 'clinic' | null;
}

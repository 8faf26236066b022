import { dialled, notedPhone } from '@keel/contracts';
import { useLanguage } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import type { PublicLink } from '../data/public-links.js';
import { linksWords } from './links-words.js';
import { Unbroken } from '../ui/unbroken.js';

/** How to reach the clinic, as the end of a sentence; the link to do it stands below. */
export function useReach(clinic: PublicLink['clinic']): string {
  const t = useWords(linksWords);
  const phone = notedPhone(clinic, useLanguage());
  return clinic.phone ? t('appointment.reachPhone', { phone }) : t('appointment.reachClinic');
}

export function Contact({ clinic }: { clinic: PublicLink['clinic'] }) {
  const t = useWords(linksWords);
  const phone = notedPhone(clinic, useLanguage());
  if (!phone && !clinic.email) return null;
  return (
    <div className="contact">
      {clinic.phone && (
        <a href={dialled(clinic)}>
          <span>
            <Unbroken text={t('appointment.call', { phone })} />
          </span>
        </a>
      )}
      {!clinic.phone && phone && <p>{phone}</p>}
      {clinic.email && <a href={`mailto:${clinic.email}`}>{t('appointment.write', { email: clinic.email })}</a>}
    </div>
  );
}

import { dialled, notedPhone } from '@keel/contracts';
import { Anchor, Group, Text } from '@mantine/core';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import type { PublicLink } from '../../data/public-links.js';
import { linksWords } from './links-words.js';
import { Unbroken } from '../../ui/unbroken.js';

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
  const touch = { minHeight: 44, display: 'inline-flex', alignItems: 'center' };
  return (
    <Group gap="lg" style={{ rowGap: 0 }}>
      {clinic.phone && (
        <Anchor href={dialled(clinic)} style={touch}>
          <span>
            <Unbroken text={t('appointment.call', { phone })} />
          </span>
        </Anchor>
      )}
      {!clinic.phone && phone && <Text style={touch}>{phone}</Text>}
      {clinic.email && (
        <Anchor href={`mailto:${clinic.email}`} style={touch}>
          {t('appointment.write', { email: clinic.email })}
        </Anchor>
      )}
    </Group>
  );
}

import { Button, Text } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useWords } from '../../i18n/words.js';
import { uiWords } from '../../ui/ui-words.js';
import { offerAbout, subscribeOffers, takeBack, withdrawUndo } from '../../ui/undo.js';
import { Row } from '../../ui/appointments/part.js';

/** What was just done to the appointment, for as long as it can be taken back. */
export function UndoPart({ appointmentId }: { appointmentId: string }) {
  const t = useWords(uiWords);
  const offer = useSyncExternalStore(subscribeOffers, () => offerAbout(appointmentId));
  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => withdrawUndo(appointmentId), offer.until - Date.now());
    return () => clearTimeout(timer);
  }, [offer, appointmentId]);
  if (!offer) return null;
  return (
    <Row>
      <Text size="sm" c="dimmed">
        {offer.label}
      </Text>
      <Button size="compact-sm" variant="light" miw="max-content" onClick={() => takeBack(offer.id)} title={t('frame.undoKeys')}>
        {t('frame.undo')}
      </Button>
    </Row>
  );
}

import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/words.js';
import { practitionersQuery } from '../../data/practitioners.js';
import { useFormat } from '../../ui/format.js';
import type { Booking } from './use-booking.js';
import { bookingWords } from './booking-words.js';

/** With whom and what for: each offers what goes with the other. */
export function WhatPart({ form: { draft, choose, faults } }: { form: Booking }) {
  const t = useWords(bookingWords);
  const format = useFormat();
  const { data: practitioners = [] } = useQuery(practitionersQuery);
  const { practitioner, unavailable, service, offered, lastService } = draft;
  const empty = { value: '', label: t('choose'), disabled: true };
  return (
    <Stack gap="xs">
      <NativeSelect
        label={t('practitioner')}
        description={unavailable && t('unavailable', { name: unavailable.displayName })}
        value={practitioner?.id ?? ''}
        data={[empty, ...practitioners.filter(({ active }) => active).map(({ id, displayName }) => ({ value: id, label: displayName }))]}
        error={faults.practitioner && t('needs.practitioner')}
        onChange={({ currentTarget: { value } }) => choose({ practitionerId: value })}
      />
      <NativeSelect
        label={t('service')}
        value={service?.id ?? ''}
        data={[
          empty,
          ...offered.map((one) => {
            const name = format.called(one);
            return { value: one.id, label: one.id === lastService && offered.length > 1 ? t('lastUsed', { name }) : name };
          }),
        ]}
        error={faults.service && t('needs.service')}
        // Another service takes as long as it takes.
        onChange={({ currentTarget: { value } }) => choose({ serviceId: value, durationMinutes: undefined })}
      />
    </Stack>
  );
}

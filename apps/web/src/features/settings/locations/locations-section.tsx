import { notedPhone } from '@keel/contracts';
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useLocale } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { type Location, locationsQuery } from '../../../data/locations.js';
import { useUseLocation } from '../../../data/location-changes.js';
import { zoneLabel } from '../../../ui/clinic/zones.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { PaperGapsNotice } from '../../../ui/clinic/paper-gaps-notice.js';
import { usePaperGaps } from '../../../ui/clinic/use-paper-gaps.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { settingsWords } from '../settings-words.js';
import { LocationDialog } from './location-dialog.js';
import { addressOf } from './location-form.js';
import { locationsWords } from './locations-words.js';
import { StillBooked } from './still-booked.js';
import { Unbroken } from '../../../ui/unbroken.js';

/** Where the clinic is. */
export function LocationsSection() {
  const t = useWords(locationsWords);
  const locations = useQuery(locationsQuery);
  const [edited, setEdited] = useState<Location | 'new'>();
  return (
    <Stack gap="md">
      <SectionHead section="locations" lead={t('lead')} action={<Button onClick={() => setEdited('new')}>{t('add')}</Button>} />
      <PaperGapsNotice taxes={[]} places={usePaperGaps()?.places ?? []} here />
      <Asked query={locations} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <LocationRow
                key={one.id}
                location={one}
                isOnly={one.active && all.filter(({ active }) => active).length === 1}
                onEdit={() => setEdited(one)}
              />
            ))}
          </Rows>
        )}
      </Asked>
      {edited && <LocationDialog location={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}

interface RowProps {
  location: Location;
  /** The only one in use: nothing could be booked without it. */
  isOnly: boolean;
  onEdit: () => void;
}

function LocationRow({ location, isOnly, onEdit }: RowProps) {
  const t = useWords(locationsWords);
  const [language, locale] = [useLanguage(), useLocale()];
  const details = [addressOf(location), notedPhone(location, language), zoneLabel(location.timeZone, locale, t('now'))].filter(Boolean);
  return (
    <Row
      name={
        <>
          {location.name}
          {!location.active && <Tag quiet>{t('inactive')}</Tag>}
        </>
      }
      details={<Unbroken text={details.join(' · ')} />}
      actions={<Actions location={location} isOnly={isOnly} onEdit={onEdit} />}
    >
      {!location.active && <StillBooked locationId={location.id} />}
    </Row>
  );
}

function Actions({ location, isOnly, onEdit }: RowProps) {
  const t = useWords(locationsWords);
  const settings = useWords(settingsWords);
  const may = useMayChange('locations');
  const { name, active } = location;
  const use = useUseLocation(
    (done) =>
      toastDone(t(done.active ? 'opened' : 'closed', { name }), {
        label: name,
        run: () => use.mutate({ location: done, active: !done.active }),
      }),
    toastProblem,
  );
  if (!may) return null;
  return (
    <Group gap={6}>
      <Button variant="default" aria-label={settings('editOf', { name })} onClick={onEdit}>
        {settings('edit')}
      </Button>
      <Button
        variant="default"
        aria-label={t(active ? 'closeOf' : 'openOf', { name })}
        disabled={isOnly}
        title={isOnly ? t('onlyOne') : undefined}
        loading={use.isPending}
        onClick={() => use.mutate({ location, active: !active })}
      >
        {active ? t('close') : t('open')}
      </Button>
    </Group>
  );
}

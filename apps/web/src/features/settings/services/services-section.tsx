import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { allServicesQuery, type Service, useArchive } from '../../../data/services.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { settingsWords } from '../settings-words.js';
import { ServiceDialog } from './service-dialog.js';
import { servicesWords } from './services-words.js';
import { SuggestedServices } from './suggested-services.js';

/** What the clinic offers. */
export function ServicesSection() {
  const t = useWords(servicesWords);
  const may = useMayChange('services');
  const services = useQuery(allServicesQuery);
  const [edited, setEdited] = useState<Service | 'new'>();
  return (
    <Stack gap="md">
      <SectionHead
        section="services"
        lead={t('lead')}
        action={
          <Button variant={services.data?.length === 0 ? 'default' : 'filled'} onClick={() => setEdited('new')}>
            {t('add')}
          </Button>
        }
      />
      <Asked query={services} empty={t('empty')}>
        {(all) => <ServiceList services={all} onEdit={setEdited} />}
      </Asked>
      {may && services.data && <SuggestedServices services={services.data} />}
      {edited && <ServiceDialog service={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}

function ServiceList({ services, onEdit }: { services: Service[]; onEdit: (service: Service) => void }) {
  const t = useWords(servicesWords);
  const [all, setAll] = useState(false);
  const format = useFormat();
  const sorted = services.toSorted((a, b) => format.called(a).localeCompare(format.called(b), format.language));
  const archived = services.filter((service) => service.archived).length;
  return (
    <>
      <Rows label={t('list')}>
        {sorted
          .filter((service) => all || !service.archived)
          .map((service) => (
            <ServiceRow key={service.id} service={service} onEdit={() => onEdit(service)} />
          ))}
      </Rows>
      {archived > 0 && (
        <Button variant="subtle" style={{ alignSelf: 'flex-start' }} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('hideArchived') : t('showArchived', { count: archived })}
        </Button>
      )}
    </>
  );
}

function ServiceRow({ service, onEdit }: { service: Service; onEdit: () => void }) {
  const t = useWords(servicesWords);
  const professions = useProfessions();
  const format = useFormat();
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = service;
  const details = [
    professions.field(service.profession),
    t('minutes', { count: service.durationMinutes }),
    ...(before || after ? [t('buffers', { before, after })] : []),
    format.money(service.price),
    t(`taxCode.${service.taxCode}`),
  ];
  return (
    <Row
      colour={service.colour}
      name={
        <>
          {format.called(service)}
          {service.onlineBookable && <Tag>{t('onlineBadge')}</Tag>}
          {service.archived && <Tag quiet>{t('archived')}</Tag>}
        </>
      }
      details={details.join(' · ')}
      actions={<ServiceActions service={service} onEdit={onEdit} />}
    />
  );
}

function ServiceActions({ service, onEdit }: { service: Service; onEdit: () => void }) {
  const t = useWords(servicesWords);
  const settings = useWords(settingsWords);
  const may = useMayChange('services');
  const name = useFormat().called(service);
  const archive = useArchive(
    (done) =>
      toastDone(t(done.archived ? 'archiveDone' : 'unarchiveDone', { name }), {
        label: name,
        run: () => archive.mutate({ service: done, archived: !done.archived }),
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
        loading={archive.isPending}
        aria-label={t(service.archived ? 'unarchiveOf' : 'archiveOf', { name })}
        onClick={() => archive.mutate({ service, archived: !service.archived })}
      >
        {service.archived ? t('unarchive') : t('archive')}
      </Button>
    </Group>
  );
}

import { formatInZone } from '@keel/calendar';
import { Anchor, Box, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarIcon, CheckIcon, PersonIcon, PlaceIcon } from '../../ui/icons.js';
import { PageTitle } from '../../ui/title.js';
import type { PublicLink } from './link.queries.js';
import { VisitActions } from './visit-actions.js';
import { visitState } from './visit-state.js';

/** One visit: how it stands, when and where, and what its patient may do. */
export function VisitCard({ token, link }: { token: string; link: PublicLink }) {
  const { t, i18n } = useTranslation();
  const { clinic, appointment, actions } = link;
  const state = visitState(appointment.status, actions);
  const locale = i18n.language === 'fr' ? 'fr' : 'en';
  const time = (at: string, style: 'longDate' | 'time') => formatInZone(new Date(at), appointment.timeZone, locale, style);
  return (
    <Stack gap="lg">
      <div>
        <Text c="dimmed" fw={600}>
          {clinic.name}
        </Text>
        <Group gap="sm" wrap="nowrap" align="center">
          {state === 'Confirmed' && (
            <ThemeIcon size={36} radius="xl">
              <CheckIcon />
            </ThemeIcon>
          )}
          <PageTitle text={t(`visit.title${state}`)} />
        </Group>
        <Text mt="xs" role="status">
          {t(`visit.lead${state}`)}
        </Text>
      </div>
      <Stack component="dl" gap="md" m={0} opacity={state === 'Cancelled' ? 0.85 : 1}>
        <Fact icon={<CalendarIcon />} label={t('visit.when')}>
          <Text fw={650} size="lg" td={state === 'Cancelled' ? 'line-through' : undefined}>
            {time(appointment.start, 'longDate')}
          </Text>
          <Text fw={650} size="lg" td={state === 'Cancelled' ? 'line-through' : undefined}>
            {time(appointment.start, 'time')} – {time(appointment.end, 'time')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('visit.zone', { zone: appointment.timeZone.replaceAll('_', ' ') })}
          </Text>
        </Fact>
        <Fact icon={<PersonIcon />} label={t('visit.who')}>
          <Text>{appointment.practitioner}</Text>
        </Fact>
        <Fact icon={<PlaceIcon />} label={t('visit.where')}>
          <Text>{appointment.location}</Text>
        </Fact>
      </Stack>
      <VisitActions token={token} actions={actions} />
      <Contact clinic={clinic} />
    </Stack>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <Group gap="md" wrap="nowrap" align="flex-start">
      <Box c="dimmed" pt={2}>
        {icon}
      </Box>
      <div>
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Box component="dd" m={0}>
          {children}
        </Box>
      </div>
    </Group>
  );
}

function Contact({ clinic }: { clinic: PublicLink['clinic'] }) {
  const { t } = useTranslation();
  if (!clinic.phone && !clinic.email) return null;
  const touch = { minHeight: 44, display: 'inline-flex', alignItems: 'center' };
  return (
    <Group gap="lg">
      {clinic.phone && (
        <Anchor href={`tel:${clinic.phone.replace(/[^\d+]/g, '')}`} style={touch}>
          {t('visit.call', { phone: clinic.phone })}
        </Anchor>
      )}
      {clinic.email && (
        <Anchor href={`mailto:${clinic.email}`} style={touch}>
          {t('visit.write', { email: clinic.email })}
        </Anchor>
      )}
    </Group>
  );
}

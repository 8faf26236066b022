import { formatInZone, offsetAt } from '@keel/calendar';
import { Box, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { linksWords } from './links-words.js';
import { CalendarIcon, CheckIcon, PersonIcon, PlaceIcon } from '../../ui/icons.js';
import { PageTitle } from '../../ui/title.js';
import { Contact, useReach } from './contact.js';
import type { PublicLink } from '../../data/public-links.js';
import { AppointmentActions } from './appointment-actions.js';
import { isOff, appointmentState } from './appointment-state.js';
import { Unbroken } from '../../ui/unbroken.js';

/** One appointment: how it stands, when and where, and what its patient may do. */
export function AppointmentCard({ token, link }: { token: string; link: PublicLink }) {
  const t = useWords(linksWords);
  const { clinic, appointment, actions } = link;
  const state = appointmentState(appointment, actions);
  const off = isOff(state);
  const reach = useReach(clinic);
  const locale = useLocale();
  const time = (at: string, style: 'longDate' | 'time') => formatInZone(new Date(at), appointment.timeZone, locale, style);
  return (
    <Stack gap="lg">
      <div>
        <Text c="dimmed" fw={600}>
          <bdi>{clinic.name}</bdi>
        </Text>
        {state === 'Confirmed' && (
          <ThemeIcon size={40} radius="xl" mt="sm" mb={4}>
            <CheckIcon />
          </ThemeIcon>
        )}
        <PageTitle text={t(`appointment.title${state}`)} />
        <Text mt="xs" role="status">
          {t(`appointment.lead${state}`)}
          {isOff(state) && <Unbroken text={` ${t(`appointment.next${state}`, { reach })}`} />}
        </Text>
      </div>
      <Stack component="dl" gap="md" m={0} opacity={off ? 0.85 : 1}>
        <Fact icon={<CalendarIcon />} label={t('appointment.when')}>
          <Text fw={650} size="lg" td={off ? 'line-through' : undefined}>
            {time(appointment.start, 'longDate')}
          </Text>
          <Text fw={650} size="lg" td={off ? 'line-through' : undefined}>
            {time(appointment.start, 'time')} – {time(appointment.end, 'time')}
          </Text>
          {isElsewhere(appointment) && (
            <Text size="sm" c="dimmed">
              {t('appointment.zone')}
            </Text>
          )}
        </Fact>
        <Fact icon={<PersonIcon />} label={t('appointment.who')}>
          <Text>
            <bdi>{appointment.practitioner}</bdi>
          </Text>
        </Fact>
        <Fact icon={<PlaceIcon />} label={t('appointment.where')}>
          <Text>
            <bdi>{appointment.location}</bdi>
          </Text>
        </Fact>
      </Stack>
      <AppointmentActions token={token} link={link} />
      <Contact clinic={clinic} />
    </Stack>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div>
      <Group component="dt" gap="sm" wrap="nowrap" c="dimmed" fz="sm">
        {icon}
        {label}
      </Group>
      <Box component="dd" m={0} pl={32}>
        {children}
      </Box>
    </div>
  );
}

/** The clock of whoever reads this shows another time than the clinic's then. The browser knows its own, whatever zone it is set to. */
function isElsewhere({ start, timeZone }: PublicLink['appointment']): boolean {
  const at = new Date(start);
  return offsetAt(timeZone, at.getTime()) !== -at.getTimezoneOffset();
}

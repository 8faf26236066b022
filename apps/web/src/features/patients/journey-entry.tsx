import {
  IconArrowsExchange,
  IconCalendarCheck,
  IconCalendarPlus,
  IconCalendarX,
  IconCash,
  IconCashOff,
  IconCircleCheck,
  IconDoorEnter,
  IconFileCheck,
  IconFileInvoice,
  IconFilePlus,
  IconFileX,
  IconMail,
  IconMailExclamation,
  IconMailOpened,
  IconMessage,
  IconPhone,
  IconPhoneOff,
  IconPlayerPlay,
  IconRotate,
  IconUserPlus,
  IconUserX,
} from '@tabler/icons-react';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { useCan } from '../../session/use-session.js';
import { journeyWords } from './journey-words.js';
import classes from './journey.module.css';
import type { TimelineEntry } from '../../data/timeline.js';

type Icon = typeof IconCash;

/** A picture for each kind of thing; amber and red where somebody should look. */
const PICTURES: Partial<Record<TimelineEntry['kind'], [Icon, ('attention' | 'trouble')?]>> = {
  'patient.created': [IconUserPlus],
  'appointment.booked': [IconCalendarPlus],
  'appointment.moved': [IconArrowsExchange],
  'appointment.confirmed': [IconCalendarCheck],
  'appointment.arrived': [IconDoorEnter],
  'appointment.unarrived': [IconDoorEnter],
  'appointment.started': [IconPlayerPlay],
  'appointment.completed': [IconCircleCheck],
  'appointment.reopened': [IconRotate],
  'appointment.cancelled': [IconCalendarX, 'attention'],
  'appointment.no_show': [IconUserX, 'trouble'],
  'appointment.left_unseen': [IconUserX, 'attention'],
  'appointment.restored': [IconCalendarPlus],
  'appointment.patient_told': [IconPhone],
  'appointment.patient_untold': [IconPhoneOff, 'attention'],
  'appointment.answer_withdrawn': [IconPhoneOff, 'attention'],
  'note.started': [IconFilePlus],
  'note.signed': [IconFileCheck],
  'note.amended': [IconFilePlus],
  'note.entered_in_error': [IconFileX, 'attention'],
  'invoice.issued': [IconFileInvoice],
  'invoice.voided': [IconFileX],
  'payment.received': [IconCash],
  'payment.reversed': [IconCashOff, 'attention'],
  'message.sent': [IconMail],
  'message.delivered': [IconMailOpened],
  'message.failed': [IconMailExclamation, 'trouble'],
  'message.unknown': [IconMailExclamation, 'attention'],
  'message.received': [IconMessage],
};

export function JourneyEntry({ entry, patientId }: { entry: TimelineEntry; patientId: string }) {
  const format = useFormat();
  const [Picture, mood] = PICTURES[entry.kind] ?? [IconCircleCheck];
  return (
    <li className={classes['entry']}>
      <time className={classes['time']} dateTime={entry.at}>
        {format.time(entry.at)}
      </time>
      <span className={classes['picture']} data-mood={mood}>
        <Picture size={16} stroke={1.7} aria-hidden />
      </span>
      <WayIn entry={entry} patientId={patientId}>
        {entry.summary}
      </WayIn>
    </li>
  );
}

/** The line leads to what it speaks of, where the person may read that. */
function WayIn({ entry, patientId, children }: { entry: TimelineEntry; patientId: string; children: ReactNode }) {
  const t = useWords(journeyWords);
  const can = useCan();
  const { ref, invoiceId } = entry;
  const link = { className: classes['link'] };
  if (ref.type === 'appointment' && can('appointment:read')) {
    return (
      <Link to="." search={(now) => ({ ...now, appointment: ref.id })} resetScroll={false} title={t('open.appointment')} {...link}>
        {children}
      </Link>
    );
  }
  if (ref.type === 'note' && can('chart:read')) {
    return (
      <Link to={paths.note(ref.id)} title={t('open.note')} {...link}>
        {children}
      </Link>
    );
  }
  if (invoiceId && can('invoice:read')) {
    return (
      <Link to={paths.invoice(invoiceId)} title={t('open.invoice')} {...link}>
        {children}
      </Link>
    );
  }
  if (ref.type === 'message' && can('message:read')) {
    return (
      <Link to={paths.patientTab(patientId, 'messages')} title={t('open.message')} {...link}>
        {children}
      </Link>
    );
  }
  return <Text span>{children}</Text>;
}

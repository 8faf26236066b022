import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { useShortcut } from '../../ui/shortcuts.js';
import type { Practitioner } from '../../data/practitioners.js';
import { useCan } from '../../session/use-session.js';
import { scheduleWords } from './schedule-words.js';
import type { Schedule } from './use-schedule.js';

interface Props {
  at: Schedule;
  /** Set where one practitioner at a time is shown. */
  one: Practitioner | undefined;
}

/** Opens the booking form, with what is looked at. */
export function NewAppointment({ at, one }: Props) {
  const t = useWords(scheduleWords);
  const may = useCan()('appointment:book');
  const navigate = useNavigate();
  const book = () => {
    if (may) void navigate({ to: '.', search: (now) => ({ ...now, book: { ...(one && { practitionerId: one.id }), day: at.date } }) });
  };
  useShortcut(may ? 'n' : undefined, t('new'), book, { opens: true });
  return (
    <Button
      size="compact-sm"
      mih={32}
      px="sm"
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
      onClick={book}
      disabled={!may}
      title={may ? `${t('new')} (n)` : t('mayNotBook')}
    >
      {t('new')}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import type { Practitioner } from '../../data/practitioners.js';
import { scheduleWords } from './schedule-words.js';
import type { Schedule } from './use-schedule.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const PeopleMenu = lazyDrawer(() => import('./people-menu.js').then((module) => ({ default: module.PeopleMenu })));

interface Props {
  at: Schedule;
  practitioners: readonly Practitioner[];
}

/** Whose columns are shown; what it opens is fetched when first wanted. */
export function PeopleFilter({ at, practitioners }: Props) {
  const t = useWords(scheduleWords);
  const [wanted, setWanted] = useState(false);
  const shown = practitioners.filter(({ id }) => !at.who || at.who.includes(id)).length;
  const words = shown === practitioners.length ? t('everybody') : t('peopleShown', { count: shown, all: practitioners.length });
  const button = (
    <Button
      variant="default"
      size="compact-sm"
      mih={30}
      leftSection={<IconUsers size={16} stroke={1.7} aria-hidden />}
      onClick={() => setWanted(true)}
      aria-haspopup="dialog"
    >
      {words}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <PeopleMenu at={at} practitioners={practitioners} words={words} />
    </Suspense>
  );
}

import { Button, Checkbox, Divider, Popover, Stack } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import type { Practitioner } from '../../data/practitioners.js';
import { scheduleWords } from './schedule-words.js';
import type { Schedule } from './use-schedule.js';

interface Props {
  at: Schedule;
  practitioners: readonly Practitioner[];
  words: string;
}

/** Practitioners to choose from, and whether appointments that do not stand are shown. */
export function PeopleMenu({ at, practitioners, words }: Props) {
  const t = useWords(scheduleWords);
  const [opened, setOpened] = useState(true);
  const ids = practitioners.map(({ id }) => id);
  const shown = ids.filter((id) => !at.who || at.who.includes(id));
  const toggle = (id: string) => {
    const next = shown.includes(id) ? shown.filter((one) => one !== id) : ids.filter((one) => one === id || shown.includes(one));
    at.look({ who: next.length === 0 || next.length === ids.length ? undefined : next });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          mih={30}
          leftSection={<IconUsers size={16} stroke={1.7} aria-hidden />}
          onClick={() => setOpened((now) => !now)}
        >
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people')}>
        <Stack gap="xs">
          <Checkbox
            label={t('everybody')}
            checked={shown.length === ids.length}
            indeterminate={shown.length < ids.length}
            onChange={() => at.look({ who: undefined })}
          />
          {practitioners.map(({ id, displayName, active }) => (
            <Checkbox
              key={id}
              label={active ? displayName : `${displayName} · ${t('inactive')}`}
              checked={shown.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
          <Divider />
          <Checkbox label={t('ended')} checked={at.ended} onChange={() => at.look({ ended: !at.ended })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

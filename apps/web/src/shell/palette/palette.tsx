import { Modal, Text, VisuallyHidden } from '@mantine/core';
import { IconCalendar, IconFileInvoice, IconPlayerPlay, IconSearch, IconUser } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import type { Entry, Group } from './entries.js';
import classes from './palette.module.css';
import { paletteWords } from './palette-words.js';
import { type PaletteProps, usePalette } from './use-palette.js';

type State = ReturnType<typeof usePalette>;

/** One box for everybody, everything and every action; a combobox with its list always open. */
export function Palette(props: PaletteProps) {
  const t = useWords(paletteWords);
  const palette = usePalette(props);
  const list = useId();
  const { groups, settled, typed } = palette;
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <Modal.Root opened onClose={props.onClose} size={640} yOffset="10vh" lockScroll={false}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('title')}>
        <div className={classes['palette']} data-palette>
          <Field palette={palette} list={list} />
          <div className={classes['body']}>
            <ProblemNotice error={palette.error} onRetry={palette.retry} />
            <VisuallyHidden role="status">{settled ? t('found', { count }) : ''}</VisuallyHidden>
            {settled && count === 0 && !palette.error && (
              <Text c="dimmed" p="sm">
                {t('none', { q: typed.trim() })}
              </Text>
            )}
            <div role="listbox" id={list} aria-label={t('results')}>
              {groups.map(({ group, entries }) => (
                <div key={group} role="group" aria-label={t(`group.${group}`)}>
                  <div className={classes['group']} aria-hidden>
                    {t(`group.${group}`)}
                  </div>
                  {entries.map((entry) => (
                    <Line key={entry.id} entry={entry} list={list} palette={palette} />
                  ))}
                </div>
              ))}
            </div>
          </div>
          <Keys />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Field({ palette, list }: { palette: State; list: string }) {
  const t = useWords(paletteWords);
  const hear = (event: KeyboardEvent) => {
    const act = { ArrowDown: () => palette.move(1), ArrowUp: () => palette.move(-1), Enter: palette.enter }[event.key];
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <label className={classes['field']}>
      <IconSearch size={18} stroke={1.7} aria-hidden />
      <input
        role="combobox"
        aria-label={t('title')}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={palette.active && `${list}-${palette.active.id}`}
        placeholder={t('hint')}
        value={palette.typed}
        onChange={(event) => palette.type(event.currentTarget.value)}
        onKeyDown={hear}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
    </label>
  );
}

const PICTURES: Record<Group, typeof IconUser> = {
  recent: IconUser,
  patient: IconUser,
  appointment: IconCalendar,
  invoice: IconFileInvoice,
  action: IconPlayerPlay,
};

function Line({ entry, list, palette }: { entry: Entry; list: string; palette: State }) {
  const chosen = palette.active?.id === entry.id;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const Picture = PICTURES[entry.group];
  // The keyboard acts in the field, which points here; the mouse acts on the line itself.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- as said above
    <div
      ref={line}
      role="option"
      id={`${list}-${entry.id}`}
      aria-selected={chosen}
      className={classes['line']}
      onClick={() => palette.open(entry)}
      onMouseMove={() => !chosen && palette.choose(entry.id)}
    >
      <Picture size={16} stroke={1.7} aria-hidden />
      <bdi className={classes['label']}>{entry.label}</bdi>
      <span className={classes['aside']}>{entry.aside}</span>
    </div>
  );
}

function Keys() {
  const t = useWords(paletteWords);
  return (
    <div className={classes['keys']} aria-hidden>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')}
      </span>
      <span>
        <kbd>Enter</kbd> {t('keys.open')}
      </span>
      <span>
        <kbd>Esc</kbd> {t('keys.close')}
      </span>
    </div>
  );
}

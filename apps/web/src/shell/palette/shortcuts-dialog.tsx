import { Modal, Stack, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useShortcutList } from '../../ui/shortcuts.js';
import { uiWords } from '../../ui/ui-words.js';
import { keysOf } from './keys-of.js';
import classes from './palette.module.css';
import { paletteWords } from './palette-words.js';

/** What the keyboard does here and now. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(paletteWords);
  const ui = useWords(uiWords);
  const list = useShortcutList();
  const [shortcuts] = useState(list);
  return (
    <Modal opened onClose={onClose} title={ui('frame.shortcuts')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack gap="sm">
        <Text c="dimmed">{shortcuts.length > 0 ? t('shortcuts.lead') : t('shortcuts.none')}</Text>
        <dl className={classes['shortcuts']}>
          {shortcuts.map(({ keys, label }) => (
            <Fragment key={`${keys} ${label}`}>
              <dt>
                {keysOf(keys).map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{label}</dd>
            </Fragment>
          ))}
        </dl>
      </Stack>
    </Modal>
  );
}

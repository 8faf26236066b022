import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/words.js';
import type { StaffSearch } from '../staff-search.js';
import { isAbandoned, useLeaveScope } from './leave-scope.js';
import { leaveWords } from './leave-words.js';
import { uiWords } from './ui-words.js';

interface Props {
  unsaved: boolean;
  /** Tries to save first; true where nothing is left to lose. */
  save?: () => Promise<boolean>;
  /** The form stands in what this part of the address opens beside the page, and goes with that. */
  beside?: keyof StaffSearch;
}

interface Place {
  pathname: string;
  search: object;
}

/** Asks before what was typed is left behind: by closing what it stands in, by going elsewhere, by closing the window. */
export function LeaveGuard({ unsaved, save, beside }: Props) {
  const { add } = useLeaveScope();
  const { mayLeave, left, question } = useQuestion(save);
  useBlocker({
    disabled: !unsaved,
    shouldBlockFn: async ({ current, next }) => isLeft(current, next, beside) && !(await mayLeave()),
    enableBeforeUnload: () => !left() && !isAbandoned(),
  });
  const latest = useRef({ unsaved, save, mayLeave });
  useEffect(() => {
    latest.current = { unsaved, save, mayLeave };
  });
  useEffect(
    () =>
      add({
        unsaved: () => latest.current.unsaved,
        save: () => latest.current.save?.() ?? Promise.resolve(false),
        mayLeave: () => latest.current.mayLeave(),
      }),
    [add],
  );
  return <Question {...question} />;
}

function useQuestion(save: Props['save']) {
  const [opened, setOpened] = useState(false);
  const answer = useRef<(may: boolean) => void>(undefined);
  const left = useRef(false);
  const mayLeave = async (): Promise<boolean> => {
    // Asked already: another press of the same key is no answer.
    if (answer.current) return false;
    if (await save?.()) return true;
    setOpened(true);
    return new Promise((resolve) => (answer.current = resolve));
  };
  const onAnswer = (may: boolean) => {
    left.current = may;
    answer.current?.(may);
    answer.current = undefined;
    setOpened(false);
  };
  // Who said so once is not asked by the browser again.
  return { mayLeave, left: () => left.current, question: { opened, onAnswer } };
}

/** Opening something beside the same page leaves nothing of the page behind. */
function isLeft(current: Place, next: Place, beside: Props['beside']): boolean {
  if (!beside) return current.pathname !== next.pathname;
  const shown = ({ search }: Place) => JSON.stringify((search as StaffSearch)[beside]);
  return shown(current) !== shown(next);
}

function Question({ opened, onAnswer }: { opened: boolean; onAnswer: (may: boolean) => void }) {
  const t = useWords(leaveWords);
  const ui = useWords(uiWords);
  const stay = () => onAnswer(false);
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Here and not at the window, where the dialog beneath would take the same press for its own.
    event.stopPropagation();
    stay();
  };
  return (
    <Modal
      opened={opened}
      onClose={stay}
      closeOnEscape={false}
      onKeyDown={hear}
      title={t('title')}
      closeButtonProps={{ 'aria-label': ui('frame.close') }}
    >
      <Stack>
        <Text>{t('lead')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onAnswer(true)}>
            {t('go')}
          </Button>
          <Button data-autofocus onClick={stay}>
            {t('stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

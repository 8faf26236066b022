import '@mantine/notifications/styles.layer.css';
import { Button, Group, Text } from '@mantine/core';
import { notifications, Notifications } from '@mantine/notifications';
import { isToldAbove } from '../data/client/queries.js';
import { useWords, wordsOf } from '../i18n/words.js';
import type { ReactNode } from 'react';
import { problemText } from './problem-text.js';
import { uiWords } from './ui-words.js';
import { type Offer, stands, subscribeOffers, takeBack } from './undo.js';

/** Where what is done can be looked at: an address of the API, opened beside the app. */
export interface Onward {
  label: string;
  href: string;
}

const SECONDS = 1000;
/** Long enough to read and to take back; a fault stays longer. */
const SHOWN = { done: 5 * SECONDS, withNext: 12 * SECONDS, problem: 12 * SECONDS };

export const Toasts = () => <Notifications position="bottom-right" limit={3} aria-live="polite" />;

export function showDone(text: string, onward?: Onward): void {
  show(crypto.randomUUID(), onward ? <WithNext text={text} onward={onward} /> : text, onward ? SHOWN.withNext : SHOWN.done);
}

/** Goes when it is taken back, here or elsewhere, and when what it is about changes again. */
export function showUndoable(text: string, offer: Offer): void {
  if (!stands(offer.id)) return;
  show(offer.id, <Undoable text={text} offer={offer} />, SHOWN.withNext);
  const stop = subscribeOffers(() => {
    if (stands(offer.id)) return;
    stop();
    notifications.hide(offer.id);
  });
}

function show(id: string, message: ReactNode, autoClose: number): void {
  const closeButtonProps = { 'aria-label': wordsOf(uiWords)('frame.close') };
  notifications.show({ id, message, autoClose, withBorder: true, closeButtonProps });
}

export function showProblem(error: unknown, text = problemText(error)): void {
  if (isToldAbove(error)) return;
  notifications.show({
    message: text,
    color: 'red',
    role: 'alert',
    autoClose: SHOWN.problem,
    withBorder: true,
    closeButtonProps: { 'aria-label': wordsOf(uiWords)('frame.close') },
  });
}

function WithNext({ text, onward }: { text: string; onward: Onward }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button component="a" href={onward.href} target="_blank" rel="noopener" size="compact-sm" variant="light" miw="max-content">
        {onward.label}
      </Button>
    </Group>
  );
}

function Undoable({ text, offer }: { text: string; offer: Offer }) {
  const t = useWords(uiWords);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button
        size="compact-sm"
        variant="light"
        miw="max-content"
        onClick={() => takeBack(offer.id)}
        aria-label={`${t('frame.undo')} — ${offer.label}`}
        title={t('frame.undoKeys')}
      >
        {t('frame.undo')}
      </Button>
    </Group>
  );
}

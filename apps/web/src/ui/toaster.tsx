import { Button, Group, Text } from '@mantine/core';
import { notifications, Notifications } from '@mantine/notifications';
import { useWords, wordsOf } from '../i18n/words.js';
import { problemText } from './problem-text.js';
import { uiWords } from './ui-words.js';

export interface Undo {
  /** What is taken back, for who cannot see which word the button stands beside. */
  label: string;
  run: () => void;
  /** The id of what was changed: whatever is done to it next takes this offer away. */
  about?: string;
}

/** Where what is done can be looked at: an address of the API, opened beside the app. */
export interface Onward {
  label: string;
  href: string;
}

const SECONDS = 1000;
/** Long enough to read and to take back; a fault stays longer. */
const SHOWN = { done: 5 * SECONDS, undoable: 12 * SECONDS, problem: 12 * SECONDS };

export const Toasts = () => <Notifications position="bottom-right" limit={3} aria-live="polite" />;

const offers = new Map<string, string>();

/** Takes back the offer to undo what was last done to something, since it is about to change again. */
export function withdraw(about: string): void {
  const id = offers.get(about);
  if (id) notifications.hide(id);
  offers.delete(about);
}

export function showDone(text: string, then?: Undo | Onward): void {
  const id = crypto.randomUUID();
  if (then && 'run' in then && then.about) {
    withdraw(then.about);
    offers.set(then.about, id);
  }
  notifications.show({
    id,
    message: then ? <WithNext text={text} then={then} onTaken={() => notifications.hide(id)} /> : text,
    autoClose: then ? SHOWN.undoable : SHOWN.done,
    withBorder: true,
    closeButtonProps: { 'aria-label': wordsOf(uiWords)('frame.close') },
  });
}

export function showProblem(error: unknown): void {
  notifications.show({
    message: problemText(error),
    color: 'red',
    role: 'alert',
    autoClose: SHOWN.problem,
    withBorder: true,
    closeButtonProps: { 'aria-label': wordsOf(uiWords)('frame.close') },
  });
}

function WithNext({ text, then, onTaken }: { text: string; then: Undo | Onward; onTaken: () => void }) {
  if ('run' in then) return <Undoable text={text} undo={then} onTaken={onTaken} />;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button component="a" href={then.href} target="_blank" rel="noopener" size="compact-sm" variant="light" miw="max-content">
        {then.label}
      </Button>
    </Group>
  );
}

function Undoable({ text, undo, onTaken }: { text: string; undo: Undo; onTaken: () => void }) {
  const t = useWords(uiWords);
  const take = () => {
    onTaken();
    undo.run();
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="light" onClick={take} aria-label={`${t('frame.undo')} — ${undo.label}`}>
        {t('frame.undo')}
      </Button>
    </Group>
  );
}

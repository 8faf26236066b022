import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { visitWords } from '../../ui/visit-words.js';
import { useCan } from '../session/use-session.js';
import { asLookedAt } from './looked-at.js';
import { obstacle, type VisitAct } from './steps.js';
import { useVisitActs } from './use-visit-acts.js';
import type { PlainAction, Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** What asks something first. */
export type VisitForm = 'cancel' | 'leave' | 'move';

interface Props {
  visit: Visit;
  onForm: (form: VisitForm) => void;
  targetRef: Ref<HTMLButtonElement>;
}

/** What is done now and then; what cannot be done now says why. */
export function VisitMenu({ visit, onForm, targetRef }: Props) {
  const t = useWords(visitPanelWords);
  const states = useWords(visitWords);
  const { act } = useVisitActs();
  // What others change while the menu is open is not what it was opened on.
  const [opened, setOpened] = useState<Visit>();
  const run = (action: PlainAction) => act(asLookedAt(opened, visit), action);
  const item = (act: VisitAct, label: string, run: () => void) => <Item key={act} visit={visit} act={act} label={label} onRun={run} />;
  return (
    <Menu position="bottom-end" width={260} shadow="md" zIndex={200} onOpen={() => setOpened(visit)}>
      <Menu.Target>
        <ActionIcon ref={targetRef} variant="subtle" color="gray" size={32} aria-label={t('more')} title={t('more')}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item('confirm', states('action.confirm'), () => run('confirm'))}
        {item('move', t('move'), () => onForm('move'))}
        <Menu.Divider />
        {item('no_show', states('action.no_show'), () => run('no_show'))}
        {item('leave_unseen', states('action.leave_unseen'), () => onForm('leave'))}
        {item('cancel', states('action.cancel'), () => onForm('cancel'))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemProps {
  visit: Visit;
  act: VisitAct;
  label: string;
  onRun: () => void;
}

/** Can be reached by the keyboard even while it cannot be done, so that the reason is read out. */
function Item({ visit, act, label, onRun }: ItemProps) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const why = obstacle(visit, act, useCan());
  if (!why) return <Menu.Item onClick={onRun}>{label}</Menu.Item>;
  return (
    <Menu.Item aria-disabled closeMenuOnClick={false} style={{ cursor: 'not-allowed' }}>
      <Text c="dimmed">{label}</Text>
      <Text size="xs" c="dimmed">
        {t(`obstacle.${why}`, { when: whenOf(format, visit).dayTime })}
      </Text>
    </Menu.Item>
  );
}

import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { appointmentWords } from '../../ui/appointment-words.js';
import { useCan } from '../../session/use-session.js';
import { asMenuOpened } from '../../ui/appointments/looked-at.js';
import { obstacle, type AppointmentAct } from '../../data/appointment-steps.js';
import { useAppointmentActs } from '../../ui/appointments/use-appointment-acts.js';
import type { Appointment } from '../../data/appointments.js';
import type { PlainAction } from '../../data/appointment-changes.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** What asks something first. */
export type AppointmentForm = 'cancel' | 'leave' | 'move';

interface Props {
  appointment: Appointment;
  onForm: (form: AppointmentForm) => void;
  targetRef: Ref<HTMLButtonElement>;
}

/** What is done now and then; what cannot be done now says why. */
export function AppointmentMenu({ appointment, onForm, targetRef }: Props) {
  const t = useWords(appointmentPanelWords);
  const states = useWords(appointmentWords);
  const { act } = useAppointmentActs();
  // What others change while the menu is open is not what it was opened on.
  const [opened, setOpened] = useState<Appointment>();
  const run = (action: PlainAction) => act(asMenuOpened(opened, appointment), action);
  const item = (act: AppointmentAct, label: string, run: () => void) => (
    <Item key={act} appointment={appointment} act={act} label={label} onRun={run} />
  );
  return (
    <Menu position="bottom-end" width={260} shadow="md" zIndex={200} onOpen={() => setOpened(appointment)}>
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
  appointment: Appointment;
  act: AppointmentAct;
  label: string;
  onRun: () => void;
}

/** Can be reached by the keyboard even while it cannot be done, so that the reason is read out. */
function Item({ appointment, act, label, onRun }: ItemProps) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const why = obstacle(appointment, act, useCan());
  if (!why) return <Menu.Item onClick={onRun}>{label}</Menu.Item>;
  return (
    <Menu.Item aria-disabled closeMenuOnClick={false} style={{ cursor: 'not-allowed' }}>
      <Text c="dimmed">{label}</Text>
      <Text size="xs" c="dimmed">
        {t(`obstacle.${why}`, { when: whenOf(format, appointment).dayTime })}
      </Text>
    </Menu.Item>
  );
}

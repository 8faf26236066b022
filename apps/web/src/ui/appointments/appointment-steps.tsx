import { Button, Group, Loader } from '@mantine/core';
import { IconCheck, IconDoorEnter, IconPlayerPlay, IconRotate, type TablerIcon } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { appointmentWords } from '../appointment-words.js';
import { useCan } from '../../session/use-session.js';
import { type NextStep, obstacle } from '../../data/appointment-steps.js';
import { useAppointmentActs } from './use-appointment-acts.js';
import type { Appointment } from '../../data/appointments.js';
import type { PlainAction } from '../../data/appointment-changes.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

interface Props {
  appointment: Appointment;
  step: NextStep | undefined;
}

/** The steps that are states of the appointment; the arrival has a button of its own, the others are beside what they are about. */
const ICONS = { start: IconPlayerPlay, complete: IconCheck, restore: IconRotate } as const;
const isState = (step: NextStep | undefined): step is keyof typeof ICONS => step !== undefined && step in ICONS;

/** The next step as one button, and the arrival that a second click takes back. */
export function AppointmentSteps({ appointment, step }: Props) {
  const t = useWords(appointmentWords);
  const { act, acting } = useAppointmentActs();
  const arrival = useArrival(appointment);
  const reopening = useReopening(appointment);
  if (!arrival && !isState(step) && !reopening) return null;
  return (
    <Group gap="xs">
      {arrival && <StepButton {...arrival} acting={acting} onAct={(action) => act(appointment, action)} />}
      {isState(step) && (
        <StepButton
          action={step}
          icon={ICONS[step]}
          label={t(`action.${step}`)}
          acting={acting}
          onAct={(action) => act(appointment, action)}
        />
      )}
      {reopening && <StepButton {...reopening} acting={acting} onAct={(action) => act(appointment, action)} />}
    </Group>
  );
}

/** The quiet way back from a completion that was a slip; a signed note says what is to be done first. */
function useReopening(appointment: Appointment): Step | undefined {
  const t = useWords(appointmentWords);
  const panel = useWords(appointmentPanelWords);
  const why = obstacle(appointment, 'reopen', useCan());
  if (why && why !== 'documented') return undefined;
  return {
    action: 'reopen',
    icon: IconRotate,
    label: t('action.reopen'),
    hint: why && panel(`obstacle.${why}`),
    quiet: true,
    disabled: Boolean(why),
  };
}

/** What the button of the arrival is now: a click says that the patient is here, the next one that it was a slip. */
export function useArrival(appointment: Appointment): Step | undefined {
  const t = useWords(appointmentWords);
  const panel = useWords(appointmentPanelWords);
  const can = useCan();
  const here = appointment.status === 'arrived';
  const action = here ? 'unarrive' : 'arrive';
  const why = obstacle(appointment, action, can);
  // Neither here nor expected: there is nothing to say about an arrival.
  if (!here && why && why !== 'forbidden') return undefined;
  return {
    action,
    icon: here ? IconCheck : IconDoorEnter,
    label: here ? panel('arrived') : t('action.arrive'),
    hint: why ? panel(`obstacle.${why}`) : here ? panel('undoArrival') : undefined,
    pressed: here,
    disabled: Boolean(why),
  };
}

interface Step {
  action: PlainAction;
  icon: TablerIcon;
  label: string;
  hint?: string | undefined;
  pressed?: boolean;
  /** Not what comes next, but what takes it back. */
  quiet?: boolean;
  disabled?: boolean;
}

interface StepProps extends Step {
  /** What is under way: until it is done nothing else is. */
  acting: PlainAction | undefined;
  onAct: (action: PlainAction) => void;
}

/** Stays enabled while it works, or it would lose the focus. */
export function StepButton({ action, icon: Icon, label, hint, pressed, quiet, disabled, acting, onAct }: StepProps) {
  return (
    <Button
      variant={quiet ? 'subtle' : pressed ? 'light' : 'filled'}
      leftSection={acting === action ? <Loader size={16} color="currentColor" /> : <Icon size={16} stroke={1.9} aria-hidden />}
      aria-pressed={pressed}
      aria-busy={acting === action}
      title={hint}
      aria-description={hint}
      disabled={disabled}
      // The second half of a double click means the first once more, not what the button says by then.
      onClick={({ detail }) => detail < 2 && !acting && onAct(action)}
    >
      {label}
    </Button>
  );
}

import { memo } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { appointmentWords } from '../../../ui/appointment-words.js';
import { flagWords } from '../../../ui/appointments/flag-words.js';
import { scheduleWords } from '../schedule-words.js';
import { CardIcon } from '../../../ui/appointments/card-icon.js';
import { flagsOf, inkOn, isMovable, lookOf } from '../../../ui/appointments/card-look.js';
import { fitCard } from './card-text.js';
import type { PlacedAppointment } from './columns.js';
import { heightOf } from './drop.js';
import classes from './grid.module.css';
import { measureText } from './measure.js';

/** In pixels, as grid.module.css has them: between two cards, inside of one, and one line of words. */
const GAP = 2;
const PADDING = { block: 6, inline: 32 };
const LINE = 16;

interface Props {
  card: PlacedAppointment;
  /** The minute at the top of the grid. */
  first: number;
  columnWidth: number;
  now: number;
  /** True for the one card that the Tab key reaches. */
  reached: boolean;
  open: boolean;
  /** True for who may move appointments. */
  may: boolean;
}

/** An appointment on the grid. */
export const AppointmentCard = memo(function AppointmentCard({ card, first, columnWidth, now, reached, open, may }: Props) {
  const { appointment, start, end, lane, of } = card;
  const words = useCardWords(card, now);
  const look = lookOf(appointment.status);
  const height = heightOf(end - start) - GAP;
  const room = { width: columnWidth / of - GAP - PADDING.inline, lines: Math.max(1, Math.floor((height - PADDING.block) / LINE)) };
  const text = fitCard({ name: words.name, service: words.service, flags: flagsOf(appointment, now) }, room, measureText);
  const movable = may && isMovable(appointment);
  const colour = appointment.practitioner.colour;
  return (
    <li
      className={classes['place']}
      style={{
        top: heightOf(start - first),
        height,
        insetInlineStart: `${(lane / of) * 100}%`,
        inlineSize: `calc(${100 / of}% - ${GAP}px)`,
      }}
    >
      <button
        type="button"
        className={classes['card']}
        style={{ '--who': colour, '--ink': inkOn(colour) } as React.CSSProperties}
        data-appointment={appointment.id}
        data-look={look}
        data-open={open || undefined}
        data-below={text.below || undefined}
        tabIndex={reached ? 0 : -1}
        title={words.label}
      >
        <span className={classes['heard']}>{words.label}</span>
        <CardIcon of={look} className={classes['state']} />
        <span className={classes['words']} aria-hidden>
          <b>{text.name}</b>
          {text.service && ` ${words.service}`}
        </span>
        {text.flags.length > 0 && (
          <span className={classes['flags']}>
            {text.flags.map((flag) => (
              <CardIcon key={flag} of={flag} className={classes[flag]} />
            ))}
          </span>
        )}
        {movable && <span className={classes['edge']} data-edge />}
      </button>
    </li>
  );
});

/** All that the card says, in words: for who cannot see it, and for what has no room on it. */
function useCardWords({ appointment }: PlacedAppointment, now: number): { name: string; service: string; label: string } {
  const t = useWords(scheduleWords);
  const flags = useWords(flagWords);
  const states = useWords(appointmentWords);
  const format = useFormat();
  const there = format.in(appointment.location.timeZone);
  const name = format.name(appointment.patient);
  const service = format.called(appointment.service);
  const said = t('card', {
    name,
    from: there.time(appointment.start),
    to: there.time(appointment.end) + format.whose(appointment.start, appointment.location.timeZone),
    service,
    status: states(`status.${appointment.status}`),
  });
  return { name, service, label: [said, ...flagsOf(appointment, now).map((flag) => flags(flag))].join(', ') };
}

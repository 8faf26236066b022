import { spell } from '@keel/calendar/spelling';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../data/client/problem.js';
import { answerLink, type LinkAction, type PublicLink } from '../data/public-links.js';
import { useLocale } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import { CalendarIcon } from '../ui/icons.js';
import { isLate } from './appointment-state.js';
import { useChange } from './asked.js';
import { Button, ButtonLink } from './elements.js';
import { linksWords } from './links-words.js';
import { ProblemNotice } from './problem-notice.js';
import { wallOf } from './wall.js';

interface Props {
  token: string;
  link: PublicLink;
  /** The appointment as it is by the answer to what was done. */
  onDone: (link: PublicLink) => void;
  /** Somebody else was quicker, the appointment has begun, or the link was closed: reads how it stands. */
  onChanged: () => Promise<void>;
}

/** Confirm is one tap. Cancelling gives the time away and cannot be taken back here, so it asks once. */
export function AppointmentActions({ token, link, onDone, onChanged }: Props) {
  const t = useWords(linksWords);
  const { actions, appointment } = link;
  const [asking, setAsking] = useState(false);
  const { change, isUnderWay, start } = useChange(
    ({ action, shown }: { action: LinkAction; shown: PublicLink['appointment'] }) => answerLink(token, action, shown),
    {
      done: onDone,
      refused: (error) => (error instanceof ApiProblem && [409, 410].includes(error.status) ? onChanged() : undefined),
    },
  );
  const run = (action: LinkAction) => void start({ action, shown: appointment }).finally(() => setAsking(false));
  const running = (action: LinkAction) => isUnderWay && change?.asks.action === action;
  // What has changed is looked at before it is answered again.
  const changed = change?.error instanceof ApiProblem && change.error.code === 'STALE_APPOINTMENT';
  const retry = change && !changed && actions.includes(change.asks.action) ? change.asks.action : undefined;
  return (
    <div className="stack close">
      <ProblemNotice error={change?.error} onRetry={retry ? () => run(retry) : undefined} />
      {changed && <Was shown={change.asks.shown} now={appointment} />}
      {actions.includes('confirm') && !asking && (
        <Button kind="main" large loading={running('confirm')} disabled={isUnderWay} onClick={() => run('confirm')}>
          {t('appointment.confirm')}
        </Button>
      )}
      {actions.length > 0 && !asking && (
        <ButtonLink href={paths.linkCalendar(token)} icon={<CalendarIcon />}>
          {t('appointment.addToCalendar')}
        </ButtonLink>
      )}
      {actions.includes('cancel') && !asking && (
        <Button large disabled={isUnderWay} onClick={() => setAsking(true)}>
          {t('appointment.cancel')}
        </Button>
      )}
      {asking && (
        <Asks
          link={link}
          running={running('cancel')}
          disabled={isUnderWay}
          onKeep={() => setAsking(false)}
          onCancel={() => run('cancel')}
        />
      )}
    </div>
  );
}

interface AsksProps {
  link: PublicLink;
  running: boolean;
  disabled: boolean;
  onKeep: () => void;
  onCancel: () => void;
}

/** Begins on the button that changes nothing. */
function Asks({ link, running, disabled, onKeep, onCancel }: AsksProps) {
  const t = useWords(linksWords);
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={group} className="card asks" role="group" aria-labelledby="cancel-title">
      <div className="stack close">
        <h2 id="cancel-title">{t('appointment.cancelTitle')}</h2>
        <p>{t('appointment.cancelLead')}</p>
        <Notice link={link} />
        <Button large disabled={disabled} onClick={onKeep}>
          {t('appointment.cancelNo')}
        </Button>
        <Button kind="danger" large loading={running} onClick={onCancel}>
          {t('appointment.cancelYes')}
        </Button>
      </div>
    </div>
  );
}

/** What the clinic asks for, and whether it is too late for that; nothing where it asks for nothing. */
function Notice({ link: { appointment, noticeHours } }: { link: PublicLink }) {
  const t = useWords(linksWords);
  if (noticeHours === 0) return null;
  const late = isLate(appointment.start, noticeHours);
  return (
    <p className={late ? 'late' : undefined}>{t(late ? 'appointment.cancelLate' : 'appointment.cancelNotice', { count: noticeHours })}</p>
  );
}

/** The appointment as the patient saw it before it was changed; above it stands what it is now. */
function Was({ shown, now }: { shown: PublicLink['appointment']; now: PublicLink['appointment'] }) {
  const t = useWords(linksWords);
  const locale = useLocale();
  if (shown.start === now.start && shown.practitioner === now.practitioner) return null;
  const start = wallOf(shown.localStart);
  const when = [spell(start, locale, 'longDate'), spell(start, locale, 'time')].join(', ');
  return <p role="status">{t('appointment.was', { when, who: shown.practitioner })}</p>;
}

import { spell } from '@keel/calendar/spelling';
import type { ReactNode } from 'react';
import { useLocale } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { CalendarIcon, CheckIcon, PersonIcon, PlaceIcon } from '../ui/icons.js';
import { Unbroken } from '../ui/unbroken.js';
import { AppointmentActions } from './appointment-actions.js';
import { appointmentState, isOff } from './appointment-state.js';
import { Contact, useReach } from './contact.js';
import { PageTitle } from './elements.js';
import { linksWords } from './links-words.js';
import { isElsewhere, wallOf } from './wall.js';

/** One appointment: how it stands, when and where, and what its patient may do. */
export function AppointmentCard({ token, link, onDone, onChanged }: Parameters<typeof AppointmentActions>[0]) {
  const t = useWords(linksWords);
  const { clinic, appointment, actions } = link;
  const state = appointmentState(appointment, actions);
  const off = isOff(state);
  const reach = useReach(clinic);
  const locale = useLocale();
  const time = (local: string, style: 'longDate' | 'time') => spell(wallOf(local), locale, style);
  return (
    <div className="stack wide">
      <div>
        <ClinicName name={clinic.name} />
        {state === 'Confirmed' && (
          <div className="check">
            <CheckIcon />
          </div>
        )}
        <PageTitle text={t(`appointment.title${state}`)} />
        <p className="lead" role="status">
          {t(`appointment.lead${state}`)}
          {isOff(state) && <Unbroken text={` ${t(`appointment.next${state}`, { reach })}`} />}
        </p>
      </div>
      <dl className={off ? 'stack off' : 'stack'}>
        <Fact icon={<CalendarIcon />} label={t('appointment.when')}>
          <p className="when">{time(appointment.localStart, 'longDate')}</p>
          <p className="when">
            {time(appointment.localStart, 'time')} – {time(appointment.localEnd, 'time')}
          </p>
          {isElsewhere(appointment.localStart) && <p className="small dimmed">{t('appointment.zone')}</p>}
        </Fact>
        <Fact icon={<PersonIcon />} label={t('appointment.who')}>
          <p>
            <bdi>{appointment.practitioner}</bdi>
          </p>
        </Fact>
        <Fact icon={<PlaceIcon />} label={t('appointment.where')}>
          <p>
            <bdi>{appointment.location}</bdi>
          </p>
        </Fact>
      </dl>
      <AppointmentActions token={token} link={link} onDone={onDone} onChanged={onChanged} />
      <Contact clinic={clinic} />
    </div>
  );
}

/** Above the heading: whose page it is. */
export function ClinicName({ name }: { name: string }) {
  return (
    <p className="clinic">
      <bdi>{name}</bdi>
    </p>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {icon}
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

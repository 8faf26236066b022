import { useState } from 'react';
import { ClinicChoiceCard } from './clinic-choice-card.js';
import { SecondFactorCard } from './second-factor-card.js';
import { type Entry, isSession, type Session } from '../../data/session.js';

interface Props {
  /** What the API answered to the password, where that was not the end of it. */
  entry: Exclude<Entry, Session>;
  onSignedIn: (session: Session) => void;
  onBack: () => void;
}

/** The rest of the way after the password, by whatever door somebody came: a second factor, then which of several clinics. */
export function WayIn({ entry, onSignedIn, onBack }: Props) {
  const [at, setAt] = useState(entry);
  if ('clinics' in at) return <ClinicChoiceCard clinics={at.clinics} onChosen={onSignedIn} onOther={onBack} />;
  return (
    <SecondFactorCard choice={at.secondFactor} onProved={(next) => (isSession(next) ? onSignedIn(next) : setAt(next))} onBack={onBack} />
  );
}

import { useLayoutEffect } from 'react';
import { ApiProblem, isMissing } from '../data/client/problem.js';
import { type PublicLink, readLink } from '../data/public-links.js';
import { readFor } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { uiWords } from '../ui/ui-words.js';
import { Unbroken } from '../ui/unbroken.js';
import { AppointmentCard, ClinicName } from './appointment-card.js';
import { useAsked } from './asked.js';
import { Contact, useReach } from './contact.js';
import { Coming, PageTitle } from './elements.js';
import { linksWords } from './links-words.js';
import { ProblemNotice } from './problem-notice.js';

/** The page behind a patient's reminder. */
export function LinkPage({ token }: { token: string }) {
  const t = useWords(linksWords);
  const ui = useWords(uiWords);
  const link = useAsked(() => readLink(token));
  const [locale, country] = [link.data?.locale, link.data?.country];
  const closed = closedBy(link.error);
  useLayoutEffect(() => {
    if (locale && country) readFor(locale, country);
  }, [locale, country]);
  return (
    <div className="card">
      {closed ? (
        <Closed clinic={closed} />
      ) : link.data ? (
        <AppointmentCard token={token} link={link.data} onDone={link.know} onChanged={link.again} />
      ) : !link.error ? (
        <Coming label={t('appointment.loading')} heights={[30, 20, 120, 48, 48]} />
      ) : isMissing(link.error) ? (
        <div className="stack">
          <PageTitle text={ui('problem.linkGoneTitle')} />
          <p>{ui('problem.linkGone')}</p>
        </div>
      ) : (
        <div className="stack">
          <PageTitle text={t('appointment.titleUpcoming')} />
          <ProblemNotice error={link.error} onRetry={() => void link.again()} />
        </div>
      )}
    </div>
  );
}

/** What was sent to somebody else by now, or is too old: nothing of the appointment, and whom to ask. */
function Closed({ clinic }: { clinic: PublicLink['clinic'] }) {
  const t = useWords(linksWords);
  const reach = useReach(clinic);
  return (
    <div className="stack">
      <ClinicName name={clinic.name} />
      <PageTitle text={t('closed.title')} />
      <p>
        <Unbroken text={t('closed.lead', { clinic: clinic.name, reach })} />
      </p>
      <Contact clinic={clinic} />
    </div>
  );
}

function closedBy(error: unknown): PublicLink['clinic'] | undefined {
  return error instanceof ApiProblem && error.status === 410 ? (error.body['clinic'] as PublicLink['clinic']) : undefined;
}

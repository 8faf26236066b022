import { useLayoutEffect } from 'react';
import { isMissing } from '../data/client/problem.js';
import { chooseEmails, type PublicEmails, readEmails } from '../data/public-emails.js';
import { readFor } from '../i18n/index.js';
import { useWords } from '../i18n/words.js';
import { Unbroken } from '../ui/unbroken.js';
import { ClinicName } from './appointment-card.js';
import { useAsked, useChange } from './asked.js';
import { Contact, useReach } from './contact.js';
import { Button, Coming, PageTitle } from './elements.js';
import { emailsWords } from './emails-words.js';
import { ProblemNotice } from './problem-notice.js';

/** Behind the last line of every e-mail to a patient: whether any more are wanted. A press decides; programs that look at links press nothing. */
export function EmailsPage({ token }: { token: string }) {
  const t = useWords(emailsWords);
  const emails = useAsked(() => readEmails(token));
  const [locale, country] = [emails.data?.locale, emails.data?.country];
  useLayoutEffect(() => {
    if (locale && country) readFor(locale, country);
  }, [locale, country]);
  return (
    <div className="card">
      {isMissing(emails.error) ? (
        <div className="stack">
          <PageTitle text={t('goneTitle')} />
          <p>{t('gone')}</p>
        </div>
      ) : emails.data ? (
        <Choice token={token} emails={emails.data} onDone={emails.know} onGone={emails.again} />
      ) : !emails.error ? (
        <Coming label={t('loading')} heights={[30, 60, 52]} />
      ) : (
        <ProblemNotice error={emails.error} onRetry={() => void emails.again()} />
      )}
    </div>
  );
}

interface ChoiceProps {
  token: string;
  emails: PublicEmails;
  onDone: (emails: PublicEmails) => void;
  /** The link has died meanwhile: reads it again, so that the page says so. */
  onGone: () => Promise<void>;
}

function Choice({ token, emails, onDone, onGone }: ChoiceProps) {
  const t = useWords(emailsWords);
  const { change, isUnderWay, start } = useChange((choice: 'stop' | 'start') => chooseEmails(token, choice), {
    done: onDone,
    refused: (error) => (isMissing(error) ? onGone() : undefined),
  });
  const { address, stoppedBy } = emails;
  const reach = useReach(emails.clinic);
  const clinic = emails.clinic.name;
  const choice = stoppedBy ? 'start' : 'stop';
  const restarted = change?.state === 'done' && change.asks === 'start';
  const said = stoppedBy === 'clinic' ? 'refused' : stoppedBy === 'link' ? 'stopped' : restarted ? 'started' : 'lead';
  return (
    <div className="stack wide">
      <div>
        {stoppedBy && <ClinicName name={clinic} />}
        <PageTitle text={stoppedBy ? t('stoppedTitle') : t('title', { clinic })} />
        <p className="lead" role="status">
          <Unbroken text={t(said, { clinic, address, reach })} />
        </p>
        {!stoppedBy && <p className="lead">{t('shared')}</p>}
        {stoppedBy === 'link' && <p className="lead">{t('mistake')}</p>}
      </div>
      <ProblemNotice error={change?.error} onRetry={change && (() => void start(change.asks))} />
      {stoppedBy !== 'clinic' && (
        <Button kind={stoppedBy ? 'plain' : 'main'} large loading={isUnderWay} onClick={() => void start(choice)}>
          {t(choice)}
        </Button>
      )}
      <Contact clinic={emails.clinic} />
    </div>
  );
}

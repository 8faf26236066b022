import { Button, Group } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ListEnd } from '../../ui/list-end.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ToneBadge } from '../../ui/tone-badge.js';
import { useCan, useSession } from '../../session/use-session.js';
import classes from './account.module.css';
import { type OwnSession, sessionsQuery, useEndOthers, useEndSession } from '../../data/account.js';
import { ownKeysQuery } from '../../data/api-keys.js';
import { accountWords } from './account-words.js';

/** Every place where the person is signed in, each to be ended. */
export function SessionsPart() {
  const t = useWords(accountWords);
  const sessions = useInfiniteQuery(sessionsQuery);
  const endOthers = useEndOthers();
  const listed = sessions.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section className={classes['part']} aria-labelledby="account-sessions">
      <h2 id="account-sessions">{t('sessions.title')}</h2>
      <ProblemNotice error={sessions.error ?? endOthers.error} />
      <ul className={classes['rows']}>
        {listed.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {listed.length > 1 && <ListEnd list={sessions} />}
      <Group>
        {listed.length > 1 ? (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(null)}>
            {t('sessions.endAll')}
          </Button>
        ) : (
          sessions.isSuccess && <p role="status">{t('sessions.alone')}</p>
        )}
      </Group>
      <OwnKeys />
    </section>
  );
}

/** What signing out everywhere and a new password do not end. */
function OwnKeys() {
  const t = useWords(accountWords);
  const { user } = useSession();
  const can = useCan();
  const keys = useQuery({ ...ownKeysQuery(user.id), enabled: can('api-key:manage') });
  if (!keys.data?.length) return null;
  return (
    <p className={classes['small']}>
      {t('sessions.keys', { count: keys.data.length })} <Link to={paths.settingsSection('api-keys')}>{t('sessions.keysLink')}</Link>
    </p>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const t = useWords(accountWords);
  const format = useFormat();
  const end = useEndSession();
  const device = session.device || t('sessions.unknownDevice');
  const since = format.dayTime(session.createdAt);
  return (
    <li>
      <div>
        <p>
          {device} {session.current && <ToneBadge tone="green">{t('sessions.here')}</ToneBadge>}
        </p>
        <p className={classes['small']}>
          {[session.ip, t('sessions.since', { when: since }), t('sessions.seen', { when: format.dayTime(session.lastSeenAt) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <ProblemNotice error={end.error} />
      </div>
      {!session.current && (
        <Button
          variant="subtle"
          loading={end.isPending}
          onClick={() => end.mutate(session.id)}
          aria-label={t('sessions.endNamed', { device, when: since })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}

import type { Permission } from '@keel/contracts';
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { useCan, useSession } from '../../../session/use-session.js';
import { type ApiKey, apiKeysQuery, type CreatedKey, useAdopt, useRevoke } from '../../../data/api-keys.js';
import { apiKeysWords } from './api-keys-words.js';
import { KeyDialog, TheKey, useScopeWord } from './key-dialog.js';

/** Keys of programs. */
export function ApiKeysSection() {
  const t = useWords(apiKeysWords);
  const { roles } = useSession();
  const keys = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  return (
    <Stack gap="md">
      <SectionHead section="api-keys" lead={t('lead')} action={<Button onClick={() => setMaking(true)}>{t('add')}</Button>} />
      <Asked query={keys} empty={t('empty')}>
        {(all) => (
          <>
            {!roles.includes('owner') && <Text c="dimmed">{t('ownerOnly')}</Text>}
            <Rows label={t('list')}>
              {all.map((one) => (
                <KeyRow key={one.id} apiKey={one} />
              ))}
            </Rows>
          </>
        )}
      </Asked>
      {making && <KeyDialog onClose={() => setMaking(false)} />}
    </Stack>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(apiKeysWords);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { name, scopes, effectiveScopes, status, createdAt, expiresAt, lastUsedAt, maker, revokedAt } = apiKey;
  const details = [
    t('since', { when: format.date(createdAt) }),
    ...(maker ? [t('actsFor', { name: maker.name })] : []),
    effectiveScopes.length < scopes.length && status === 'active'
      ? t('rightsOf', { now: effectiveScopes.length, count: scopes.length })
      : t('rights', { count: scopes.length }),
    ...(status === 'revoked' || status === 'expired' ? [] : [t('until', { when: format.date(expiresAt) })]),
    lastUsedAt ? t('used', { when: format.date(lastUsedAt) }) : t('neverUsed'),
  ];
  return (
    <Row
      name={
        <>
          {name}
          {status === 'revoked' && <Tag quiet>{t('revoked', { when: format.date(revokedAt ?? expiresAt) })}</Tag>}
          {status === 'expired' && <Tag quiet>{t('expired', { when: format.date(expiresAt) })}</Tag>}
          {status === 'stopped' && <Tag>{t('stopped')}</Tag>}
          {status === 'factorless' && <Tag>{t('factorless')}</Tag>}
        </>
      }
      details={
        <>
          {details.join(' · ')}
          <details>
            <summary>{t('scopes')}</summary>
            <RightsNow apiKey={apiKey} />
          </details>
        </>
      }
      actions={
        !revokedAt && (
          <Group gap={6}>
            <Adopt apiKey={apiKey} />
            <Button variant="default" aria-label={t('revokeOf', { name })} onClick={() => setAsking(true)}>
              {t('revoke')}
            </Button>
          </Group>
        )
      }
    >
      {asking && <Revoke apiKey={apiKey} onClose={() => setAsking(false)} />}
    </Row>
  );
}

/** For a key whose maker has left, or will; and for one's own, whose secret was lost or is known to somebody. */
export function Adopt({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(apiKeysWords);
  const { user, roles } = useSession();
  const { name, status, maker } = apiKey;
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<{ key: CreatedKey; done: 'renewed' | 'adopted' }>();
  const own = status !== 'stopped' && maker?.userId === user.id;
  const adopt = useAdopt((key) => {
    setAsking(false);
    // An adopted key is one's own by the time that it has been copied.
    setMade({ key, done: own ? 'renewed' : 'adopted' });
  }, toastProblem);
  const close = (done: 'renewed' | 'adopted') => {
    setMade(undefined);
    toastDone(t(done, { name }));
  };
  if (made) return <TheKey created={made.key} replaces onClose={() => close(made.done)} />;
  if (status === 'expired') return null;
  const what = own ? 'renew' : 'adopt';
  return (
    <>
      <Button variant="default" aria-label={t(`${what}Of`, { name })} disabled={!roles.includes('owner')} onClick={() => setAsking(true)}>
        {t(what)}
      </Button>
      {asking && (
        <NewSecret
          apiKey={apiKey}
          what={what}
          saving={adopt.isPending}
          onYes={() => adopt.mutate(apiKey)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface NewSecretProps {
  apiKey: ApiKey;
  what: 'renew' | 'adopt';
  saving: boolean;
  onYes: () => void;
  onClose: () => void;
}

/** The program stops until it has the new secret, so it asks once; and whoever adopts a key is told first what they answer for. */
function NewSecret({ apiKey, what, saving, onYes, onClose }: NewSecretProps) {
  const t = useWords(apiKeysWords);
  return (
    <Modal opened onClose={onClose} title={t(`${what}Title`)} withCloseButton={false}>
      <Stack>
        <Text>{t(`${what}Lead`, { name: apiKey.name })}</Text>
        {what === 'adopt' && <RightsToAnswerFor apiKey={apiKey} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t(`${what}No`)}
          </Button>
          <Button loading={saving} onClick={onYes}>
            {t(`${what}Yes`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What the key will do for whoever adopts it: of what it was made with, what they may do. A key that stands still has nothing now. */
function RightsToAnswerFor({ apiKey: { scopes } }: { apiKey: ApiKey }) {
  const t = useWords(apiKeysWords);
  const can = useCan();
  const theirs = scopes.filter(can);
  const lost = scopes.filter((scope) => !can(scope));
  return (
    <>
      {theirs.length > 0 ? <Rights lead={t('adoptRights')} scopes={theirs} /> : <Text>{t('adoptNone')}</Text>}
      {lost.length > 0 && theirs.length > 0 && <Rights lead={t('adoptLeftOut')} scopes={lost} />}
    </>
  );
}

/** Of a key that stands still, what it was made with; else what of that its maker may do by now. */
function RightsNow({ apiKey: { scopes, effectiveScopes, status } }: { apiKey: ApiKey }) {
  const t = useWords(apiKeysWords);
  if (status !== 'active') return <Rights scopes={scopes} />;
  const lost = scopes.filter((scope) => !effectiveScopes.includes(scope));
  return (
    <>
      <Rights scopes={effectiveScopes} />
      {lost.length > 0 && <Rights lead={t('notNow')} scopes={lost} />}
    </>
  );
}

function Rights({ lead, scopes }: { lead?: string; scopes: readonly Permission[] }) {
  const wordOf = useScopeWord();
  return (
    <div>
      {lead && <Text inherit>{lead}</Text>}
      <List size="sm">
        {scopes.map((scope) => (
          <List.Item key={scope}>{wordOf(scope)}</List.Item>
        ))}
      </List>
    </div>
  );
}

/** Cannot be undone, so it asks once. */
function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const { name } = apiKey;
  const revoke = useRevoke(() => {
    toastDone(t('revokeDone', { name }));
    onClose();
  }, toastProblem);
  return (
    <Modal opened onClose={onClose} title={t('revokeTitle')} withCloseButton={false}>
      <Stack>
        <Text>{t('revokeLead', { name })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('revokeNo')}
          </Button>
          <Button color="red.9" loading={revoke.isPending} onClick={() => revoke.mutate(apiKey)}>
            {t('revokeYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { toastDone } from '../../../ui/toasts.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { useSession } from '../../session/use-session.js';
import { type ApiKey, apiKeysQuery, type CreatedKey, useAdopt, useRevoke } from './api-keys.queries.js';
import { apiKeysWords } from './api-keys-words.js';
import { KeyDialog, TheKey } from './key-dialog.js';

/** Keys of programs. */
export function ApiKeysSection() {
  const t = useWords(apiKeysWords);
  const keys = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  return (
    <Stack gap="md">
      <SectionHead section="api-keys" lead={t('lead')} action={<Button onClick={() => setMaking(true)}>{t('add')}</Button>} />
      <Asked query={keys} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <KeyRow key={one.id} apiKey={one} />
            ))}
          </Rows>
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
      details={<span title={effectiveScopes.join(', ')}>{details.join(' · ')}</span>}
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
  });
  const close = (done: 'renewed' | 'adopted') => {
    setMade(undefined);
    toastDone(t(done, { name }));
  };
  if (made) return <TheKey created={made.key} onClose={() => close(made.done)} />;
  if (status === 'expired') return null;
  const isOwner = roles.includes('owner');
  return (
    <>
      <Button
        variant="default"
        aria-label={t(own ? 'renewOf' : 'adoptOf', { name })}
        disabled={!isOwner}
        title={isOwner ? t(own ? 'renewLead' : 'adoptLead', { name }) : t(own ? 'renewOwnerOnly' : 'adoptOwnerOnly')}
        loading={adopt.isPending && !asking}
        onClick={() => (own ? setAsking(true) : adopt.mutate(apiKey))}
      >
        {t(own ? 'renew' : 'adopt')}
      </Button>
      {asking && <Renew name={name} saving={adopt.isPending} onYes={() => adopt.mutate(apiKey)} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The program stops until it has the new secret, so it asks once. */
function Renew({ name, saving, onYes, onClose }: { name: string; saving: boolean; onYes: () => void; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  return (
    <Modal opened onClose={onClose} title={t('renewTitle')} withCloseButton={false}>
      <Stack>
        <Text>{t('renewLead', { name })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('renewNo')}
          </Button>
          <Button loading={saving} onClick={onYes}>
            {t('renewYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Cannot be undone, so it asks once. */
function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useWords(apiKeysWords);
  const { name } = apiKey;
  const revoke = useRevoke(() => {
    toastDone(t('revokeDone', { name }));
    onClose();
  });
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

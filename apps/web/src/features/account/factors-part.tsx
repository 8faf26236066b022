import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { canUsePasskeys } from '../../session/passkey.js';
import classes from './account.module.css';
import { type Factor, factorsQuery, useBeginFactor, useRemoveFactor } from '../../data/account.js';
import { accountWords } from './account-words.js';
import { PasskeyDialog } from './passkey-dialog.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpDialog } from './totp-dialog.js';

/** One's own second factors: added, removed, and the codes for when they are lost. */
export function FactorsPart() {
  const t = useWords(accountWords);
  const factors = useQuery(factorsQuery);
  const recovery = useBeginFactor();
  const [adding, setAdding] = useState<'totp' | 'passkey'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const added = (shownOnce: readonly string[] | undefined) => {
    setAdding(undefined);
    setCodes(shownOnce);
  };
  const list = factors.data?.data ?? [];
  return (
    <section className={classes['part']} aria-labelledby="account-factors">
      <h2 id="account-factors">{t('factors.title')}</h2>
      <Text c="dimmed">{t('factors.lead')}</Text>
      <ProblemNotice error={factors.error ?? recovery.error} />
      {factors.isSuccess && list.length === 0 && <p>{t('factors.none')}</p>}
      <ul className={classes['rows']}>
        {list.map((factor) => (
          <FactorRow key={factor.id} factor={factor} last={list.length === 1} />
        ))}
        {list.length > 0 && (
          <li>
            <p>{t('factors.codesLeft', { count: factors.data?.recoveryCodesLeft ?? 0 })}</p>
            <Button
              variant="subtle"
              loading={recovery.isPending}
              title={t('factors.newCodesLead')}
              onClick={() => recovery.mutate('recovery', { onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes) })}
            >
              {t('factors.newCodes')}
            </Button>
          </li>
        )}
      </ul>
      <Group>
        <Button variant="default" onClick={() => setAdding('totp')}>
          {t('factors.addTotp')}
        </Button>
        <Button variant="default" disabled={!canUsePasskeys()} onClick={() => setAdding('passkey')}>
          {t('factors.addPasskey')}
        </Button>
      </Group>
      {!canUsePasskeys() && <p className={classes['small']}>{t('factors.noPasskeys')}</p>}
      {adding === 'totp' && <TotpDialog onAdded={added} onClose={() => setAdding(undefined)} />}
      {adding === 'passkey' && <PasskeyDialog onAdded={added} onClose={() => setAdding(undefined)} />}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            setCodes(undefined);
            void factors.refetch();
          }}
        />
      )}
    </section>
  );
}

function FactorRow({ factor, last }: { factor: Factor; last: boolean }) {
  const t = useWords(accountWords);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const kind = t(`factors.kind.${factor.kind}`);
  // Who gave it no name finds it under its kind.
  const name = factor.name === factor.kind ? kind : factor.name;
  return (
    <li>
      <div>
        <p>{name === kind ? kind : `${kind} · ${name}`}</p>
        <p className={classes['small']}>
          {t('factors.added', { day: format.date(factor.createdAt) })} ·{' '}
          {factor.lastUsedAt ? t('factors.used', { day: format.date(factor.lastUsedAt) }) : t('factors.never')}
        </p>
      </div>
      <Button variant="default" onClick={() => setAsking(true)} aria-label={t('factors.removeNamed', { name })}>
        {t('factors.remove')}
      </Button>
      {asking && <Remove id={factor.id} name={name} last={last} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** Cannot be undone, so it asks once. */
function Remove({ id, name, last, onClose }: { id: string; name: string; last: boolean; onClose: () => void }) {
  const t = useWords(accountWords);
  const remove = useRemoveFactor();
  return (
    <Modal opened onClose={onClose} title={t('factors.removeTitle')} withCloseButton={false}>
      <Stack>
        <Text>{t('factors.removeLead', { name })}</Text>
        {last && <Text>{t('factors.removeLast')}</Text>}
        <ProblemNotice error={remove.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('factors.removeNo')}
          </Button>
          <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(id, { onSuccess: onClose })}>
            {t('factors.remove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

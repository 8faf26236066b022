import { Anchor, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { useFormat } from '../../../ui/format.js';
import { ListEnd } from '../../../ui/list-end.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { isAuditAction, isAuditKind, kindKey, knownReason } from './audit-kinds.js';
import { AuditFilters } from './audit-filters.js';
import { type AuditEntry, auditQuery, NO_FILTER } from '../../../data/audit.js';
import { auditWords } from './audit-words.js';
import { VerificationPart } from './verification-part.js';

/** Who did what to whose record. */
export function AuditSection() {
  const t = useWords(auditWords);
  const { zone } = useFormat();
  const [filter, setFilter] = useState(NO_FILTER);
  const entries = useInfiniteQuery(auditQuery(filter, zone));
  return (
    <Stack gap="md">
      <SectionHead section="audit" lead={t('lead')} />
      <VerificationPart />
      <AuditFilters filter={filter} onChange={setFilter} />
      <Asked query={{ ...entries, data: entries.data?.pages.flatMap(({ data }) => data) }} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </Rows>
        )}
      </Asked>
      <ListEnd list={entries} />
    </Stack>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const t = useWords(auditWords);
  const format = useFormat();
  const { action, what } = entry;
  const known = entry.reason ? knownReason(entry.reason) : undefined;
  const who = entry.actorName ?? (entry.actorType === 'system' ? t('keel') : entry.actorType === 'link' ? t('link') : t('unknown'));
  return (
    <Row
      name={`${isAuditAction(action) ? t(`did.${action}`) : action} · ${isAuditKind(what) ? t(`kind.${kindKey(what)}`) : what}`}
      details={
        <>
          {[who, `${format.date(entry.at)} ${format.time(entry.at)}`, ...(entry.ip ? [t('address', { ip: entry.ip })] : [])].join(' · ')}
          {entry.reason && <div>{t('reason', { reason: known ? t(`known.${known}`) : entry.reason })}</div>}
        </>
      }
      actions={<Whose patientIds={entry.patientIds} />}
    />
  );
}

/** The record itself is a link: its name would be one more look at it. */
function Whose({ patientIds }: { patientIds: string[] }) {
  const t = useWords(auditWords);
  const [only] = patientIds;
  if (!only) return null;
  if (patientIds.length > 1) return <span>{t('records', { count: patientIds.length })}</span>;
  return <Anchor renderRoot={(props) => <Link to={paths.patient(only)} {...props} />}>{t('record')}</Anchor>;
}

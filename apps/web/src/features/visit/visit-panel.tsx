import { ActionIcon, Skeleton } from '@mantine/core';
import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { LeaveScope, useLeave } from '../../ui/leave-scope.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { useFocusBack } from './use-focus-back.js';
import { type Visit, visitQuery } from './visit.queries.js';
import { VisitDetails } from './visit-details.js';
import { type VisitForm, VisitMenu } from './visit-menu.js';
import classes from './visit-panel.module.css';
import { visitPanelWords } from './visit-panel-words.js';

/** From here the panel has a column of its own; the same as in the style sheet. */
const BESIDE = '(min-width: 1200px)';
/** Where Escape belongs to what is in front or typed in. */
const KEEPS_ESCAPE = 'input, textarea, select, [role="menu"]';

interface Props {
  id: string;
  onClose: () => void;
}

/** One visit: who, what to do next, its note, its money, its messages. Beside the page, or over it where there is no room. */
export function VisitPanel(props: Props) {
  return (
    <LeaveScope>
      <Panel {...props} />
    </LeaveScope>
  );
}

function Panel({ id, onClose }: Props) {
  const t = useWords(visitPanelWords);
  const leave = useLeave();
  const close = () => leave(onClose);
  const visit = useVisit(id);
  const over = !useMediaQuery(BESIDE, undefined, { getInitialValueInEffect: false });
  const title = useRef<HTMLHeadingElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  // A form belongs to the visit that it was opened on.
  const [form, setForm] = useState<{ of: string; kind: VisitForm }>();
  const closeForm = () => {
    setForm(undefined);
    more.current?.focus();
  };
  const status = visit.data?.status;
  useEffect(() => {
    // The button that was pressed may be gone by what it did.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, [status, form]);
  const ref = useMergedRef(useFocusTrap(over), useFocusBack(id, title));
  useShortcut(over ? undefined : 'Escape', t('close'), close);
  const hear = (event: KeyboardEvent) => {
    // Over the page it is a dialog, which the page's shortcuts leave alone; a dialog above it has an Escape of its own.
    const at = event.target as Element;
    if (over && event.key === 'Escape' && at.closest('[role="dialog"]') === event.currentTarget && !at.closest(KEEPS_ESCAPE)) close();
  };
  return (
    <>
      <div className={classes['scrim']} onClick={close} aria-hidden />
      <div
        ref={ref}
        className={classes['panel']}
        role={over ? 'dialog' : 'complementary'}
        aria-modal={over || undefined}
        aria-label={t('title')}
        tabIndex={-1}
        onKeyDown={hear}
      >
        <div className={classes['head']}>
          <h2 ref={title} tabIndex={-1} data-autofocus>
            {visit.data ? <PatientLink visit={visit.data} /> : t('title')}
          </h2>
          {visit.data && <VisitMenu visit={visit.data} onForm={(kind) => leave(() => setForm({ of: id, kind }))} targetRef={more} />}
          <CloseButton onClick={close} />
        </div>
        <div className={classes['body']}>
          {visit.data && (
            <VisitDetails key={id} visit={visit.data} form={form?.of === id ? form.kind : undefined} onFormClose={closeForm} />
          )}
          {!visit.data && (visit.error ? <ProblemNotice error={visit.error} onRetry={() => void visit.refetch()} /> : <Shape />)}
        </div>
      </div>
    </>
  );
}

function CloseButton({ onClick }: { onClick: () => void }) {
  const t = useWords(visitPanelWords);
  return (
    <ActionIcon variant="subtle" color="gray" size={32} onClick={onClick} aria-label={t('close')} title={t('close')}>
      <IconX size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}

function PatientLink({ visit }: { visit: Visit }) {
  return <Link to={paths.patient(visit.patientId)}>{useFormat().name(visit.patient)}</Link>;
}

/** The visit, at once where a list on the page has it already. */
function useVisit(id: string) {
  const queries = useQueryClient();
  return useQuery({
    ...visitQuery(id),
    placeholderData: () => {
      const lists = queries.getQueriesData<Visit[] | Visit>({ queryKey: ['appointments'] });
      return lists.flatMap(([, data]) => (Array.isArray(data) ? data : [])).find((visit) => visit.id === id);
    },
  });
}

/** What is coming, while it is fetched. */
function Shape() {
  return (
    <>
      <Skeleton height={20} width="70%" />
      <Skeleton height={64} />
      <Skeleton height={36} />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type RefObject, type SetStateAction, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '../../../../i18n/words.js';
import { useFormat } from '../../../../ui/format.js';
import { toastDone } from '../../../../ui/toasts.js';
import { useCan } from '../../../../session/use-session.js';
import { type Axis, instantAt, type Span } from '../axis.js';
import type { GridColumn } from '../columns.js';
import type { GridShape } from '../drop.js';
import { type Held, type LastMove, moveTo, type Target } from './change.js';
import { Ghost } from './ghost.js';
import { gridWords } from './grid-words.js';
import type { Host, Shown } from './host.js';
import { attachKeys } from './keys.js';
import { attachPointer } from './pointer.js';
import { useMoving } from './use-moving.js';
import { useRefocus } from './use-refocus.js';
import { lazyDrawer } from '../../../../ui/lazy-drawer.js';

const RefusedMove = lazyDrawer(() => import('./refused-move.js').then((module) => ({ default: module.RefusedMove })));

interface Props {
  scroller: RefObject<HTMLDivElement | null>;
  axis: Axis;
  columns: readonly GridColumn[];
  span: Span;
  columnWidth: number;
}

/** What can be done on the grid by pointer and keyboard. */
export function GridInteraction(props: Props) {
  const { scroller, axis, columns, span, columnWidth } = props;
  const t = useWords(gridWords);
  const may = useCan()('appointment:book');
  const [shown, setShown] = useState<Shown>();
  const [said, setSaid] = useState('');
  const spell = useSpell(axis, columns);
  const { drop, last, moving } = useDrop(props, setShown);
  const draw = useDraw(axis, columns);
  const host = useRef<Host>(undefined);
  const refuse = (why: 'begun' | 'profession') => toastDone(t(why === 'begun' ? 'begun' : 'otherProfession'));
  const announce = (target: Target) => setSaid(spell(target));
  const now = { axis, columns, span, may, last, show: setShown, drop, draw, announce, refuse };
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const shape = shapeOf(element, span, columns.length, columnWidth);
    host.current = { ...now, scroller: element, shape };
  });
  useEffect(() => {
    const latest = () => host.current!;
    const stops = [attachPointer(latest), attachKeys(latest)];
    return () => stops.forEach((stop) => stop());
  }, []);
  const { refused } = moving;
  return (
    <>
      {shown && <Ghost shown={shown} shape={host.current?.shape} label={spell(shown)} />}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Suspense fallback={null}>
        {refused && (
          <RefusedMove
            refused={refused}
            busy={moving.busy}
            onSend={(to) => void moving.send(refused.appointment, to)}
            onLeave={moving.letBe}
          />
        )}
      </Suspense>
    </>
  );
}

/** Puts an appointment down: it stands there until the answer has come, and a refused one is seen to go back. */
function useDrop({ scroller, axis, columns }: Props, show: Dispatch<SetStateAction<Shown | undefined>>) {
  const moving = useMoving();
  const refocus = useRefocus(scroller);
  const last = useRef<LastMove>(undefined);
  const drop = async (held: Held, by: 'pointer' | 'keyboard') => {
    const to = moveTo(axis, columns, held);
    if (!to) return;
    const { appointment } = held.card;
    if (by === 'keyboard') refocus(appointment.id);
    const put = { ...held.to, held };
    const mine: LastMove = { appointmentId: appointment.id, to: held.to };
    last.current = mine;
    show(put);
    const answer = await moving.send(appointment, to);
    if (last.current === mine) last.current = answer && { ...mine, version: answer.version };
    show((now) => (now === put ? undefined : now));
  };
  return { drop, last: () => last.current, moving };
}

/** Opens the booking form with the time that was chosen. */
function useDraw(axis: Axis, columns: readonly GridColumn[]): Host['draw'] {
  const navigate = useNavigate();
  return ({ column: at, start, end }, drawn) => {
    const column = columns[at];
    if (!column) return;
    const book = {
      practitionerId: column.practitioner.id,
      start: new Date(instantAt(axis, column.date, start)).toISOString(),
      ...(drawn && { durationMinutes: end - start }),
    };
    void navigate({ to: '.', search: (now) => ({ ...now, book }) });
  };
}

/** A place of the grid in words. */
function useSpell(axis: Axis, columns: readonly GridColumn[]): (target: Target) => string {
  const t = useWords(gridWords);
  const format = useFormat();
  return ({ column: at, start, end }) => {
    const column = columns[at];
    if (!column) return '';
    const time = (minute: number) => format.time(new Date(instantAt(axis, column.date, minute)).toISOString());
    const { displayName } = column.practitioner;
    return t('at', { from: time(start), to: time(end), practitioner: displayName, day: format.civil(column.date, 'weekday') });
  };
}

/** How the grid is drawn, as the browser has it. */
function shapeOf(scroller: HTMLElement, span: Span, columns: number, columnWidth: number): GridShape {
  const first = scroller.querySelector<HTMLElement>('[data-key]');
  return { gutter: first?.offsetLeft ?? 0, head: first?.offsetTop ?? 0, columnWidth: columnWidth || 1, columns, span };
}

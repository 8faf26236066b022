import type { ReactNode } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import type { GridColumn } from './grid/columns.js';
import { GridLoading } from './grid-loading.js';
import classes from './schedule.module.css';

interface Props {
  /** Undefined until they are there. */
  columns: readonly GridColumn[] | undefined;
  expected: number;
  error: unknown;
  onRetry: () => void;
  children: (columns: readonly GridColumn[]) => ReactNode;
}

/** A grid once it is there, its shape before; a fault stands above what is known. */
export function GridFrame({ columns, expected, error, onRetry, children }: Props) {
  return (
    <>
      {Boolean(error) && (
        <div className={classes['note']}>
          <ProblemNotice error={error} onRetry={onRetry} />
        </div>
      )}
      {columns ? children(columns) : !error && <GridLoading columns={expected} />}
    </>
  );
}

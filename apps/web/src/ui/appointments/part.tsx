import { type ReactNode, useId } from 'react';
import classes from './appointment-panel.module.css';

/** One matter of the panel under its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes['part']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** What there is, and the button beside it. */
export const Row = ({ children }: { children: ReactNode }) => <div className={classes['row']}>{children}</div>;

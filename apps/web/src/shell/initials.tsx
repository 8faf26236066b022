import { initialsOf } from '../ui/format.js';
import classes from './staff-frame.module.css';

/** The picture of somebody without one. */
export function Initials({ of }: { of: Parameters<typeof initialsOf>[0] }) {
  return (
    <span className={classes['initials']} aria-hidden>
      {initialsOf(of)}
    </span>
  );
}

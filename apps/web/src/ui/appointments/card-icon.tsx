import type { Flag, Look } from './card-look.js';

/** One weight and one box for all: drawn in a square of 16, by a line of 1.6. */
const LINES: Readonly<Record<Flag | Look, string>> = {
  asked: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.6v.1',
  booked: 'M8 3a5 5 0 1 0 .1 0',
  confirmed: 'm3 8.6 3.2 3.2L13 4.6',
  here: 'M8 4.2a2.1 2.1 0 1 0 .1 0M3.8 13.6c.3-2.6 1.9-4 4.2-4s3.9 1.4 4.2 4',
  going: 'M5 3.4v9.2L12.4 8Z',
  done: 'm1.8 8.8 2.8 2.8 5.6-6.4M7.6 11l.9.6 5.6-6.4',
  ended: 'm4 4 8 8M12 4l-8 8',
  alert: 'M8 2.4 14.2 13H1.8ZM8 6.4v3M8 11.2v.1',
  untold:
    'M4.200 2.600h2l1 2.600-1.400 1a7 7 0 0 0 4 4l1-1.400 2.600 1v2c0 .8-.6 1.400-1.400 1.400-4.800 0-9.200-4.400-9.200-9.200 0-.8.600-1.400 1.400-1.400Z',
  late: 'M8 2.6a5.4 5.4 0 1 0 .1 0M8 5.2V8l2 1.6',
  owing:
    'M10.8 5.2C10.4 4 9.3 3.6 8 3.600c-1.6 0-2.8.7-2.8 2 0 2.9 5.8 1.5 5.8 4.6 0 1.4-1.3 2.2-3 2.2-1.6 0-2.7-.6-3.1-1.900M8 1.900v12.2',
  new: 'm8 2 1.7 3.9 4.3.4-3.2 2.8 1 4.200L8 11.100l-3.8 2.2 1-4.200L2 6.300l4.3-.400Z',
  signed: 'M2.5 12.8 3.2 10l7.3-7.3 2.6 2.600L5.8 12.600ZM8.5 13.400h5',
};

/** A picture of a card; whoever cannot see it hears it in the card's name. */
export function CardIcon({ of, className }: { of: Flag | Look; className?: string | undefined }) {
  const filled = of === 'here' || of === 'going';
  return (
    <svg
      className={className}
      width={14}
      height={14}
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={LINES[of]} />
    </svg>
  );
}

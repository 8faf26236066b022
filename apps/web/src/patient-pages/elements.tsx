import type { ReactNode } from 'react';
import { usePageTitle } from '../ui/use-page-title.js';

/** The page's heading, which is also the tab's title. */
export function PageTitle({ text }: { text: string }) {
  const ref = usePageTitle(text);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {text}
    </h1>
  );
}

interface ButtonProps {
  kind?: 'main' | 'danger' | 'plain';
  /** Large enough for a thumb, across the page. */
  large?: boolean;
  /** Waits for its answer. */
  loading?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

const classOf = (kind: ButtonProps['kind'] = 'plain', large = false) => `button ${kind}${large ? ' large' : ''}`;

export function Button({ kind, large, loading = false, disabled = false, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={classOf(kind, large)}
      disabled={disabled || loading}
      data-loading={loading || undefined}
      onClick={onClick}
    >
      <span>{children}</span>
    </button>
  );
}

/** A link that looks like a button and stands among them. */
export function ButtonLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <a className={`${classOf('plain', true)} with-icon`} href={href}>
      {icon}
      <span>{children}</span>
    </a>
  );
}

/** The shape of what is coming, in lines of these heights; the first is a heading. */
export function Coming({ label, heights }: { label: string; heights: readonly number[] }) {
  return (
    <div className="stack" role="status" aria-label={label}>
      {heights.map((blockSize, index) => (
        <div key={index} className="coming" style={{ blockSize, ...(index === 0 && { inlineSize: '70%' }) }} />
      ))}
    </div>
  );
}

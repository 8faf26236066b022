import { Component, type ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { paths } from '../paths.js';
import { uiWords } from '../ui/ui-words.js';
import { PageTitle } from './elements.js';
import { ProblemNotice } from './problem-notice.js';

/** Where a page cannot be drawn: says so, with a way on, in its place. */
export class FaultBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return 'error' in this.state ? <Fault error={this.state.error} /> : this.props.children;
  }
}

function Fault({ error }: { error: unknown }) {
  const t = useWords(uiWords);
  return (
    <div className="stack">
      <PageTitle text={t('problem.pageFault')} />
      <ProblemNotice error={error} onRetry={() => location.reload()} />
      <a href={paths.start()}>{t('problem.toStart')}</a>
    </div>
  );
}

/** Behind an address that is none of a patient's. */
export function NotFoundPage() {
  const t = useWords(uiWords);
  return (
    <div className="stack">
      <PageTitle text={t('problem.notFoundTitle')} />
      <p>{t('problem.notFound')}</p>
      <a href={paths.start()}>{t('problem.toStart')}</a>
    </div>
  );
}

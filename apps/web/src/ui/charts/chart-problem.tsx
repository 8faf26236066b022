import { ApiProblem } from '../../data/client/problem.js';
import { ProblemNotice } from '../problem-notice.js';
import { ClosedChart } from './closed-chart.js';

/** The patient whose chart is closed to whoever asked for something of it; undefined where something else is wrong. */
export function closedChartOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'CHART_CLOSED') return undefined;
  const { patientId } = error.body;
  return typeof patientId === 'string' ? patientId : undefined;
}

/** What went wrong with a piece of a chart; where the chart is closed, the door: whoever goes through it is where they were. */
export function ChartProblem({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const closed = closedChartOf(error);
  if (closed && error instanceof ApiProblem) return <ClosedChart patientId={closed} refusal={error} />;
  return <ProblemNotice error={error} onRetry={onRetry} />;
}

import type { AnswerValue, BodyChart, Question } from '@keel/contracts';
import { Text } from '@mantine/core';
import { useAnswerText } from './answer-text.js';
import { BodyChartView } from './body-chart/body-chart-view.js';

/** An answer to read: a drawing as a picture, anything else as text with the lines that were typed. */
export function AnswerView({ question, value }: { question: Question; value: AnswerValue | undefined }) {
  const textOf = useAnswerText();
  if (question.type === 'body_chart' && value !== undefined) return <BodyChartView views={question.views} chart={value as BodyChart} />;
  return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{textOf(question, value)}</Text>;
}

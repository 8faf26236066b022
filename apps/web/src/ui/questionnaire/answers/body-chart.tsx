import { Input } from '@mantine/core';
import { useId } from 'react';
import { BodyChartInput } from '../body-chart/body-chart-input.js';
import { BodyChartView } from '../body-chart/body-chart-view.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { useLabels } from './use-labels.js';

function DrawingField(props: AnswerProps<'body_chart'>) {
  const labels = useLabels(props);
  const id = useId();
  const { question, value, onChange } = props;
  return (
    <Input.Wrapper id={id} {...labels} labelElement="div">
      <BodyChartInput label={labels.label} views={question.views} value={value} onChange={onChange} />
    </Input.Wrapper>
  );
}

export const bodyChart: AnswerPart<'body_chart'> = {
  Field: DrawingField,
  wide: true,
  Shown: ({ question, value }) => <BodyChartView views={question.views} chart={value} />,
};

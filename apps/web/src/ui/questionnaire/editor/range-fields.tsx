import { NumberInput, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.js';
import { editorWords } from './editor-words.js';

interface Props {
  question: { min?: number; max?: number };
  onChange: (part: { min?: number; max?: number }) => void;
  children?: ReactNode;
}

/** Between which numbers an answer lies. */
export function RangeFields({ question, onChange, children }: Props) {
  const t = useWords(editorWords);
  const bound = (key: 'min' | 'max') => ({
    label: t(key),
    hideControls: true,
    value: question[key] ?? '',
    onChange: (value: number | string) => onChange({ [key]: typeof value === 'number' ? value : undefined }),
  });
  return (
    <SimpleGrid cols={3} spacing="md">
      <NumberInput {...bound('min')} />
      <NumberInput {...bound('max')} />
      {children}
    </SimpleGrid>
  );
}

export const rangeOf = ({ min, max }: Props['question']): string[] => (min !== undefined && max !== undefined ? [`${min}–${max}`] : []);

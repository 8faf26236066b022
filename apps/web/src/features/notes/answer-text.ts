import type { AnswerValue, BodyRegion, Question } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { useMarkerPlace } from './body-chart/body-chart-text.js';
import { bodyWords } from './body-chart/body-words.js';
import { useLocalText } from '../../i18n/local-text.js';
import { notesWords } from './notes-words.js';

/** An answer as a person reads it. */
export function useAnswerText(): (question: Question, value: AnswerValue | undefined) => string {
  const t = useWords(notesWords);
  const body = useWords(bodyWords);
  const local = useLocalText();
  const format = useFormat();
  const placeOf = useMarkerPlace();
  return (question, value) => {
    const label = (chosen: string) =>
      local(question.options?.find((option) => option.value === chosen)?.label ?? { en: chosen, fr: chosen });
    if (value === undefined) return t('answer.none');
    if (typeof value === 'boolean') return value ? t('answer.yes') : t('answer.no');
    if (typeof value === 'number') {
      const spelt = value.toString().replace('.', format.locale === 'fr' ? ',' : '.');
      return question.type === 'scale'
        ? t('answer.ofScale', { value: spelt, max: question.max ?? 10 })
        : `${spelt} ${question.unit ?? ''}`.trim();
    }
    if (typeof value === 'string') {
      if (question.type === 'choice') return label(value);
      return question.type === 'date' ? format.civil(value) : value;
    }
    if (Array.isArray(value)) {
      const names = value.map((one) => (question.type === 'body_region' ? body(`place.${one as BodyRegion}`) : label(one)));
      return names.join(', ');
    }
    const markers = value.markers.map((one) => [body(`marker.${one.kind}`), placeOf(one), one.label].filter(Boolean).join(', '));
    const strokes = value.strokes.length > 0 ? [t('answer.strokes', { count: value.strokes.length })] : [];
    return [...markers, ...strokes].join('; ');
  };
}

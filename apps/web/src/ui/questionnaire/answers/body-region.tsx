import { BODY_REGIONS } from '@keel/contracts';
import { MultiSelect } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { useBodyNames } from '../body-chart/use-body-names.js';
import type { AnswerPart, AnswerProps } from './answer-part.js';
import { answerWords } from './answer-words.js';
import { useLabels } from './use-labels.js';

/** Places of the body, found by typing a part of their name. */
function RegionField(props: AnswerProps<'body_region'>) {
  const t = useWords(answerWords);
  const names = useBodyNames();
  const labels = useLabels(props);
  const { value, onChange } = props;
  return (
    <MultiSelect
      {...labels}
      placeholder={value === undefined ? t('region') : ''}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('noRegion')}
      data={BODY_REGIONS.map((region) => ({ value: region, label: names.place(region) }))}
      value={value ?? []}
      onChange={onChange}
    />
  );
}

export const bodyRegion: AnswerPart<'body_region'> = { Field: RegionField };

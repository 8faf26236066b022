import { Checkbox, Group } from '@mantine/core';
import { BODY_VIEWS } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { useBodyNames } from '../body-chart/use-body-names.js';
import type { DefinitionPart, FieldsProps } from './definition-part.js';
import { editorWords } from './editor-words.js';

/** Which sides of the body, hands and feet can be drawn on. */
function ViewFields({ question: { views = [] }, onChange }: FieldsProps<'body_chart'>) {
  const t = useWords(editorWords);
  const names = useBodyNames();
  const choose = (chosen: string[]) => {
    const next = BODY_VIEWS.filter((view) => chosen.includes(view));
    onChange({ views: next.length > 0 ? next : undefined });
  };
  return (
    <Checkbox.Group label={t('views')} description={t('viewsHint')} value={views} onChange={choose}>
      <Group gap="md" mt={6}>
        {BODY_VIEWS.map((view) => (
          <Checkbox key={view} value={view} label={names.view(view)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

export const bodyChartDefinition: DefinitionPart<'body_chart'> = { Fields: ViewFields };
